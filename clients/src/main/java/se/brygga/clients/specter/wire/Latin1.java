package se.brygga.clients.specter.wire;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text as Specter can hold it: ISO-8859-1 without control characters. The same value is signed and sent, because
 * Specter hashes the bytes that it received (reference section 2.2).
 */
public record Latin1(String value) {

    /** One character as a reader sees it: an emoji of several code points becomes one question mark. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final Map<Integer, String> TRANSLITERATIONS = table(
            "‘'", "’'", "‚'", "‛'", "′'", "‹'", "›'", "“\"", "”\"", "„\"", "‟\"", "″\"", "‐-", "‑-", "‒-", "–-", "—-",
            "―-", "−-", "…...", "€EUR", "•*", "⁄/", "ŁL", "łl", "ĐD", "đd", "ĦH", "ħh", "ıi", "ŒOE", "œoe", "ŦT", "ŧt",
            "ŊN", "ŋn", "ĸk", "ẞSS", "ƒf", "ƏE", "əe");

    public Latin1 {
        if (!value.chars().allMatch(Latin1::allowed)) {
            throw new IllegalArgumentException("the text has characters that Specter cannot hold");
        }
    }

    /**
     * A text of one line. White space is collapsed and trimmed. Characters outside Latin-1 are transliterated, or else
     * become {@code ?}.
     */
    public static Latin1 line(String text) {
        return new Latin1(transliterated(text).replaceAll("\\s+", " ").strip());
    }

    /** A text of several lines, for comments: as {@link #line}, but line breaks stay. */
    public static Latin1 lines(String text) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        return new Latin1(transliterated(unix).replaceAll(" *\n *", "\n").strip());
    }

    /** Whether the text reaches Specter unchanged. A number or code that would be changed names something else. */
    public static boolean holds(String text) {
        return line(text).value.equals(Normalizer.normalize(text, Form.NFC));
    }

    /** The characters of the text that have no form in Latin-1. {@link #line} makes question marks of them. */
    public static IntStream lost(String text) {
        return Normalizer.normalize(text, Form.NFC).codePoints().filter(c -> !hasForm(c));
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    public int length() {
        return value.length();
    }

    /** A mask, because the text is often personal. */
    @Override
    public String toString() {
        return "Latin1[" + value.length() + " characters]";
    }

    private static boolean allowed(int c) {
        return c == '\n' || (c <= 0xFF && !Character.isISOControl(c));
    }

    private static String transliterated(String text) {
        StringBuilder all = new StringBuilder(text.length());
        Matcher clusters = CLUSTER.matcher(Normalizer.normalize(text, Form.NFC));
        while (clusters.find()) {
            StringBuilder one = new StringBuilder();
            clusters.group().codePoints().forEach(c -> append(c, one));
            all.append(one);
        }
        return all.toString();
    }

    private static void append(int c, StringBuilder cluster) {
        String transliteration = TRANSLITERATIONS.get(c);
        if (transliteration != null) {
            cluster.append(transliteration);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            cluster.append(c == '\n' ? '\n' : ' ');
        } else if (!isInvisible(c)) {
            appendVisible(c, cluster);
        }
    }

    private static void appendVisible(int c, StringBuilder cluster) {
        if (c <= 0xFF) {
            cluster.append((char) c);
            return;
        }
        String decomposed = Normalizer.normalize(Character.toString(c), Form.NFKD);
        if (!decomposed.equals(Character.toString(c))) {
            decomposed.codePoints().forEach(part -> append(part, cluster));
        } else if (cluster.indexOf("?") < 0) {
            cluster.append('?');
        }
    }

    private static boolean hasForm(int c) {
        if (c <= 0xFF
                || TRANSLITERATIONS.containsKey(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || isInvisible(c)) {
            return true;
        }
        String decomposed = Normalizer.normalize(Character.toString(c), Form.NFKD);
        return !decomposed.equals(Character.toString(c))
                && decomposed.codePoints().allMatch(Latin1::hasForm);
    }

    /** Controls, joiners, soft hyphens, direction marks, and marks that belong to the letter before them. */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** @param entries each is one character followed by its replacement */
    private static Map<Integer, String> table(String... entries) {
        return Arrays.stream(entries).collect(Collectors.toUnmodifiableMap(e -> e.codePointAt(0), e -> e.substring(1)));
    }
}
