package se.brygga.starter.prices;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.prices.PriceFile;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.HeldPriceBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * Takes in files with price lists, and decisions about price changes that wait. Each lets the tenant's loop look at once; what is
 * in the books is pushed also when that call is lost.
 */
@Component
public class PriceDesk {

    /** Who decides, and why. */
    public record Wish(
            HeldPriceBook.Decision decision,
            String by,
            @Nullable String reason) {}

    private final SetupStore setups;
    private final PriceBook prices;
    private final HeldPriceBook held;
    private final TransactionTemplate transactions;
    private final WorkflowClient temporal;

    PriceDesk(
            SetupStore setups,
            PriceBook prices,
            HeldPriceBook held,
            TransactionTemplate transactions,
            WorkflowClient temporal) {
        this.setups = setups;
        this.prices = prices;
        this.held = held;
        this.transactions = transactions;
        this.temporal = temporal;
    }

    /**
     * Why the tenant's price lists cannot come from a file; empty when they can.
     *
     * @throws IllegalArgumentException there is no such tenant
     */
    public List<String> objections(String tenant, PriceFile.Result file) {
        TenantSetup setup = setup(tenant);
        return switch (setup.specter().priceLists()) {
            case FILE -> file.mistakes().stream().map(Object::toString).toList();
            case ASSUMED ->
                List.of("tenant " + tenant
                        + " gets its price lists from Specter's journal, which would replace those of a"
                        + " file. Write specter.priceLists: file in the set-up file, and run apply");
            case OFF ->
                List.of("tenant " + tenant + " has switched price lists off. Write specter.priceLists: file in the"
                        + " set-up file, and run apply");
        };
    }

    /** Those of the file's lists that no shop of the tenant shows. */
    public List<String> unused(String tenant, List<PriceBook.Line> lines) {
        List<String> used = setup(tenant).shops().stream()
                .map(shop -> shop.prices())
                .filter(java.util.Objects::nonNull)
                .flatMap(shop -> shop.lists().keySet().stream())
                .toList();
        return lines.stream()
                .map(PriceBook.Line::list)
                .distinct()
                .filter(list -> !used.contains(list))
                .toList();
    }

    /** What {@link #load} would change. */
    public List<PriceBook.Change> difference(String tenant, List<PriceBook.Line> lines) {
        return prices.difference(tenant, lines);
    }

    /** Replaces the lists that the lines name, and lets the shops be written. */
    public void load(String tenant, List<PriceBook.Line> lines, String by, String what) {
        TenantSetup setup = setup(tenant);
        transactions.executeWithoutResult(tx -> {
            prices.load(tenant, lines);
            held.news(setup.shops().stream()
                    .filter(shop -> shop.prices() != null)
                    .map(shop -> new ShopRef(tenant, shop.shop()))
                    .toList());
            held.audit(UUID.randomUUID().toString(), by, "prices-loaded", tenant, what, null);
        });
        poke(tenant);
    }

    private TenantSetup setup(String tenant) {
        return setups.named(tenant);
    }

    /** Those that wait for a person, of one tenant or all. */
    public List<HeldPriceBook.Held> waiting(@Nullable String tenant) {
        return held.waiting(tenant);
    }

    /**
     * Decides about changes as they were shown.
     *
     * @param changes of one shop
     * @return those that were decided; the others have changed in the meantime and wait anew
     */
    public List<HeldPriceBook.Held> decide(ShopRef shop, List<HeldPriceBook.Held> changes, Wish wish) {
        List<HeldPriceBook.Held> decided = transactions.execute(tx -> {
            List<HeldPriceBook.Held> taken = changes.stream()
                    .filter(change -> held.decide(change, wish.decision(), wish.by()))
                    .toList();
            taken.forEach(change -> held.audit(
                    UUID.randomUUID().toString(),
                    wish.by(),
                    "price-" + wish.decision().code(),
                    shop.tenant(),
                    subject(change),
                    wish.reason()));
            held.news(List.of(shop));
            return taken;
        });
        poke(shop.tenant());
        return decided == null ? List.of() : decided;
    }

    private static String subject(HeldPriceBook.Held change) {
        return "price of %s from %d in list %d of %s: %s to %s"
                .formatted(
                        change.key().sku(),
                        change.key().fromQty(),
                        change.key().listId(),
                        change.shop(),
                        change.before(),
                        change.after());
    }

    private void poke(String tenant) {
        try {
            temporal.newUntypedWorkflowStub(Feed.PRICES.workflowId(tenant)).signal("poke");
        } catch (WorkflowNotFoundException notRunning) {
            // It looks by itself when it begins: what it must look at stands in the books.
        }
    }
}
