package se.brygga.clients.specter.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of an answer with everything in it. Nobody knows for sure which values are elements and which are
 * attributes (O9, O30). So values are looked for in both, in any case of letters; a child element wins.
 *
 * @param name in lower case and without a prefix, as those of the attributes
 * @param text its own, without white space around it
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    /** No number of an article or order is longer than this, and no index takes much longer ones. */
    private static final int LONGEST = 500;

    /** The value of this name; null when it is missing or empty. */
    public @Nullable String value(String name) {
        String value = children.stream()
                .filter(child -> child.name.equalsIgnoreCase(name) && !child.text.isEmpty())
                .map(XmlElement::text)
                .findFirst()
                .orElseGet(() -> attributes
                        .getOrDefault(name.toLowerCase(Locale.ROOT), "")
                        .strip());
        // A value that no database can hold counts as missing: it costs its row, not the journal.
        return value.isEmpty() || value.indexOf('\0') >= 0 ? null : value;
    }

    /**
     * The value of this name.
     *
     * @throws UnreadableValue the value is missing, or longer than any number of an article or order
     */
    public String required(String name) {
        String value = value(name);
        if (value == null || value.length() > LONGEST) {
            throw new UnreadableValue(name);
        }
        return value;
    }

    /**
     * The number of this name; null when it is missing.
     *
     * @throws UnreadableValue the value is no number
     */
    public @Nullable BigDecimal decimal(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        BigDecimal number = Decimals.read(value);
        if (number == null) {
            throw new UnreadableValue(name);
        }
        return number;
    }

    /**
     * The number of this name.
     *
     * @throws UnreadableValue the value is missing or no number
     */
    public BigDecimal requiredDecimal(String name) {
        BigDecimal number = decimal(name);
        if (number == null) {
            throw new UnreadableValue(name);
        }
        return number;
    }

    /** Whether the value of this name says yes; false when it is missing. */
    public boolean flag(String name) {
        String value = value(name);
        return value != null && (value.equals("1") || value.equalsIgnoreCase("true"));
    }

    /** All elements at any depth below this one, in the answer's order. */
    public Stream<XmlElement> all() {
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.all()));
    }

    /** All elements of this name at any depth below this one, in the answer's order. */
    public Stream<XmlElement> all(String name) {
        return all().filter(element -> element.name.equalsIgnoreCase(name));
    }

    /** A value that is missing, or is not what its name says. Such a value costs its row, not the answer. */
    public static final class UnreadableValue extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String name;

        /** @param name of the element or attribute */
        public UnreadableValue(String name) {
            super(name + " is missing or unreadable");
            this.name = name;
        }

        public String name() {
            return name;
        }
    }
}
