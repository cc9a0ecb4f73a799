package se.brygga.workflows;

/** One queue for workflows and one per remote system, so that a slow system holds up nothing but its own calls. */
public final class TaskQueues {

    public static final String PROCESS = "brygga-process";
    /** Calls about one order. */
    public static final String STARWEB = "brygga-starweb";
    /** Calls about one order. */
    public static final String SPECTER = "brygga-specter";
    /** Polls of Specter's journals: apart from the orders, because each holds its place for a whole pull. */
    public static final String FEEDS = "brygga-feeds";
    /** Stock and prices on their way to the shops: apart, because each runs for minutes. */
    public static final String PUSHES = "brygga-pushes";
    /** PostgreSQL only. */
    public static final String BOOKS = "brygga-books";

    private TaskQueues() {}
}
