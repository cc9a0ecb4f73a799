package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.VariantChange;

/** How whole products are written (reference sections 2 and 7.2). */
@Timeout(60)
class ProductWritesTest {

    private static final VariantRef VARIANT = new VariantRef(12, 34);
    private static final String OK = "{\"data\":{}}";
    private static final String NOT_FOUND = "{\"error\":\"not_found\"}";

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    private static NewProduct product(String sku, String name) {
        return new NewProduct(
                "10023",
                new BigDecimal("25.00"),
                1L,
                null,
                new ProductText("sv", name, "Kort", null),
                List.of(variant(sku)));
    }

    private static NewVariant variant(String sku) {
        return new NewVariant(sku, List.of(8L), 3, "7310", new BigDecimal("0.250"), new BigDecimal("40.50"));
    }

    @Test
    void createsAProductHiddenInOneCallWithoutNulls() {
        shop.stub.answers(201, "{\"data\":{\"productId\":12}}");

        assertThat(shop.catalogue.create(product("TROJA-M", "Tröja"))).isEqualTo(12);

        assertThat(shop.stub.calls())
                .containsExactly("POST /products {\"externalId\":\"10023\",\"externalIdType\":\"SpecterSync\","
                        + "\"type\":\"basic\",\"visibility\":\"hidden\",\"unitId\":1,\"defaultVatRate\":\"25\","
                        + "\"languages\":[{\"langCode\":\"sv\",\"name\":\"Tröja\",\"shortDescription\":\"Kort\"}],"
                        + "\"variants\":[{\"sku\":\"TROJA-M\",\"attributeValueLinks\":[8],\"stockStatusId\":3,"
                        + "\"stockQuantity\":0,\"ean\":\"7310\",\"weightInKg\":0.250,\"costPrice\":\"40.5\"}]}");
    }

    @Test
    void aProductWithoutANewIdMayHaveBeenMade() {
        shop.stub.answers(201, OK);

        ShopOnTheWire.assertContentFails(
                () -> shop.catalogue.create(product("A", "Tröja")), Kind.OUTCOME_UNKNOWN, "answer-without-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Å-1", "A/1", "A 1", "", "12345678901234567890123456789012345678901"})
    void aSkuThatNoShopCanHoldIsNotSent(String sku) {
        assertNotSent(() -> shop.catalogue.create(product(sku, "Tröja")));
        assertNotSent(() -> shop.catalogue.addVariant(12, variant(sku)));
        assertNotSent(
                () -> shop.catalogue.changeVariant(VARIANT, "A", new VariantChange(sku, null, null, null, null, null)));
    }

    @Test
    void valuesThatNoShopCanHoldAreNotSent() {
        assertNotSent(() -> shop.catalogue.create(product("A", "ö".repeat(151))));
        assertNotSent(() -> shop.catalogue.setText(12, new ProductText("sv", "A", "ö".repeat(65_536), null)));
        assertNotSent(() -> shop.catalogue.changeVariant(
                VARIANT, "A", new VariantChange(null, null, "7".repeat(21), null, null, null)));
        assertNotSent(() -> shop.catalogue.changeVariant(
                VARIANT, "A", new VariantChange(null, null, null, new BigDecimal("-1"), null, null)));
        assertNotSent(() -> shop.catalogue.change(12, new ProductChange(null, null, null, Shown.PRICE_LISTS)));
        assertNotSent(() -> shop.catalogue.upload("bild.bmp", new byte[] {1}));
        assertNotSent(() -> shop.catalogue.upload("bild\r\n.png", new byte[] {1}));
        assertNotSent(() -> shop.catalogue.upload("bild.png", new byte[0]));
        assertNotSent(() -> shop.catalogue.upload("bild.png", new byte[10_000_001]));
    }

    private void assertNotSent(ThrowingCallable call) {
        ShopOnTheWire.assertContentFails(call, Kind.OUR_FAULT, "violates-limits");
        assertThat(shop.stub.calls()).isEmpty();
    }

    @Test
    void aNameOfEmojiIsCountedInCharacters() {
        shop.stub.answers(201, "{\"data\":{\"productId\":12}}");

        assertThat(shop.catalogue.create(product("A", "🧶".repeat(150)))).isEqualTo(12);
    }

    @Test
    void changesOnlyWhatIsNamed() {
        shop.stub.answers(OK).answers(404, NOT_FOUND);

        assertThat(shop.catalogue.change(12, new ProductChange(null, null, 7L, Shown.VISIBLE)))
                .isEqualTo(Written.DONE);
        assertThat(shop.catalogue.change(12, new ProductChange(new BigDecimal("6"), null, null, Shown.HIDDEN)))
                .isEqualTo(Written.VARIANT_GONE);

        assertThat(shop.stub.calls())
                .containsExactly(
                        "PATCH /products/12 {\"manufacturerId\":7,\"visibility\":\"visible\"}",
                        "PATCH /products/12 {\"defaultVatRate\":\"6\",\"visibility\":\"hidden\"}");
    }

