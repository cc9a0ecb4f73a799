package se.brygga.testbed.demo.once;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.goods.Shelves;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.demo.news.SpecterTimes;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** The way back: what people do in Specter to orders, stock and prices, all of which the shops must show. */
final class OnceBack {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ROW = "%-20s %-26s %-40s %8s%n";

    private static final String REFILLED = "KAJ-007";
    private static final String SOLD_OUT = "KAJ-005";

    private final SpecterSimulator specter;
    private final OrderChange.Systems orderSystems;
    private final GoodsChange.Systems goodsSystems;
    private final List<Change> changes = new ArrayList<>();
    private int wrong;

    OnceBack(StarwebSimulator starweb, SpecterSimulator specter, Apps apps) {
        SpecterTimes times = new SpecterTimes(specter);
        this.specter = specter;
        this.orderSystems = new OrderChange.Systems(starweb, apps.bean(CallbackBook.class), times);
        this.goodsSystems = new GoodsChange.Systems(starweb, specter, times);
    }

    /** Before the orders are placed: an article that will be back must first be gone. */
    void prepare() {
        sellOut(REFILLED);
    }

    /** Everything that is done in Specter; an order that has not arrived there has been complained of already. */
    void change(OnceOrders orders) {
        orders.arrived(OrderKind.PRIVATE_KLARNA).ifPresent(order -> deliver(order, List.of("373500010001")));
        orders.arrived(OrderKind.COMPANY_INVOICE)
                .ifPresent(order -> deliver(order, List.of("373500020001", "373500020002", "373500020003")));
        orders.arrived(OrderKind.AMOUNT_DISCOUNT).ifPresent(order -> deliver(order, List.of("373500030001")));
        orders.arrived(OrderKind.SEVERAL_VAT_RATES).ifPresent(this::deliverPart);
        orders.arrived(OrderKind.DISCOUNT_CODE).ifPresent(this::cancel);
        setStock("KAJ-003", 41, List.of("kajak-se", "kajak-no"), "stock is 41", null);
        sellOut(SOLD_OUT);
        goods("kajak-se", SOLD_OUT, CatalogueWrite.Kind.STOCK, "sold out", "Slut i lager");
        setStock(REFILLED, 9, List.of("kajak-se"), "back, 9 of it", "I lager");
        setStock("TE-004", 33, List.of("te-butiken"), "stock is 33", null);
        sellAtTheTill("KAJ-012", 2, List.of("kajak-se", "kajak-no"));
        takeBackAtTheTill("TE-006", List.of("te-butiken"));
        raisePrice("kajak-se", "KAJ-009");
        raisePrice("te-butiken", "TE-002");
    }

    private void sellOut(String sku) {
        long account = Merchants.account("kajak-se");
        Shelves.SITES.forEach(site -> specter.account(account).setStock(sku, site, 0));
    }

    private void setStock(String sku, int quantity, List<String> shops, String done, @Nullable String status) {
        specter.account(Merchants.account(shops.getFirst())).setStock(sku, Shelves.DEFAULT_SITE, quantity);
        shops.forEach(shop -> goods(shop, sku, CatalogueWrite.Kind.STOCK, done, status));
    }

    /** Nobody orders anything: a customer stands in the shop. */
    private void sellAtTheTill(String sku, int quantity, List<String> shops) {
        specter.account(Merchants.account(shops.getFirst()))
                .atTheTill(till -> till.sell(sku, BigDecimal.valueOf(quantity)));
        shops.forEach(shop -> goods(shop, sku, CatalogueWrite.Kind.STOCK, "till: sold " + quantity, null));
    }

    private void takeBackAtTheTill(String sku, List<String> shops) {
        specter.account(Merchants.account(shops.getFirst())).atTheTill(till -> till.takeBack(sku, BigDecimal.ONE));
        shops.forEach(shop -> goods(shop, sku, CatalogueWrite.Kind.STOCK, "till: 1 came back", null));
    }

    private void raisePrice(String shop, String sku) {
        long account = Merchants.account(shop);
        BigDecimal price = specter.account(account)
                .article(sku)
                .price()
                .multiply(new BigDecimal("1.07"))
                .setScale(2, RoundingMode.HALF_UP);
        specter.account(account).setPrice(sku, price);
        goods(shop, sku, CatalogueWrite.Kind.PRICE, "price is " + price, null);
    }

    private void goods(String shop, String sku, CatalogueWrite.Kind kind, String done, @Nullable String status) {
        changes.add(new GoodsChange(goodsSystems, shop, sku, kind, done, status));
    }

    private void deliver(OrderRef order, List<String> parcels) {
        long number = note(order, OrderEvent.DELIVERED, parcels);
        specter.account(account(order)).deliver(number, parcels);
    }

    private void deliverPart(OrderRef order) {
        long number = note(order, OrderEvent.PART_DELIVERED, List.of("373500040001"));
        String article = inSpecter(order).rows().getFirst().articleNo();
        specter.account(account(order)).deliverPart(number, article, BigDecimal.ONE, "373500040001");
    }

    private void cancel(OrderRef order) {
        specter.account(account(order)).cancelOrder(note(order, OrderEvent.CANCELLED, List.of()));
    }

    private long note(OrderRef order, OrderEvent event, List<String> parcels) {
        long number = inSpecter(order).number();
        changes.add(new OrderChange(orderSystems, order, event, number, parcels));
        return number;
    }

    private Order inSpecter(OrderRef order) {
        return specter.account(account(order))
                .order(Merchants.externalNo(order))
                .orElseThrow();
    }

    private static long account(OrderRef order) {
        return Merchants.account(order.shop().shop());
    }

    /** Waits until the shops show everything, or nothing more is to come; prints a table and what is wrong. */
    void await() throws InterruptedException {
        Arriving.await(changes, Change::isOver, PATIENCE);
        System.out.printf("%n" + ROW, "SHOP", "IN SPECTER", "THE SHOP SHOWS", "MS");
        changes.forEach(
                change -> System.out.printf(ROW, change.thing(), change.done(), change.shown(), change.milliseconds()));
        for (Change change : changes) {
            Optional.ofNullable(change.complaint()).ifPresent(complaint -> {
                System.out.println("NOT RIGHT: " + change.thing() + " (" + change.done() + ") " + complaint);
                wrong++;
            });
        }
    }

    int count() {
        return changes.size();
    }

    /** How many the shops do not show. */
    int wrong() {
        return wrong;
    }
}
