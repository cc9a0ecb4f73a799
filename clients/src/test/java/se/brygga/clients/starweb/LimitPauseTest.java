package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.brygga.clients.MovableTime;

class LimitPauseTest {

    private final MovableTime time = new MovableTime("2026-11-02T10:00:00Z");
    private final LimitPause pause = new LimitPause(time, new Random(1));

    @Test
    void doublesWithJitterUpToAMinute() {
        for (int seconds : new int[] {5, 10, 20, 40}) {
            Duration next = pause.next();
            assertThat(next).isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1_250L));
            time.advance(next);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(pause.next()).isEqualTo(Duration.ofSeconds(60));
            time.advance(Duration.ofSeconds(60));
        }
    }

    @Test
    void countsCallsThatWereUnderWayTogetherOnce() {
        Duration first = pause.next();
        time.advance(Duration.ofSeconds(2));

        assertThat(pause.next()).isEqualTo(first.minusSeconds(2));
    }

    @Test
    void beginsAnewOnceACallAfterThePauseGotThrough() {
        time.advance(pause.next());
        time.advance(pause.next());
        pause.over();

        assertThat(pause.next()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(6_250));
    }

    @Test
    void doesNotTakeACallThatWasUnderWayBeforeForTheEnd() {
        time.advance(pause.next());
        Duration second = pause.next();
        pause.over();
        time.advance(second);

        assertThat(pause.next()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
    }
}
