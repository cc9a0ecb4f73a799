package se.brygga.starter.desk.initial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.attention.Cause;

/**
 * What the plan says of one number, and what came of it.
 *
 * @param number as the system that decides spells it; as the other one does where only that has it
 * @param other as the other system spells it; null when it has no such number
 * @param differences what the run writes; all values of what it creates
 * @param cause why nothing can be written; null when nothing stands in the way
 * @param detail a stored {@code Detail}: what a person must know; empty for nothing
 * @param outcome null until the run has come to it
 */
public record InitialLine(
        int position,
        String number,
        Kind kind,
        @Nullable String other,
        List<Difference> differences,
        @Nullable Cause cause,
        String detail,
        @Nullable Outcome outcome) {

    /** What becomes of a line. */
    public enum Kind implements Word {
        CREATE,
        CHANGE,
        MATCH,
        PROPOSED,
        ACCEPTED,
        TWICE,
        IMPOSSIBLE,
        UNDECIDED,
        MAIN,
        ONLY_THERE
    }

    /** What came of a line. */
    public enum Outcome implements Word {
        CREATED,
        CHANGED,
        MATCHED,
        LEFT,
        WAITS
    }

    /**
     * One value that is written.
     *
     * @param field the field's word in the register
     * @param now the other system's value; null when it has none
     */
    public record Difference(String field, @Nullable String now, String then) {}

    static InitialLine of(se.brygga.activities.products.initial.InitialLine line) {
        return new InitialLine(
                line.position(),
                line.number(),
                Word.twin(Kind.class, line.kind()),
                line.other(),
                line.differences().stream()
                        .map(one -> new Difference(one.field().word(), one.now(), one.then()))
                        .toList(),
                line.why().cause(),
                line.why().detail().stored(),
                outcome(line.outcome()));
    }

    static @Nullable Outcome outcome(se.brygga.activities.products.initial.InitialLine.@Nullable Outcome ofBooks) {
        return ofBooks == null ? null : Word.twin(Outcome.class, ofBooks);
    }

    /** The constant of the books for one of the desk. */
    static <E extends Enum<E>> @Nullable E ofBooks(Class<E> type, @Nullable Enum<?> word) {
        return word == null ? null : Enum.valueOf(type, word.name());
    }
}
