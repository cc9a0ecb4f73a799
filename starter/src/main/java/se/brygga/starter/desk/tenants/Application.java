package se.brygga.starter.desk.tenants;

import java.util.List;
import se.brygga.starter.desk.Outcome;
import se.brygga.workflows.refusal.Refusal;

/** What came of a request to take a set-up into force. */
public sealed interface Application {

    /**
     * The set-up is refused. Nothing was changed.
     *
     * @param objections all at once, each with its line in the file
     */
    record Refused(List<Refusal> objections) implements Application {}

    /**
     * Another version is in force than the one that the request replaces. Nothing was changed.
     *
     * @param why names both versions
     */
    record Stale(Refusal why) implements Application {}

    /**
     * Nothing speaks against the set-up.
     *
     * @param warnings what an operator should know and need not change
     */
    record Tried(List<Refusal> warnings, Outcome<Applied> outcome) implements Application {}
}
