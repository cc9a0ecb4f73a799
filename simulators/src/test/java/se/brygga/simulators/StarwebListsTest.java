package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.samples.SimSamples;
import tools.jackson.databind.JsonNode;

/** The lists that products refer to: manufacturers, units, categories, attributes with values, meta data types and files. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebListsTest {

    private static final String SHOP = "kajak-se";
    private static final String TEXT = "'languages':[{'langCode':'sv','name':'%s'}]";

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

    @Test
    void aManufacturerIsThereOnceUnderItsName() throws Exception {
        JsonNode maker = client.created("/product-manufacturers", "{'name':'Fjällverket','externalId':'7'}");
        assertThat(status("POST", "/product-manufacturers", "{'name':'Fjällverket'}"))
                .isEqualTo(400);
        assertThat(status("POST", "/product-manufacturers", "{'name':'" + "x".repeat(31) + "'}"))
                .isEqualTo(400);
        assertThat(status("POST", "/product-manufacturers", "{}")).isEqualTo(400);
        String path = "/product-manufacturers/" + maker.path("manufacturerId").asLong();
        assertThat(status("PATCH", path, "{'name':'Fjällverket','url':'https://fjall.example/'}"))
                .isEqualTo(200);
        assertThat(client.data(path).path("externalId").asString()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "/product-units, 30",
        "/product-categories, 90",
        "/product-attributes, 50",
    })
    void aNameHasItsLongestLengthAndIsNeeded(String path, int longest) throws Exception {
        String body = "{" + TEXT + "}";
        assertThat(status("POST", path, body.formatted("å".repeat(longest)))).isEqualTo(201);
        assertThat(status("POST", path, body.formatted("å".repeat(longest + 1))))
                .isEqualTo(400);
        assertThat(status("POST", path, body.formatted(""))).isEqualTo(400);
        assertThat(status("POST", path, "{}")).isEqualTo(400);
        assertThat(status("POST", path, "{'languages':[{'name':'x'}]}")).isEqualTo(400);
    }

    @Test
    void everyListButThatOfManufacturersTakesANameTwiceAndTheSimulatorTells() throws Exception {
        String body = ("{" + TEXT + "}").formatted("Färg");
        long attribute =
                client.created("/product-attributes", body).path("attributeId").asLong();
        client.created("/product-attributes", body);
        String values = "/product-attributes/" + attribute + "/values";
        client.created(values, ("{" + TEXT + "}").formatted("Röd"));
        client.created(values, ("{" + TEXT + "}").formatted("Röd"));
        client.created(values, ("{" + TEXT + "}").formatted("Blå"));
        client.upload("a.png", SimSamples.picture(1));
        client.upload("b.png", SimSamples.picture(1));
        client.upload("c.png", SimSamples.picture(2));
        List<String> doubles = starweb.doubles(SHOP);
        assertThat(doubles).hasSize(3);
        assertThat(doubles)
                .anyMatch(text -> text.contains("Färg"))
                .anyMatch(text -> text.contains("Röd"))
                .anyMatch(text -> text.startsWith("MEDIA_FILE"));
    }

    @Test
    void categoriesAreATreeWhoseNamesAreOnlyShownWhenAskedFor() throws Exception {
        long top = client.created(
                        "/product-categories",
                        ("{'externalId':'G1','externalIdType':'Brygga'," + TEXT + "}").formatted("Kläder"))
                .path("categoryId")
                .asLong();
        long below = client.created(
                        "/product-categories",
                        ("{'parentId':" + top + ",'visibility':'hidden'," + TEXT + "}").formatted("Tröjor"))
                .path("categoryId")
                .asLong();
        assertThat(client.data("/product-categories?externalId=G1").size()).isEqualTo(1);
        JsonNode child = client.data("/product-categories?parent=" + top).path(0);
        assertThat(child.has("languages")).isFalse();
        assertThat(client.data("/product-categories/" + below + "?include=languages")
                        .path("languages")
                        .path("data")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Tröjor");
        assertThat(client.data("/product-categories/" + top).path("hasChildren").asBoolean())
                .isTrue();
        assertThat(client.data("/product-categories?filterVisible=true&parent=" + top)
                        .isEmpty())
                .isTrue();
        assertThat(status("PATCH", "/product-categories/" + top, "{'parentId':" + below + "}"))
                .as("below itself")
                .isEqualTo(400);
        assertThat(status("POST", "/product-categories", ("{'parentId':99999," + TEXT + "}").formatted("X")))
                .isEqualTo(400);
    }

    @Test
    void whatIsDeletedIsNoLongerReferredTo() throws Exception {
        long maker = client.created("/product-manufacturers", "{'name':'Fjällverket'}")
                .path("manufacturerId")
                .asLong();
        String product = client.product("{'manufacturerId':" + maker + "," + TEXT.formatted("Tröja")
                + ",'variants':[{'sku':'TROJA','attributeValueLinks':[]}]}");
        assertThat(status("DELETE", "/product-manufacturers/" + maker, "")).isEqualTo(204);
        assertThat(client.data(product).path("manufacturerId").isNull()).isTrue();
    }

    @Test
    void aPictureIsUploadedLinkedNumberedAndDownloaded() throws Exception {
        byte[] picture = SimSamples.picture(0x336699);
        long uploaded = client.upload("röd båt.png", picture)
                .json()
                .path("data")
                .path("mediaFileId")
                .asLong();
        JsonNode first = client.data("/media-files/" + uploaded);
        long second = client.upload("b.png", SimSamples.picture(5))
                .json()
                .path("data")
                .path("mediaFileId")
                .asLong();
        assertThat(first.path("name").asString()).isEqualTo("röd båt.png");
        assertThat(first.path("mime").asString()).isEqualTo("image/png");
        assertThat(first.path("size").asLong()).isEqualTo(picture.length);
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(first.path("url").asString()))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(picture);
        }
        String links = "/products/1/media-files";
        client.created(links, "{'mediaFileId':" + uploaded + ",'sortIndex':9}");
        assertThat(client.data(links).path(0).path("sortIndex").asLong()).isZero();
        client.created(links, "{'mediaFileId':" + second + "}");
        assertThat(status("PATCH", links + "/" + uploaded, "{'mediaFileId':" + uploaded + ",'sortIndex':9}"))
                .isEqualTo(200);
        assertThat(client.data(links).path(0).path("mediaFileId").asLong()).isEqualTo(second);
        assertThat(client.data(links).path(1).path("sortIndex").asLong()).isEqualTo(1);
        assertThat(status("POST", links, "{'mediaFileId':99999}")).isEqualTo(400);
    }

    @Test
    void aFileOfAnotherTypeOrTooLargeOrWithoutItsPartIsRefused() throws Exception {
        starweb.quirks(SHOP).set("media.max", "1");
        assertThat(client.upload("a.png", "not a picture".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(client.upload("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
        byte[] large = java.util.Arrays.copyOf(SimSamples.picture(1), 1024 * 1024 + 1);
        assertThat(client.upload("a.png", large).status()).isEqualTo(400);
        assertThat(status("POST", "/media-files", "{'file':'x'}")).isEqualTo(400);
        assertThat(client.data("/media-files").size()).isEqualTo(1);
    }
}
