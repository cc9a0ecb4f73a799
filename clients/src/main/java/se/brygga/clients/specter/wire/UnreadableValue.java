package se.brygga.clients.specter.wire;

/** A value that is missing, or is not what its name says. It costs its row, not the answer. */
public final class UnreadableValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /** @param name of the element or attribute */
    public UnreadableValue(String name) {
        super(name + " is missing or unreadable");
        this.name = name;
    }

    public String name() {
        return name;
    }
}
