package se.brygga.activities.products.initial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * What a plan says of one number, and what came of it. Each article and variant of both systems is in exactly one line.
 *
 * @param position from 1; 0 before the plan is stored
 * @param number as the master spells it; as the other system does where only that has it
 * @param other as the other system spells it; null when it has no such number
 * @param differences what the run changes in the other system; all values of what it creates
 * @param why what a person must know; of a line that waits, why it does
 * @param outcome null until the run has come to it
 */
public record InitialLine(
        int position,
        String number,
        Kind kind,
        @Nullable String other,
        List<Difference> differences,
        Why why,
        Count count,
        @Nullable Outcome outcome) {

    /** What becomes of a line. Constants are stored. They may be added, never renamed. */
    public enum Kind {
        /** Only the master has it. The run creates it in the other system. */
        CREATE,
        /** Both have it, with other values. The run changes the other system. */
        CHANGE,
        /** Both have it, with the same values. */
        MATCH,
        /** Both have a number that differs little. A person says whether it is the same article. */
        PROPOSED,
        /** As proposed, and a person has said that it is the same. The shop's variant gets the article's number. */
        ACCEPTED,
        /** One system has the number several times, or several that differ little. A person must mend that first. */
        TWICE,
        /** The other system cannot hold it. */
        IMPOSSIBLE,
        /** A person must decide something else first. The line says what. */
        UNDECIDED,
        /** A main article, which becomes a product and no variant. */
        MAIN,
        /** Only the other system has it. It stays as it is. */
        ONLY_THERE;

        /** Whether nothing is written until a person has answered, mended the numbers, or begun the run. */
        boolean isHeld() {
            return this == PROPOSED || this == ACCEPTED || this == TWICE;
        }

        /** Whether the other system has, or gets, what the master has. */
        boolean isAgreed() {
            return isWritten() || this == MATCH;
        }

        /** Whether the run writes something. */
        public boolean isWritten() {
            return this == CREATE || this == CHANGE || this == ACCEPTED;
        }
    }

    /** What came of a line. Constants are stored. They may be added, never renamed. */
    public enum Outcome {
        CREATED,
        CHANGED,
        MATCHED,
        /** Nothing was written; the plan says why. */
        LEFT,
        /** The write is not done; a person must mend something. */
        WAITS
    }

    /**
     * What a person must know of a line.
     *
     * @param cause what stands in the way; null when nothing does
     * @param detail {@link Detail#NONE} when there is nothing to say
     */
    public record Why(@Nullable Cause cause, Detail detail) {

        /** There is nothing to say. */
        public static final Why NOTHING = new Why(null, Detail.NONE);

        static Why said(Detail detail) {
            return new Why(null, detail);
        }
    }

    /**
     * One value that is written.
     *
     * @param now the other system's value; null when it has none
     */
    public record Difference(ProductField field, @Nullable String now, String then) {}

    /**
     * How many articles or variants a line is about.
     *
     * @param ofMaster in the system that decides
     * @param ofOther in the other one
     */
    public record Count(int ofMaster, int ofOther) {}

    public InitialLine {
        differences = List.copyOf(differences);
    }

    /** This line with what came of it. */
    InitialLine settled(Outcome came, Why whyThat) {
        return new InitialLine(position, number, kind, other, differences, whyThat, count, came);
    }
}
