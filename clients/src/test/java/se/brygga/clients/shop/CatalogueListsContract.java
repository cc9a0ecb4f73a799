package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.CatalogueLists.Attribute;
import se.brygga.clients.shop.catalogue.CatalogueLists.Category;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;

/** What {@link CatalogueLists} promises. */
interface CatalogueListsContract extends ContractedShop {

    @Test
    default void theShopSaysItsLanguagesAndItsUsualVatRate() {
        assertThat(lists().languages()).startsWith("sv").doesNotHaveDuplicates();
        assertThat(lists().usualVatRate()).isEqualByComparingTo("25");
    }

    @Test
    default void whatIsCreatedIsListedByItsName() {
        long manufacturer = lists().createManufacturer("Åkes Väveri");
        long unit = lists().createUnit("förp");

        assertThat(lists().manufacturers()).contains(new Entry(manufacturer, Map.of("", "Åkes Väveri")));
        assertThat(lists().units()).contains(new Entry(unit, Map.of("sv", "förp")));
    }

    @Test
    default void aCategoryIsListedAfterItsParent() {
        long parent = lists().createCategory("Kläder för alla", null);
        long child = lists().createCategory("Tröjor för alla", parent);

        List<Category> categories = lists().categories();

        Category first = new Category(parent, null, Map.of("sv", "Kläder för alla"));
        Category second = new Category(child, parent, Map.of("sv", "Tröjor för alla"));
        assertThat(categories).containsSubsequence(first, second);
    }

    @Test
    default void anAttributeIsListedWithItsValues() {
        long attribute = lists().createAttribute("Mönster");
        long striped = lists().createAttributeValue(attribute, "Randig");
        long plain = lists().createAttributeValue(attribute, "Enfärgad");

        assertThat(lists().attributes())
                .filteredOn(known -> known.id() == attribute)
                .containsExactly(new Attribute(
                        attribute,
                        Map.of("sv", "Mönster"),
                        List.of(
                                new Entry(striped, Map.of("sv", "Randig")),
                                new Entry(plain, Map.of("sv", "Enfärgad")))));
    }

    private CatalogueLists lists() {
        return client().lists();
    }
}
