package se.brygga.setup.products;

import java.time.LocalTime;
import java.util.Map;

/**
 * How a shop's products and Specter's articles are kept equal.
 *
 * @param fields the mode of each field that the set-up or the flow decides
 * @param name how the name of a variant's article is made
 * @param removed what becomes of an article whose product is gone in the shop
 * @param removedMark stands before the name of such an article, if it is marked
 * @param visible whether a product that the sync creates is shown when it is complete
 * @param sweepAt when all products are read, each night
 */
public record ProductSetup(
        Map<ProductField, Mode> fields,
        NameTemplate name,
        Removed removed,
        String removedMark,
        boolean visible,
        LocalTime sweepAt) {

    /** What becomes of an article whose product is gone in the shop. Nothing is deleted. */
    public enum Removed {
        KEEP,
        MARK
    }

    public ProductSetup {
        fields = Map.copyOf(fields);
    }

    /** The mode of a field. */
    public Mode mode(ProductField field) {
        return fields.getOrDefault(field, Mode.OFF);
    }
}
