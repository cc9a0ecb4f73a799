package se.brygga.simulators.starweb.goods;

import java.time.Instant;
import java.util.List;

/**
 * One write through the API to a product, or to a list that products refer to.
 *
 * @param id the product's id; for a list, the entry's
 * @param name the SKU, the language, the country or the other key below the product; for a list, the entry's name
 * @param changes what is different now; empty for a write that nobody needed
 */
public record SimProductWrite(Kind kind, Act act, long id, String name, List<Change> changes, Instant at) {

    /** What was written. */
    public enum Kind {
        PRODUCT,
        VARIANT,
        TEXT,
        CATEGORY_LINK,
        VAT_RATE,
        IMAGE,
        META_DATA,
        BUNDLED_PRODUCT,
        MANUFACTURER,
        UNIT,
        CATEGORY,
        ATTRIBUTE,
        ATTRIBUTE_VALUE,
        META_DATA_TYPE,
        MEDIA_FILE
    }

    /** What the write did. */
    public enum Act {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * One field that has another value now.
     *
     * @param before as JSON; empty when there was none
     * @param after as JSON; empty when there is none
     */
    public record Change(String field, String before, String after) {}

    public SimProductWrite {
        changes = List.copyOf(changes);
    }

    public boolean changed() {
        return !changes.isEmpty();
    }
}
