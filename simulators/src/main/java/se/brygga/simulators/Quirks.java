package se.brygga.simulators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How a simulated system behaves where nobody outside its vendor knows: one value per open point of its reference,
 * switchable while it runs.
 */
public final class Quirks {

    /** Stands for any whole number from 0 in {@link Quirk#values}. */
    public static final String NUMBER = "#";

    /**
     * One open point.
     *
     * @param values what may be chosen, the usual one first
     * @param meaning for people
     */
    public record Quirk(String name, List<String> values, String meaning) {

        /** What holds until something else is chosen. */
        public String usual() {
            return values.getFirst();
        }

        private boolean allows(String value) {
            return values.contains(value) || (values.contains(NUMBER) && value.matches("\\d{1,9}"));
        }
    }

    private final Map<String, Quirk> known = new LinkedHashMap<>();
    private final ConcurrentMap<String, String> chosen = new ConcurrentHashMap<>();

    public Quirks(List<Quirk> known) {
        known.forEach(quirk -> this.known.put(quirk.name(), quirk));
    }

    /** The value that holds now. */
    public String get(String name) {
        return chosen.getOrDefault(name, require(name).usual());
    }

    /** The value that holds now, as a number. */
    public int number(String name) {
        return Integer.parseInt(get(name));
    }

    /** Whether the quirk has this value now; a value that it cannot have is a mistake of the caller. */
    public boolean is(String name, String value) {
        if (!require(name).allows(value)) {
            throw new IllegalArgumentException("quirk " + name + " never is " + value);
        }
        return get(name).equals(value);
    }

    /** @throws IllegalArgumentException unknown name or value; the text lists what there is */
    public void set(String name, String value) {
        Quirk quirk = require(name);
        if (!quirk.allows(value)) {
            throw new IllegalArgumentException("quirk " + name + " is one of " + quirk.values() + ", not " + value);
        }
        chosen.put(name, value);
    }

    /** Back to what is usual. */
    public void reset() {
        chosen.clear();
    }

    public List<Quirk> known() {
        return List.copyOf(known.values());
    }

    /** Only what differs from the usual. */
    public Map<String, String> unusual() {
        Map<String, String> unusual = new TreeMap<>(chosen);
        unusual.entrySet().removeIf(e -> e.getValue().equals(require(e.getKey()).usual()));
        return unusual;
    }

    private Quirk require(String name) {
        Quirk quirk = known.get(name);
        if (quirk == null) {
            throw new IllegalArgumentException("no quirk " + name + "; there are " + known.keySet());
        }
        return quirk;
    }
}
