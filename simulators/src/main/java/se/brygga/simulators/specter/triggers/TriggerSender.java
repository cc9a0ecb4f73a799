package se.brygga.simulators.specter.triggers;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import se.brygga.simulators.Courier;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.protocol.FeedQuirk;

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
    public record Delivery(long sbmId, SimTriggerKind kind, Map<String, String> data, int attempt, int status) {}

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

    private final ConcurrentMap<Long, Map<SimTriggerKind, String>> urls = new ConcurrentHashMap<>();
    private final Deque<Delivery> log = new ArrayDeque<>();
    private final Courier courier;

    public TriggerSender(Clock clock, long seed) {
        this.courier = new Courier(
                clock,
                seed,
                Executors.newFixedThreadPool(
                        AT_ONCE,
                        Thread.ofPlatform().daemon().name("triggers-", 0).factory()));
    }

    public void disturb(Disturbance how) {
        courier.disturb(how.lostPercent(), how.doubledPercent(), how.latePercent(), how.late());
    }

    /**
     * From now on these addresses are called for the account, and no others.
     *
     * @throws IllegalArgumentException an address is not on this machine; none is changed
     */
    public void register(long sbmId, Map<SimTriggerKind, String> addresses) {
        addresses.values().forEach(TriggerSender::requireLoopback);
        urls.put(sbmId, addresses.isEmpty() ? Map.of() : new EnumMap<>(addresses));
    }

    private static void requireLoopback(String address) {
        URI uri = URI.create(address);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !HERE.contains(uri.getHost())) {
            throw new IllegalArgumentException("a trigger's address must be http on this machine, not " + address);
        }
    }

    public Map<SimTriggerKind, String> registered(long sbmId) {
        return urls.getOrDefault(sbmId, Map.of());
    }

    /** The last tries, newest first. */
    public List<Delivery> deliveries() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Calls the address of this kind if there is one; returns at once. */
    public void fire(long sbmId, Quirks quirks, SimTriggerKind kind, Map<String, String> data) {
        String url = registered(sbmId).get(kind);
        if (url != null) {
            courier.send(new Trigger(this, sbmId, quirks, kind, data, url, 1));
        }
    }

    /** One try of one trigger. */
    private record Trigger(
            TriggerSender sender,
            long sbmId,
            Quirks quirks,
            SimTriggerKind kind,
            Map<String, String> data,
            String url,
            int attempt)
            implements Courier.Parcel {

        @Override
        public HttpRequest request() {
            String query = data.entrySet().stream()
                    .map(entry ->
                            entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.ISO_8859_1))
                    .sorted()
                    .collect(Collectors.joining("&"));
            HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(10));
            if (quirks.is(FeedQuirk.TRIGGER_METHOD, "POST")) {
                return request.uri(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build();
            }
            String separator = query.isEmpty() ? "" : url.contains("?") ? "&" : "?";
            return request.uri(URI.create(url + separator + query)).build();
        }

        @Override
        public Optional<Courier.Later> ended(int status, String answer) {
            sender.note(new Delivery(sbmId, kind, data, attempt, status));
            boolean accepted =
                    status / 100 == 2 && (quirks.is(FeedQuirk.TRIGGER_CHECK_REPLY, "false") || answer.startsWith("1"));
            return !accepted && attempt <= quirks.number(FeedQuirk.TRIGGER_RETRIES)
                    ? Optional.of(new Courier.Later(
                            new Trigger(sender, sbmId, quirks, kind, data, url, attempt + 1), BETWEEN_TRIES))
                    : Optional.empty();
        }
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
        courier.close();
    }
}
