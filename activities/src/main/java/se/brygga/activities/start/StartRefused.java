package se.brygga.activities.start;

/** The start cannot go on, and the message says in one sentence what is wrong and what to do. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }
}
