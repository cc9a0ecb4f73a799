package se.brygga.simulators.specter.protocol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import se.brygga.simulators.SimRequest;

/** Query and form body merged, names in any case of letters, ISO-8859-1. What no action asks for is refused. */
public final class SpecterParameters {

    private static final Set<String> LANGUAGES = Set.of("SE", "EN", "NO", "FI", "DA", "ES", "DE");
    private static final Set<String> CURRENCIES = Set.of("SEK", "NOK", "EUR", "DKK", "USD", "GBP");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d+)?");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    public SpecterParameters(SimRequest request) {
        request.query(StandardCharsets.ISO_8859_1).forEach((name, list) -> put(name, list.getFirst()));
        request.form(StandardCharsets.ISO_8859_1).forEach((name, list) -> put(name, list.getFirst()));
    }

    private void put(String name, String value) {
        values.put(name.toLowerCase(Locale.ROOT), value);
    }

    public String text(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        asked.add(key);
        return values.getOrDefault(key, "");
    }

    public String text(String name, int longest) {
        String text = text(name);
        if (text.length() > longest) {
            throw SimRefusal.parameter(name + " är längre än " + longest);
        }
        return text;
    }

    public String required(String name, int longest) {
        String text = text(name, longest);
        if (text.isBlank()) {
            throw SimRefusal.parameter(name + " saknas");
        }
        return text;
    }

    public boolean flag(String name) {
        String text = text(name);
        if (!text.isEmpty() && !text.equals("0") && !text.equals("1")) {
            throw SimRefusal.parameter(name + " ska vara 0 eller 1");
        }
        return text.equals("1");
    }

    public long whole(String name) {
        String text = required(name, 18);
        if (!text.matches("\\d+")) {
            throw SimRefusal.parameter(name + " ska vara ett heltal");
        }
        return Long.parseLong(text);
    }

    /** A whole number of percent, 0 to 100. */
    public int percent(String name) {
        long percent = whole(name);
        if (percent > 100) {
            throw SimRefusal.parameter(name + " ska vara högst 100");
        }
        return (int) percent;
    }

    /** @param decimals at most so many after the point */
    public BigDecimal decimal(String name, int decimals) {
        String text = required(name, 30);
        if (!NUMBER.matcher(text).matches() || new BigDecimal(text).scale() > decimals) {
            throw SimRefusal.parameter(name + " ska vara ett tal med punkt och högst " + decimals + " decimaler");
        }
        return new BigDecimal(text);
    }

    /** As {@link #decimal}, zero when it is left out. */
    public BigDecimal optionalDecimal(String name, int decimals) {
        return text(name).isEmpty() ? BigDecimal.ZERO : decimal(name, decimals);
    }

    /** Both must be there, in Specter's own codes. */
    public void currencyAndLanguage() {
        if (!CURRENCIES.contains(required("currency", 3)) || !LANGUAGES.contains(required("language", 2))) {
            throw SimRefusal.parameter("okänd valuta eller okänt språk");
        }
    }

    public boolean has(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Refuses parameters that the action does not know: the real one may ignore them, and then nobody notices. */
    public void refuseUnknown() {
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw SimRefusal.parameter("okänd parameter " + name);
                });
    }
}
