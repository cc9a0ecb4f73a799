package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.simulators.starweb.shop.OrderSummary;
import tools.jackson.databind.JsonNode;

/** Stock and its status, as section 9 of the reference says. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebStockTest {

    private static final String SHOP = "kajak-se";
    private static final String SKU = "KAJ-001";

    private StarwebSimulator starweb;
    private ShopClient client;
    private String variant;
    private long inStock;
    private long soldOut;
    private long home;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
        variant = client.variant(SKU);
        JsonNode statuses = client.data("/product-stock-statuses");
        inStock = statuses.get(0).path("stockStatusId").asLong();
        soldOut = statuses.get(0).path("stockoutNewStatusId").asLong();
        home = client.ids("/stock-locations", "stockLocationId", "ecommerceStockLocation", "true")
                .getFirst();
    }

    @Test
    void aShopHasOneToThreeLocationsOfWhichOneSellsOnTheWeb() throws Exception {
        assertThat(client.data("/stock-locations").size()).isEqualTo(3);
        assertThat(client.ids("/stock-locations", "stockLocationId", "ecommerceStockLocation", "true"))
                .hasSize(1);
        assertThat(client.status("POST", "/stock-locations", "{}")).isEqualTo(403);
        assertThat(client.status("PATCH", "/stock-locations/" + home, "{\"sortIndex\":1}"))
                .isEqualTo(403);
        assertThat(client.status("GET", "/stock-locations/" + home, "")).isEqualTo(200);
        assertThat(client.status("GET", "/stock-locations/9999", "")).isEqualTo(404);
    }

    @Test
    void theInStockStatusHasAnIdCodeAndLeadsToOneThatCannotBeBought() throws Exception {
        JsonNode statuses = client.data("/product-stock-statuses");
        assertThat(statuses.get(0).path("idCode").asString()).isEqualTo("inStock");
        JsonNode out = client.data("/product-stock-statuses/" + soldOut);
        assertThat(out.path("productBuyable").asBoolean(true)).isFalse();
        assertThat(out.path("idCode").isNull()).isTrue();
        starweb.quirks(SHOP).set("stock.idCodes", "all");
        assertThat(client.data("/product-stock-statuses/" + soldOut)
                        .path("idCode")
                        .asString())
                .isEqualTo("outOfStock");
        assertThat(client.status("GET", "/product-stock-statuses/9999", "")).isEqualTo(404);
        assertThat(client.status("POST", "/product-stock-statuses", "{}")).isEqualTo(405);
    }

    @Test
    void theVariantMirrorsTheWebLocationInWholeNumbers() throws Exception {
        assertThat(patchStock("{\"stockQuantity\":12.75}")).isEqualTo(200);
        assertThat(client.data(variant).path("stockQuantity").asLong()).isEqualTo(12);
        assertThat(client.data(stock()).path("stockQuantity").decimalValue()).isEqualByComparingTo("12.75");
        assertThat(patchVariant("{\"stockQuantity\":9,\"stockStatusId\":" + soldOut + "}"))
                .isEqualTo(200);
        assertThat(client.data(stock()).path("stockQuantity").decimalValue()).isEqualByComparingTo("9");
        assertThat(client.data(stock()).path("stockStatusId").asLong()).isEqualTo(soldOut);
        assertThat(client.data(stock()).path("stockLocationId").asLong()).isEqualTo(home);
    }

    @Test
    void anotherLocationDoesNotShowOnTheVariant() throws Exception {
        long before = client.data(variant).path("stockQuantity").asLong();
        long other = client.ids("/stock-locations", "stockLocationId", "ecommerceStockLocation", "false")
                .getFirst();
        String body = "{\"stockQuantity\":777,\"stockStatusId\":" + inStock + ",\"shelfSpace\":\"B7\"}";
        assertThat(client.status("PUT", variant + "/stocks/" + other, body)).isEqualTo(200);
        assertThat(client.data(variant).path("stockQuantity").asLong()).isEqualTo(before);
        assertThat(client.data(variant + "/stocks/" + other).path("shelfSpace").asString())
                .isEqualTo("B7");
    }

    @Test
    void aMissingRowIsMadeByPutOnly() throws Exception {
        assertThat(client.status("DELETE", stock(), "")).isEqualTo(204);
        assertThat(client.status("GET", stock(), "")).isEqualTo(404);
        assertThat(patchStock("{\"stockQuantity\":5}")).isEqualTo(404);
        assertThat(client.data(variant).path("stockQuantity").asLong()).isZero();
        assertThat(client.status("PUT", stock(), "{\"stockQuantity\":5}")).isEqualTo(400);
        assertThat(client.status("PUT", stock(), "{\"stockStatusId\":" + inStock + "}"))
                .isEqualTo(400);
        assertThat(client.status("PUT", stock(), "{\"stockQuantity\":5,\"stockStatusId\":" + inStock + "}"))
                .isEqualTo(200);
        assertThat(client.data(variant + "/stocks").size())
                .isEqualTo(starweb.stock(SHOP, SKU).size());
        assertThat(client.status("PUT", variant + "/stocks/9999", "{}")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"below-zero, 0, false", "below-zero, -0.5, true", "zero, 0, true", "zero, 0.5, false"})
    void aQuantityAloneRunsTheStatusOut(String threshold, String quantity, boolean out) throws Exception {
        starweb.quirks(SHOP).set("stock.threshold", threshold);
        assertThat(patchStock("{\"stockQuantity\":" + quantity + "}")).isEqualTo(200);
        assertThat(client.data(stock()).path("stockStatusId").asLong()).isEqualTo(out ? soldOut : inStock);
    }

    @Test
    void theStatusDoesNotComeBackByItself() throws Exception {
        patchStock("{\"stockQuantity\":-1}");
        patchStock("{\"stockQuantity\":50}");
        assertThat(client.data(stock()).path("stockStatusId").asLong()).isEqualTo(soldOut);
        patchStock("{\"stockQuantity\":50,\"stockStatusId\":" + inStock + "}");
        assertThat(client.data(stock()).path("stockStatusId").asLong()).isEqualTo(inStock);
    }

    @Test
    void aStatusThatIsSentStaysAndNoRuleRuns() throws Exception {
        patchStock("{\"stockQuantity\":-3,\"stockStatusId\":" + inStock + "}");
        assertThat(client.data(stock()).path("stockStatusId").asLong()).isEqualTo(inStock);
    }

    @ParameterizedTest
    @CsvSource({"no, false", "yes, true"})
    void theRulesRunOnAVariantOnlyWhenTheShopSaysSo(String quirk, boolean out) throws Exception {
        starweb.quirks(SHOP).set("stock.rulesOnVariant", quirk);
        assertThat(patchVariant("{\"stockQuantity\":-1}")).isEqualTo(200);
        assertThat(client.data(variant).path("stockStatusId").asLong()).isEqualTo(out ? soldOut : inStock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stockQuantity\":\"5\"}",
                "{\"stockQuantity\":null}",
                "{\"stockQuantity\":100000001}",
                "{\"stockStatusId\":9999}",
                "{\"data\":{\"stockQuantity\":5}}"
            })
    void aWrongBodyChangesNothing(String body) throws Exception {
        JsonNode before = client.data(stock());
        assertThat(patchStock(body)).isEqualTo(400);
        assertThat(patchVariant(body)).isEqualTo(400);
        assertThat(client.data(stock())).isEqualTo(before);
        assertThat(starweb.stockWrites(SHOP)).isZero();
    }

    @Test
    void aVariantCountsInWholeNumbersOnly() throws Exception {
        assertThat(patchVariant("{\"stockQuantity\":5.5}")).isEqualTo(400);
    }

    @Test
    void aShopWithoutLocationsKeepsStockOnItsVariants() throws Exception {
        ShopClient tea = new ShopClient(starweb, "te-butiken");
        String darjeeling = tea.variant("TE-001");
        assertThat(tea.data("/stock-locations").isEmpty()).isTrue();
        assertThat(tea.data(darjeeling + "/stocks").isEmpty()).isTrue();
        assertThat(tea.status("PATCH", darjeeling, "{\"stockQuantity\":3}")).isEqualTo(200);
        assertThat(tea.data(darjeeling).path("stockQuantity").asLong()).isEqualTo(3);
        assertThat(starweb.stock("te-butiken", "TE-001")).singleElement().satisfies(shelf -> {
            assertThat(shelf.quantity()).isEqualByComparingTo("3");
            assertThat(shelf.locationId()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "completion-and-return, 0, 2, 0",
        "completion, 0, 2, 2",
        "placement-and-return, 2, 2, 0",
        "placement, 2, 2, 2",
        "never, 0, 0, 0"
    })
    void anOrderTakesStockAndGivesItBackAsTheShopSays(String quirk, int placed, int paid, int canceled)
            throws Exception {
        starweb.quirks(SHOP).set("stock.moves", quirk);
        BigDecimal before = starweb.onSale(SHOP, SKU);
        OrderSummary order = starweb.place(SHOP, "{\"goods\":{\"KAJ-001\":2}}");
        assertThat(before.subtract(starweb.onSale(SHOP, SKU))).isEqualByComparingTo(new BigDecimal(placed));
        starweb.pay(SHOP, order.orderId());
        assertThat(before.subtract(starweb.onSale(SHOP, SKU))).isEqualByComparingTo(new BigDecimal(paid));
        String cancel = "{\"statusId\":" + client.orderStatus("canceled") + "}";
        client.status("PATCH", "/orders/" + order.orderId(), cancel);
        client.status("PATCH", "/orders/" + order.orderId(), cancel);
        assertThat(before.subtract(starweb.onSale(SHOP, SKU))).isEqualByComparingTo(new BigDecimal(canceled));
    }

    @Test
    void anOrderFromBeforeGivesBackNothing() {
        List<Goods> before = starweb.goods(SHOP, goods -> goods.goods(100));
        for (OrderSummary order : starweb.orders(SHOP)) {
            starweb.setStatus(SHOP, order.orderId(), "canceled");
        }
        List<Goods> after = starweb.goods(SHOP, goods -> goods.goods(100));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aBundleTakesItsPartsToo() {
        BigDecimal parts = starweb.onSale(SHOP, "KAJ-003");
        BigDecimal bundles = starweb.onSale(SHOP, "KAJ-SET");
        starweb.placeAndPay(SHOP, se.brygga.simulators.starweb.shop.OrderKind.BUNDLE);
        assertThat(starweb.onSale(SHOP, "KAJ-003")).isEqualByComparingTo(parts.subtract(BigDecimal.ONE));
        assertThat(starweb.onSale(SHOP, "KAJ-SET")).isEqualByComparingTo(bundles.subtract(BigDecimal.ONE));
    }

    @Test
    void anOrderThatTakesMoreThanThereIsRunsTheStatusOut() {
        starweb.setStock(SHOP, SKU, BigDecimal.ONE);
        starweb.placeAndPay(SHOP, Map.of(SKU, 2));
        assertThat(starweb.onSale(SHOP, SKU)).isEqualByComparingTo("-1");
        assertThat(starweb.goods(SHOP, SKU).buyable()).isFalse();
    }

    @Test
    void aShopThatRespectsItsStockSellsNoMoreThanItHas() throws Exception {
        starweb.setStock(SHOP, SKU, new BigDecimal(2));
        int orders = starweb.orders(SHOP).size();
        assertThat(starweb.buyIfInStock(SHOP, Map.of(SKU, 3))).isEmpty();
        assertThat(starweb.buyIfInStock(SHOP, Map.of("NOTHING-1", 1))).isEmpty();
        String wish = "{\"goods\":{\"KAJ-001\":3},\"respectStock\":true}";
        assertThat(client.control("POST", "shops/kajak-se/orders", wish).status())
                .isEqualTo(409);
        assertThat(starweb.orders(SHOP)).hasSize(orders);
        assertThat(starweb.buyIfInStock(SHOP, Map.of(SKU, 2))).isPresent();
        assertThat(starweb.onSale(SHOP, SKU)).isEqualByComparingTo("0");
    }

    @Test
    void aStatusThatCannotBeBoughtStopsTheSaleWhateverTheQuantity() throws Exception {
        patchStock("{\"stockQuantity\":50,\"stockStatusId\":" + soldOut + "}");
        assertThat(starweb.buyIfInStock(SHOP, Map.of(SKU, 1))).isEmpty();
    }

    @Test
    void writesAreCountedPerSkuAndNeedlessOnesShow() throws Exception {
        patchStock("{\"stockQuantity\":5}");
        patchStock("{\"stockQuantity\":5}");
        patchVariant("{\"ean\":\"7350000000000\"}");
        starweb.setStock(SHOP, SKU, BigDecimal.TEN);
        assertThat(starweb.stockWrites(SHOP)).isEqualTo(2);
        assertThat(starweb.writes(SHOP, SKU))
                .extracting(write -> write.changed())
                .containsExactly(true, false);
        assertThat(starweb.writes(SHOP, SKU).getFirst().target()).isEqualTo(home);
        starweb.forgetWrites(SHOP);
        assertThat(starweb.stockWrites(SHOP)).isZero();
    }

    @Test
    void aForeignConnectorPutsBackWhatWasWritten() throws Exception {
        BigDecimal before = starweb.onSale(SHOP, SKU);
        starweb.quirks(SHOP).set("foreign.connector", "fights");
        assertThat(patchStock("{\"stockQuantity\":1}")).isEqualTo(200);
        assertThat(starweb.onSale(SHOP, SKU)).isEqualByComparingTo(before);
        assertThat(client.data(variant).path("externalIdType").asString()).isEqualTo("Specter");
        starweb.setStockAsForeignConnector(SHOP, SKU, BigDecimal.ZERO);
        assertThat(client.data(variant).path("stockStatusId").asLong()).isEqualTo(soldOut);
    }

    private String stock() {
        return variant + "/stocks/" + home;
    }

    private int patchStock(String body) throws Exception {
        return client.status("PATCH", stock(), body);
    }

    private int patchVariant(String body) throws Exception {
        return client.status("PATCH", variant, body);
    }
}
