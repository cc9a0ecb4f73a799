package se.brygga.workflows.attention;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * Finds constants by the words that people write: {@code send-anyway}, {@code SEND_ANYWAY} and {@code Send anyway} mean
 * the same constant.
 */
public final class EnumWords {

    /** A word with more wrong letters than this is taken for another word. */
    private static final int SLIPS = 3;

    private EnumWords() {}

    /** The constant that a text means. */
    public static <E extends Enum<E>> Optional<E> find(E[] all, String text) {
        return Arrays.stream(all)
                .filter(one -> plain(one.name()).equals(plain(text)))
                .findFirst();
    }

    /**
     * The refusal for somebody who wrote an unknown word. The refusal suggests the nearest word.
     *
     * @param what the kind of word: {@code cause}
     */
    public static <E extends Enum<E>> Refusal unknown(String what, String text, E[] all, Function<E, String> code) {
        List<String> codes = Arrays.stream(all).map(code).sorted().toList();
        String said = text.strip().replaceAll("[^\\p{L}\\p{N} _-]", "?");
        String meant = codes.stream()
                .min(Comparator.comparingInt(one -> slips(one, plain(text))))
                .filter(one -> slips(one, plain(text)) <= SLIPS)
                .orElse("");
        return Reason.NO_SUCH_WORD.of(what, said.substring(0, Math.min(said.length(), 40)), meant, codes);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** How many letters must be added, removed or changed (Levenshtein distance). */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
