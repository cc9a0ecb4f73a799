package se.brygga.setup.products;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of a variant as one text: {@code Färg=Röd;Storlek=M}. */
public final class VariantValues {

    private VariantValues() {}

    /** The text of these values by attribute. An attribute or value without a name is left out. */
    public static String written(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getKey().isEmpty() && !value.getValue().isEmpty())
                .map(value -> escaped(value.getKey()) + "=" + escaped(value.getValue()))
                .collect(Collectors.joining(";"));
    }

    /** The inverse of {@link #written}. */
    public static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(text.split("(?<!\\\\);", -1))
                .map(part -> part.split("(?<!\\\\)=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(plain(parts[0]), plain(parts[1])));
        return values;
    }

    private static String escaped(String name) {
        return name.replace("\\", "/").replace(";", "\\;").replace("=", "\\=");
    }

    private static String plain(String name) {
        return name.replace("\\;", ";").replace("\\=", "=");
    }
}
