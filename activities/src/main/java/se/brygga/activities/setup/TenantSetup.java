package se.brygga.activities.setup;

import java.util.List;

/**
 * All of one tenant's set-up, complete and checked: defaults are filled in, contradictions are refused before.
 *
 * @param tenant key of the tenant
 * @param feeds how often Specter is asked what is new
 */
public record TenantSetup(
        String tenant,
        PackageSize packageSize,
        Flow flow,
        SpecterSetup specter,
        List<ShopSetup> shops,
        FeedSetup feeds) {

    /** Which system is master of what (design section 1). */
    public enum Flow {
        STARWEB,
        SPECTER,
        COMBINED
    }

    /** Orders a month and functions that the tenant pays for. */
    public enum PackageSize {
        P100,
        P200,
        P400,
        P800,
        PREMIUM
    }

    public TenantSetup {
        shops = List.copyOf(shops);
    }

    /** @throws IllegalArgumentException the tenant has no such shop */
    public ShopSetup shop(String shop) {
        return shops.stream()
                .filter(s -> s.shop().equals(shop))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tenant " + tenant + " has no shop " + shop));
    }
}
