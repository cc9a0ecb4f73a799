package se.brygga.activities.products.initial;

import java.text.Normalizer;
import java.util.regex.Pattern;
import se.brygga.workflows.Sku;

/** Numbers that people mistake for one another. They differ only by case, blanks, hyphens or zeros in front. */
final class LooseNumber {

    private static final Pattern BLANKS_AND_HYPHENS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern ZEROS_IN_FRONT = Pattern.compile("^0+(?=.)");

    private LooseNumber() {}

    /** Equal for all numbers that differ little from this one. */
    static String key(String number) {
        String composed = Normalizer.normalize(Sku.key(number), Normalizer.Form.NFC);
        String bare = BLANKS_AND_HYPHENS.matcher(composed).replaceAll("");
        return ZEROS_IN_FRONT.matcher(bare).replaceFirst("");
    }
}
