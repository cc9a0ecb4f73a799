package se.brygga.activities.products.groups;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.brygga.activities.mapping.texts.WrittenText;

/** Guesses what the values in names are values of. A person sees the guess, and can name another type. */
final class VariantTypes {

    private static final String SIZE = WrittenText.VARIANT_SIZE.with();
    private static final String COLOUR = WrittenText.VARIANT_COLOUR.with();
    private static final String OTHER = WrittenText.VARIANT_OTHER.with();

    private static final Pattern A_SIZE =
            Pattern.compile("(?i)(\\d?x{0,3}[sl]|m|one ?size|\\d+([.,/-]\\d+)?( ?(mm|cm|m|tum|l|cl|dl|kg|g))?)");

    private static final Set<String> COLOURS = Set.of(
            "röd", "blå", "grön", "gul", "svart", "vit", "grå", "brun", "rosa", "lila", "orange", "beige", "silver",
            "guld", "turkos", "red", "blue", "green", "yellow", "black", "white", "grey", "brown", "pink", "purple");

    private VariantTypes() {}

    /** One type for each position of the values; no two are equal. */
    static List<String> of(List<List<String>> values) {
        int count = values.stream().mapToInt(List::size).max().orElse(0);
        List<String> guessed = IntStream.range(0, count)
                .mapToObj(at -> type(values.stream().map(row -> row.get(at)).toList()))
                .toList();
        return IntStream.range(0, count)
                .mapToObj(at -> guessed.indexOf(guessed.get(at)) == at ? guessed.get(at) : OTHER + " " + (at + 1))
                .toList();
    }

    private static String type(List<String> values) {
        if (values.stream().allMatch(value -> A_SIZE.matcher(value).matches())) {
            return SIZE;
        }
        return values.stream().allMatch(VariantTypes::isColour) ? COLOUR : OTHER;
    }

    /** Also {@code mörkblå} and {@code blå/vit}. */
    private static boolean isColour(String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        return COLOURS.stream().anyMatch(colour -> folded.startsWith(colour) || folded.endsWith(colour));
    }
}
