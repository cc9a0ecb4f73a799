package se.brygga.clients.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A shop's web hooks, other parties' among them. */
public interface ShopHooks {

    /** All web hooks of the shop, other parties' among them. */
    List<WebHook> webHooks();

    /** Creates a web hook. Not idempotent: list the web hooks and compare first. */
    WebHook createWebHook(WebHook wanted);

    /** Replaces name, event, status and URL of the web hook with this id. Idempotent. */
    WebHook updateWebHook(WebHook wanted);

    /** Deletes a web hook. Idempotent: a web hook that does not exist counts as deleted. */
    void deleteWebHook(long webHookId);

    /**
     * One web hook.
     *
     * @param webHookId null before it is created
     * @param event {@link WebHookEvent#key()}, or another event of the shop
     * @param statusId only for {@code order-status-changed}; null for every status
     */
    record WebHook(
            @Nullable Long webHookId,
            @Nullable String name,
            String event,
            @Nullable Long statusId,
            String url) {}

    /** The events of which the sync of products wants to be told. */
    enum ProductEvent {
        PRODUCT_CREATED,
        PRODUCT_UPDATED,
        PRODUCT_REMOVED;

        /** The event's name in a web hook and in our callback URL: {@code product-updated}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The inverse of {@link #key()}; empty for an event that Brygga does not use. */
        public static Optional<ProductEvent> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(event -> event.key().equals(key))
                    .findFirst();
        }
    }

    /** The events of orders of which Brygga wants to be told. A shop knows more events than these. */
    enum WebHookEvent {
        ORDER_COMPLETED,
        ORDER_STATUS_CHANGED,
        ORDER_UPDATED,
        ORDER_DELETED;

        /** The event's name in a web hook and in our callback URL: {@code order-completed}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The inverse of {@link #key()}; empty for an event that Brygga does not use. */
        public static Optional<WebHookEvent> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(event -> event.key().equals(key))
                    .findFirst();
        }
    }
}
