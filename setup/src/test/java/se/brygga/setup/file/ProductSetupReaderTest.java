package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.setup.yaml.Mistake;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.SetupReason;

class ProductSetupReaderTest {

    @Test
    void aShopWithoutTheSectionHasNoSyncOfProducts() {
        assertThat(GoodFile.shop("").products()).isNull();
        assertThat(GoodFile.tenant(GoodFile.withInShop("")).loops()).noneMatch(loop -> loop.startsWith("products/"));
    }

    @Test
    void theSectionAloneSwitchesTheSyncOnWithTheDefaultsOfTheFlow() {
        ProductSetup products = products("    products: {}\n");

        assertThat(products.name()).isEqualTo(new NameTemplate("{product} - {values}"));
        assertThat(products.removed()).isEqualTo(ProductSetup.Removed.KEEP);
        assertThat(products.visible()).isFalse();
        assertThat(products.sweepAt()).isEqualTo(LocalTime.of(3, 0));
        assertThat(products.mode(ProductField.NAME)).isEqualTo(Mode.FOLLOW);
        assertThat(products.mode(ProductField.STOCK)).isEqualTo(Mode.CREATE);
        assertThat(products.mode(ProductField.IMAGES)).isEqualTo(Mode.OFF);
        assertThat(GoodFile.tenant(GoodFile.withInShop("    products: {}\n")).loops())
                .contains("products/nordkajak/kajak-se");
    }

    @Test
    void readsEveryKey() {
        ProductSetup products = products("""
                    products:
                      fields: { name: create, vat-rate: "off", barcode: follow, price: "off" }
                      name: "{product}, {values}"
                      removed: mark
                      removedMark: "Utgått:"
                      sweepAt: "02:15"
                """);

        assertThat(products.mode(ProductField.NAME)).isEqualTo(Mode.CREATE);
        assertThat(products.mode(ProductField.VAT_RATE)).isEqualTo(Mode.OFF);
        assertThat(products.mode(ProductField.BARCODE)).isEqualTo(Mode.FOLLOW);
        assertThat(products.mode(ProductField.PRICE)).isEqualTo(Mode.OFF);
        assertThat(products.mode(ProductField.WEIGHT)).isEqualTo(Mode.FOLLOW);
        assertThat(products.name()).isEqualTo(new NameTemplate("{product}, {values}"));
        assertThat(products.removed()).isEqualTo(ProductSetup.Removed.MARK);
        assertThat(products.removedMark()).isEqualTo("Utgått:");
        assertThat(products.sweepAt()).isEqualTo(LocalTime.of(2, 15));
    }

    @Test
    void whereSpecterIsMasterTheJournalOfArticlesIsFollowed() {
        String text = GoodFile.withInShop("    products: { visible: true }\n").replace("combined", "specter");
        TenantSetup tenant = GoodFile.tenant(text);

        assertThat(tenant.follows(Feed.PRICES)).isTrue();
        ProductSetup products = Objects.requireNonNull(tenant.shops().getFirst().products());
        assertThat(products.visible()).isTrue();
        assertThat(products.mode(ProductField.IMAGES)).isEqualTo(Mode.CREATE);
        assertThat(products.mode(ProductField.STOCK)).isEqualTo(Mode.OFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fields: { price: follow }|fields.price: the field cannot be carried like that by this flow. Write one of: create, off.",
                "fields: { images: create }|fields.images: the field cannot be carried like that by this flow. Write one of: off.",
                "visible: true|visible: by the flow, products go the other way, so this key has no effect. Remove the key.",
                "name: \"{product}\"|name: must have the words of the example in this order. Write for example {product} - {values}.",
                "sweepAt: 25|sweepAt: must be a time of day. Write for example 03:00.",
            })
    void refusesWhatCannotBe(String key, String mistake) {
        assertThat(GoodFile.mistakes("    products: { " + key + " }\n")).containsExactly("products." + mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "NAME", "vatRate"})
    void namesTheFieldsThatThereAre(String field) {
        assertThat(GoodFile.mistakes("    products: { fields: { " + field + ": follow } }\n"))
                .singleElement()
                .asString()
                .startsWith("products.fields." + field + ": this field is not known. Write one of: name, vat-rate,");
    }

    @Test
    void saysWhichOfSeveralShopsDecidesAboutAnArticle() {
        String second = GoodFile.TEXT
                .substring(GoodFile.TEXT.indexOf("  - shop:"))
                .replace("kajak-se", "kajak-no")
                .replace("kajak.example", "kajak-no.example")
                .replace("a.b", "c.d")
                .replace("orderNoPrefix: K", "orderNoPrefix: N");
        SetupFile.Result read =
                GoodFile.read(GoodFile.withInShop("    products: {}\n") + second + "    products: {}\n");

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.warnings())
                .extracting(Mistake::path, Mistake::what)
                .contains(tuple("shops[1].products", SetupReason.PRODUCTS_OF_SEVERAL_SHOPS.of("kajak-se")));
    }

    private static ProductSetup products(String sections) {
        return Objects.requireNonNull(GoodFile.shop(sections).products());
    }
}
