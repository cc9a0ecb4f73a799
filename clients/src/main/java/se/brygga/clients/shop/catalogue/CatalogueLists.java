package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a shop that its products refer to. No creation is idempotent: a caller looks by name first, and only one
 * caller creates at a time.
 */
public interface CatalogueLists {

    /** The languages that the shop uses, its first one first: {@code sv}. */
    List<String> languages();

    /** The VAT rate in percent of a product that names none, in the shop's own country. */
    BigDecimal usualVatRate();

    /** All manufacturers. */
    List<Entry> manufacturers();

    /** All units of quantity. */
    List<Entry> units();

    /** All categories, parents before children. */
    List<Category> categories();

    /** All attributes that variants differ by, with all their values. */
    List<Attribute> attributes();

    /** @return the new entry's id */
    long createManufacturer(String name);

    /** @return the new entry's id */
    long createUnit(String name);

    /**
     * Creates a visible category with a name in the shop's first language.
     *
     * @param parentId null for one at the top
     * @return the new entry's id
     */
    long createCategory(String name, @Nullable Long parentId);

    /** @return the new entry's id */
    long createAttribute(String name);

    /** @return the new value's id */
    long createAttributeValue(long attributeId, String name);

    /** An entry with its names by language. A list without languages has its one name under the empty language. */
    record Entry(long id, Map<String, String> names) {

        public Entry {
            names = Map.copyOf(names);
        }
    }

    /** @param parentId null for one at the top */
    record Category(long id, @Nullable Long parentId, Map<String, String> names) {

        public Category {
            names = Map.copyOf(names);
        }
    }

    /** What variants differ by, for example colour. */
    record Attribute(long id, Map<String, String> names, List<Entry> values) {

        public Attribute {
            names = Map.copyOf(names);
            values = List.copyOf(values);
        }
    }
}
