package se.brygga.cli.server;

/** The starter is not there, or has refused what was asked. The text says why and what to do. */
public final class ServerTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ServerTrouble(String why) {
        super(why);
    }
}
