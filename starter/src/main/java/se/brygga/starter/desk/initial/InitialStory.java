package se.brygga.starter.desk.initial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.initial.InitialLineBook;
import se.brygga.activities.products.initial.InitialSync;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;

/**
 * The initial sync of a shop: its plan in numbers, and how far its run is.
 *
 * @param by login of who asked for the plan
 * @param plannedAt null until the plan is made
 * @param beganAt null until somebody said that the plan is to be carried out
 * @param beganBy login of that person
 * @param endedAt null until the run has ended, or was stopped
 * @param whole whether Specter had told of all its articles when the plan was made
 * @param read how many articles or variants the plan has read
 * @param sums lines by kind and outcome; the sums of their counts equal {@code read}
 */
public record InitialStory(
        ShopRef shop,
        Direction direction,
        State state,
        Instant askedAt,
        String by,
        @Nullable Instant plannedAt,
        @Nullable Instant beganAt,
        @Nullable String beganBy,
        @Nullable Instant endedAt,
        boolean whole,
        Counted read,
        List<Sum> sums) {

    /** Which way products go. */
    public enum Direction implements Word {
        TO_SPECTER,
        TO_SHOP
    }

    /** Where an initial sync stands. */
    public enum State implements Word {
        PLANNING,
        PLANNED,
        RUNNING,
        PAUSED,
        STOPPED,
        ENDED
    }

    /**
     * How many articles or variants.
     *
     * @param ofMaster in the system that decides
     * @param ofOther in the other one
     */
    public record Counted(int ofMaster, int ofOther) {

        static Counted of(se.brygga.activities.products.initial.InitialLine.Count count) {
            return new Counted(count.ofMaster(), count.ofOther());
        }
    }

    /** @param outcome null for lines that the run has not come to */
    public record Sum(InitialLine.Kind kind, InitialLine.@Nullable Outcome outcome, int lines, Counted count) {}

    static InitialStory of(ShopRef shop, InitialSync sync, List<InitialLineBook.Sum> sums) {
        return new InitialStory(
                shop,
                Word.twin(Direction.class, sync.direction()),
                Word.twin(State.class, sync.state()),
                sync.askedAt(),
                sync.askedBy(),
                sync.plannedAt(),
                sync.beganAt(),
                sync.beganBy(),
                sync.endedAt(),
                sync.whole(),
                new Counted(sync.ofMaster(), sync.ofOther()),
                sums.stream().map(InitialStory::sum).toList());
    }

    private static Sum sum(InitialLineBook.Sum sum) {
        return new Sum(
                Word.twin(InitialLine.Kind.class, sum.kind()),
                InitialLine.outcome(sum.outcome()),
                sum.lines(),
                Counted.of(sum.count()));
    }
}
