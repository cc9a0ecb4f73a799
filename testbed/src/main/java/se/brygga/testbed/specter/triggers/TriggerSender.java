package se.brygga.testbed.specter.triggers;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.specter.protocol.FeedQuirks;

/**
 * Calls the addresses that the shops' side has registered, unsigned, some at a time and each once unless told otherwise (O36).
 * When told so it loses, doubles, delays and thereby shuffles a share of the calls.
 */
public final class TriggerSender implements AutoCloseable {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int AT_ONCE = 4;
    private static final int KEPT = 500;
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    /** One try. {@code status} 0 means that no answer came. */
    public record Delivery(long sbmId, TriggerKind kind, Map<String, String> data, int attempt, int status) {}

    /**
     * What happens to calls on their way.
     *
     * @param lostPercent share that is never made
     * @param doubledPercent share that is made twice
     * @param latePercent share that is made late, so that others overtake it
     * @param late how late, on the simulator's clock
     */
    public record Disturbance(int lostPercent, int doubledPercent, int latePercent, Duration late) {
        public static final Disturbance NONE = new Disturbance(0, 0, 0, Duration.ZERO);
    }

    private record Pending(
            long sbmId,
            Quirks quirks,
            TriggerKind kind,
            Map<String, String> data,
            String url,
            int attempt,
            Instant at) {

        Pending again(Instant then) {
            return new Pending(sbmId, quirks, kind, data, url, attempt + 1, then);
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("triggers-", 0).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("late-triggers").factory());
    private final ConcurrentLinkedQueue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Long, Map<TriggerKind, String>> urls = new ConcurrentHashMap<>();
    private final Deque<Delivery> log = new ArrayDeque<>();
    private final Clock clock;
    private final Random random;
    private volatile Disturbance disturbance = Disturbance.NONE;

    public TriggerSender(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        ScheduledFuture<?> untilClosed = timer.scheduleWithFixedDelay(this::sendDue, 200, 200, TimeUnit.MILLISECONDS);
        assert !untilClosed.isDone();
    }

    public void disturb(Disturbance newDisturbance) {
        disturbance = newDisturbance;
    }

    /**
     * From now on these addresses are called for the account, and no others.
     *
     * @throws IllegalArgumentException an address is not on this machine; none is changed
     */
    public void register(long sbmId, Map<TriggerKind, String> addresses) {
        addresses.values().forEach(TriggerSender::requireLoopback);
        urls.put(sbmId, addresses.isEmpty() ? Map.of() : new EnumMap<>(addresses));
    }

    private static void requireLoopback(String address) {
        URI uri = URI.create(address);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !HERE.contains(uri.getHost())) {
            throw new IllegalArgumentException("a trigger's address must be http on this machine, not " + address);
        }
    }

    public Map<TriggerKind, String> registered(long sbmId) {
        return urls.getOrDefault(sbmId, Map.of());
    }

    /** The last tries, newest first. */
    public List<Delivery> deliveries() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Calls the address of this kind if there is one; returns at once. */
    public synchronized void fire(long sbmId, Quirks quirks, TriggerKind kind, Map<String, String> data) {
        String url = registered(sbmId).get(kind);
        Disturbance now = disturbance;
        if (url == null || random.nextInt(100) < now.lostPercent()) {
            return;
        }
        boolean late = random.nextInt(100) < now.latePercent();
        Instant at = late ? clock.instant().plus(now.late()) : clock.instant();
        Pending pending = new Pending(sbmId, quirks, kind, data, url, 1, at);
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
        int status = 0;
        boolean accepted = false;
        try {
            HttpResponse<String> answer = http.send(request(pending), HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            accepted = status / 100 == 2
                    && (pending.quirks().is(FeedQuirks.TRIGGER_CHECK_REPLY, "false")
                            || answer.body().startsWith("1"));
        } catch (IOException e) {
            // Nobody answers: status stays 0.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        note(new Delivery(pending.sbmId(), pending.kind(), pending.data(), pending.attempt(), status));
        if (!accepted && pending.attempt() <= pending.quirks().number(FeedQuirks.TRIGGER_RETRIES)) {
            waiting.add(pending.again(clock.instant().plus(BETWEEN_TRIES)));
        }
    }

    private static HttpRequest request(Pending pending) {
        String data = pending.data().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.ISO_8859_1))
                .sorted()
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(10));
        if (pending.quirks().is(FeedQuirks.TRIGGER_METHOD, "POST")) {
            return request.uri(URI.create(pending.url()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(data))
                    .build();
        }
        String separator = data.isEmpty() ? "" : pending.url().contains("?") ? "&" : "?";
        return request.uri(URI.create(pending.url() + separator + data)).build();
    }

    private void note(Delivery delivery) {
        synchronized (log) {
            log.addFirst(delivery);
            if (log.size() > KEPT) {
                log.removeLast();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
        http.shutdownNow();
    }
}
