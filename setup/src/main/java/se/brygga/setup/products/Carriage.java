package se.brygga.setup.products;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a field goes one way.
 *
 * @param standard the mode where the set-up names none
 * @param allowed the modes that a set-up may name
 * @param longest most characters that the receiver holds; null where no length is known
 * @param decimals most decimals that the receiver holds; null for a text
 */
public record Carriage(
        Mode standard,
        Set<Mode> allowed,
        @Nullable Integer longest,
        @Nullable Integer decimals,
        Misfit misfit) {

    /** What happens to a value that the receiver cannot hold. */
    public enum Misfit {
        /** The whole article or product waits, with a cause. */
        WAITS,
        /** The value is cut, and the list of products says so. */
        CUT,
        /** The value is rounded half up. */
        ROUNDED
    }

    /** The field cannot go this way. */
    static final Carriage NONE = new Carriage(Mode.OFF, Set.of(Mode.OFF), null, null, Misfit.WAITS);

    public Carriage {
        allowed = Set.copyOf(allowed);
    }

    static Carriage text(Mode standard, @Nullable Integer longest, Misfit misfit) {
        return new Carriage(standard, Set.of(Mode.values()), longest, null, misfit);
    }

    static Carriage number(Mode standard, int decimals, Misfit misfit) {
        return new Carriage(standard, Set.of(Mode.values()), null, decimals, misfit);
    }

    /** This carriage for a value that is only given when something is created. */
    Carriage onlyAtCreation() {
        return new Carriage(standard, Set.of(Mode.CREATE, Mode.OFF), longest, decimals, misfit);
    }

    /** Whether the field can go this way at all. */
    public boolean isPossible() {
        return allowed.size() > 1;
    }
}
