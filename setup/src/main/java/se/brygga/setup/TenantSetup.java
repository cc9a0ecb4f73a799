package se.brygga.setup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.refusal.Reason;

/**
 * All of one tenant's set-up, complete and checked: defaults are filled in, contradictions are refused before.
 *
 * @param tenant key of the tenant
 * @param feeds how often Specter is asked what is new
 */
public record TenantSetup(
        String tenant, Plan plan, Flow flow, SpecterSetup specter, List<ShopSetup> shops, FeedSetup feeds) {

    /** Which system is master of what (design section 1). */
    public enum Flow {
        STARWEB,
        SPECTER,
        COMBINED
    }

    /** Orders a month and functions that the tenant pays for. */
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

    /** Its shops, as the rest of Brygga names them. */
    public List<ShopRef> refs() {
        return shops.stream().map(shop -> new ShopRef(tenant, shop.shop())).toList();
    }

    /** The same with other shops. */
    public TenantSetup with(List<ShopSetup> others) {
        return new TenantSetup(tenant, plan, flow, specter, others, feeds);
    }

    /** Ids of the workflows that run for ever for it: an intake for each shop, and its feeds. */
    public List<String> loops() {
        return Stream.concat(
                        refs().stream().map(OrderIntakeWorkflow::idOf),
                        Arrays.stream(Feed.values()).filter(this::follows).map(feed -> feed.workflowId(tenant)))
                .toList();
    }

    /** The shops that want to know of it. */
    public List<ShopRef> shopsThatWant(Feed feed) {
        return shops.stream()
                .filter(shop -> shop.wants(feed))
                .map(shop -> new ShopRef(tenant, shop.shop()))
                .toList();
    }

    /**
     * Whether a loop follows it. The journal of articles is followed for stock alone too: it tells which articles are gone, and what
     * kits are made of.
     */
    public boolean follows(Feed feed) {
        return shops.stream().anyMatch(shop -> shop.wants(feed)) || (feed == Feed.PRICES && follows(Feed.STOCK));
    }

    /** @throws IllegalArgumentException the tenant has no such shop */
    public ShopSetup shop(String shop) {
        return shops.stream()
                .filter(s -> s.shop().equals(shop))
                .findFirst()
                .orElseThrow(() -> Reason.TENANT_HAS_NO_SHOP.refused(tenant, shop));
    }
}
