package se.brygga.setup;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.feed.Feed;

/**
 * How often a tenant's three feeds are pulled from Specter. A trigger causes a pull at once, whatever the pace.
 *
 * @param orders the order feed: what was delivered, undone, cancelled
 * @param stock the stock feed, for all shops of the tenant
 * @param prices the article feed
 * @param zone the time zone of {@link Quiet} hours
 */
public record FeedSetup(Pace orders, Pace stock, Pace prices, ZoneId zone) {

    /** How often this feed is pulled. */
    public Pace pace(Feed feed) {
        return switch (feed) {
            case ORDERS -> orders;
            case STOCK -> stock;
            case PRICES -> prices;
        };
    }

    /** The paces of a file that names none. */
    public static final FeedSetup DEFAULT = new FeedSetup(
            new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15), null),
            new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15), null),
            new Pace(Duration.ofMinutes(5), Duration.ofHours(1), null),
            ZoneId.of("Europe/Stockholm"));

    /**
     * The time between two pulls. It grows to the longest while nothing happens, and drops to the shortest when
     * something does.
     *
     * @param shortest from 10 seconds
     * @param longest from {@code shortest} to a day
     * @param quiet when nothing is pulled; null for never
     */
    public record Pace(
            Duration shortest, Duration longest, @Nullable Quiet quiet) {}

    /**
     * Hours of each day without a pull; {@code 22:00-05:00} goes over midnight.
     *
     * @param from inclusive
     * @param until exclusive, never equal to {@code from}
     */
    public record Quiet(LocalTime from, LocalTime until) {

        public boolean contains(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(until);
            return from.isBefore(until) ? begun && !over : begun || !over;
        }
    }
}
