package se.brygga.activities.setup.kept;

/**
 * Says that a tenant's set-up exists and cannot be read. All work that needs it waits until its file is applied again.
 */
public final class SetupUnreadable extends IllegalStateException {

    SetupUnreadable(String tenant, int version, Throwable cause) {
        super(
                "version " + version + " of the set-up of tenant " + tenant + " cannot be read: apply its file again,"
                        + " or bring the key that it was encrypted with",
                cause);
    }
}
