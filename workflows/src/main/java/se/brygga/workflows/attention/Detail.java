package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands beside a cause's text: whole sentences, each a {@link Phrase} with the values that the sentence names. A detail is in no
 * language until {@link CauseTexts#detail} writes it for its reader.
 *
 * @param stored as it stands in the books: <code>{no-sku|{row|3}|2|100}</code>. A backslash stands before each character of a value
 *     that would mean something else
 */
public record Detail(@JsonValue String stored) {

    /** Nothing to add. */
    public static final Detail NONE = new Detail("");

    /** A value as it is: a SKU, an amount, a code. Nothing personal. */
    public static Detail value(Object value) {
        return new Detail(String.valueOf(value).replace('\0', '\uFFFD').replaceAll("[\\\\{|}]", "\\\\$0"));
    }

    /** Values or words that belong together, as {@code A, B, C}. */
    public static Detail list(List<Detail> all) {
        return new Detail(all.stream().map(Detail::stored).collect(Collectors.joining(", ")));
    }

    /** One below the other: each of them is a matter of its own. */
    public static Detail lines(List<Detail> all) {
        return new Detail(all.stream().map(Detail::stored).collect(Collectors.joining("\n")));
    }

    /** The next sentence. */
    public Detail and(Detail next) {
        return isNone() ? next : next.isNone() ? this : new Detail(stored + " " + next.stored);
    }

    public Detail and(Phrase next) {
        return and(next.with());
    }

    public boolean isNone() {
        return stored.isEmpty();
    }

    @Override
    public String toString() {
        return stored;
    }
}
