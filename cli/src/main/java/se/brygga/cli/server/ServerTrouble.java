package se.brygga.cli.server;

/** The starter is not there, or has refused what was asked. The text says why and what to do. */
public final class ServerTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private ServerTrouble(String why, int exitCode) {
        super(why);
        this.exitCode = exitCode;
    }

    /** The starter has refused, or cannot be asked before something here is mended. */
    public static ServerTrouble refused(String why) {
        return new ServerTrouble(why, 1);
    }

    /** The starter did not answer, or could not: the same command may help later. */
    public static ServerTrouble away(String why) {
        return new ServerTrouble(why, 3);
    }

    /** What the command ends with. */
    public int exitCode() {
        return exitCode;
    }
}
