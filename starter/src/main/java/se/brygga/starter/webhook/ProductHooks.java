package se.brygga.starter.webhook;

import org.springframework.stereotype.Component;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.starter.doors.LoopPoker;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** Stores the products that web hooks name, and pokes the sync of products, which reads them. */
@Component
class ProductHooks {

    /** More than an import of products tells of between two looks. A shop with more is not believed for now. */
    private static final int MOST_WAITING = 20_000;

    private final LookBook looks;
    private final LoopPoker poker;

    ProductHooks(LookBook looks, LoopPoker poker) {
        this.looks = looks;
        this.poker = poker;
    }

    /** Whether another product of the shop is taken note of. */
    boolean takesMoreOf(ShopRef shop) {
        return looks.waiting(shop) < MOST_WAITING;
    }

    /** Stores that a product may have changed. Committed when this returns. Idempotent. */
    void take(ShopRef shop, long productId) {
        looks.heard(shop, productId);
        poker.pokeSoon(ProductSyncWorkflow.idOf(shop));
    }
}
