package se.brygga.activities.products.initial;

import java.util.Map;
import se.brygga.activities.products.initial.InitialLine.Why;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.Sku;

/**
 * An article of Specter, or a variant of a shop, as a plan sees both.
 *
 * @param spelled its number as its own system spells it; blank when it has none
 * @param values in the register's one form
 * @param objection why the other system cannot hold it; {@link Why#NOTHING} when it can
 */
record Item(String spelled, Map<ProductField, String> values, Why objection) {

    Item {
        values = Map.copyOf(values);
    }

    /** {@link Sku#key}: equal for all spellings of one number. */
    String sku() {
        return Sku.key(spelled);
    }
}
