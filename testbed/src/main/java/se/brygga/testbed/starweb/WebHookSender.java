package se.brygga.testbed.starweb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends web hooks: unsigned, with up to ten retries 30 minutes apart on the simulator's clock. Loses and doubles a share of
 * them when told so.
 */
public final class WebHookSender implements AutoCloseable {

    private static final int TRIES = 11;
    private static final Duration BETWEEN = Duration.ofMinutes(30);

    /** One try, for people and tests. {@code status} 0 means that no answer came. */
    public record Delivery(String shop, String event, long orderId, int attempt, int status) {}

    private record Pending(String shop, String event, long orderId, String url, String body, int attempt, Instant at) {}

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
    private volatile int lostPercent;
    private volatile int doubledPercent;
    private long nextEvent = 1;

    WebHookSender(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        ScheduledFuture<?> untilClosed =
                retries.scheduleWithFixedDelay(this::retryDue, 200, 200, TimeUnit.MILLISECONDS);
        assert !untilClosed.isDone();
    }

    /** Shares of hooks, in percent, that are never sent, and that are sent twice. */
    public void disturb(int lost, int doubled) {
        lostPercent = lost;
        doubledPercent = doubled;
    }

    /** The last tries, newest first. */
    public List<Delivery> deliveries() {
        synchronized (log) {
            return new ArrayList<>(log);
        }
    }

    void fire(SimShop shop, String event, ObjectNode order) {
        for (ObjectNode hook : shop.hooks()) {
            boolean anyStatus = hook.path("statusId").isMissingNode()
                    || hook.path("statusId").isNull();
            boolean matches = hook.path("event").asString().equals(event)
                    && (anyStatus
                            || hook.path("statusId").asLong()
                                    == order.path("statusId").asLong());
            if (matches) {
                fire(shop, event, order, hook.path("url").asString());
            }
        }
    }

    private synchronized void fire(SimShop shop, String event, ObjectNode order, String url) {
        if (random.nextInt(100) < lostPercent) {
            return;
        }
        long orderId = order.path("orderId").asLong();
        String body = JsonMapper.shared()
                .createObjectNode()
                .put("eventId", "e" + nextEvent++)
                .put("shopIdCode", shop.id)
                .put("eventTimeStamp", shop.now())
                .put("orderId", orderId)
                .put("orderStatusId", order.path("statusId").asLong())
                .put("orderStatusIdCode", shop.idCode(order.path("statusId").asLong()))
                .put("totalAmount", order.path("totalAmount").asString())
                .put("currencyCode", order.path("currencyCode").asString())
                .toString();
        Pending pending = new Pending(shop.id, event, orderId, url, body, 1, clock.instant());
        int times = random.nextInt(100) < doubledPercent ? 2 : 1;
        for (int i = 0; i < times; i++) {
            threads.execute(() -> send(pending));
        }
    }

    private void retryDue() {
        Instant now = clock.instant();
        for (Pending pending : waiting) {
            if (!pending.at().isAfter(now) && waiting.remove(pending)) {
                threads.execute(() -> send(pending));
            }
        }
    }

    private void send(Pending pending) {
        int status = 0;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(pending.url()))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(pending.body()))
                    .build();
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            status = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        note(new Delivery(pending.shop(), pending.event(), pending.orderId(), pending.attempt(), status));
        if (status / 100 != 2 && pending.attempt() < TRIES) {
            waiting.add(new Pending(
                    pending.shop(),
                    pending.event(),
                    pending.orderId(),
                    pending.url(),
                    pending.body(),
                    pending.attempt() + 1,
                    clock.instant().plus(BETWEEN)));
        }
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
