package se.brygga.clients.starweb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One shop's Starweb API (reference sections 1 to 5 and 11). All calls throw
 * {@link se.brygga.clients.remote.RemoteFailure}; its kind says whether the call may have had an effect. Reads are
 * idempotent. Codes of refusals: {@code credentials-refused}, {@code wrong-address}, {@code not-found}, {@code forbidden},
 * {@code bad-request}, {@code http-…}. May be used by many threads at a time.
 */
public interface StarwebClient {

    /** Connection test: the shop's own description. */
    Shop shop();

    /** One order with everything that a transfer needs; empty when the shop itself says that it has no such order. */
    Optional<StarwebOrder> order(long orderId);

    /**
     * One page of complete orders, newest change first, with everything that a transfer needs.
     *
     * @param page from 1; a page past the end is empty
     */
    OrderPage ordersByLatestChange(int page);

    /** The hundred complete orders with the highest numbers. */
    OrderPage newestOrders();

    /**
     * One page of complete orders created after a moment, by order id upwards.
     *
     * @param createdAfter exclusive or inclusive: unknown, so ask a second earlier
     */
    OrderPage ordersCreatedAfter(Instant createdAfter, int page);

    /** As {@link #ordersCreatedAfter}, and before another moment, of which the same is unknown: ask a second later. */
    OrderPage ordersCreatedBetween(Instant createdAfter, Instant createdBefore, int page);

    /**
     * Writes our number on the order ({@code externalId}, with our type). Absolute and without a status, so it may be
     * repeated; it neither mails nor charges anybody. The caller has looked that no other party's mark is there.
     */
    void linkOrder(long orderId, String externalId);

    /**
     * Creates or replaces the order's external service of this name: the place for our number where another party's mark
     * is on the order. May be repeated.
     */
    void putExternalService(long orderId, String serviceName, String value);

    /** Status, payment state and tracking of an order; empty when the shop itself says that it has no such order. */
    Optional<OrderState> orderState(long orderId);

    /**
     * Changes status, tracking or both in one call. <b>Not idempotent</b>: the same status once more may mail and charge
     * once more (reference sections 4 and 6). After OUTCOME_UNKNOWN ask {@link #orderState} first, and never repeat blindly.
     * What the shop made of it, the payment above all, only a new {@link #orderState} tells.
     */
    void changeOrder(long orderId, OrderUpdate update);

    /** The order's comments, the shopper's own among them. */
    List<OrderComment> comments(long orderId);

    /**
     * Adds a comment from {@code admin}. <b>Not idempotent</b>: after OUTCOME_UNKNOWN list and compare first.
     *
     * @param text nothing that identifies a person
     */
    void addComment(long orderId, String text);

    /** The carriers whose tracking numbers the shop knows. */
    List<TrackingType> trackingTypes();

    List<OrderStatus> orderStatuses();

    List<Method> paymentMethods();

    List<Method> shippingMethods();

    List<WebHook> webHooks();

    /** Not idempotent: list and compare first. */
    WebHook createWebHook(WebHook wanted);

    /** Replaces name, event, status and URL of the hook with this id. May be repeated. */
    WebHook updateWebHook(WebHook wanted);

    /** A hook that is gone already counts as deleted. */
    void deleteWebHook(long webHookId);

    /**
     * One page of a list.
     *
     * @param total orders in the whole list when this page was made, or null if the shop did not say
     * @param unreadable ids of orders on the page that lack what no order can lack: one must not hide the others
     */
    record OrderPage(
            List<StarwebOrder> orders,
            boolean last,
            @Nullable Integer total,
            List<Long> unreadable) {
        public OrderPage {
            orders = List.copyOf(orders);
            unreadable = List.copyOf(unreadable);
        }

        public OrderPage(List<StarwebOrder> orders, boolean last, @Nullable Integer total) {
            this(orders, last, total, List.of());
        }
    }

    /** @param status {@code open}, {@code closed} or {@code inactive} */
    record Shop(
            @Nullable String name,
            @Nullable String idCode,
            @Nullable String status,
            @Nullable String baseCurrency) {}

    /** A status of the shop. {@code idCode} is null for custom ones; names in each language. */
    record OrderStatus(long statusId, @Nullable String idCode, List<String> names) {
        public OrderStatus {
            names = List.copyOf(names);
        }
    }

    /** A payment or shipping method. {@code idCode} is null for shipping methods. */
    record Method(
            long id, @Nullable String idCode, @Nullable String externalId, List<String> names) {
        public Method {
            names = List.copyOf(names);
        }
    }

    /** @param from {@code admin} or {@code customer} */
    record OrderComment(
            long commentId, String text, @Nullable String from) {}

    /** @param type what {@link OrderUpdate.Tracking#trackerType()} takes */
    record TrackingType(int type, @Nullable String name) {}

    /**
     * @param webHookId null before it is created
     * @param statusId only for {@code order-status-changed}; null for every status
     */
    record WebHook(
            @Nullable Long webHookId,
            @Nullable String name,
            String event,
            @Nullable Long statusId,
            String url) {}
}
