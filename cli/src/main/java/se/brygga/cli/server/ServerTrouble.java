package se.brygga.cli.server;

/** The starter is not there, or has refused what was asked. The text says why and what to do. */
public final class ServerTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final int status;

    private ServerTrouble(String why, int exitCode, int status) {
        super(why);
        this.exitCode = exitCode;
        this.status = status;
    }

    /** The starter has refused, or cannot be asked before something here is mended. */
    public static ServerTrouble refused(String why) {
        return refused(why, 0);
    }

    /** @param status of the starter's answer */
    static ServerTrouble refused(String why, int status) {
        return new ServerTrouble(why, 1, status);
    }

    /** The starter did not answer, or could not: the same command may help later. */
    public static ServerTrouble away(String why) {
        return new ServerTrouble(why, 3, 0);
    }

    /** Whether the starter knows nothing of the name that was asked for. */
    public boolean isNotFound() {
        return status == 404;
    }

    /** Whether the starter has read what it was sent, and objects to it; the text has a line for each objection. */
    public boolean isObjection() {
        return status == 422;
    }

    /** What the command ends with. */
    public int exitCode() {
        return exitCode;
    }
}
