package se.brygga.testbed.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.remote.Urgency;
import se.brygga.clients.starweb.OrderUpdate;
import se.brygga.clients.starweb.StarwebClient;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.clients.starweb.catalogue.SpecialPrice;
import se.brygga.clients.starweb.catalogue.StarwebCatalogue;
import se.brygga.clients.starweb.catalogue.Tier;
import se.brygga.clients.starweb.catalogue.Variant;
import se.brygga.clients.starweb.catalogue.VariantRef;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.workflows.ShopRef;

/** Our client of one shop, every method of which is called at least once, for things that exist and for things that do not. */
final class OurClient {

    private static final VariantRef NOTHING = new VariantRef(99_999, 99_999);

    private final Set<String> called = new TreeSet<>();
    private final StarwebClient orders;
    private final StarwebCatalogue catalogue;
    private final StarwebSimulator starweb;
    private final String shop;

    OurClient(StarwebSimulator starweb, String shop) {
        this.starweb = starweb;
        this.shop = shop;
        StarwebSetup setup = new StarwebSetup(
                URI.create(starweb.apiBase(shop)), "sim." + shop, new Secret("secret-" + shop), 800, "Brygga");
        StarwebClients clients = new StarwebClients(
                HttpClient.newHttpClient(), new Unlimited(), Outages.IGNORED, call -> {}, Clock.systemUTC());
        ShopRef ref = new ShopRef("nordkajak", shop);
        this.orders = noting(StarwebClient.class, clients.forShop(ref, setup));
        this.catalogue = noting(StarwebCatalogue.class, clients.catalogueOf(ref, setup));
    }

    private <T> T noting(Class<T> type, T client) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    called.add(method.getName());
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                }));
    }

    void callsEverything() {
        readsAndWritesOrders();
        managesWebHooks();
        readsTheCatalogue();
        writesTheCatalogue();
        Set<String> all = Stream.of(StarwebClient.class, StarwebCatalogue.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(called).isEqualTo(all);
    }

    private void readsAndWritesOrders() {
        long order = starweb.orders(shop).getFirst().orderId();
        orders.shop();
        orders.order(order);
        orders.order(1);
        orders.newestOrders();
        orders.ordersByLatestChange(1);
        orders.ordersByLatestChange(9);
        orders.ordersCreatedAfter(Instant.now().minus(Duration.ofDays(9)), 1);
        orders.ordersCreatedBetween(Instant.now().minus(Duration.ofDays(9)), Instant.now(), 1);
        orders.linkOrder(order, "5001");
        orders.putExternalService(order, "Brygga", "5001");
        orders.putExternalService(order, "Brygga", "5002");
        long picking = orders.orderStatuses().get(1).statusId();
        OrderUpdate.Tracking parcel =
                new OrderUpdate.Tracking(orders.trackingTypes().getFirst().type(), "00373500012345678905");
        orders.changeOrder(order, new OrderUpdate(new OrderUpdate.StatusChange(picking, false, false), parcel));
        orders.changeOrder(order, new OrderUpdate(null, parcel));
        orders.orderState(order);
        orders.orderState(1);
        orders.addComment(order, "Kolli 2: 00373500012345678906");
        orders.comments(order);
        orders.paymentMethods();
        orders.shippingMethods();
    }

    private void managesWebHooks() {
        StarwebClient.WebHook hook = orders.createWebHook(new StarwebClient.WebHook(
                null, "Brygga order-completed", "order-completed", null, "https://brygga.example/hook/x"));
        orders.webHooks();
        orders.updateWebHook(new StarwebClient.WebHook(
                hook.webHookId(), hook.name(), hook.event(), null, "https://brygga.example/hook/y"));
        long id = Objects.requireNonNull(hook.webHookId());
        orders.deleteWebHook(id);
        orders.deleteWebHook(id);
    }

    private void readsTheCatalogue() {
        VariantRef variant = variant();
        catalogue.products(1);
        catalogue.products(9);
        catalogue.productsChangedSince(Instant.now().minus(Duration.ofDays(9)), 1);
        catalogue.variants(variant.productId());
        catalogue.variants(NOTHING.productId());
        catalogue.variant(variant);
        catalogue.variant(NOTHING);
        catalogue.findBySku("NOTHING");
        catalogue.stockLocations();
        catalogue.stocks(variant);
        catalogue.stocks(NOTHING);
        catalogue.prices(variant);
        catalogue.prices(NOTHING);
        catalogue.tiers(variant, catalogue.priceLists().getFirst().priceListId());
        catalogue.tiers(NOTHING, 1);
    }

    private void writesTheCatalogue() {
        VariantRef variant = variant();
        long status = catalogue.stockStatuses().getFirst().stockStatusId();
        for (var place : catalogue.stockLocations()) {
            catalogue.putStock(variant, place.stockLocationId(), new BigDecimal("7.5"), null, status);
            catalogue.putStock(variant, place.stockLocationId(), BigDecimal.TEN, status, status);
            catalogue.putStock(NOTHING, place.stockLocationId(), BigDecimal.TEN, status, status);
        }
        catalogue.setVariantStock(variant, "NOTHING", 3, status);
        catalogue.setVariantStock(NOTHING, "NOTHING", 3, null);
        catalogue.setVisibility(variant, "KAJ-001", Variant.Visibility.HIDDEN);
        catalogue.setVisibility(variant, "KAJ-001", Variant.Visibility.VISIBLE);
        catalogue.setVisibility(NOTHING, "NOTHING", Variant.Visibility.HIDDEN);
        for (var list : catalogue.priceLists()) {
            BigDecimal price = new BigDecimal("94.3396");
            catalogue.putPrice(variant, list.priceListId(), price, new SpecialPrice.At(BigDecimal.TEN));
            catalogue.putPrice(variant, list.priceListId(), price, new SpecialPrice.None());
            catalogue.putPrice(variant, list.priceListId(), price, new SpecialPrice.Untouched());
            catalogue.putTier(variant, list.priceListId(), new Tier(5, BigDecimal.ONE));
            catalogue.putTier(variant, list.priceListId(), new Tier(5, BigDecimal.TWO));
            catalogue.deleteTier(variant, list.priceListId(), 5);
            catalogue.deletePrice(variant, list.priceListId());
            catalogue.deletePrice(variant, list.priceListId());
        }
        catalogue.putPrice(NOTHING, 1, BigDecimal.ONE, new SpecialPrice.None());
    }

    private VariantRef variant() {
        return catalogue.findBySku("KAJ-001").map(Variant::ref).orElseThrow();
    }

    private static final class Unlimited implements CallLimits {

        @Override
        public void takeFromBudget(String key, int perMinute, Urgency urgency) {}

        @Override
        public Permit acquire(String tenant, int maxConcurrent) {
            return () -> {};
        }
    }
}
