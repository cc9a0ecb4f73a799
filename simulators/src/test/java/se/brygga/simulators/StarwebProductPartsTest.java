package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import tools.jackson.databind.JsonNode;

/** The lists of one product: texts, categories, VAT rates, pictures, meta data and what a bundle consists of. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebProductPartsTest {

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

    private int status(String method, String path, String body) throws Exception {
        return client.send(method, path, body).status();
    }

    @ParameterizedTest
    @CsvSource({
        "languages-merge-others-replace, 2, 1",
        "all-merge, 2, 2",
        "all-replace, 1, 1",
    })
    void listsInAPatchMergeOrReplaceAsTheShopDoes(String quirk, int languages, int rates) throws Exception {
        starweb.quirks(SHOP).set("product.patchArrays", quirk);
        String path = client.product("{" + TEXT + ",'vatRates':[{'countryCode':'NO','vatRate':15}],"
                + "'variants':[{'sku':'TROJA','attributeValueLinks':[]}]}");
        assertThat(
                        status(
                                "PATCH",
                                path,
                                "{'languages':[{'langCode':'no','name':'Genser'}],'vatRates':[{'countryCode':'DE','vatRate':19}]}"))
                .isEqualTo(200);
        assertThat(client.data(path + "/languages").size()).isEqualTo(languages);
        assertThat(client.data(path + "/vat-rates").size()).isEqualTo(rates);
        assertThat(client.data(path).path("visibility").asString()).isEqualTo("hidden");
    }

    @Test
    void aPatchOfOneLanguageKeepsTheTextsThatItLeavesOut() throws Exception {
        String path = client.product(ONE.replace("'name':'Tröja'", "'name':'Tröja','longDescription':'Lång'"));
        assertThat(status("PATCH", path, "{'languages':[{'langCode':'sv','name':'Kofta'}]}"))
                .isEqualTo(200);
        JsonNode text = client.data(path + "/languages/sv");
        assertThat(text.path("name").asString()).isEqualTo("Kofta");
        assertThat(text.path("longDescription").asString()).isEqualTo("Lång");
    }

    @Test
    void eachListOfAProductIsReadAndWrittenOnItsOwn() throws Exception {
        String path = client.product(ONE);
        long category =
                client.data("/product-categories").path(0).path("categoryId").asLong();
        for (List<String> part : List.of(
                List.of("languages", "'langCode':'no','name':'Genser'", "no"),
                List.of("categories", "'categoryId':" + category, Long.toString(category)),
                List.of("vat-rates", "'countryCode':'NO','vatRate':15", "NO"))) {
            String list = path + "/" + part.get(0);
            String body = "{" + part.get(1) + "}";
            int before = client.data(list).size();
            assertThat(status("PATCH", list + "/" + part.get(2), body)).isEqualTo(404);
            client.created(list, body);
            assertThat(status("POST", list, body)).as("twice").isEqualTo(400);
            assertThat(status("PUT", list + "/" + part.get(2), body)).isEqualTo(200);
            assertThat(status("PATCH", list + "/" + part.get(2), body)).isEqualTo(200);
            assertThat(client.data(list).size()).isEqualTo(before + 1);
            assertThat(status("DELETE", list + "/" + part.get(2), "")).isEqualTo(204);
            assertThat(status("DELETE", list + "/" + part.get(2), "")).isEqualTo(404);
            assertThat(client.data(list).size()).isEqualTo(before);
        }
    }

    @Test
    void aPutOfMetaDataCreatesWhatIsMissing() throws Exception {
        String path = client.product(ONE);
        long type = client.data("/product-meta-data-types")
                .path(0)
                .path("metaDataTypeId")
                .asLong();
        String body = "{'metaDataTypeId':" + type + ",'languages':[{'langCode':'sv','value':'Ull'}]}";
        assertThat(status("PUT", path + "/meta-data/" + type, body)).isEqualTo(200);
        assertThat(client.data(path + "?include=metaData")
                        .path("metaData")
                        .path("data")
                        .path(0)
                        .path("languages")
                        .path("data")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo("Ull");
    }

    @ParameterizedTest
    @CsvSource({"refused, 400", "kept, 201"})
    void aBundleConsistsOfOtherProductsAndRarelyOfBundles(String quirk, int nested) throws Exception {
        starweb.quirks(SHOP).set("product.nestedBundles", quirk);
        String bundle = "{'type':'bundle'," + TEXT + ",'variants':[{'sku':'SET','attributeValueLinks':[]}],"
                + "'bundledProducts':[{'bundledProductId':1,'variantSku':'KAJ-001','quantity':2}]}";
        long id = Long.parseLong(client.product(bundle).replace("/products/", ""));
        assertThat(client.data("/products/" + id + "/bundled-products")
                        .path(0)
                        .path("quantity")
                        .asLong())
                .isEqualTo(2);
        assertThat(status(
                        "POST",
                        "/products",
                        bundle.replace("'bundledProductId':1,'variantSku':'KAJ-001'", "'bundledProductId':" + id)
                                .replace("SET", "SETS")))
                .isEqualTo(nested);
        assertThat(status("POST", "/products/" + id + "/bundled-products", "{'bundledProductId':99999}"))
                .isEqualTo(400);
    }

    @Test
    void theListsOfAProductComeWithAndWithoutTheirWrapper() throws Exception {
        String path = client.product(ONE);
        starweb.quirks(SHOP).set("noise", "100");
        Set<Boolean> wrapped = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            JsonNode read = client.data(path + "?include=languages,categories,mediaFiles,vatRates");
            wrapped.add(read.path("languages").has("data"));
            wrapped.add(read.path("mediaFiles").has("data"));
        }
        assertThat(wrapped).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aProductOfTheGuideHasItsRateAsANumber() throws Exception {
        starweb.quirks(SHOP).set("contract", "GUIDE_2024");
        String path = client.product(ONE.replaceFirst("\\{", "{'defaultVatRate':12.5,"));
        assertThat(client.data(path).path("defaultVatRate").isNumber()).isTrue();
        starweb.quirks(SHOP).set("contract", "STRICT_2_12");
        assertThat(client.data(path).path("defaultVatRate").asString()).isEqualTo("12.5");
        assertThat(client.data(client.product(ONE.replace("TROJA", "T-2")))
                        .path("defaultVatRate")
                        .isNull())
                .isTrue();
    }
}
