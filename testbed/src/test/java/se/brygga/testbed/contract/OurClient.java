package se.brygga.testbed.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.ShopHooks;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.VariantChange;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.samples.SimSamples;
import se.brygga.workflows.ShopRef;

/** Our client of one shop, every method of which is called at least once, for things that exist and for things that do not. */
final class OurClient {

    private static final VariantRef NOTHING = new VariantRef(99_999, 99_999);

    private final Set<String> called = new TreeSet<>();
    private final WebShop client;
    private final StarwebSimulator starweb;
    private final String shop;

    OurClient(StarwebSimulator starweb, String shop) {
        this.starweb = starweb;
        this.shop = shop;
        StarwebSetup setup = new StarwebSetup(
                URI.create(starweb.apiBase(shop)), "sim." + shop, new Secret("secret-" + shop), 800, "Brygga");
        StarwebClients clients = new StarwebClients(new CallContext(
                HttpClient.newHttpClient(), new Unlimited(), Outages.IGNORED, call -> {}, Clock.systemUTC()));
        ShopRef ref = new ShopRef("nordkajak", shop);
        WebShop of = clients.shop(ref, setup);
        this.client = new WebShop(
                noting(ShopOrders.class, of.orders()),
                noting(OrderMarks.class, of.marks()),
                noting(ShopNames.class, of.names()),
                noting(ShopHooks.class, of.hooks()),
                noting(ShopProducts.class, of.products()),
                noting(ShopStock.class, of.stock()),
                noting(ShopPrices.class, of.prices()),
                noting(ShopCatalogue.class, of.catalogue()),
                noting(CatalogueLists.class, of.lists()));
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
        readsAndWritesWholeProducts();
        Set<String> all = Arrays.stream(WebShop.class.getRecordComponents())
                .map(RecordComponent::getType)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(called).isEqualTo(all);
    }

    private void readsAndWritesOrders() {
        long order = starweb.orders(shop).getFirst().orderId();
        client.names().shop();
        client.orders().order(order);
        client.orders().order(1);
        client.orders().newestOrders();
        client.orders().ordersByLatestChange(1);
        client.orders().ordersByLatestChange(9);
        client.orders().ordersCreatedAfter(Instant.now().minus(Duration.ofDays(9)), 1);
        client.orders().ordersCreatedBetween(Instant.now().minus(Duration.ofDays(9)), Instant.now(), 1);
        client.marks().linkOrder(order, "5001");
        client.marks().putExternalService(order, "Brygga", "5001");
        client.marks().putExternalService(order, "Brygga", "5002");
        long picking = client.names().orderStatuses().get(1).statusId();
        OrderUpdate.Tracking parcel = new OrderUpdate.Tracking(
                client.names().trackingTypes().getFirst().type(), "00373500012345678905");
        client.marks().changeOrder(order, new OrderUpdate(new OrderUpdate.StatusChange(picking, false, false), parcel));
        client.marks().changeOrder(order, new OrderUpdate(null, parcel));
        client.marks().orderState(order);
        client.marks().orderState(1);
        client.marks().addComment(order, "Kolli 2: 00373500012345678906");
        client.marks().comments(order);
        client.names().paymentMethods();
        client.names().shippingMethods();
    }

    private void managesWebHooks() {
        ShopHooks.WebHook hook = client.hooks()
                .createWebHook(new ShopHooks.WebHook(
                        null, "Brygga order-completed", "order-completed", null, "https://brygga.example/hook/x"));
        client.hooks().webHooks();
        client.hooks()
                .updateWebHook(new ShopHooks.WebHook(
                        hook.webHookId(), hook.name(), hook.event(), null, "https://brygga.example/hook/y"));
        long id = Objects.requireNonNull(hook.webHookId());
        client.hooks().deleteWebHook(id);
        client.hooks().deleteWebHook(id);
    }

    private void readsTheCatalogue() {
        VariantRef variant = variant();
        client.products().products(1);
        client.products().products(9);
        client.products().productsChangedSince(Instant.now().minus(Duration.ofDays(9)), 1);
        client.products().variants(variant.productId());
        client.products().variants(NOTHING.productId());
        client.products().variant(variant);
        client.products().variant(NOTHING);
        client.products().findBySku("NOTHING");
        client.stock().stockLocations();
        client.stock().stocks(variant);
        client.stock().stocks(NOTHING);
        client.prices().prices(variant);
        client.prices().prices(NOTHING);
        client.prices().tiers(variant, client.prices().priceLists().getFirst().priceListId());
        client.prices().tiers(NOTHING, 1);
    }

