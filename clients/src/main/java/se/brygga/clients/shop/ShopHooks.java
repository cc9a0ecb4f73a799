package se.brygga.clients.shop;

import java.util.List;
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
}
