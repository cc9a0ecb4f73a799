package se.brygga.activities.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.shop.ShopNames.OrderStatus;
import se.brygga.setup.Objection;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.setup.StockSetup;
import se.brygga.setup.StockSetup.Shown;
import se.brygga.setup.StockSetup.Sites;

class NamesCheckTest {

    private static final String STATUSES = "There are: created, Mottagen (31) · picking, Plockas, Picking (32)"
            + " · completed, Klar (33) · canceled, Avbruten (34) · Betald (35)";

    private final ShopToBoard shop = new ShopToBoard();

    @Test
    void findsWhatIsNamedByIdCodeByNumberOrByNameInAnyCase() {
        assertThat(status(Map.of(), "created", "32", "klar", "BETALD", "Canceled"))
                .isEmpty();
        assertThat(status(Map.of("1", "2", "2", "postnord"), "created")).isEmpty();
    }

    @Test
    void saysWhichStatusIsMissingAndWhichThereAre() {
        StatusSetup setup = new StatusSetup(
                Map.of(Event.DELIVERED, new Rule("Levererad", true, true, true, false)),
                Map.of(),
                List.of("created", "99"),
                14);

        assertThat(NamesCheck.ofStatus(setup, shop.client().names()))
                .extracting(Objection::toString)
                .containsExactly(
                        "status.delivered.set: the shop has no order status \"Levererad\". " + STATUSES,
                        "status.sequence: the shop has no order status \"99\". " + STATUSES);
    }

    @Test
    void saysWhichTrackingTypeIsMissing() {
        assertThat(status(Map.of("3", "Bring"), "created"))
                .containsExactly("status.trackers.3: the shop has no tracking type \"Bring\"."
                        + " There are: PostNord (1) · DHL (2)");
    }

    @Test
    void saysWhichShippingMethodsHaveNoCarrier() {
        Map<Event, Rule> tracked = Map.of(Event.DELIVERED, new Rule("completed", true, true, true, false));
        shop.hasShipping("PostNord", "Budbil", "Hämta");

        assertThat(NamesCheck.ofCarriers(
                        new StatusSetup(tracked, Map.of("2", "DHL"), List.of(), 14),
                        shop.client().names()))
                .extracting(Objection::toString)
                .containsExactly(
                        "status.trackers: no carrier for the shipping methods Hämta (3). Their parcels' numbers go"
                                + " into a comment. Carriers: PostNord (1) · DHL (2)");
        assertThat(NamesCheck.ofCarriers(
                        new StatusSetup(tracked, Map.of("2", "DHL", "hämta", "2"), List.of(), 14),
                        shop.client().names()))
                .isEmpty();
    }

    @Test
    void asksForNoCarriersWhereNoRuleTellsOfParcels() {
        assertThat(NamesCheck.ofCarriers(
                        new StatusSetup(
                                Map.of(Event.DELIVERED, new Rule("completed", true, true, false, false)),
                                Map.of(),
                                List.of(),
                                14),
                        shop.client().names()))
                .isEmpty();
        assertThat(shop.asked).isEmpty();
    }

    @Test
    void asksForNoTrackingTypesWhereNoneIsNamed() {
        assertThat(status(Map.of(), "created")).isEmpty();
        assertThat(shop.asked).containsExactly("orderStatuses");
    }

    @Test
    void takesAnIdCodeBeforeTheNameOfAnotherStatus() {
        shop.has(
                new OrderStatus(31, "completed", List.of("Klar")),
                new OrderStatus(32, null, List.of("completed")),
                new OrderStatus(33, null, List.of("Betald")),
                new OrderStatus(34, null, List.of("Betald")));

        assertThat(status(Map.of(), "completed")).isEmpty();
        assertThat(status(Map.of(), "Betald"))
                .containsExactly("status.sequence: the shop has several of the name \"Betald\"."
                        + " Write the number of one: Betald (33) · Betald (34)");
    }

    @Test
    void saysWhichStatusOfTheTransferIsMissing() {
        assertThat(NamesCheck.ofTransfer(
                        orders(List.of("Created", "32", "betald"), Set.of(), Set.of()),
                        shop.client().names()))
                .isEmpty();
        assertThat(NamesCheck.ofTransfer(
                        orders(List.of("created", "paid"), Set.of(), Set.of()),
                        shop.client().names()))
                .extracting(Objection::toString)
                .containsExactly("orders.transferWhen: the shop has no order status \"paid\". " + STATUSES);
    }

    @Test
    void aNameThatSeveralStatusesHaveLetsThemAllThrough() {
        shop.has(new OrderStatus(33, null, List.of("Betald")), new OrderStatus(34, null, List.of("Betald")));

        assertThat(NamesCheck.ofTransfer(
                        orders(List.of("Betald"), Set.of(), Set.of()),
                        shop.client().names()))
                .isEmpty();
    }

    @Test
    void saysWhichPaymentAndShippingMethodsAreMissing() {
        assertThat(NamesCheck.ofMethods(
                        orders(List.of(), Set.of("KLARNA", "fakt", "3", "faktura"), Set.of("1", "postnord")),
                        shop.client().names()))
                .isEmpty();
        assertThat(NamesCheck.ofMethods(
                        orders(List.of(), Set.of("swish"), Set.of("2")),
                        shop.client().names()))
                .extracting(Objection::toString)
                .containsExactly(
                        "orders.payments.swish: the shop has no payment method \"swish\". There are: klarna, Klarna (1)"
                                + " · FAKT, Faktura, Invoice (2) · Faktura (3)",
                        "orders.shipping.2: the shop has no shipping method \"2\". There are: PostNord (1)");
    }

