package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import tools.jackson.databind.JsonNode;

/** Products and variants, as sections 3 and 7 of the reference say. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebCatalogueTest {

    private static final String SHOP = "kajak-se";

    private StarwebSimulator starweb;
    private ShopClient client;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
    }

    @Test
    void someProductsHaveSeveralVariantsAndShowOnlyTheFirst() throws Exception {
        JsonNode kayak = client.data("/products?filterSku=KAJ-001&include=primaryVariant")
                .get(0);
        assertThat(kayak.path("hasSeveralVariants").asBoolean()).isTrue();
        assertThat(kayak.path("primaryVariant").path("data").path("sku").asString())
                .isEqualTo("KAJ-001");
        JsonNode variants = client.data("/products/" + kayak.path("productId").asLong() + "/variants");
        assertThat(variants.size()).isEqualTo(2);
        assertThat(variants.get(1).path("sku").asString()).isEqualTo("KAJ-002");
        assertThat(variants.get(1).path("attributeValueLinks").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"primary, 0", "all, 1"})
    void filterSkuMissesVariantsThatAreNotTheFirst(String quirk, int found) throws Exception {
        starweb.quirks(SHOP).set("sku.filterScope", quirk);
        assertThat(client.data("/products?filterSku=KAJ-001").size()).isEqualTo(1);
        assertThat(client.data("/products?filterSku=KAJ-002").size()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 400", "true, 0, 200"})
    void theCaseOfASkuCountsOnlyWhereTheShopSaysSo(String quirk, int found, int renamed) throws Exception {
        starweb.quirks(SHOP).set("sku.caseSensitive", quirk);
        assertThat(client.data("/products?filterSku=kaj-001").size()).isEqualTo(found);
        assertThat(client.status("PATCH", client.variant("KAJ-005"), "{\"sku\":\"kaj-001\"}"))
                .isEqualTo(renamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\":\"KAJ-002\"}",
                "{\"sku\":\"KAJ 5\"}",
                "{\"sku\":\"KÅJ\"}",
                "{\"sku\":\"12345678901234567890123456789012345678901\"}",
                "{\"sku\":null}",
                "{\"ean\":null}",
                "{\"somethingNew\":null}",
                "{\"isActive\":\"yes\"}",
                "{\"ean\":\"123456789012345678901\"}",
                "{\"costPrice\":12}",
                "{\"attributeValueLinks\":7}"
            })
    void aWrongVariantChangesNothing(String body) throws Exception {
        String variant = client.variant("KAJ-005");
        JsonNode before = client.data(variant);
        assertThat(client.status("PATCH", variant, body)).isEqualTo(400);
        assertThat(client.data(variant)).isEqualTo(before);
    }

    @Test
    void whatIsWrittenToAVariantIsReadAndUnknownFieldsAreIgnored() throws Exception {
        String variant = client.variant("KAJ-005");
        String body = "{\"externalId\":\"5\",\"externalIdType\":\"Brygga\",\"ean\":\"735\",\"weightInKg\":1.5,"
                + "\"costPrice\":\"80.5\",\"sku\":\"KAJ-005X\",\"colour\":\"red\"}";
        assertThat(client.status("PATCH", variant, body)).isEqualTo(200);
        JsonNode read = client.data(variant);
        assertThat(read.path("sku").asString()).isEqualTo("KAJ-005X");
        assertThat(read.path("costPrice").asString()).isEqualTo("80.5");
        assertThat(read.path("weightInKg").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(read.has("colour")).isFalse();
        assertThat(client.data("/products?filterSku=KAJ-005X").size()).isEqualTo(1);
        assertThat(client.data("/products?filterSku=KAJ-005").isEmpty()).isTrue();
    }

    @Test
    void aVariantBelongsToItsProductOnly() throws Exception {
        String variant = client.variant("KAJ-005");
        String id = variant.substring(variant.lastIndexOf('/') + 1);
        assertThat(client.status("GET", "/products/1/variants/" + id, "")).isEqualTo(404);
        assertThat(client.status("GET", variant + "/prices?include=x", "")).isEqualTo(200);
        assertThat(client.status("GET", variant + "/colours", "")).isEqualTo(404);
        assertThat(client.status("GET", "/products/9999/variants", "")).isEqualTo(404);
    }

    @Test
    void theIncludesShowPricesOfAllListsAndAttributeValues() throws Exception {
        String variant = client.variant("KAJ-001");
        JsonNode read = client.data(variant + "?include=prices,attributeValues");
        assertThat(read.path("prices").size()).isEqualTo(3);
        assertThat(read.path("attributeValues").size()).isEqualTo(1);
        assertThat(client.data(variant).has("prices")).isFalse();
        assertThat(client.status("GET", variant + "?include=stocks", "")).isEqualTo(400);
    }

    @Test
    void aRenamedSkuIsFoundByItsNewNameWhileOrdersKeepTheOld() throws Exception {
        long order = starweb.placeAndPay(SHOP, java.util.Map.of("KAJ-005", 1)).orderId();
        starweb.renameArticle(SHOP, "KAJ-005", "KAJ-005B");
        assertThat(client.data("/products?filterSku=KAJ-005B").size()).isEqualTo(1);
        JsonNode read = client.data("/orders/" + order + "?include=items");
        assertThat(read.path("items").path("data").get(0).path("sku").asString())
                .isEqualTo("KAJ-005");
    }

    @Test
    void aRemovedVariantAndARemovedProductAreGone() throws Exception {
        String second = client.variant("KAJ-002");
        starweb.removeVariant(SHOP, "KAJ-002");
        assertThat(client.status("GET", second, "")).isEqualTo(404);
        assertThat(client.status("PATCH", second + "/stocks/1", "{\"stockQuantity\":1}"))
                .isEqualTo(404);
        String first = client.variant("KAJ-001");
        assertThat(client.data(first.substring(0, first.lastIndexOf('/'))).size())
                .isEqualTo(1);
        int products = client.data("/products").size();
        starweb.removeProduct(SHOP, "KAJ-001");
        assertThat(client.data("/products").size()).isEqualTo(products - 1);
        assertThat(client.data("/products?filterSku=KAJ-001").isEmpty()).isTrue();
        // Shoppers and their orders go on.
        starweb.placeAtOnce(SHOP, OrderKind.PRIVATE_KLARNA, 30);
    }

    @Test
    void aProductMayBeGoneBetweenTheListAndItsVariants() throws Exception {
        starweb.removeProductAfterNextList(SHOP, "KAJ-005");
        long product = client.data("/products?filterSku=KAJ-005")
                .get(0)
                .path("productId")
                .asLong();
        assertThat(client.status("GET", "/products/" + product + "/variants", ""))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"never, 0", "stock-and-prices, 1"})
    void stockRaisesAProductsTimeOnlyWhereTheShopSaysSo(String quirk, int found) throws Exception {
        starweb.quirks(SHOP).set("product.bumpOn", quirk);
        starweb.clock().advance(Duration.ofDays(1));
        String yesterday = starweb.clock()
                .instant()
                .minus(Duration.ofHours(1))
                .atOffset(java.time.ZoneOffset.UTC)
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString();
        // A token lives an hour.
        ShopClient later = new ShopClient(starweb, SHOP);
        starweb.setStock(SHOP, "KAJ-001", BigDecimal.ONE);
        assertThat(later.data("/products?updatedSince=" + yesterday).size()).isEqualTo(found);
        assertThat(later.status("GET", "/products?updatedSince=yesterday", "")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"no, 0", "yes, 1"})
    void stockTellsByWebHookOnlyWhereTheShopSaysSo(String quirk, int told) throws Exception {
        starweb.quirks(SHOP).set("hook.stockFires", quirk);
        client.call("POST", "/web-hooks", "{\"event\":\"product-updated\",\"url\":\"http://127.0.0.1:1/hook\"}");
        client.call("POST", "/web-hooks", "{\"event\":\"product-removed\",\"url\":\"http://127.0.0.1:1/hook\"}");
        String variant = client.variant("KAJ-005");
        client.call("PATCH", variant, "{\"stockQuantity\":3}");
        starweb.removeProduct(SHOP, "KAJ-006");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> starweb.webHooks().deliveries().size() == told + 1);
    }

    @Test
    void numberedProductsComeInPagesAndAreFoundAtOnce() throws Exception {
        int before = total();
        starweb.addProducts(SHOP, 10_000);
        assertThat(total()).isEqualTo(before + 10_000);
        assertThat(client.data("/products?filterSku=LOAD-10000&include=primaryVariant")
                        .get(0)
                        .path("primaryVariant")
                        .path("data")
                        .path("stockQuantity")
                        .asLong())
                .isEqualTo(25);
        assertThat(client.data("/products?page=100").size()).isEqualTo(100);
        starweb.addProducts(SHOP, 1);
        assertThat(starweb.onSale(SHOP, "LOAD-10001")).isEqualByComparingTo("25");
    }

    private int total() throws Exception {
        return client.call("GET", "/products", "")
                .json()
                .path("meta")
                .path("pagination")
                .path("total")
                .asInt();
    }
}
