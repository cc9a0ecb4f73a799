package se.brygga.testbed.crash;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** A product changes on one side, and the shop's sync of products carries the change to the other side. */
abstract class ProductWay extends Way {

    private static final Duration BETWEEN_POKES = Duration.ofSeconds(2);

    private final Direction direction;
    private final Map<Victim, Instant> poked = new HashMap<>();

    ProductWay(Scene scene, String name, Direction direction) {
        super(scene, name);
        this.direction = direction;
    }

    @Override
    final Merchant.Use use() {
        return direction == Direction.TO_SHOP ? Merchant.Use.PRODUCTS_TO_SHOP : Merchant.Use.PRODUCTS_TO_SPECTER;
    }

    @Override
    final String lane() {
        return "products";
    }

    @Override
    final @Nullable String about(Victim victim) {
        return null;
    }

    @Override
    final String workflows(Victim victim) {
        return ProductSyncWorkflow.idOf(victim.merchant.shop());
    }

    /** A write by method and path. Reads are no points: a kill around a read leaves nothing. */
    @Override
    final Optional<String> shopCall(Victim victim, String request) {
        boolean products = !request.startsWith("GET ") && !request.contains("order") && !request.contains("token");
        return products ? Optional.of(request.replaceAll("/\\d+", "/" + ANY_ID)) : Optional.empty();
    }

    @Override
    final String shopRequest(Victim victim, String call) {
        return call;
    }

    @Override
    final boolean isSpecterCall(String action) {
        return action.equals("newArticleSubmit");
    }

    @Override
    final void prepare(Victim victim) {
        // As if an initial sync had ended: the way begins with a change.
        scene.apps.bean(InitialBook.class).begun(victim.merchant.shop(), direction);
        begin(victim);
        help(victim);
    }

    /** While a worker runs: what is there before the change. */
    void begin(Victim victim) {}

    @Override
    final void act(Victim victim) {
        change(victim);
        help(victim);
    }

    abstract void change(Victim victim);

    @Override
    final void help(Victim victim) {
        if (Instant.now().isAfter(poked.getOrDefault(victim, Instant.EPOCH).plus(BETWEEN_POKES))) {
            poked.put(victim, Instant.now());
            if (direction == Direction.TO_SHOP) {
                poke(Feed.PRICES.workflowId(victim.merchant.name()));
            }
            poke(ProductSyncWorkflow.idOf(victim.merchant.shop()));
        }
    }

    private void poke(String loop) {
        try {
            scene.apps.bean(WorkflowClient.class).newUntypedWorkflowStub(loop).signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // The worker starts the loop some seconds after its own start.
        }
    }
}
