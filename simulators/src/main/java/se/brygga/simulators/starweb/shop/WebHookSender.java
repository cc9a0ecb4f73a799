package se.brygga.simulators.starweb.shop;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import se.brygga.simulators.Courier;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends web hooks: unsigned, with up to ten retries 30 minutes apart on the simulator's clock (S-12). On request the
 * sender loses, doubles, delays and shuffles a share of them (S-20).
 */
public final class WebHookSender implements AutoCloseable {

    private static final int TRIES = 11;
    private static final Duration BETWEEN = Duration.ofMinutes(30);

    /** One try, for people and tests. {@code status} 0 means that no answer came. */
    public record Delivery(String shop, String event, long id, int attempt, int status) {}

    /**
     * What happens to hooks on their way.
     *
     * @param lostPercent share that is never sent
     * @param doubledPercent share that is sent twice
     * @param latePercent share that is sent late, so that others overtake it
     * @param late how late, on the simulator's clock
     */
    public record Disturbance(int lostPercent, int doubledPercent, int latePercent, Duration late) {
        public static final Disturbance NONE = new Disturbance(0, 0, 0, Duration.ZERO);
    }

    private final Courier courier;
    private final Deque<Delivery> log = new ArrayDeque<>();
    private long nextEvent = 1;

    public WebHookSender(Clock clock, long seed) {
        this.courier = new Courier(clock, seed, Executors.newVirtualThreadPerTaskExecutor());
    }

    public void disturb(Disturbance how) {
        courier.disturb(how.lostPercent(), how.doubledPercent(), how.latePercent(), how.late());
    }

    /** The last tries, newest first. */
    public List<Delivery> deliveries() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Tells everybody who asked for it about an event of an order. */
    public void fire(SimShop shop, String event, ObjectNode order) {
        long orderId = order.path("orderId").asLong();
        for (ObjectNode hook : shop.hooks()) {
            boolean anyStatus = hook.path("statusId").isMissingNode()
                    || hook.path("statusId").isNull();
            boolean matches = hook.path("event").asString().equals(event)
                    && (anyStatus
                            || hook.path("statusId").asLong()
                                    == order.path("statusId").asLong());
            if (matches) {
                fire(shop, event, orderId, hook.path("url").asString(), orderBody(shop, order));
            }
        }
    }

    /** Tells about a customer: only its number, under a name that nobody knows (O-36). */
    public void fireCustomer(SimShop shop, String event, long customerId) {
        for (ObjectNode hook : shop.hooks()) {
            if (hook.path("event").asString().equals(event)) {
                ObjectNode body = envelope(shop);
                String key = shop.quirks().get(StarwebQuirk.HOOK_CUSTOMER_KEY);
                if (!key.equals("none")) {
                    body.put(key, customerId);
                }
                fire(shop, event, customerId, hook.path("url").asString(), body);
            }
        }
    }

    /** Tells about a product: only its number. */
    void fireProduct(SimShop shop, String event, long productId) {
        for (ObjectNode hook : shop.hooks()) {
            if (hook.path("event").asString().equals(event)) {
                ObjectNode body = envelope(shop).put("productId", productId);
                fire(shop, event, productId, hook.path("url").asString(), body);
            }
        }
    }

    /** A stranger who knows the address tells of an order that may not exist. */
    public void forge(SimShop shop, String event, long orderId) {
        ObjectNode order = JsonMapper.shared().createObjectNode().put("orderId", orderId);
        order.put("statusId", shop.statuses().id("created"))
                .put("totalAmount", "1.00")
                .put("currencyCode", "SEK");
        fire(shop, event, order);
    }

    private ObjectNode envelope(SimShop shop) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("eventId", nextEventId())
                .put("shopIdCode", shop.id())
                .put("eventTimeStamp", shop.now());
    }

    private ObjectNode orderBody(SimShop shop, ObjectNode order) {
        long statusId = order.path("statusId").asLong();
        return envelope(shop)
                .put("orderId", order.path("orderId").asLong())
                .put("shippingMethodId", order.path("shippingMethodId").asLong())
                .put("paymentMethodId", order.path("paymentMethodId").asLong())
                .put("orderStatusId", statusId)
                .put("orderStatusIdCode", shop.statuses().idCode(statusId))
                .put("totalAmount", order.path("totalAmount").asString())
                .put("currencyCode", order.path("currencyCode").asString());
    }

    private void fire(SimShop shop, String event, long id, String url, ObjectNode body) {
        courier.send(new Hook(this, shop, event, id, url, body, 1));
    }

    /** One try of one hook. */
    private record Hook(
            WebHookSender sender, SimShop shop, String event, long id, String url, ObjectNode body, int attempt)
            implements Courier.Parcel {

        @Override
        public HttpRequest request() {
            boolean form = shop.quirks().is(StarwebQuirk.HOOK_TRANSPORT, "POST_FORM");
            return HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(form ? asForm(body) : body.toString()))
                    .build();
        }

        @Override
        public Optional<Courier.Later> ended(int status, String answer) {
            sender.note(new Delivery(shop.id(), event, id, attempt, status));
            return status / 100 != 2 && attempt < TRIES
                    ? Optional.of(new Courier.Later(again(), BETWEEN))
                    : Optional.empty();
        }

        private Hook again() {
            boolean same = shop.quirks().is(StarwebQuirk.HOOK_EVENT_ID, "same");
            ObjectNode next = same ? body : body.deepCopy().put("eventId", sender.nextEventId());
            return new Hook(sender, shop, event, id, url, next, attempt + 1);
        }
    }

    private synchronized String nextEventId() {
        return "e" + nextEvent++;
    }

    private static String asForm(ObjectNode body) {
        return body.propertyStream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asString(""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void note(Delivery delivery) {
        synchronized (log) {
            log.addFirst(delivery);
            if (log.size() > 500) {
                log.removeLast();
            }
        }
    }

    @Override
    public void close() {
        courier.close();
    }
}
