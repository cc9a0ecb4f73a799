package se.brygga.clients.shop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a shop tells Brygga of by a web hook. A shop knows more events than these. */
public enum WebHookEvent {
    ORDER_COMPLETED,
    ORDER_STATUS_CHANGED,
    ORDER_UPDATED,
    ORDER_DELETED;

    /** Its name in a web hook and in our URL: {@code order-completed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The inverse of {@link #key()}; empty for an event that Brygga does not ask for. */
    public static Optional<WebHookEvent> ofKey(String key) {
        return Arrays.stream(values()).filter(event -> event.key().equals(key)).findFirst();
    }
}
