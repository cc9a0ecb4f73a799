package se.brygga.workflows;

/** One queue for workflows and one per remote system, so that a slow system holds up nothing but its own calls. */
public final class TaskQueues {

    public static final String PROCESS = "brygga-process";
    public static final String STARWEB = "brygga-starweb";
    public static final String SPECTER = "brygga-specter";
    /** PostgreSQL only. */
    public static final String BOOKS = "brygga-books";

    private TaskQueues() {}
}
