package se.brygga.starter.desk.feeds;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.products.SyncBook;
import se.brygga.starter.desk.LoopPoke;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.trouble.Trouble.Standstill;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/** What an operator can say to the loop that keeps a shop's products equal. */
@Component
public class ProductLoopDesk {

    /** What an operator can say. */
    public enum Order {
        /** Nothing is read or written until somebody resumes the loop. The product that is being written is finished. */
        PAUSE,
        RESUME,
        /** Look now. */
        POKE
    }

    private final ProductLoops loops;
    private final SyncBook syncs;
    private final AuditBook audit;
    private final TransactionTemplate transactions;
    private final LoopPoke loop;
    private final TroubleDesk trouble;

    ProductLoopDesk(
            ProductLoops loops,
            SyncBook syncs,
            AuditBook audit,
            TransactionTemplate transactions,
            LoopPoke loop,
            TroubleDesk trouble) {
        this.loops = loops;
        this.syncs = syncs;
        this.audit = audit;
        this.transactions = transactions;
        this.loop = loop;
        this.trouble = trouble;
    }

    /**
     * Says something to the loop of a shop. Idempotent. A pause counts while Temporal is away, too.
     *
     * @return the loop as it stands after that
     * @throws NotFound there is no such shop
     * @throws RequestRefused nobody is named, the shop's products are not kept equal, or a loop is paused that was to
     *     look
     */
    public ProductLoop say(ShopRef shop, Order order, Operator operator) {
        operator.requireName();
        Standstill standstill = trouble.of(shop.tenant(), null).standstill();
        ProductLoop before = loops.of(shop, standstill);
        ProductLoop.ProductPause pause = before.pause();
        if (order == Order.POKE && pause != null) {
            throw Reason.FEED_PAUSED.refused(pause.by());
        }
        transactions.executeWithoutResult(tx -> {
            if (order == Order.PAUSE) {
                syncs.pause(shop, operator.by(), operator.reason());
            } else if (order == Order.RESUME) {
                syncs.resume(shop);
            }
            audit.add(AuditBook.Deed.of(
                    operator.by(),
                    order.name().toLowerCase(Locale.ROOT),
                    shop.tenant(),
                    "products of " + shop,
                    operator.reason()));
        });
        loop.poke(ProductSyncWorkflow.idOf(shop));
        return loops.of(shop, standstill);
    }
}
