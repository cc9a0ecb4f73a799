package se.brygga.setup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What speaks against a set-up, or what an operator should know of it, that its file alone does not tell: the books do, or a
 * system outside.
 *
 * @param shop where in the set-up; empty for what belongs to the tenant as a whole
 * @param at the keys that lead there from the shop, or from the tenant; empty for all of it
 * @param text one line that names the place, what is wrong, and what to do
 */
public record Objection(String shop, List<String> at, String text) {

    public Objection {
        at = List.copyOf(at);
    }

    /** About the tenant as a whole. */
    public static Objection ofTenant(String text, String... at) {
        return new Objection("", List.of(at), text);
    }

    /** About one shop, which the text need not name. */
    public static Objection ofShop(String shop, String text, String... at) {
        return new Objection(shop, List.of(at), "shop " + shop + ": " + text);
    }

    /** The same about something in a shop. */
    public Objection within(String itsShop) {
        return new Objection(itsShop, at, "shop " + itsShop + ": " + text);
    }

    /** One line each. */
    public static String lines(List<Objection> objections) {
        return objections.stream().map(Objection::text).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text;
    }
}
