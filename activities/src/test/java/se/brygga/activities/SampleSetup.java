package se.brygga.activities;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.brygga.activities.setup.OrderSetup;
import se.brygga.activities.setup.Secret;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.SpecterSetup;
import se.brygga.activities.setup.StarwebSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.workflows.ShopRef;

/** A tenant with one shop, whose {@link SampleOrder}s can all be transferred. */
public final class SampleSetup {

    public static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");

    private SampleSetup() {}

    public static TenantSetup tenant() {
        return tenant(OrderSetup.As.ORDER);
    }

    /** @param as what orders become */
    public static TenantSetup tenant(OrderSetup.As as) {
        return new TenantSetup(
                SHOP.tenant(),
                TenantSetup.PackageSize.P400,
                TenantSetup.Flow.COMBINED,
                new SpecterSetup(
                        URI.create("http://127.0.0.1/"),
                        2,
                        9999,
                        "7",
                        new Secret("k"),
                        new Secret("i"),
                        1,
                        Duration.ofSeconds(60),
                        true,
                        Set.of("10"),
                        Set.of("50"),
                        "order (\\d+)",
                        Set.of("41"),
                        false),
                List.of(shop(as)));
    }

    private static ShopSetup shop(OrderSetup.As as) {
        OrderSetup orders = new OrderSetup(
                List.of("created", "picking"),
                as,
                Map.of("klarna", new OrderSetup.Payment("KG", null, false)),
                Map.of("1", new OrderSetup.Shipping("FRAKT", "PostNord", false)),
                new OrderSetup.Articles("RABATT", "AVGIFT", "AVRUNDNING"),
                new OrderSetup.Customers(OrderSetup.Match.EMAIL_THEN_ORGNO, 1, 2),
                OrderSetup.Bundles.PARENT_ONLY,
                false,
                true,
                false,
                null,
                100);
        StarwebSetup starweb =
                new StarwebSetup(URI.create("http://127.0.0.1/api/v2"), "a.b", new Secret("s"), 800, "SpecterSync");
        return new ShopSetup(SHOP.shop(), 1, "K", starweb, orders);
    }
}
