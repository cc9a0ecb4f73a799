package se.brygga.simulators.specter.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tells the variants of a product apart. */
final class SimVariantValues {

    private static final List<String> COLOURS = List.of("Röd", "Blå", "Grön", "Svart", "Ljusgrå", "Cerise/Vit");
    private static final List<String> SIZES = List.of("XS", "S", "M", "L", "XL", "36 1/2");

    private SimVariantValues() {}

    /** Another size for each, and another colour when the sizes are used up. */
    static Map<String, String> colourAndSize(int variant) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Färg", numbered(COLOURS, variant / SIZES.size()));
        values.put("Storlek", SIZES.get(variant % SIZES.size()));
        return values;
    }

    private static String numbered(List<String> words, int index) {
        int round = index / words.size();
        return words.get(index % words.size()) + (round == 0 ? "" : " " + (round + 1));
    }

    /** One of many values of a single attribute. */
    static Map<String, String> oneOfMany(int variant) {
        return Map.of("Kulör", "Kulör %02d".formatted(variant + 1));
    }
}
