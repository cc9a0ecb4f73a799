package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import tools.jackson.databind.JsonNode;

/** Prices and price lists, as section 8 of the reference says. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebPricesTest {

    private static final String SHOP = "kajak-se";

    /** In every seeded list. */
    private static final String SKU = "KAJ-001";

    private StarwebSimulator starweb;
    private ShopClient client;
    private String prices;
    private long master;
    private long country;
    private long customer;
    private long inactive;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
        prices = client.variant(SKU) + "/prices";
        master = list("isMaster", "true");
        country = list("currencyCode", "NOK");
        customer = list("isCustomerPricelist", "true");
        inactive = list("isActive", "false");
    }

    @Test
    void aShopHasAMasterListACountryListInItsOwnCurrencyAndACustomerListWithAParent() throws Exception {
        assertThat(client.data("/pricelists/" + master).path("currencyCode").asString())
                .isEqualTo("SEK");
        assertThat(client.data("/pricelists/" + country)
                        .path("countryCodes")
                        .get(0)
                        .asString())
                .isEqualTo("NO");
        assertThat(client.data("/pricelists/" + customer)
                        .path("parentPricelistId")
                        .asLong())
                .isEqualTo(master);
        assertThat(client.status("GET", "/pricelists/9999", "")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "master | {'externalId':'1'} | 400",
                "master | {'currencyCode':'SEK','externalId':'1'} | 200",
                "country | {'name':'Norge'} | 400",
                "country | {'currencyCode':'NOK'} | 400",
                "country | {'name':'Norge','currencyCode':'NOK','region':'Nordic'} | 400",
                "country | {'name':'Norge','currencyCode':'NOK','countryCodes':['NO']} | 400",
                "country | {'name':'Norge','currencyCode':'kronor'} | 400",
                "country | {'name':'Norge','currencyCode':'NOK','countryCodes':'NO,SE'} | 200",
                "customer | {'name':'Stora'} | 400",
                "customer | {'name':'Stora','parentPricelistId':9999} | 400",
                "customer | {'name':'Stora','parentPricelistId':MASTER} | 200",
                "customer | {'name':'1234567890123456789012345678901','parentPricelistId':MASTER} | 400"
            })
    void aPatchOfAListNeedsTheFieldsOfItsKind(String kind, String body, int status) throws Exception {
        long list = kind.equals("master") ? master : kind.equals("country") ? country : customer;
        String json = body.replace('\'', '"').replace("MASTER", Long.toString(master));
        assertThat(client.status("PATCH", "/pricelists/" + list, json)).isEqualTo(status);
    }

    @Test
    void theMasterListCanNeitherBeNamedNorDeleted() throws Exception {
        client.status("PATCH", "/pricelists/" + master, "{\"currencyCode\":\"SEK\",\"name\":\"Annat\"}");
        assertThat(client.data("/pricelists/" + master).path("name").asString()).isEqualTo("Standard");
        assertThat(client.status("DELETE", "/pricelists/" + master, "")).isEqualTo(403);
        assertThat(client.status("DELETE", "/pricelists/" + customer, "")).isEqualTo(204);
        assertThat(client.status("GET", prices + "/" + customer, "")).isEqualTo(404);
    }

    @Test
    void aListThatIsMadeIsNotActiveUnlessAsked() throws Exception {
        JsonNode made = client.call("POST", "/pricelists", "{\"name\":\"Danmark\",\"currencyCode\":\"DKK\"}")
                .json()
                .path("data");
        assertThat(made.path("isCountryPricelist").asBoolean()).isTrue();
        assertThat(made.path("isActive").asBoolean(true)).isFalse();
        assertThat(client.status("POST", "/pricelists", "{\"name\":\"Danmark\"}"))
                .isEqualTo(400);
    }

    @Test
    void aRowIsMadeByPostAndChangedByPatch() throws Exception {
        String row = prices + "/" + inactive;
        assertThat(client.status("GET", row, "")).isEqualTo(404);
        assertThat(client.status("PATCH", row, body(inactive, "\"priceExVat\":10")))
                .isEqualTo(404);
        assertThat(client.status("PUT", row, body(inactive, "\"priceExVat\":10")))
                .isEqualTo(404);
        assertThat(client.status("POST", prices, body(inactive, "\"priceExVat\":10")))
                .isEqualTo(201);
        assertThat(client.status("POST", prices, body(inactive, "\"priceExVat\":10")))
                .isEqualTo(400);
        assertThat(client.status("PATCH", row, body(inactive, "\"specialPriceExVat\":8")))
                .isEqualTo(200);
        assertThat(client.data(row).path("priceExVat").decimalValue()).isEqualByComparingTo("10");
        assertThat(client.data(row).path("specialPriceExVat").decimalValue()).isEqualByComparingTo("8");
        client.status("PATCH", row, body(inactive, "\"specialPriceExVat\":null"));
        assertThat(client.data(row).path("specialPriceExVat").isNull()).isTrue();
        assertThat(client.status("DELETE", row, "")).isEqualTo(204);
        assertThat(client.status("DELETE", row, "")).isEqualTo(404);
        assertThat(starweb.priceWrites(SHOP)).isEqualTo(4);
    }

    @Test
    void putForgetsWhatItDoesNotName() throws Exception {
        String row = prices + "/" + master;
        client.status("PATCH", row, body(master, "\"specialPriceExVat\":8"));
        client.status("PUT", row, body(master, "\"priceExVat\":12"));
        assertThat(client.data(row).path("specialPriceExVat").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"priceExVat\":10}",
                "{\"pricelistId\":9999,\"priceExVat\":10}",
                "{\"pricelistId\":MASTER,\"priceExVat\":-1}",
                "{\"pricelistId\":MASTER,\"priceExVat\":\"10\"}",
                "{\"pricelistId\":MASTER,\"priceExVat\":null}",
                "{\"pricelistId\":MASTER,\"specialPriceExVat\":-0.01}",
                "{\"pricelistId\":MASTER,\"volumePrices\":[{\"quantity\":5,\"priceExVat\":1}]}",
                "{\"pricelistId\":MASTER,\"volumePrices\":{\"data\":[{\"quantity\":1,\"priceExVat\":1}]}}",
                "{\"data\":{\"pricelistId\":MASTER,\"priceExVat\":10}}"
            })
    void aWrongRowChangesNothing(String body) throws Exception {
        JsonNode before = client.data(prices);
        String json = body.replace("MASTER", Long.toString(master));
        assertThat(client.status("PATCH", prices + "/" + master, json)).isEqualTo(400);
        assertThat(client.data(prices)).isEqualTo(before);
    }

    @Test
    void aRowOfAnotherListThanThePathsIsRefused() throws Exception {
        assertThat(client.status("PATCH", prices + "/" + master, body(country, "\"priceExVat\":1")))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"4, 94.3396", "2, 94.34"})
    void aPriceKeepsAsManyDecimalsAsTheShopDoes(String scale, String kept) throws Exception {
        starweb.quirks(SHOP).set("price.scale", scale);
        client.status("PATCH", prices + "/" + master, body(master, "\"priceExVat\":94.339649"));
        assertThat(client.data(prices + "/" + master).path("priceExVat").decimalValue())
                .isEqualByComparingTo(kept);
    }

    @Test
    void tiersAreMadeChangedAndDeletedOneByOne() throws Exception {
        String volume = prices + "/" + master + "/volume";
        assertThat(client.status("POST", volume, "{\"quantity\":1,\"priceExVat\":9}"))
                .isEqualTo(400);
        assertThat(client.status("POST", volume, "{\"priceExVat\":9}")).isEqualTo(400);
        assertThat(client.status("PATCH", volume + "/5", "{\"quantity\":5,\"priceExVat\":9}"))
                .isEqualTo(404);
        assertThat(client.status("POST", volume, "{\"quantity\":5,\"priceExVat\":9.12345}"))
                .isEqualTo(201);
        assertThat(client.status("POST", volume, "{\"quantity\":5,\"priceExVat\":9}"))
                .isEqualTo(400);
        assertThat(client.data(volume + "/5").path("priceExVat").decimalValue()).isEqualByComparingTo("9.1235");
        assertThat(client.status("PATCH", volume + "/5", "{\"priceExVat\":8}")).isEqualTo(400);
        assertThat(client.status("PATCH", volume + "/5", "{\"quantity\":6,\"priceExVat\":8}"))
                .isEqualTo(400);
        assertThat(client.status("PUT", volume + "/5", "{\"quantity\":5,\"priceExVat\":8}"))
                .isEqualTo(200);
        assertThat(client.data(volume).size()).isEqualTo(1);
        assertThat(client.status("DELETE", volume + "/5", "")).isEqualTo(204);
        assertThat(client.data(volume).isEmpty()).isTrue();
        assertThat(client.status("GET", prices + "/" + inactive + "/volume", ""))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"replace, 1", "merge, 2", "ignored, 1"})
    void tiersInARowDoWhatTheShopDoes(String quirk, int tiers) throws Exception {
        starweb.quirks(SHOP).set("price.volumeInRow", quirk);
        String row = prices + "/" + customer;
        client.status("PATCH", row, body(customer, "\"volumePrices\":{\"data\":[{\"quantity\":20,\"priceExVat\":5}]}"));
        assertThat(client.data(row + "/volume").size()).isEqualTo(tiers);
        assertThat(client.status("GET", row + "/volume/10", "")).isEqualTo(quirk.equals("replace") ? 404 : 200);
    }

    @ParameterizedTest
    @CsvSource({"ignored, false", "written, true"})
    void pricesInAVariantCountOnlyWhereTheShopSaysSo(String quirk, boolean written) throws Exception {
        starweb.quirks(SHOP).set("price.inVariant", quirk);
        String body = "{\"prices\":[{\"pricelistId\":" + master + ",\"priceExVat\":77}]}";
        assertThat(client.status("PATCH", client.variant(SKU), body)).isEqualTo(200);
        BigDecimal price = starweb.price(SHOP, SKU, master).orElseThrow().price();
        assertThat(price.compareTo(new BigDecimal(77)) == 0).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"ZERO_ALL, 0", "ZERO_MISSING, 12.5"})
    void anActivatedListReadsZero(String quirk, String kept) throws Exception {
        starweb.quirks(SHOP).set("pricelist.activation", quirk);
        client.status("POST", prices, body(inactive, "\"priceExVat\":12.5,\"specialPriceExVat\":11"));
        String activate = "{\"name\":\"EU\",\"currencyCode\":\"EUR\",\"isActive\":true}";
        assertThat(client.status("PATCH", "/pricelists/" + inactive, activate)).isEqualTo(200);
        assertThat(client.data(prices + "/" + inactive).path("priceExVat").decimalValue())
                .isEqualByComparingTo(kept);
        assertThat(client.data(client.variant("KAJ-002") + "/prices/" + inactive)
                        .path("priceExVat")
                        .decimalValue())
                .isEqualByComparingTo("0");
    }

    @Test
    void aListThatIsActiveAlreadyIsNotZeroedAgain() {
        BigDecimal before = starweb.price(SHOP, SKU, country).orElseThrow().price();
        starweb.activatePriceList(SHOP, country);
        assertThat(starweb.price(SHOP, SKU, country).orElseThrow().price()).isEqualByComparingTo(before);
        starweb.activatePriceList(SHOP, inactive);
        assertThat(starweb.price(SHOP, SKU, inactive).orElseThrow().price()).isEqualByComparingTo("0");
        assertThat(starweb.priceLists(SHOP)).allMatch(list -> list.active());
    }

    @Test
    void aNeedlessPriceWriteShows() throws Exception {
        client.status("PATCH", prices + "/" + master, body(master, "\"priceExVat\":5"));
        client.status("PATCH", prices + "/" + master, body(master, "\"priceExVat\":5.00"));
        assertThat(starweb.writes(SHOP, SKU))
                .extracting(write -> write.changed())
                .containsExactly(true, false);
    }

    @Test
    void anOrderIsPricedAsTheShopSellsToday() {
        starweb.setPrice(SHOP, SKU, master, new BigDecimal("1000"), null);
        String total = starweb.place(SHOP, "{\"goods\":{\"KAJ-001\":1}}").total();
        assertThat(new BigDecimal(total)).isBetween(new BigDecimal("1250"), new BigDecimal("1299"));
    }

    private long list(String field, String value) throws Exception {
        return client.ids("/pricelists", "pricelistId", field, value).getFirst();
    }

    private static String body(long list, String rest) {
        return "{\"pricelistId\":" + list + "," + rest + "}";
    }
}
