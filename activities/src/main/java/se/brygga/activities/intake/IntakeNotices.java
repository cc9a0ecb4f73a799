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
 * Tells a person that a shop cannot be looked through, and takes it back when it can. No order waits for that: those that
 * nobody found do not exist here.
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

    /** Only of what does not pass by itself: a system that is out of order has its own line. */
    void failed(ShopRef shop, RemoteFailure failure) {
        if (Failures.needsPerson(failure)) {
            boolean refused = failure.kind() == RemoteFailure.Kind.REFUSED;
            open(shop, refused ? Cause.STARWEB_REFUSED : Cause.INTERNAL_ERROR, failure.told());
        }
    }

    void failed(ShopRef shop, RuntimeException defect) {
        if (!passes(defect)) {
            // Its message may quote what must not stand anywhere.
            open(
                    shop,
                    Cause.INTERNAL_ERROR,
                    Phrase.DEFECT.with(defect.getClass().getSimpleName()));
        }
    }

    /** Whether it is no defect of ours, but something of ours that is away. */
    static boolean passes(RuntimeException failure) {
        return BooksTrouble.passes(failure)
                || failure instanceof TemporalException
                || failure instanceof StatusRuntimeException;
    }

    private void open(ShopRef shop, Cause cause, Detail detail) {
        notices.open(shop.tenant(), shop.shop(), cause, SUBJECT, detail);
    }
}
