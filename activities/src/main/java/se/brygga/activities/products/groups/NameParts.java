package se.brygga.activities.products.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of an article's name: {@code Mugg - Röd - L} has three. Only a dash between blanks separates, so
 * {@code T-shirt} is one part.
 */
final class NameParts {

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—]\\s+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private NameParts() {}

    /** The parts. A name with an empty part is not split. */
    static List<String> of(String name) {
        String plain = BLANKS.matcher(name).replaceAll(" ").strip();
        List<String> parts =
                Arrays.stream(SEPARATOR.split(plain, -1)).map(String::strip).toList();
        return parts.stream().anyMatch(String::isEmpty) ? List.of(plain) : parts;
    }

    /** The first parts as one name. */
    static String joined(List<String> parts) {
        return String.join(" - ", parts);
    }

    /** A text without regard to case. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How many parts all of these names begin with, at most so many that each name has one more. */
    static int common(List<List<String>> names) {
        int most = names.stream().mapToInt(List::size).min().orElse(1) - 1;
        int common = 0;
        while (common < most && isShared(names, common)) {
            common++;
        }
        return common;
    }

    private static boolean isShared(List<List<String>> names, int at) {
        return Stream.concat(Stream.of(names.getFirst()), names.stream())
                        .map(parts -> folded(parts.get(at)))
                        .distinct()
                        .count()
                == 1;
    }
}
