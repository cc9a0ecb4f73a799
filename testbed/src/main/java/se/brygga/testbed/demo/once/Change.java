package se.brygga.testbed.demo.once;

import org.jspecify.annotations.Nullable;

/** Something that was done in Specter, and what the shop makes of it. */
interface Change {

    /** What was changed, as the shop names it. */
    String thing();

    String done();

    /** What is wrong with what the shop shows; null when all is well. */
    @Nullable
    String complaint();

    /** Whether nothing more is to come of it, be it right or not. */
    boolean isOver();

    /** What the shop shows now. */
    String shown();

    /** From the change in Specter; a dash when that cannot be told. */
    String milliseconds();
}
