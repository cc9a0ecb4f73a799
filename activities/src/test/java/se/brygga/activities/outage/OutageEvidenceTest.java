package se.brygga.activities.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.outage.Outage.Kind;
import se.brygga.clients.remote.Door;

/** How many lost calls, about what and for how long, tell of the system; there is no good answer between them. */
class OutageEvidenceTest {

    private static final Door SHOP = Door.starweb("nordkajak", "kajak-se");
    private static final Instant BEGIN = Instant.parse("2026-11-02T10:00:00Z");

    private @Nullable Outage outage;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void ordersThatFailAgainAndAgainAreNoOutageWhileNothingElseIsAskedForMinutes(int orders) {
        for (int seconds = 0; seconds < 600; seconds += 10) {
            for (int order = 1; order <= orders; order++) {
                lost("order " + order, seconds, seconds);
            }
        }
        assertThat(isKnown()).isFalse();
        lost("order 1", 600, 600);

        assertThat(isKnown()).as("ten minutes without any answer").isTrue();
    }

    @Test
    void twoToFourAnswersThatAreSlowAtTheSameMomentAreNoOutage() {
        lost("order 1", 0, 60);
        lost("order 2", 1, 61);
        assertThat(isKnown()).isFalse();
        lost("order 3", 1, 62);
        lost("order 4", 2, 62);
        assertThat(isKnown()).isFalse();
    }

    @Test
    void oneOrderThatFailsForLongAndAnotherThatFailsOnceAreNoOutage() {
        for (int seconds = 0; seconds < 300; seconds += 10) {
            lost("order 1", seconds, seconds);
        }
        lost("order 2", 300, 300);

        assertThat(isKnown()).isFalse();
    }

    @Test
    void oneConnectionThatFailsAfterTheTroubleOfAnOrderIsNoOutage() {
        for (int seconds = 0; seconds < 100; seconds += 10) {
            lost("order 1", seconds, seconds);
        }
        lost(Outage.ITSELF, 100, 100);

        assertThat(isKnown()).isFalse();
    }

    @Test
    void aConnectionThatHangsOnceIsNoOutage() {
        lost(Outage.ITSELF, 0, 60);

        assertThat(isKnown()).isFalse();
    }

    @Test
    void fiveThingsThatFailInARowAreAnOutageAtOnceSoThatAHundredOrdersDoNotProbe() {
        IntStream.range(1, 5).forEach(i -> lost("order " + i, 0, 0));
        assertThat(isKnown()).isFalse();
        lost("order 5", 0, 0);

        assertThat(isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void threeFailedConnectionsAreAnOutageAtOnce(int seconds) {
        lost(Outage.ITSELF, 0, 0);
        lost(Outage.ITSELF, 0, 0);
        assertThat(isKnown()).isFalse();
        lost(Outage.ITSELF, seconds, seconds);

        assertThat(isKnown()).isTrue();
    }

    @Test
    void twoThatHangAreOne() {
        lost(Outage.ITSELF, 0, 20);
        lost(Outage.ITSELF, 21, 41);

        assertThat(isKnown()).isTrue();
    }

    @Test
    void aBusySystemStaysBusyWhenACallIsLostBeside() {
        for (int seconds = 0; seconds < 100; seconds += 10) {
            failed(Kind.BUSY, Outage.ITSELF, seconds, seconds);
        }
        lost("order 1", 100, 130);

        assertThat(outage).isNotNull().satisfies(known -> {
            assertThat(known.kind()).isEqualTo(Kind.BUSY);
            assertThat(known.isKnown(BEGIN.plusSeconds(130))).isFalse();
            assertThat(known.isKnown(BEGIN.plusSeconds(180))).isTrue();
        });
    }

    @Test
    void remembersNoMoreThanItNeeds() {
        for (int i = 0; i < 1000; i++) {
            lost("order " + i, 0, 0);
            lost(Outage.ITSELF, 0, 0);
        }

        assertThat(outage).isNotNull().satisfies(known -> {
            assertThat(known.tries()).isEqualTo(2000);
            assertThat(known.lost()).hasSizeLessThan(15);
        });
    }

    /** A tenant without orders polls three journals; each call hangs for a minute. */
    @Test
    void twoJournalsThatHangAgainAreAnOutageAfterMinutesAlthoughNothingElseIsAsked() {
        journalLost("stock 7", 0, 60);
        journalLost("orders 3", 1, 61);
        journalLost("articles 9", 2, 62);
        assertThat(isKnown()).as("they may have been slow at the same moment").isFalse();
        journalLost("stock 7", 121, 181);

        assertThat(isKnown()).isTrue();
    }

    @Test
    void oneJournalThatHangsAgainAndAgainIsNoOutage() {
        for (int seconds = 0; seconds < 500; seconds += 61) {
            journalLost("stock 7", seconds, seconds + 60);
        }

        assertThat(isKnown()).isFalse();
    }

    @Test
    void aJournalAndOrdersThatFailForMinutesAreNoOutage() {
        for (int seconds = 0; seconds < 500; seconds += 10) {
            journalLost("stock 7", seconds, seconds);
            lost("order 1", seconds, seconds);
            lost("order 2", seconds, seconds);
        }

        assertThat(isKnown()).isFalse();
    }

    private void journalLost(String about, int began, int ended) {
        failed(Kind.AWAY, about, true, began, ended);
    }

    private void lost(String about, int began, int ended) {
        failed(Kind.AWAY, about, began, ended);
    }

    private void failed(Kind kind, String about, int began, int ended) {
        failed(kind, about, false, began, ended);
    }

    private void failed(Kind kind, String about, boolean ofJournal, int began, int ended) {
        outage = Outage.after(
                outage,
                SHOP,
                new Outage.Failed(
                        kind,
                        BEGIN.plus(Duration.ofSeconds(began)),
                        BEGIN.plus(Duration.ofSeconds(ended)),
                        "connection-lost",
                        null,
                        about,
                        ofJournal));
    }

    private boolean isKnown() {
        return outage != null && outage.isKnown(outage.lastAt());
    }
}
