package se.brygga.clients.remote;

/** Keeps the record of each call, for the operator who asks "what did we say, and what came back?". */
@FunctionalInterface
public interface CallLog {

    /** Never throws: a call must not fail because it could not be recorded. */
    void record(CallRecord call);
}
