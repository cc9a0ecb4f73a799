package se.brygga.setup;

import java.util.List;
import se.brygga.workflows.refusal.Refusal;

/**
 * Something that speaks against a set-up, or that an operator should know about it. The file alone does not show it:
 * the books do, or a system outside.
 *
 * @param shop where in the set-up; empty for what belongs to the tenant as a whole
 * @param at the keys that lead there from the shop, or from the tenant; empty for all of it
 * @param what is wrong, and what to do
 */
public record Objection(String shop, List<String> at, Refusal what) {

    public Objection {
        at = List.copyOf(at);
    }

    /** An objection to the tenant as a whole, or to something in it. */
    public static Objection ofTenant(Refusal what, String... at) {
        return new Objection("", List.of(at), what);
    }

    /** An objection to one shop, or to something in it. */
    public static Objection ofShop(String shop, Refusal what, String... at) {
        return new Objection(shop, List.of(at), what);
    }

    /** This objection, for something in a shop. */
    public Objection within(String itsShop) {
        return new Objection(itsShop, at, what);
    }

    /** What is wrong, with its place. */
    public Refusal refusal() {
        return what.with("shop", shop).with("key", String.join(".", at));
    }

    /** The English text, for logs. */
    @Override
    public String toString() {
        return refusal().toString();
    }
}
