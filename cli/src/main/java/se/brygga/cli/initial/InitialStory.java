package se.brygga.cli.initial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Word;

/** The initial sync of a shop: its plan in numbers, and how far its run is. */
record InitialStory(
        String shop,
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
    enum Direction implements Word {
        TO_SPECTER,
        TO_SHOP;

        InitialText text() {
            return switch (this) {
                case TO_SPECTER -> InitialText.INITIAL_TO_SPECTER;
                case TO_SHOP -> InitialText.INITIAL_TO_SHOP;
            };
        }

        /** The headings of lines: the second number is the other system's. */
        InitialText headings() {
            return switch (this) {
                case TO_SPECTER -> InitialText.INITIAL_HEADINGS;
                case TO_SHOP -> InitialText.INITIAL_HEADINGS_TO_SHOP;
            };
        }
    }

    /** Where an initial sync stands. */
    enum State implements Word {
        PLANNING,
        PLANNED,
        RUNNING,
        PAUSED,
        STOPPED,
        ENDED;

        InitialText text() {
            return switch (this) {
                case PLANNING -> InitialText.INITIAL_PLANNING;
                case PLANNED -> InitialText.INITIAL_PLANNED;
                case RUNNING -> InitialText.INITIAL_RUNNING;
                case PAUSED -> InitialText.INITIAL_PAUSED;
                case STOPPED -> InitialText.INITIAL_STOPPED;
                case ENDED -> InitialText.INITIAL_ENDED;
            };
        }
    }

    /** How many articles or variants: in the system that decides, and in the other one. */
    record Counted(int ofMaster, int ofOther) {}

    /** Lines of one kind and outcome. */
    record Sum(InitialLine.Kind kind, InitialLine.@Nullable Outcome outcome, int lines, Counted count) {}

    int inShop(Counted counted) {
        return direction == Direction.TO_SPECTER ? counted.ofMaster() : counted.ofOther();
    }

    int inSpecter(Counted counted) {
        return direction == Direction.TO_SPECTER ? counted.ofOther() : counted.ofMaster();
    }

    /** How many lines the run writes, and how many of those it has come to. */
    Progress progress() {
        int all = 0;
        int done = 0;
        for (Sum sum : sums) {
            if (sum.kind().isWritten()) {
                all += sum.lines();
                done += sum.outcome() == null ? 0 : sum.lines();
            }
        }
        return new Progress(done, all);
    }

    /** Lines that are done, of all that are to be written. */
    record Progress(int done, int all) {

        private static final int CELLS = 30;

        /** {@code [#####.....]}. */
        String bar() {
            int full = all == 0 ? CELLS : (int) ((long) CELLS * done / all);
            return "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "]";
        }
    }
}
