package se.brygga.clients.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shop's web hooks, other parties' among them. */
public interface ShopHooks {

    List<WebHook> webHooks();

    /** Not idempotent: list and compare first. */
    WebHook createWebHook(WebHook wanted);

    /** Replaces name, event, status and URL of the hook with this id. May be repeated. */
    WebHook updateWebHook(WebHook wanted);

    /** A hook that is gone already counts as deleted. */
    void deleteWebHook(long webHookId);

    /**
     * @param webHookId null before it is created
     * @param event {@link WebHookEvent#key()}, or another that the shop knows
     * @param statusId only for {@code order-status-changed}; null for every status
     */
    record WebHook(
            @Nullable Long webHookId,
            @Nullable String name,
            String event,
            @Nullable Long statusId,
            String url) {}

    /** What a shop tells Brygga of by a web hook. A shop knows more events than these. */
    enum WebHookEvent {
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
            return Arrays.stream(values())
                    .filter(event -> event.key().equals(key))
                    .findFirst();
        }
    }
}
