package se.brygga.activities;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StockSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
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
                TenantSetup.Plan.P400,
                TenantSetup.Flow.COMBINED,
                specter(9999, false),
                List.of(shop(as)),
                FeedSetup.DEFAULT);
    }

    /** @param assumed whether the account speaks the invented calls */
    public static SpecterSetup specter(long sbmId, boolean assumed) {
        return new SpecterSetup(
                URI.create("http://127.0.0.1/"),
                2,
                sbmId,
                "7",
                new Secret("k"),
                new Secret("i"),
                1,
                Duration.ofSeconds(60),
                true,
                Set.of("10"),
                Set.of("50"),
                null,
                "order (\\d+)",
                Set.of("41"),
                assumed,
                assumed ? SpecterSetup.PriceLists.ASSUMED : SpecterSetup.PriceLists.FILE,
                3,
                SpecterSetup.TriggerOrderId.UNKNOWN);
    }

    /** The same in another account. */
    public static TenantSetup with(TenantSetup setup, SpecterSetup specter) {
        return new TenantSetup(setup.tenant(), setup.plan(), setup.flow(), specter, setup.shops(), setup.feeds());
    }

    /** The sample's shop, which gets these. */
    public static ShopSetup shop(
            @Nullable StatusSetup status, @Nullable StockSetup stock, @Nullable PriceSetup prices) {
        ShopSetup shop = shop(OrderSetup.As.ORDER);
        return new ShopSetup(
                shop.shop(),
                shop.webshopId(),
                shop.orderNoPrefix(),
                shop.starweb(),
                shop.orders(),
                status,
                stock,
                prices,
                null);
    }

    /** The same for a tenant whose products go to Specter. */
    public static TenantSetup withProducts(ProductSetup products) {
        TenantSetup sample = tenant();
        return new TenantSetup(
                        sample.tenant(),
                        sample.plan(),
                        TenantSetup.Flow.COMBINED,
                        sample.specter(),
                        sample.shops(),
                        sample.feeds())
                .with(List.of(withProducts(sample.shops().getFirst(), products)));
    }

    /** The sample's tenant where Specter is master of products. */
    public static TenantSetup withProductsFromSpecter() {
        return withProductsFromSpecter(products(Direction.TO_SHOP));
    }

    /** The same with these products. */
    public static TenantSetup withProductsFromSpecter(ProductSetup wanted) {
        TenantSetup products = withProducts(wanted);
        return new TenantSetup(
                products.tenant(),
                products.plan(),
                TenantSetup.Flow.SPECTER,
                specter(9999, true),
                products.shops(),
                products.feeds());
    }

    /** This shop with its products. */
    public static ShopSetup withProducts(ShopSetup shop, ProductSetup products) {
        return new ShopSetup(
                shop.shop(),
                shop.webshopId(),
                shop.orderNoPrefix(),
                shop.starweb(),
                shop.orders(),
                shop.status(),
                shop.stock(),
                shop.prices(),
                products);
    }

    /** Products as a set-up without any key says. */
    public static ProductSetup products(Direction direction) {
        return new ProductSetup(
                Arrays.stream(ProductField.values())
                        .collect(Collectors.toMap(
                                field -> field,
                                field -> field.carriage(direction).standard())),
                new NameTemplate("{product} - {values}"),
                ProductSetup.Removed.KEEP,
                "UTGÅTT",
                false,
                LocalTime.of(3, 0));
    }

    /** The same with everything that a set-up can hold. */
    public static TenantSetup withEverything() {
        TenantSetup sample = tenant();
        FeedSetup.Pace pace = new FeedSetup.Pace(
                Duration.ofSeconds(10),
                Duration.ofMinutes(90),
                new FeedSetup.Quiet(LocalTime.of(22, 30), LocalTime.of(5, 0)));
        return new TenantSetup(
                sample.tenant(),
                sample.plan(),
                sample.flow(),
                sample.specter(),
                List.of(shop(
                                new StatusSetup(
                                        Map.of(
                                                StatusSetup.Event.UNDONE,
                                                new StatusSetup.Rule("picking", false, false, false, true)),
                                        Map.of("1", "PostNord"),
                                        List.of("created", "completed"),
                                        7),
                                new StockSetup(
                                        new StockSetup.Sites(StockSetup.Kind.LISTED, List.of("1", "2")),
                                        Map.of("1", "Butik"),
                                        "inStock",
                                        null,
                                        new StockSetup.Shown(1, null),
                                        // In an order that is not that of the names: the first one counts.
                                        List.of(
                                                new StockSetup.Group(
                                                        "kajaker", List.of("KAJ-*"), new StockSetup.Shown(2, 5)),
                                                new StockSetup.Group(
                                                        "allt", List.of("*"), new StockSetup.Shown(3, null))),
                                        Map.of("KAJ-001", new StockSetup.Shown(0, 10)),
                                        true,
                                        StockSetup.Gone.KEEP),
                                new PriceSetup(true, Map.of("1", "Norge"), new BigDecimal("12.50"), false, "SEK")))
                        .stream()
                        .map(shop -> withProducts(shop, products(Direction.TO_SPECTER)))
                        .toList(),
                new FeedSetup(pace, FeedSetup.DEFAULT.stock(), pace, ZoneId.of("Europe/Oslo")));
    }

    /** The same for a shop that wants stock. */
    public static TenantSetup withStock(StockSetup stock) {
        return tenant().with(List.of(shop(null, stock, null)));
    }

    /** The same for a shop that wants statuses. */
    public static TenantSetup withStatus(StatusSetup status) {
        return tenant().with(List.of(shop(status, null, null)));
    }

    /** All warehouses, all pieces. */
    public static StockSetup stock() {
        return new StockSetup(
                StockSetup.Sites.SUM,
                Map.of(),
                "inStock",
                "Slut i lager",
                new StockSetup.Shown(0, null),
                List.of(),
                Map.of(),
                false,
                StockSetup.Gone.ZERO);
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
        return new ShopSetup(SHOP.shop(), 1, "K", starweb, orders, null, null, null, null);
    }
}
