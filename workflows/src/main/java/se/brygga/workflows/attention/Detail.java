package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said beside a cause's text. A detail consists of whole sentences, each a {@link Phrase} with the values that
 * the sentence names. A detail has no language until {@link CauseTexts#detail} writes it for a reader.
 *
 * @param stored the form in the books: <code>{no-sku|{row|3}|2|100}</code>. A backslash escapes each character of a
 *     value that has a meaning of its own
 */
public record Detail(@JsonValue String stored) {

    /** An empty detail. */
    public static final Detail NONE = new Detail("");

    /** A value that is shown unchanged: a SKU, an amount, a code. Nothing personal. */
    public static Detail value(Object value) {
        return new Detail(String.valueOf(value).replace('\0', '\uFFFD').replaceAll("[\\\\{|}]", "\\\\$0"));
    }

    /** Values or words in a row: {@code A, B, C}. */
    public static Detail list(List<Detail> all) {
        return new Detail(all.stream().map(Detail::stored).collect(Collectors.joining(", ")));
    }

    /** Details on a line each, every one a matter of its own. */
    public static Detail lines(List<Detail> all) {
        return new Detail(all.stream().map(Detail::stored).collect(Collectors.joining("\n")));
    }

    /** This detail followed by the next sentence. */
    public Detail and(Detail next) {
        return isNone() ? next : next.isNone() ? this : new Detail(stored + " " + next.stored);
    }

    /** This detail followed by the next sentence, which names no value. */
    public Detail and(Phrase next) {
        return and(next.with());
    }

    /** Whether there is nothing to say. */
    public boolean isNone() {
        return stored.isEmpty();
    }

    @Override
    public String toString() {
        return stored;
    }
}
