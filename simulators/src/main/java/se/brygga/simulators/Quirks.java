package se.brygga.simulators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How a simulated system behaves where nobody outside its vendor knows. Each open point of the reference has one value,
 * which can be changed while the simulator runs.
 */
public final class Quirks {

    /** Stands for any whole number from 0 in {@link Quirk#choices}. */
    public static final String NUMBER = "#";

    /** One open point. */
    public interface Quirk {

        /** The quirk's name, meaning and choices. */
        Description description();

        /** The name that people use, such as {@code order.sameStatus}. */
        default String key() {
            return description().key();
        }

        /** The meaning, for people. */
        default String meaning() {
            return description().meaning();
        }

        /** The values that can be chosen, the usual one first. */
        default List<String> choices() {
            return description().choices();
        }

        /** The value that holds until another one is chosen. */
        default String usual() {
            return choices().getFirst();
        }

        /** A quirk of a family whose members are listed elsewhere, or the description of a constant. */
        static Description of(String key, String meaning, String... choices) {
            return new Description(key, meaning, List.of(choices));
        }
    }

    /** A quirk's name, meaning and choices. */
    public record Description(String key, String meaning, List<String> choices) implements Quirk {

        @Override
        public Description description() {
            return this;
        }
    }

    private final Map<String, Quirk> known = new LinkedHashMap<>();
    private final ConcurrentMap<String, String> chosen = new ConcurrentHashMap<>();

    public Quirks(List<? extends Quirk> known) {
        known.forEach(quirk -> this.known.put(quirk.key(), quirk));
    }

    /** The value that holds now. */
    public String get(Quirk quirk) {
        return chosen.getOrDefault(quirk.key(), quirk.usual());
    }

    /** The value that holds now, as a number. */
    public int number(Quirk quirk) {
        return Integer.parseInt(get(quirk));
    }

    /** Whether the quirk has this value now. A value that the quirk cannot have is a mistake of the caller. */
    public boolean is(Quirk quirk, String value) {
        if (!allows(quirk, value)) {
            throw new IllegalArgumentException("quirk " + quirk.key() + " never is " + value);
        }
        return get(quirk).equals(value);
    }

    private static boolean allows(Quirk quirk, String value) {
        return quirk.choices().contains(value) || (quirk.choices().contains(NUMBER) && value.matches("\\d{1,9}"));
    }

    public void set(Quirk quirk, String value) {
        set(quirk.key(), value);
    }

    /** @throws IllegalArgumentException unknown name or value; the text lists what there is */
    public void set(String name, String value) {
        Quirk quirk = require(name);
        if (!allows(quirk, value)) {
            throw new IllegalArgumentException("quirk " + name + " is one of " + quirk.choices() + ", not " + value);
        }
        chosen.put(name, value);
    }

    /** Sets all quirks to their usual values. */
    public void reset() {
        chosen.clear();
    }

    public List<Quirk> known() {
        return List.copyOf(known.values());
    }

    /** The quirks whose value is not the usual one. */
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