    @Test
    void asksForNoMethodsWhereNoneIsNamed() {
        assertThat(NamesCheck.ofMethods(
                        orders(List.of(), Set.of(), Set.of()), shop.client().names()))
                .isEmpty();
        assertThat(shop.asked).isEmpty();
    }

    @Test
    void saysWhichStockStatusIsMissing() {
        assertThat(stock(Map.of(), "inStock", "Slut")).isEmpty();
        assertThat(stock(Map.of(), "instock", null)).isEmpty();
        assertThat(stock(Map.of(), "5", "Restnoterad"))
                .containsExactly(
                        "stock.statuses.refill: the shop has no stock status \"5\"."
                                + " There are: inStock, I lager (3) · Slut (4)",
                        "stock.statuses.soldOut: the shop has no stock status \"Restnoterad\"."
                                + " There are: inStock, I lager (3) · Slut (4)");
        assertThat(shop.asked).doesNotContain("stockLocations");
    }

    @Test
    void saysWhichStockLocationIsMissing() {
        assertThat(stock(Map.of("1", "Butik", "2", "18"), "inStock", null)).isEmpty();
        assertThat(stock(Map.of("1", "Butik", "2", "Källare"), "inStock", null))
                .containsExactly("stock.locations.2: the shop has no stock location \"Källare\"."
                        + " There are: Butik (17) · Lager (18)");
    }

    @Test
    void seesThatTwoWarehousesHaveTheSameLocationUnderTwoNames() {
        assertThat(stock(Map.of("1", "Butik", "2", "17"), "inStock", null))
                .containsExactly("stock.locations.2: the stock location \"Butik (17)\" stands twice. Write each once.");
    }

    @Test
    void saysWhichPriceListIsMissing() {
        assertThat(prices(true, Map.of("5", "Norge"))).isEmpty();
        assertThat(prices(true, Map.of("5", "Danmark")))
                .containsExactly("prices.lists.5: the shop has no price list \"Danmark\"."
                        + " There are: Sverige (1) · Norge (2)");
    }

    @Test
    void refusesTheBasePriceForAMasterListInAnotherCurrency() {
        assertThat(prices(true, Map.of())).isEmpty();
        assertThat(NamesCheck.ofPrices(
                        new PriceSetup(true, Map.of(), BigDecimal.TEN, true, "EUR"),
                        shop.client().prices()))
                .extracting(Objection::toString)
                .containsExactly("prices.base: the shop's master list is in SEK, the articles' own prices in EUR."
                        + " Write base: false, or Specter's currency as prices.currency.");
        assertThat(NamesCheck.ofPrices(
                        new PriceSetup(false, Map.of("5", "Norge"), BigDecimal.TEN, true, "EUR"),
                        shop.client().prices()))
                .isEmpty();
    }

    @Test
    void refusesTwoPricesForTheMasterList() {
        assertThat(prices(true, Map.of("5", "Sverige")))
                .containsExactly("prices.lists.5: Sverige (1) is the shop's master list, which gets the base price."
                        + " Remove it here, or write base: false.");
        assertThat(prices(false, Map.of("5", "Sverige"))).isEmpty();
    }

    private List<String> status(Map<String, String> trackers, String... sequence) {
        return texts(NamesCheck.ofStatus(
                new StatusSetup(Map.of(), trackers, List.of(sequence), 14),
                shop.client().names()));
    }

    private static OrderSetup orders(List<String> transferWhen, Set<String> payments, Set<String> shipping) {
        OrderSetup sample = SampleSetup.tenant().shops().getFirst().orders();
        return new OrderSetup(
                transferWhen,
                sample.as(),
                payments.stream().collect(Collectors.toMap(key -> key, _ -> new OrderSetup.Payment("KG", null, false))),
                shipping.stream()
                        .collect(Collectors.toMap(key -> key, _ -> new OrderSetup.Shipping("FRAKT", null, false))),
                sample.articles(),
                sample.customers(),
                sample.bundles(),
                sample.amountDiscountsIncludeVat(),
                sample.createMissingArticles(),
                sample.sendOrderMail(),
                sample.stockSiteId(),
                sample.maxRows());
    }

    private List<String> stock(Map<String, String> locations, String refill, @Nullable String soldOut) {
        return texts(NamesCheck.ofStock(
                new StockSetup(
                        Sites.SUM,
                        locations,
                        refill,
                        soldOut,
                        new Shown(0, null),
                        List.of(),
                        Map.of(),
                        false,
                        StockSetup.Gone.ZERO),
                shop.client().stock()));
    }

    private List<String> prices(boolean base, Map<String, String> lists) {
        return texts(NamesCheck.ofPrices(
                new PriceSetup(base, lists, BigDecimal.TEN, true, "SEK"),
                shop.client().prices()));
    }

    private static List<String> texts(List<Objection> objections) {
        return objections.stream().map(Objection::toString).toList();
    }
}
