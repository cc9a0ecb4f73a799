package se.brygga.workflows;

/** One task queue for workflows and one per remote system. A slow system delays only its own calls. */
public final class TaskQueues {

    public static final String PROCESS = "brygga-process";
    /** Calls to Starweb about one order. */
    public static final String STARWEB = "brygga-starweb";
    /** Calls to Specter about one order. */
    public static final String SPECTER = "brygga-specter";
    /**
     * Polls of Specter's journals. They have their own queue, because each poll holds its place until the journal is
     * empty.
     */
    public static final String FEEDS = "brygga-feeds";
    /** Stock and prices on their way to the shops. They have their own queue, because each push runs for minutes. */
    public static final String PUSHES = "brygga-pushes";
    /** Activities that use PostgreSQL only. */
    public static final String BOOKS = "brygga-books";

    private TaskQueues() {}
}
