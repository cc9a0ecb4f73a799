package se.brygga.activities.intake;

import io.temporal.failure.ApplicationFailure;
import java.time.InstantSource;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.intake.IntakeActivities.Looked;

/** Finds the shop orders that no web hook told of. The front door of this package. */
public final class Intake {

    private final IntakeBook marks;
    private final ShopLook look;

    public Intake(
            SetupStore setups,
            WebShops shops,
            IntakeBook marks,
            NoticeBook notices,
            OrderLook orders,
            InstantSource time) {
        this.marks = marks;
        this.look = new ShopLook(setups, shops, marks, new IntakeNotices(notices), orders, time);
    }

    /**
     * Where a new shop begins: after the orders that it has.
     *
     * @throws RemoteFailure as the client throws it
     */
    public static IntakeBook.Beginning beginning(ShopOrders shop) {
        return ShopBeginning.of(shop);
    }

    /** The activities of the loop that looks through a shop. */
    public IntakeActivities activities(LoopBook loops) {
        return new WatchedIntake(new IntakeActivitiesImpl(look, marks), loops);
    }

    /**
     * Looks through a shop for a push. A push must know what was sold before it writes the shop's stock.
     *
     * @throws ApplicationFailure the shop does not answer
     */
    public void lookThrough(ShopRef shop) {
        look(shop, false);
    }

    Looked look(ShopRef shop, boolean sweep) {
        try {
            return look.look(shop, sweep);
        } catch (RemoteFailure failure) {
            throw Failures.forRetry(failure);
        }
    }
}
