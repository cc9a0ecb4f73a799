package se.brygga.activities.setup.kept;

/** A set-up was made for one version of a tenant's set-up, and another one is in force. Nothing was changed. */
public final class OtherVersion extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherVersion(String tenant, int expected, int inForce) {
        super("tenant " + tenant + ": " + words(inForce) + " is in force, and this set-up was made for "
                + words(expected) + ". Look at what has changed, and apply it once more for the one in force");
    }

    private static String words(int version) {
        return version == 0 ? "no version" : "version " + version;
    }
}
