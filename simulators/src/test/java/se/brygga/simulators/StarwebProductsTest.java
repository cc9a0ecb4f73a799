package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;
import tools.jackson.databind.JsonNode;

/** Products whole, as section 7 of the reference says: created, changed and deleted by a client. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebProductsTest {

    private static final String SHOP = "kajak-se";
    private static final String TEXT = "'languages':[{'langCode':'sv','name':'Tröja'}]";
    private static final String ONE = "{" + TEXT + ",'variants':[{'sku':'TROJA','attributeValueLinks':[]}]}";

    private StarwebSimulator starweb;
    private ShopClient client;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
    }

    private long attribute(String name) throws Exception {
        return client.created("/product-attributes", "{'languages':[{'langCode':'sv','name':'" + name + "'}]}")
                .path("attributeId")
                .asLong();
    }

    private long value(long attribute, String name) throws Exception {
        return client.created(
                        "/product-attributes/" + attribute + "/values",
                        "{'languages':[{'langCode':'sv','name':'" + name + "'}]}")
                .path("attributeValueId")
                .asLong();
    }

    @Test
    void aNewProductIsHiddenAndHasWhatWasSent() throws Exception {
        String path = client.product(
                "{'externalId':'10023','externalIdType':'SpecterSync','unitId':1,'defaultVatRate':'12',"
                        + "'languages':[{'langCode':'sv','name':'Tröja','longDescription':'<b>Lång</b>'}],"
                        + "'variants':[{'sku':'TROJA','attributeValueLinks':[],'ean':'735','weightInKg':0.4,'stockQuantity':12}]}");
        JsonNode read = client.data(path + "?include=primaryVariant,languages,unit");
        assertThat(read.path("visibility").asString()).isEqualTo("hidden");
        assertThat(read.path("defaultVatRate").asString()).isEqualTo("12");
        assertThat(read.path("externalId").asString()).isEqualTo("10023");
        assertThat(read.path("unit").path("data").path("unitId").asLong()).isEqualTo(1);
        assertThat(read.path("primaryVariant")
                        .path("data")
                        .path("stockQuantity")
                        .asLong())
                .isEqualTo(12);
        // Slim: the long text is in the list of languages only.
        assertThat(read.path("languages").path("data").path(0).has("longDescription"))
                .isFalse();
        assertThat(client.data(path + "/languages/sv").path("longDescription").asString())
                .isEqualTo("<b>Lång</b>");
        assertThat(starweb.goods(SHOP, "TROJA").shown()).isFalse();
        assertThat(client.data("/products?filterVisible=true&filterSku=TROJA").isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + "}",
                "{" + TEXT + ",'variants':[]}",
                "{" + TEXT + ",'variants':[{'sku':'X'}]}",
                "{" + TEXT + ",'variants':[{'attributeValueLinks':[]}]}",
                "{" + TEXT + ",'variants':[{'sku':'kaj-001','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'variants':[{'sku':'TRÖJA','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'variants':[{'sku':'A/B','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'variants':[{'sku':'X ','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'variants':[{'sku':'X','attributeValueLinks':[99999]}]}",
                "{" + TEXT + ",'variants':[{'sku':'X','attributeValueLinks':[]},{'sku':'Y','attributeValueLinks':[]}]}",
                "{" + TEXT
                        + ",'variants':[{'sku':'X','attributeValueLinks':[301]},{'sku':'x','attributeValueLinks':[302]}]}",
                "{" + TEXT
                        + ",'variants':[{'sku':'X','attributeValueLinks':[301]},{'sku':'Y','attributeValueLinks':[301]}]}",
                "{" + TEXT + ",'variants':[{'sku':'X','attributeValueLinks':[301,302]}]}",
                "{" + TEXT + ",'visibility':'shown','variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'visibility':'pricelists','variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'visibilityPricelistIds':[1],'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'defaultVatRate':25,'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'defaultVatRate':'101','variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'manufacturerId':99999,'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'unitId':99999,'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'sortIndex':0,'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT + ",'categories':[{'categoryId':99999}],'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{" + TEXT
                        + ",'bundledProducts':[{'bundledProductId':1}],'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{'languages':[{'langCode':'sv','name':''}],'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{'languages':[{'langCode':'se','name':'X'}],'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{'languages':[{'langCode':'fi','name':'X'}],'variants':[{'sku':'X','attributeValueLinks':[]}]}",
                "{'data':{" + TEXT + ",'variants':[{'sku':'X','attributeValueLinks':[]}]}}"
            })
    void aWrongProductIsNotCreatedAtAll(String body) throws Exception {
        int before = client.data("/products").size();
        assertThat(client.send("POST", "/products", body).status()).isEqualTo(400);
        assertThat(client.data("/products").size()).isEqualTo(before);
        assertThat(starweb.productWrites(SHOP)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"150, 201", "151, 400"})
    void aNameHas150CharactersAtMost(int length, int status) throws Exception {
        String body = ONE.replace("Tröja", "å".repeat(length));
        assertThat(client.send("POST", "/products", body).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"STRICT_2_12, 0", "GUIDE_2024, 1"})
    void pricesOfANewVariantCountOnlyInAShopOfTheGuide(String contract, int rows) throws Exception {
        starweb.quirks(SHOP).set("contract", contract);
        long master = starweb.priceLists(SHOP).stream()
                .filter(list -> list.kind().equals("MASTER"))
                .findFirst()
                .orElseThrow()
                .id();
        String path = client.product("{" + TEXT + ",'variants':[{'sku':'TROJA','attributeValueLinks':[],'prices':"
                + "[{'pricelistId':" + master + ",'priceExVat':159.2}]}]}");
        assertThat(client.data(path + "/variants?include=prices")
                        .path(0)
                        .path("prices")
                        .size())
                .isEqualTo(rows);
    }

    @Test
    void variantsDifferByValuesOfTheSameAttributes() throws Exception {
        long colour = attribute("Färg");
        long size = attribute("Storlek");
        long red = value(colour, "Röd");
        long blue = value(colour, "Blå");
        long medium = value(size, "M");
        String path = client.product("{" + TEXT + ",'variants':[{'sku':'T-RM','attributeValueLinks':[" + red + ","
                + medium + "]},{'sku':'T-BM','attributeValueLinks':[" + medium + "," + blue + "]}]}");
        assertThat(client.data(path).path("hasSeveralVariants").asBoolean()).isTrue();
        assertThat(client.data(path + "/attributes").size()).isEqualTo(2);
        JsonNode value = client.data(path + "/variants?include=attributeValues,attributeValues.attribute")
                .path(1)
                .path("attributeValues")
                .path(1);
        assertThat(value.path("languages").path("data").path(0).path("name").asString())
                .isEqualTo("Blå");
        assertThat(value.path("attribute").path("data").path("attributeId").asLong())
                .isEqualTo(colour);

        String variants = path + "/variants";
        assertThat(status("POST", variants, "{'sku':'T-X','attributeValueLinks':[]}"))
                .isEqualTo(400);
        assertThat(status("POST", variants, "{'sku':'T-X','attributeValueLinks':[" + red + "]}"))
                .isEqualTo(400);
        assertThat(status("POST", variants, "{'sku':'T-X','attributeValueLinks':[" + medium + "," + red + "]}"))
                .isEqualTo(400);
        long large = value(size, "L");
        long added = client.created(variants, "{'sku':'T-RL','attributeValueLinks':[" + red + "," + large + "]}")
                .path("variantId")
                .asLong();
        assertThat(status("PATCH", variants + "/" + added, "{'attributeValueLinks':[" + red + "," + medium + "]}"))
                .isEqualTo(400);
        assertThat(status("DELETE", variants + "/" + added, "")).isEqualTo(204);
        assertThat(client.data(variants).size()).isEqualTo(2);
    }

    private int status(String method, String path, String body) throws Exception {
        return client.send(method, path, body).status();
    }

    @ParameterizedTest
    @CsvSource({"same, 400", "any, 201"})
    void aSecondVariantNeedsAFirstOneWithValuesUnlessTheShopTakesAll(String quirk, int status) throws Exception {
        starweb.quirks(SHOP).set("product.variantAttributes", quirk);
        String path = client.product(ONE);
        long red = value(attribute("Färg"), "Röd");
        assertThat(status("POST", path + "/variants", "{'sku':'T-R','attributeValueLinks':[" + red + "]}"))
                .isEqualTo(status);
    }

    @Test
    void aPutOfAVariantResetsWhatItLeavesOutButNotItsStock() throws Exception {
        String path = client.product("{" + TEXT + ",'variants':[{'sku':'TROJA','attributeValueLinks':[],'ean':'735',"
                + "'isActive':false,'stockQuantity':3}]}");
        String variant = path + "/variants/"
                + client.data(path + "/variants").path(0).path("variantId").asLong();
        assertThat(status("PUT", variant, "{'sku':'TROJA'}")).isEqualTo(400);
        assertThat(status("PUT", variant, "{'sku':'TROJA-2','attributeValueLinks':[]}"))
                .isEqualTo(200);
        JsonNode read = client.data(variant);
        assertThat(read.path("sku").asString()).isEqualTo("TROJA-2");
        assertThat(read.path("ean").isNull()).isTrue();
        assertThat(read.path("isActive").asBoolean()).isTrue();
        assertThat(read.path("stockQuantity").asLong()).isEqualTo(3);
    }

    @Test
    void everyWriteIsLoggedAndTellsWhetherAnybodyNeededIt() throws Exception {
        String path = client.product(ONE);
        assertThat(status("PATCH", path, "{'visibility':'visible'}")).isEqualTo(200);
        assertThat(status("PATCH", path, "{'visibility':'visible'}")).isEqualTo(200);
        assertThat(status("PATCH", path, "{'visibility':'nobody'}")).isEqualTo(400);
        starweb.products(SHOP, products -> {
            assertThat(products.writes().count(Kind.PRODUCT)).isEqualTo(3);
            assertThat(products.writes().list().getLast().changed()).isFalse();
            assertThat(products.writes().list().get(1).changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.field()).isEqualTo("visibility"));
            return products;
        });
        starweb.forgetWrites(SHOP);
        assertThat(starweb.productWrites(SHOP)).isZero();
    }

    @Test
    void aDeletedProductIsGoneWithItsSkus() throws Exception {
        String path = client.product(ONE);
        assertThat(status("DELETE", path, "")).isEqualTo(204);
        assertThat(status("GET", path, "")).isEqualTo(404);
        assertThat(status("DELETE", path, "")).isEqualTo(404);
        client.product(ONE);
    }
}
