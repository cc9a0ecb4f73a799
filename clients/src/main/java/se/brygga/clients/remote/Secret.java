package se.brygga.clients.remote;

/** A secret value that never shows itself: {@code toString} is a mask. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "****";
    }
}
