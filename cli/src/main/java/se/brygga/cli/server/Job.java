package se.brygga.cli.server;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Work that the starter does in its own time: asked for once, then looked at. */
public final class Job {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private Job() {}

    /**
     * Looks every second until the job has ended, or the time is up.
     *
     * @param known what is known of the job so far
     * @return the last answer
     * @throws ServerTrouble the starter does not answer; the job continues there
     */
    public static JsonNode until(
            Duration atMost, JsonNode known, Predicate<JsonNode> hasEnded, Supplier<JsonNode> look) {
        long end = System.nanoTime() + atMost.toNanos();
        JsonNode seen = known;
        while (!hasEnded.test(seen) && System.nanoTime() < end) {
            try {
                Thread.sleep(BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return seen;
            }
            seen = look.get();
        }
        return seen;
    }
}
