package se.brygga.simulators;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Carries calls from a simulated system to the shops' side. On request the courier loses, doubles, delays and thereby
 * shuffles a share of them. Waiting calls wait on the simulator's clock.
 */
public final class Courier implements AutoCloseable {

    /** One try of a call. */
    public interface Parcel {

        HttpRequest request();

        /**
         * Is told how the try ended.
         *
         * @param status 0 when no answer came
         * @return the next try; empty when there is none
         */
        Optional<Later> ended(int status, String answer);
    }

    /** A call to be made after some time. */
    public record Later(Parcel parcel, Duration after) {}

    private record Waiting(Parcel parcel, Instant at) {}

    private record Disturbance(int lostPercent, int doubledPercent, int latePercent, Duration late) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("courier").factory());
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;
    private final Clock clock;
    private final Random random;
    private volatile Disturbance disturbance = new Disturbance(0, 0, 0, Duration.ZERO);

    /**
     * @param threads in which calls are made; closed with this
     * @param seed decides on what is lost, doubled and late
     */
    public Courier(Clock clock, long seed, ExecutorService threads) {
        this.clock = clock;
        this.threads = threads;
        this.random = new Random(seed);
        ScheduledFuture<?> untilClosed = timer.scheduleWithFixedDelay(this::sendDue, 200, 200, TimeUnit.MILLISECONDS);
        assert !untilClosed.isDone();
    }

    /**
     * Disturbs calls from now on.
     *
     * @param lostPercent share that is never made
     * @param doubledPercent share that is made twice
     * @param latePercent share that is made late, so that others overtake it
     */
    public void disturb(int lostPercent, int doubledPercent, int latePercent, Duration late) {
        disturbance = new Disturbance(lostPercent, doubledPercent, latePercent, late);
    }

    /** Makes a call, or disturbs it. Returns at once. */
    public synchronized void send(Parcel parcel) {
        Disturbance now = disturbance;
        if (random.nextInt(100) < now.lostPercent()) {
            return;
        }
        boolean late = random.nextInt(100) < now.latePercent();
        int times = random.nextInt(100) < now.doubledPercent() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (late) {
                waiting.add(new Waiting(parcel, clock.instant().plus(now.late())));
            } else {
                threads.execute(() -> make(parcel));
            }
        }
    }

    private void sendDue() {
        Instant now = clock.instant();
        for (Waiting one : waiting) {
            if (!one.at().isAfter(now) && waiting.remove(one)) {
                threads.execute(() -> make(one.parcel()));
            }
        }
    }

    private void make(Parcel parcel) {
        int status = 0;
        String answer = "";
        try {
            HttpResponse<String> response = http.send(parcel.request(), HttpResponse.BodyHandlers.ofString());
            status = response.statusCode();
            answer = response.body();
        } catch (IOException e) {
            // Nobody answers, so the status stays 0.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        parcel.ended(status, answer)
                .ifPresent(next ->
                        waiting.add(new Waiting(next.parcel(), clock.instant().plus(next.after()))));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
        http.shutdownNow();
    }
}
