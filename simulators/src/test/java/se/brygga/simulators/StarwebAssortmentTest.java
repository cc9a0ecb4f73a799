package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.samples.SimSamples.Dirt;
import se.brygga.simulators.starweb.shop.WebHookSender.Delivery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole assortments, what a shop owner does to products by hand, and the faults that a client meets with them. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebAssortmentTest {

    private static final String SHOP = "kajak-se";
    private static final String ONE =
            "{'languages':[{'langCode':'sv','name':'Tröja'}],'variants':[{'sku':'TROJA','attributeValueLinks':[]}]}";

    private StarwebSimulator starweb;
    private ShopClient client;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
    }

    @Test
    void anEmptyShopIsFilledWithAnAssortmentThatIsTheSameFromTheSameSeed() throws Exception {
        starweb.openEmpty("tom");
        starweb.openEmpty("tom-2");
        assertThat(new ShopClient(starweb, "tom").data("/products").isEmpty()).isTrue();
        Map<Dirt, Integer> dirt = starweb.fill("tom", 7, 300, 900, 50);
        assertThat(dirt).hasSize(Dirt.values().length - 2);
        assertThat(starweb.fill("tom-2", 7, 300, 900, 50)).isEqualTo(dirt);
        for (String shop : new String[] {"tom", "tom-2"}) {
            assertThat(starweb.productCount(shop)).isEqualTo(300);
            assertThat(starweb.variantCount(shop)).isEqualTo(900);
            assertThat(starweb.doubles(shop)).isEmpty();
        }
        ShopClient of = new ShopClient(starweb, "tom");
        ShopClient other = new ShopClient(starweb, "tom-2");
        String list = "/products?page=2&include=languages,primaryVariant";
        assertThat(of.data(list).path(40).path("languages"))
                .isEqualTo(other.data(list).path(40).path("languages"));
        assertThat(of.data("/products?filterVisible=true").size()).isLessThanOrEqualTo(100);
        assertThat(starweb.productWrites("tom")).as("by hand").isZero();
    }

    @Test
    void theShopsThatTakeMoreDirtGetIt() {
        starweb.openEmpty("tom");
        starweb.quirks("tom").set("sku.caseSensitive", "true");
        starweb.quirks("tom").set("product.nestedBundles", "kept");
        assertThat(starweb.fill("tom", 7, 100, 200, 100)).hasSize(Dirt.values().length);
    }

    @Test
    void fiveThousandProductsAreThereInSeconds() throws Exception {
        starweb.openEmpty("tom");
        starweb.fill("tom", 1, 5_000, 12_000, 20);
        JsonNode last = new ShopClient(starweb, "tom").data("/products?page=50");
        assertThat(last.size()).isEqualTo(100);
        assertThat(starweb.variantCount("tom")).isEqualTo(12_000);
    }

    @Test
    void theShopOwnerAddsRenamesAndRemovesByHandAndTheClientIsTold() throws Exception {
        for (String event : new String[] {"created", "updated", "removed"}) {
            client.created("/web-hooks", "{'event':'product-" + event + "','url':'http://127.0.0.1:1/hook'}");
        }
        String shop = "shops/" + SHOP + "/";
        String wish = "{'name':'Tröja','manufacturer':'Fjällverket','category':'Kläder','variants':"
                + "[{'sku':'T-1','price':159.2,'stock':3}]}";
        assertThat(client.control("POST", shop + "products", wish.replace('\'', '"'))
                        .status())
                .isEqualTo(200);
        client.control("POST", shop + "products/T-1", "{\"name\":\"Kofta\",\"visible\":true}");
        client.control(
                "POST",
                shop + "products/T-1/variants",
                "{\"sku\":\"T-2\",\"values\":{\"Storlek\":\"L\"},\"price\":170}");
        JsonNode product = client.control("GET", shop + "products/T-2", "").json();
        assertThat(product.path("name").asString()).isEqualTo("Kofta");
        assertThat(product.path("variants")
                        .path(0)
                        .path("values")
                        .path("Storlek")
                        .asString())
                .isEqualTo("Standard");
        assertThat(product.path("variants")
                        .path(1)
                        .path("values")
                        .path("Storlek")
                        .asString())
                .isEqualTo("L");
        assertThat(starweb.goods(SHOP, "T-2").price()).isEqualByComparingTo("170");
        client.control("POST", shop + "variants/T-2", "{\"ean\":\"735\"}");
        client.control("DELETE", shop + "variants/T-2", "");
        client.control("POST", shop + "products/T-1/remove", "");
        assertThat(client.control("GET", shop + "products/T-1", "").status()).isEqualTo(400);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> starweb.webHooks().deliveries().size() == 6);
        assertThat(starweb.webHooks().deliveries())
                .extracting(Delivery::event)
                .containsOnlyOnce("product-created", "product-removed");
        assertThat(starweb.productWrites(SHOP)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"fires, 4", "silent, 0"})
    void theClientsOwnWritesAreToldWhereTheShopSaysSo(String quirk, int told) throws Exception {
        starweb.quirks(SHOP).set("hook.echo", quirk);
        for (String event : new String[] {"created", "updated", "removed"}) {
            client.created("/web-hooks", "{'event':'product-" + event + "','url':'http://127.0.0.1:1/hook'}");
        }
        String product = client.product(ONE);
        client.send("PATCH", product, "{'visibility':'visible'}");
        client.send("POST", product + "/vat-rates", "{'countryCode':'NO','vatRate':15}");
        client.send("DELETE", product, "");
        starweb.products(
                SHOP,
                products -> products.change(
                        "KAJ-001", JsonMapper.shared().createObjectNode().put("name", "Kajak")));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> starweb.webHooks().deliveries().size() == told + 1);
    }

    @Test
    void aReadIsLateAfterAWriteWhereTheShopIs() throws Exception {
        starweb.quirks(SHOP).set("read.lag", "10");
        String product = client.product(ONE);
        assertThat(client.send("GET", product, "").status()).isEqualTo(404);
        assertThat(client.data("/products?filterSku=TROJA").isEmpty()).isTrue();
        starweb.clock().advance(Duration.ofSeconds(11));
        assertThat(client.data(product).path("visibility").asString()).isEqualTo("hidden");
        client.send("PATCH", product, "{'visibility':'visible'}");
        assertThat(client.data(product).path("visibility").asString()).isEqualTo("hidden");
        assertThat(client.data("/products?filterSku=TROJA")
                        .path(0)
                        .path("visibility")
                        .asString())
                .isEqualTo("hidden");
        starweb.clock().advance(Duration.ofSeconds(11));
        assertThat(client.data(product).path("visibility").asString()).isEqualTo("visible");
    }

    @Test
    void anAnswerThatIsLostAfterTheWriteLeavesTheProduct() throws Exception {
        starweb.faults().add(Fault.times("POST /kajak-se/api/v2/products", Fault.Kind.STATUS_AFTER_COMMIT, 1));
        assertThat(client.send("POST", "/products", ONE).status()).isEqualTo(500);
        assertThat(client.data("/products?filterSku=TROJA").size()).isEqualTo(1);
        assertThat(client.send("POST", "/products", ONE).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"never, 0", "stock-and-prices, 1"})
    void aVariantRaisesItsProductsTimeOnlyWhereTheShopSaysSo(String quirk, int found) throws Exception {
        starweb.quirks(SHOP).set("product.bumpOn", quirk);
        String variant = client.variant("KAJ-005");
        starweb.clock().advance(Duration.ofMinutes(10));
        String since = starweb.clock().instant().minusSeconds(60).toString().replaceAll("\\.\\d+Z", "Z");
        client.send("PATCH", variant, "{'ean':'735'}");
        assertThat(client.data("/products?updatedSince=" + since).size()).isEqualTo(found);
        client.send("PATCH", "/products/1", "{'sortIndex':3}");
        assertThat(client.data("/products?updatedSince=" + since)
                        .path(0)
                        .path("productId")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void thePageShowsProductsAndItsFormsChangeThem() throws Exception {
        Browser browser = new Browser();
        String form = "application/x-www-form-urlencoded";
        String shop = starweb.uri() + "/__sim/shops/" + SHOP + "/";
        String added = "name=Tr%C3%B6ja+%26+byxa&sku=T-1&price=159%2C20&stock=3&manufacturer=&category=Kl%C3%A4der";
        assertThat(browser.send("POST", shop + "products", added, "Content-Type", form)
                        .status())
                .isEqualTo(303);
        String variant = "sku=T-2&attribute=Storlek&value=L&price=10";
        browser.send("POST", shop + "products/T-1/variants", variant, "Content-Type", form);
        String page = browser.send("GET", starweb.uri() + "/__sim/products/" + SHOP + "?page=2", "")
                .body();
        assertThat(page).contains("Tröja &amp; byxa", "T-2", "Storlek L");
        assertThat(starweb.goods(SHOP, "T-1").price()).isEqualByComparingTo("159.2");
    }
}
