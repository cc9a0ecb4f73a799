package se.brygga.activities.products.initial;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.Sku;

/**
 * An article of Specter, or a variant of a shop, as a plan sees both.
 *
 * @param spelled its number as its own system spells it; blank when it has none
 * @param values in the register's one form
 * @param objection why the other system cannot hold it; {@link Why#NOTHING} when it can
 * @param count 1; 0 of a main article in the shop's place, because the shop has no variant of that kind
 * @param place how it is carried
 */
record Item(String spelled, Map<ProductField, String> values, Why objection, int count, Place place) {

    /**
     * How an item is carried.
     *
     * @param aside what the line is, whatever the other system has; null for what a comparison says
     * @param product items of one product are written together; empty for an item by itself
     * @param unfinished whether the item still gets what a new one gets once
     */
    record Place(@Nullable Kind aside, String product, boolean unfinished) {

        static final Place ALONE = new Place(null, "", false);
    }

    Item {
        values = Map.copyOf(values);
    }

    /** An article or variant that its system counts. */
    Item(String spelled, Map<ProductField, String> values, Why objection) {
        this(spelled, values, objection, 1);
    }

    Item(String spelled, Map<ProductField, String> values, Why objection, int count) {
        this(spelled, values, objection, count, Place.ALONE);
    }

    /** How many of them their system counts. */
    static int count(Collection<Item> items) {
        return items.stream().mapToInt(Item::count).sum();
    }

    /** {@link Sku#key}: equal for all spellings of one number. */
    String sku() {
        return Sku.key(spelled);
    }
}
