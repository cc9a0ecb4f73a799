package se.brygga.clients.remote;

import java.util.Locale;

/** The two systems that Brygga calls. */
public enum RemoteSystem {
    STARWEB,
    SPECTER;

    /** As it stands in tables, metrics and notices. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
