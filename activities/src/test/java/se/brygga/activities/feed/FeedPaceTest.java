package se.brygga.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.setup.FeedSetup;

/** When a loop polls next, and when its nightly comparison is due. */
class FeedPaceTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** A tenant whose polls are not spread. */
    private static final String PUNCTUAL = tenantSpreadBy(0);

    private static final Instant NOON = Instant.parse("2026-06-15T10:00:00Z");

    @Test
    void intervalsDoubleFromTheShortestToTheLongest() {
        FeedPace pace = pace(PUNCTUAL, null, null);

        assertThat(IntStream.of(0, 1, 2, 3, 4, 500)
                        .mapToObj(quiet -> pace.pauseAfter(quiet, NOON).toMinutes()))
                .containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    void anOperatorsIntervalReplacesBothLimits() {
        FeedPace pace = pace(PUNCTUAL, null, Duration.ofMinutes(40));

        assertThat(pace.pauseAfter(0, NOON)).isEqualTo(Duration.ofMinutes(40));
        assertThat(pace.pauseAfter(9, NOON)).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void tenantsAreSpreadOverAFifthOfTheInterval() {
        Map<Duration, Long> counts = IntStream.range(0, 1000)
                .mapToObj(i -> pace("tenant-" + i, null, null).pauseAfter(99, NOON))
                .collect(Collectors.groupingBy(pause -> pause, Collectors.counting()));

        assertThat(counts).hasSize(20);
        assertThat(counts.keySet()).allMatch(pause -> pause.toMinutes() >= 15 && pause.toMinutes() < 18);
        assertThat(max(counts.values())).isLessThan(100);
    }

    @Test
    void aPollThatWouldFallIntoQuietHoursWaitsForTheirEnd() {
        FeedPace pace = pace(PUNCTUAL, quiet("12:00", "13:30"), null);

        assertThat(pace.pauseAfter(0, at("2026-06-15T11:50"))).isEqualTo(Duration.ofMinutes(1));
        assertThat(pace.pauseAfter(0, at("2026-06-15T11:59"))).isEqualTo(Duration.ofMinutes(91));
        assertThat(pace.pauseAfter(0, at("2026-06-15T13:00"))).isEqualTo(Duration.ofMinutes(30));
        assertThat(pace.pauseAfter(0, at("2026-06-15T13:29"))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void quietHoursMayGoOverMidnight() {
        FeedPace pace = pace(PUNCTUAL, quiet("22:00", "05:00"), null);

        assertThat(pace.pauseAfter(0, at("2026-06-15T23:00"))).isEqualTo(Duration.ofHours(6));
        assertThat(pace.pauseAfter(0, at("2026-06-16T01:00"))).isEqualTo(Duration.ofHours(4));
        assertThat(pace.pauseAfter(0, at("2026-06-16T05:00"))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void quietHoursAreAnHourShorterOrLongerWhenClocksChange() {
        FeedPace pace = pace(PUNCTUAL, quiet("22:00", "05:00"), null);

        assertThat(pace.pauseAfter(0, at("2026-03-28T23:00"))).isEqualTo(Duration.ofHours(5));
        assertThat(pace.pauseAfter(0, at("2026-10-24T23:00"))).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void tenantsDoNotAllPollAtTheEndOfTheQuietHours() {
        Instant night = at("2026-06-15T23:00");

        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> night.plus(pace("tenant-" + i, quiet("22:00", "05:00"), null)
                                .pauseAfter(99, night)))
                        .distinct())
                .hasSize(20)
                .allMatch(poll -> !poll.isBefore(at("2026-06-16T05:00")));
    }

    @Test
    void aComparisonIsDueOnceADayAfterHalfPastTwo() {
        FeedPace pace = pace(PUNCTUAL, null, null);
        LocalDate yesterday = LocalDate.of(2026, 6, 14);

        assertThat(pace.comparisonDue(yesterday, at("2026-06-15T02:29"))).isFalse();
        assertThat(pace.comparisonDue(yesterday, at("2026-06-15T02:31"))).isTrue();
        assertThat(pace.comparisonDue(yesterday, at("2026-06-15T23:59"))).isTrue();
        assertThat(pace.comparisonDue(LocalDate.of(2026, 6, 15), at("2026-06-15T23:59")))
                .isFalse();
    }

    @Test
    void aLoopThatHasJustBegunHasItsFirstComparisonOnTheNextNight() {
        FeedPace pace = pace(PUNCTUAL, null, null);

        assertThat(pace.comparisonDue(null, at("2026-06-15T12:00"))).isFalse();
        assertThat(pace.comparisonDue(pace.today(at("2026-06-15T12:00")), at("2026-06-16T03:00")))
                .isTrue();
    }

    @Test
    void theDayIsThatOfTheTenant() {
        assertThat(pace(PUNCTUAL, null, null).today(Instant.parse("2026-06-15T22:30:00Z")))
                .isEqualTo(LocalDate.of(2026, 6, 16));
    }

    private static FeedPace pace(String tenant, FeedSetup.@Nullable Quiet quiet, @Nullable Duration every) {
        return new FeedPace(
                tenant, new FeedSetup.Pace(Duration.ofMinutes(1), Duration.ofMinutes(15), quiet), STOCKHOLM, every);
    }

    private static FeedSetup.Quiet quiet(String from, String until) {
        return new FeedSetup.Quiet(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private static String tenantSpreadBy(int percent) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> "tenant-" + i)
                .filter(tenant -> Math.floorMod(tenant.hashCode(), 20) == percent)
                .findFirst()
                .orElseThrow();
    }

    private static long max(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
