package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.catalogue.CatalogueLists.Attribute;
import se.brygga.clients.shop.catalogue.CatalogueLists.Category;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;

/** The lists that products refer to (reference sections 7 and 10). */
@Timeout(60)
class CatalogueListsTest {

    private static final String SHOP = "{\"data\":{\"defaultLangCode\":\"sv\",\"activeLangCodes\":[\"en\",\"sv\"],"
            + "\"shopCountryCode\":\"SE\"}}";

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @Test
    void namesTheShopsFirstLanguageFirst() {
        shop.stub
                .answers(SHOP)
                .answers("{\"data\":{\"activeLangCodes\":{\"data\":[\"no\"]}}}")
                .answers("{\"data\":{}}");

        assertThat(shop.lists.languages()).containsExactly("sv", "en");
        assertThat(shop.lists.languages()).containsExactly("no");
        ShopOnTheWire.assertContentFails(shop.lists::languages, Kind.OUR_FAULT, "unreadable-answer");
    }

    @Test
    void asksTheCountryForTheUsualVatRateWhereTheShopHasNone() {
        shop.stub.answers("{\"data\":{\"generalDefaultVatRate\":\"25.0\"}}");
        shop.stub.answers(SHOP).answers("{\"data\":{\"countryCode\":\"SE\",\"defaultVatRate\":12}}");

        assertThat(shop.lists.usualVatRate()).isEqualByComparingTo("25");
        assertThat(shop.lists.usualVatRate()).isEqualByComparingTo("12");

        assertThat(shop.stub.calls().getLast()).isEqualTo("GET /vat-rates/SE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"languages\":{\"data\":[{\"langCode\":\"sv\",\"name\":\"styck\"}]},\"unitId\":\"1\"},{}]}",
                "{\"data\":[null,{\"unitId\":1,\"languages\":[{\"langCode\":\"sv\",\"name\":\" styck \"},{}]}]}"
            })
    void readsUnitsInEveryShape(String answer) {
        shop.stub.answers(answer);

        assertThat(shop.lists.units()).containsExactly(new Entry(1, Map.of("sv", "styck")));
    }

    @Test
    void readsManufacturersUnderTheEmptyLanguage() {
        shop.stub.answers("{\"data\":[{\"manufacturerId\":7,\"name\":\"Åkes\",\"url\":null}]}");

        assertThat(shop.lists.manufacturers()).containsExactly(new Entry(7, Map.of("", "Åkes")));
    }

    @Test
    void sortsCategoriesAfterTheirParentsOverAllPages() {
        String meta = ",\"meta\":{\"pagination\":{\"total_pages\":2}}}";
        shop.stub.answers("{\"data\":[" + category(3, "2") + "," + category(4, "99") + "]" + meta);
        shop.stub.answers(
                "{\"data\":[" + category(2, "null") + "," + category(5, "6") + "," + category(6, "5") + "]" + meta);

        assertThat(shop.lists.categories()).extracting(Category::id).containsExactly(4L, 2L, 3L, 5L, 6L);
        assertThat(shop.stub.calls())
                .containsExactly(
                        "GET /product-categories?include=languages&page=1",
                        "GET /product-categories?include=languages&page=2");
    }

    private static String category(long id, String parent) {
        return "{\"categoryId\":" + id + ",\"parentId\":" + parent + ",\"languages\":[]}";
    }

    @Test
    void readsAttributesWithTheirValues() {
        shop.stub.answers("{\"data\":[{\"attributeId\":3,\"languages\":[{\"langCode\":\"sv\",\"name\":\"Färg\"}]},"
                + "{\"attributeId\":4}]}");
        shop.stub.answers(
                "{\"data\":[{\"attributeValueId\":8,\"languages\":[{\"langCode\":\"sv\",\"name\":\"Röd\"}]}]}");
        shop.stub.answers(404, "{\"error\":\"not_found\"}");

        assertThat(shop.lists.attributes())
                .containsExactly(
                        new Attribute(3, Map.of("sv", "Färg"), List.of(new Entry(8, Map.of("sv", "Röd")))),
                        new Attribute(4, Map.of(), List.of()));
    }

    @Test
    void createsEachInTheShopsFirstLanguage() {
        shop.stub
                .answers("{\"data\":{\"manufacturerId\":1}}")
                .answers(SHOP)
                .answers("{\"data\":[]}")
                .answers("{\"data\":{\"unitId\":2}}")
                .answers("{\"data\":{\"unitId\":3}}")
                .answers("{\"data\":{\"categoryId\":4}}")
                .answers("{\"data\":{\"attributeId\":5}}")
                .answers("{\"data\":{\"attributeValueId\":6}}");

        assertThat(List.of(
                        shop.lists.createManufacturer("Åkes"),
                        shop.lists.createUnit("st"),
                        shop.lists.createUnit("förpackning"),
                        shop.lists.createCategory("Tröjor", 9L),
                        shop.lists.createAttribute("Färg"),
                        shop.lists.createAttributeValue(5, "Röd")))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);

        assertThat(shop.stub.calls())
                .containsExactly(
                        "POST /product-manufacturers {\"name\":\"Åkes\"}",
                        "GET /shop",
                        "GET /pricelists",
                        "POST /product-units {\"languages\":[{\"langCode\":\"sv\",\"name\":\"st\",\"symbol\":\"st\"}]}",
                        "POST /product-units {\"languages\":[{\"langCode\":\"sv\",\"name\":\"förpackning\"}]}",
                        "POST /product-categories {\"languages\":[{\"langCode\":\"sv\",\"name\":\"Tröjor\"}],"
                                + "\"visibility\":\"visible\",\"parentId\":9}",
                        "POST /product-attributes {\"languages\":[{\"langCode\":\"sv\",\"name\":\"Färg\"}]}",
                        "POST /product-attributes/5/values {\"languages\":[{\"langCode\":\"sv\",\"name\":\"Röd\"}]}");
    }

    @Test
    void aNameThatTheShopCannotHoldIsNotSent() {
        ShopOnTheWire.assertContentFails(
                () -> shop.lists.createManufacturer("m".repeat(31)), Kind.OUR_FAULT, "violates-limits");
        assertThat(shop.stub.calls()).isEmpty();
    }

    @Test
    void aCreationWithoutAnIdMayHaveHappened() {
        shop.stub.answers("{\"data\":{}}");

        ShopOnTheWire.assertContentFails(
                () -> shop.lists.createManufacturer("Åkes"), Kind.OUTCOME_UNKNOWN, "answer-without-number");
    }
}
