package se.brygga.clients.remote;

/** A secret value. {@code toString} shows a mask. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "****";
    }
}
