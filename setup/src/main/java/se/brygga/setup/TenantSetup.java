package se.brygga.setup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.products.ProductSyncWorkflow;
import se.brygga.workflows.refusal.Reason;

/**
 * The whole set-up of one tenant, complete and checked. Defaults are filled in, and contradictions were refused.
 *
 * @param tenant key of the tenant
 * @param feeds how often Specter is asked for changes
 */
public record TenantSetup(
        String tenant, Plan plan, Flow flow, SpecterSetup specter, List<ShopSetup> shops, FeedSetup feeds) {

    /** Which system is master of what (design section 1). */
    public enum Flow {
        STARWEB,
        SPECTER,
        COMBINED;

        /** Which way products go. */
        public Direction products() {
            return switch (this) {
                case STARWEB, COMBINED -> Direction.TO_SPECTER;
                case SPECTER -> Direction.TO_SHOP;
            };
        }
    }

    /** The plan: orders a month, and functions that the tenant pays for. */
    public enum Plan {
        P100,
        P200,
        P400,
        P800,
        PREMIUM
    }

    public TenantSetup {
        shops = List.copyOf(shops);
    }

    /** The tenant's shops, as the rest of Brygga names them. */
    public List<ShopRef> refs() {
        return shops.stream().map(shop -> new ShopRef(tenant, shop.shop())).toList();
    }

    /** This set-up with other shops. */
    public TenantSetup with(List<ShopSetup> others) {
        return new TenantSetup(tenant, plan, flow, specter, others, feeds);
    }

    /** Ids of the tenant's workflows that never end: those of each shop, and the feeds. */
    public List<String> loops() {
        return Stream.of(
                        refs().stream().map(OrderIntakeWorkflow::idOf),
                        shopsWithProducts().stream().map(ProductSyncWorkflow::idOf),
                        Arrays.stream(Feed.values()).filter(this::follows).map(feed -> feed.workflowId(tenant)))
                .flatMap(ids -> ids)
                .toList();
    }

    /** The shops whose products are kept equal to Specter's articles, in the order of the set-up. */
    public List<ShopRef> shopsWithProducts() {
        return shops.stream()
                .filter(shop -> shop.products() != null)
                .map(shop -> new ShopRef(tenant, shop.shop()))
                .toList();
    }

    /** The shops that need what this feed tells. */
    public List<ShopRef> shopsThatWant(Feed feed) {
        return shops.stream()
                .filter(shop -> shop.wants(feed))
                .map(shop -> new ShopRef(tenant, shop.shop()))
                .toList();
    }

    /**
     * Whether a loop follows this feed. The journal of articles is followed for stock alone too: it tells which
     * articles are gone, and which parts kits have. It is also followed for products, whichever way they go.
     */
    public boolean follows(Feed feed) {
        return shops.stream().anyMatch(shop -> shop.wants(feed))
                || (feed == Feed.PRICES
                        && (follows(Feed.STOCK) || !shopsWithProducts().isEmpty()));
    }

    /**
     * One shop of the tenant.
     *
     * @throws IllegalArgumentException the tenant has no such shop
     */
    public ShopSetup shop(String shop) {
        return shops.stream()
                .filter(s -> s.shop().equals(shop))
                .findFirst()
                .orElseThrow(() -> Reason.TENANT_HAS_NO_SHOP.refused(tenant, shop));
    }
}
