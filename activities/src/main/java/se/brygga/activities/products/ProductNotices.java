package se.brygga.activities.products;

import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Opens a notice when products cannot be kept equal, or when some of them wait for a person. */
final class ProductNotices {

    private static final String SUBJECT = "products";
    private static final String WAITING = "products that wait";

    private final NoticeBook notices;

    ProductNotices(NoticeBook notices) {
        this.notices = notices;
    }

    /** @param waiting how many products wait for a person */
    void looked(ShopRef shop, int waiting) {
        notices.closeAll(shop.tenant(), shop.shop(), SUBJECT);
        if (waiting == 0) {
            notices.close(shop.tenant(), shop.shop(), Cause.PRODUCTS_WAIT, WAITING);
        } else {
            notices.open(
                    shop.tenant(), shop.shop(), Cause.PRODUCTS_WAIT, WAITING, Phrase.PRODUCTS_WAITING.with(waiting));
        }
    }

    /** A system that is out of order has a line of its own. */
    void failed(ShopRef shop, RemoteFailure failure) {
        if (!Failures.needsPerson(failure)) {
            return;
        }
        Cause refused = failure.system() == RemoteSystem.SPECTER ? Cause.PRODUCT_REFUSED : Cause.STARWEB_REFUSED;
        open(shop, failure.kind() == RemoteFailure.Kind.REFUSED ? refused : Cause.INTERNAL_ERROR, failure.told());
    }

    /** The message is dropped, because it may hold what must not be shown. */
    void failed(ShopRef shop, RuntimeException defect) {
        open(shop, Cause.INTERNAL_ERROR, Phrase.DEFECT.with(defect.getClass().getSimpleName()));
    }

    private void open(ShopRef shop, Cause cause, Detail detail) {
        notices.open(shop.tenant(), shop.shop(), cause, SUBJECT, detail);
    }
}
