package se.brygga.activities.intake;

import io.grpc.StatusRuntimeException;
import io.temporal.failure.TemporalException;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.sql.BooksTrouble;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Opens a notice when a shop cannot be looked through, and closes it when it can. No order can wait for that, because
 * nobody has found the orders.
 */
final class IntakeNotices {

    private static final String SUBJECT = "intake";

    private final NoticeBook notices;

    IntakeNotices(NoticeBook notices) {
        this.notices = notices;
    }

    void lookedThrough(ShopRef shop) {
        notices.closeAll(shop.tenant(), shop.shop(), SUBJECT);
    }

    void unknownOrders(ShopRef shop, int number) {
        notices.open(
                shop.tenant(),
                shop.shop(),
                Cause.WEB_HOOKS_WITHOUT_ORDER,
                "web hooks",
                Phrase.UNKNOWN_ORDERS.with(number));
    }

    /** Opens a notice only for what does not pass by itself. A system that is out of order has a line of its own. */
    void failed(ShopRef shop, RemoteFailure failure) {
        if (Failures.needsPerson(failure)) {
            boolean refused = failure.kind() == RemoteFailure.Kind.REFUSED;
            open(shop, refused ? Cause.STARWEB_REFUSED : Cause.INTERNAL_ERROR, failure.told());
        }
    }

    void failed(ShopRef shop, RuntimeException defect) {
        if (!passes(defect)) {
            // The message is dropped, because it may hold what must not be shown.
            open(
                    shop,
                    Cause.INTERNAL_ERROR,
                    Phrase.DEFECT.with(defect.getClass().getSimpleName()));
        }
    }

    /** Whether something of ours is away, rather than defective. */
    static boolean passes(RuntimeException failure) {
        return BooksTrouble.passes(failure)
                || failure instanceof TemporalException
                || failure instanceof StatusRuntimeException;
    }

    private void open(ShopRef shop, Cause cause, Detail detail) {
        notices.open(shop.tenant(), shop.shop(), cause, SUBJECT, detail);
    }
}
