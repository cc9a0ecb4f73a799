package se.brygga.activities.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import se.brygga.setup.FeedSetup;

/**
 * When a loop polls next. The wait is shortest after a change, doubles to the longest while nothing happens, and skips
 * quiet hours. Pure.
 */
public final class FeedPace {

    private static final int DOUBLINGS = 16;

    /** When the comparisons of a day begin: shops are quiet, and the day's orders are booked. */
    private static final LocalTime COMPARE_AT = LocalTime.of(2, 30);

    private final String tenant;
    private final FeedSetup.Pace pace;
    private final ZoneId zone;
    private final @Nullable Duration every;

    /**
     * @param zone time zone of quiet hours and nights
     * @param every an operator's interval, which replaces both of the set-up's; null for none
     */
    public FeedPace(String tenant, FeedSetup.Pace pace, ZoneId zone, @Nullable Duration every) {
        this.tenant = tenant;
        this.pace = pace;
        this.zone = zone;
        this.every = every;
    }

    /**
     * The time until the next poll.
     *
     * @param quietPolls number of polls in a row without a change, or of failures in a row; 0 after a change
     */
    public Duration pauseAfter(int quietPolls, Instant now) {
        Duration pause = every == null ? grown(quietPolls) : every;
        Duration apart = pause.multipliedBy(spreadPercent()).dividedBy(100);
        Duration quiet = untilQuietEnds(now.plus(pause).plus(apart));
        // Quiet hours end for all at the same moment.
        return pause.plus(apart).plus(quiet).plus(quiet.isZero() ? Duration.ZERO : apart);
    }

    private Duration grown(int quietPolls) {
        Duration grown = pace.shortest().multipliedBy(1L << Math.min(quietPolls, DOUBLINGS));
        return grown.compareTo(pace.longest()) > 0 ? pace.longest() : grown;
    }

    /** Spreads the tenants, so that not all of them poll at once. */
    private int spreadPercent() {
        return Math.floorMod(tenant.hashCode(), 20);
    }

    private Duration untilQuietEnds(Instant then) {
        FeedSetup.Quiet quiet = pace.quiet();
        ZonedDateTime local = then.atZone(zone);
        if (quiet == null || !quiet.contains(local.toLocalTime())) {
            return Duration.ZERO;
        }
        ZonedDateTime end = local.with(quiet.until());
        return Duration.between(local, end.isAfter(local) ? end : end.plusDays(1));
    }

    /** Whether the day's comparison is due. A new loop has its first one on the next night. */
    boolean comparisonDue(@Nullable LocalDate comparedOn, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return comparedOn != null
                && comparedOn.isBefore(local.toLocalDate())
                && local.toLocalTime().isAfter(COMPARE_AT.plusMinutes(spreadPercent()));
    }

    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
