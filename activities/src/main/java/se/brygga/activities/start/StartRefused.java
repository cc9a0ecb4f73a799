package se.brygga.activities.start;

/** The start cannot go on, and the message says in one sentence what is wrong and what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    /** What is missing may come by itself: a server that starts beside us. */
    public static final class NotYet extends StartRefused {

        public NotYet(String message) {
            super(message);
        }
    }
}