    private void writesTheCatalogue() {
        VariantRef variant = variant();
        long status = client.stock().stockStatuses().getFirst().stockStatusId();
        for (var place : client.stock().stockLocations()) {
            client.stock().putStock(variant, place.stockLocationId(), new BigDecimal("7.5"), null, status);
            client.stock().putStock(variant, place.stockLocationId(), BigDecimal.TEN, status, status);
            client.stock().putStock(NOTHING, place.stockLocationId(), BigDecimal.TEN, status, status);
        }
        client.stock().setVariantStock(variant, "NOTHING", 3, status);
        client.stock().setVariantStock(NOTHING, "NOTHING", 3, null);
        client.products().setVisibility(variant, "KAJ-001", Variant.Visibility.HIDDEN);
        client.products().setVisibility(variant, "KAJ-001", Variant.Visibility.VISIBLE);
        client.products().setVisibility(NOTHING, "NOTHING", Variant.Visibility.HIDDEN);
        for (var list : client.prices().priceLists()) {
            BigDecimal price = new BigDecimal("94.3396");
            client.prices().putPrice(variant, list.priceListId(), price, new SpecialPrice.At(BigDecimal.TEN));
            client.prices().putPrice(variant, list.priceListId(), price, new SpecialPrice.None());
            client.prices().putPrice(variant, list.priceListId(), price, new SpecialPrice.Untouched());
            client.prices().putTier(variant, list.priceListId(), new Tier(5, BigDecimal.ONE));
            client.prices().putTier(variant, list.priceListId(), new Tier(5, BigDecimal.TWO));
            client.prices().deleteTier(variant, list.priceListId(), 5);
            client.prices().deletePrice(variant, list.priceListId());
            client.prices().deletePrice(variant, list.priceListId());
        }
        client.prices().putPrice(NOTHING, 1, BigDecimal.ONE, new SpecialPrice.None());
    }

    private void readsAndWritesWholeProducts() {
        ShopCatalogue catalogue = client.catalogue();
        long manufacturer = client.lists().createManufacturer("Fjällverket");
        long unit = client.lists().createUnit("förp");
        long category = client.lists().createCategory("Nytt", client.lists().createCategory("Kläder", null));
        long size = client.lists().createAttribute("Storlek");
        long medium = client.lists().createAttributeValue(size, "M");
        long large = client.lists().createAttributeValue(size, "L");
        readsLists();
        long status = client.stock().stockStatuses().getFirst().stockStatusId();
        ProductText text = new ProductText("sv", "Tröja", "Varm", "<b>Varm</b>");
        NewVariant first = new NewVariant("TROJA-M", List.of(medium), status, "735", BigDecimal.TEN, BigDecimal.ONE);
        long product = catalogue.create(
                new NewProduct("10023", new BigDecimal("12.5"), unit, manufacturer, text, List.of(first)));
        VariantRef added = catalogue
                .addVariant(product, new NewVariant("TROJA-L", List.of(large), status, null, null, null))
                .orElseThrow();
        for (long id : List.of(product, NOTHING.productId())) {
            catalogue.change(id, new ProductChange(BigDecimal.TEN, unit, manufacturer, ShopProduct.Shown.VISIBLE));
            catalogue.setText(id, new ProductText("sv", "Kofta", null, null));
            catalogue.setText(id, new ProductText("no", "Genser", "Varm", ""));
            catalogue.putInCategory(id, category);
            catalogue.addImage(id, catalogue.upload("bild.png", SimSamples.picture(7)));
            catalogue.file("bild.png");
            catalogue.product(id);
        }
        VariantChange change = new VariantChange("TROJA-XL", false, "736", BigDecimal.ONE, BigDecimal.TEN, null);
        catalogue.changeVariant(added, "TROJA-L", change);
        catalogue.changeVariant(NOTHING, "NOTHING", change);
        catalogue.addVariant(NOTHING.productId(), first);
        catalogue.products(1);
        catalogue.products(9);
        catalogue.productsChangedSince(Instant.now().minus(Duration.ofDays(9)), 1);
    }

    private void readsLists() {
        client.lists().languages();
        client.lists().usualVatRate();
        client.lists().manufacturers();
        client.lists().units();
        client.lists().categories();
        client.lists().attributes();
    }

    private VariantRef variant() {
        return client.products().findBySku("KAJ-001").map(Variant::ref).orElseThrow();
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