    @Test
    void writesALanguageByItselfAndMakesTheOneThatIsNotThere() {
        shop.stub.answers(404, NOT_FOUND).answers(201, OK);

        assertThat(shop.catalogue.setText(12, new ProductText("en", "Sweater", null, "Long")))
                .isEqualTo(Written.DONE);

        String body = " {\"langCode\":\"en\",\"name\":\"Sweater\",\"longDescription\":\"Long\"}";
        assertThat(shop.stub.calls())
                .containsExactly("PATCH /products/12/languages/en" + body, "POST /products/12/languages" + body);
    }

    @Test
    void writesATextWithTheNameThatIsThere() {
        shop.stub
                .answers("{\"data\":[{\"langCode\":\"sv\",\"name\":\"Tröja\"}]}")
                .answers(OK);

        shop.catalogue.setText(12, new ProductText("sv", null, "Kort", null));

        assertThat(shop.stub.calls().getLast())
                .isEqualTo("PATCH /products/12/languages/sv"
                        + " {\"langCode\":\"sv\",\"name\":\"Tröja\",\"shortDescription\":\"Kort\"}");
    }

    @Test
    void aNewLanguageWithoutANameIsNotWritten() {
        shop.stub
                .answers("{\"data\":[{\"langCode\":\"sv\",\"name\":\"Tröja\"}]}")
                .answers(404, NOT_FOUND);
        ProductText text = new ProductText("en", null, "Short", null);

        ShopOnTheWire.assertContentFails(() -> shop.catalogue.setText(12, text), Kind.OUR_FAULT, "violates-limits");
        assertThat(shop.catalogue.setText(13, text)).isEqualTo(Written.VARIANT_GONE);

        assertThat(shop.stub.calls()).containsExactly("GET /products/12/languages", "GET /products/13/languages");
    }

    @Test
    void addsAVariantAndSaysWhenTheProductIsGone() {
        shop.stub.answers(201, "{\"data\":{\"variantId\":34}}").answers(404, NOT_FOUND);

        assertThat(shop.catalogue.addVariant(12, variant("A"))).hasValue(VARIANT);
        assertThat(shop.catalogue.addVariant(12, variant("A"))).isEmpty();
    }

    @Test
    void saysThatAChangedVariantHasAnotherSku() {
        shop.stub.answers("{\"data\":{\"sku\":\"B\"}}");

        assertThat(shop.catalogue.changeVariant(VARIANT, "A", new VariantChange(null, false, null, null, null, null)))
                .isEqualTo(Written.OTHER_SKU);

        assertThat(shop.stub.calls()).containsExactly("PATCH /products/12/variants/34 {\"isActive\":false}");
    }

    @Test
    void renumbersAVariantThatHasTheSkuOrTheNewOneAlready() {
        VariantChange change = new VariantChange("B", null, null, null, null, null);
        shop.stub.answers("{\"data\":{\"sku\":\"a\"}}").answers("{\"data\":{\"sku\":\"B\"}}");
        shop.stub.answers("{\"data\":{\"sku\":\"C\"}}");

        assertThat(shop.catalogue.changeVariant(VARIANT, "A", change)).isEqualTo(Written.DONE);
        assertThat(shop.catalogue.changeVariant(VARIANT, "A", change)).isEqualTo(Written.OTHER_SKU);

        assertThat(shop.stub.calls())
                .containsExactly(
                        "GET /products/12/variants/34",
                        "PATCH /products/12/variants/34 {\"sku\":\"B\"}",
                        "GET /products/12/variants/34");
    }

    @Test
    void putsAProductIntoACategoryWhereItIsNotYet() {
        shop.stub.answers(OK).answers(404, NOT_FOUND).answers(201, OK);

        assertThat(shop.catalogue.putInCategory(12, 5)).isEqualTo(Written.DONE);
        assertThat(shop.catalogue.putInCategory(12, 6)).isEqualTo(Written.DONE);

        assertThat(shop.stub.calls())
                .containsExactly(
                        "GET /products/12/categories/5",
                        "GET /products/12/categories/6",
                        "POST /products/12/categories {\"categoryId\":6}");
    }

    @Test
    void addsAPictureAfterThoseThatAreThere() {
        String there = "{\"data\":[{\"mediaFileId\":80},{\"mediaFileId\":81}]}";
        shop.stub.answers(there).answers(there).answers(201, OK);

        assertThat(shop.catalogue.addImage(12, 81)).isEqualTo(Written.DONE);
        assertThat(shop.catalogue.addImage(12, 82)).isEqualTo(Written.DONE);

        assertThat(shop.stub.calls().getLast()).contains("\"mediaFileId\":82", "\"sortIndex\":2");
        assertThat(shop.stub.calls()).hasSize(3);
    }

    @Test
    void uploadsAPictureAsOneFormPart() {
        shop.stub.answers(201, "{\"data\":{\"mediaFileId\":81}}");

        assertThat(shop.catalogue.upload("fram.JPG", "bild".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(81);

        String type = shop.stub.asked().getFirst().contentType();
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(shop.stub.asked().getFirst().body())
                .isEqualTo("--" + boundary + "\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"fram.JPG\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\nbild\r\n--" + boundary + "--\r\n");
    }
}
