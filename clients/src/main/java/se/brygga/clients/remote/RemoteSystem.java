package se.brygga.clients.remote;

import java.util.Locale;

/** The two systems that Brygga calls. */
public enum RemoteSystem {
    STARWEB("Starweb"),
    SPECTER("Specter");

    private final String title;

    RemoteSystem(String title) {
        this.title = title;
    }

    /** The system's own name. */
    public String title() {
        return title;
    }

    /** The word in tables, metrics and notices. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
