package se.brygga.testbed.starweb;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import se.brygga.testbed.starweb.wire.StarwebQuirks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends web hooks: unsigned, with up to ten retries 30 minutes apart on the simulator's clock (S-12). When told so it loses,
 * doubles, delays and shuffles a share of them (S-20).
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

    private record Pending(SimShop shop, String event, long id, String url, ObjectNode body, int attempt, Instant at) {

        Pending again(ObjectNode newBody, Instant then) {
            return new Pending(shop, event, id, url, newBody, attempt + 1, then);
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("web-hooks").factory());
    private final ConcurrentLinkedQueue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final Deque<Delivery> log = new ArrayDeque<>();
    private final Clock clock;
    private final Random random;
    private volatile Disturbance disturbance = Disturbance.NONE;
    private long nextEvent = 1;

    WebHookSender(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        ScheduledFuture<?> untilClosed = retries.scheduleWithFixedDelay(this::sendDue, 200, 200, TimeUnit.MILLISECONDS);
        assert !untilClosed.isDone();
    }

    public void disturb(Disturbance newDisturbance) {
        disturbance = newDisturbance;
    }

    /** The last tries, newest first. */
    public List<Delivery> deliveries() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Tells everybody who asked for it about an event of an order. */
    void fire(SimShop shop, String event, ObjectNode order) {
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
    void fireCustomer(SimShop shop, String event, long customerId) {
        for (ObjectNode hook : shop.hooks()) {
            if (hook.path("event").asString().equals(event)) {
                ObjectNode body = envelope(shop);
                String key = shop.quirks().get(StarwebQuirks.HOOK_CUSTOMER_KEY);
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
    void forge(SimShop shop, String event, long orderId) {
        ObjectNode order = JsonMapper.shared().createObjectNode().put("orderId", orderId);
        order.put("statusId", shop.statuses().id("created"))
                .put("totalAmount", "1.00")
                .put("currencyCode", "SEK");
        fire(shop, event, order);
    }

    private synchronized ObjectNode envelope(SimShop shop) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("eventId", "e" + nextEvent++)
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

    private synchronized void fire(SimShop shop, String event, long id, String url, ObjectNode body) {
        Disturbance now = disturbance;
        if (random.nextInt(100) < now.lostPercent()) {
            return;
        }
        boolean late = random.nextInt(100) < now.latePercent();
        Instant at = late ? clock.instant().plus(now.late()) : clock.instant();
        Pending pending = new Pending(shop, event, id, url, body, 1, at);
        int times = random.nextInt(100) < now.doubledPercent() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (late) {
                waiting.add(pending);
            } else {
                threads.execute(() -> send(pending));
            }
        }
    }

    private void sendDue() {
        Instant now = clock.instant();
        for (Pending pending : waiting) {
            if (!pending.at().isAfter(now) && waiting.remove(pending)) {
                threads.execute(() -> send(pending));
            }
        }
    }

    private void send(Pending pending) {
        int status;
        try {
            status = http.send(request(pending), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            status = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        note(new Delivery(pending.shop().id(), pending.event(), pending.id(), pending.attempt(), status));
        if (status / 100 != 2 && pending.attempt() < TRIES) {
            waiting.add(pending.again(retryBody(pending), clock.instant().plus(BETWEEN)));
        }
    }

    private static HttpRequest request(Pending pending) {
        boolean form = pending.shop().quirks().is(StarwebQuirks.HOOK_TRANSPORT, "POST_FORM");
        String body = form
                ? pending.body()
                        .propertyStream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue().asString(""), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                : pending.body().toString();
        return HttpRequest.newBuilder(URI.create(pending.url()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private synchronized ObjectNode retryBody(Pending pending) {
        if (pending.shop().quirks().is(StarwebQuirks.HOOK_EVENT_ID, "same")) {
            return pending.body();
        }
        return pending.body().deepCopy().put("eventId", "e" + nextEvent++);
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
        retries.shutdownNow();
        threads.shutdownNow();
        http.shutdownNow();
    }
}
