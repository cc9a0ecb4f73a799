package se.brygga.activities.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;

class ShopRoundsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final List<Integer> ROWS = IntStream.range(0, 1_000).boxed().toList();

    private final ShopRounds writers = new ShopRounds(() -> NOW);
    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();

    @Test
    void aLostCallLeavesItsRowForTheNextTimeAndTheOthersGoOn() {
        ShopRounds.Count count = writers.write(ROWS, LATER, row -> lostWhen(row % 10 == 3, row));

        assertThat(count).isEqualTo(new ShopRounds.Count(900, 0, true));
        assertThat(asked).hasSize(1_000);
    }

    @Test
    void stopsWhenTheShopAnswersNobodyAndSaysSo() {
        assertThatThrownBy(() -> writers.write(ROWS, LATER, row -> lostWhen(true, row)))
                .isInstanceOf(RemoteFailure.class);

        assertThat(asked).as("the shop is not asked a thousand times").hasSizeLessThan(40);
    }

    @Test
    void whatGotThroughBeforeTheShopWentDownCounts() {
        ShopRounds.Count count = writers.write(ROWS, LATER, row -> lostWhen(row >= 500, row));

        assertThat(count.written()).isEqualTo(500);
        assertThat(count.more()).isTrue();
        assertThat(asked).hasSizeLessThan(540);
    }

    @Test
    void aRefusalThatConcernsAllStopsAllAlsoAfterLostCalls() {
        assertThatThrownBy(() -> writers.write(ROWS, LATER, row -> {
                    if (row == 100) {
                        throw failure(Kind.REFUSED);
                    }
                    return lostWhen(row % 10 == 3, row);
                }))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED));

        assertThat(asked).hasSizeLessThan(140);
    }

    /** A value that no column holds, a quantity that no shop holds: whatever is behind it must not wait for that. */
    @Test
    void aDefectOfOneRowKeepsNoOtherFromBeingWrittenAndIsTold() {
        assertThatThrownBy(() -> writers.write(ROWS, LATER, row -> {
                    if (row % 50 == 3) {
                        asked.add(row);
                        throw new ArithmeticException("too large");
                    }
                    return lostWhen(false, row);
                }))
                .isInstanceOf(ArithmeticException.class);

        assertThat(asked).hasSize(1_000);
    }

    @Test
    void anAnswerAboutOneRowThatCannotBeReadKeepsNoOther() {
        assertThatThrownBy(() -> writers.write(ROWS, LATER, row -> {
                    if (row == 3) {
                        asked.add(row);
                        throw failure(Kind.OUR_FAULT);
                    }
                    return lostWhen(false, row);
                }))
                .isInstanceOf(RemoteFailure.class);

        assertThat(asked).hasSize(1_000);
    }

    @Test
    void stopsWhenEveryRowEndsInADefect() {
        assertThatThrownBy(() -> writers.write(ROWS, LATER, row -> {
                    asked.add(row);
                    throw new DataIntegrityViolationException("no column holds it");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(asked).hasSizeLessThan(140);
    }

    @Test
    void stopsAtOnceWhenTheDatabaseIsAway() {
        assertThatThrownBy(() -> writers.write(ROWS, LATER, row -> {
                    asked.add(row);
                    throw new DataAccessResourceFailureException("away");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(asked).hasSizeLessThan(40);
    }

    @Test
    void waitsAsLongAsALimitSays() {
        Set<Integer> limited = ConcurrentHashMap.newKeySet();

        ShopRounds.Count count = writers.write(ROWS.subList(0, 20), LATER, row -> {
            if (limited.add(row)) {
                throw new RemoteFailure(
                        RemoteSystem.STARWEB, Kind.BUSY, RemoteFailure.Why.LIMIT, "later", Duration.ofMillis(1), null);
            }
            return ShopRounds.Row.DONE;
        });

        assertThat(count).isEqualTo(new ShopRounds.Count(20, 0, false));
    }

    @Test
    void leavesTheRestWhenTimeIsUp() {
        assertThat(writers.write(ROWS, NOW, row -> ShopRounds.Row.DONE)).isEqualTo(new ShopRounds.Count(0, 0, true));
    }

    @Test
    void stopsAtTheNextRowWhenTheRowsAreWantedNoMore() {
        MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
        AtomicBoolean served = new AtomicBoolean(true);

        ShopRounds.Count count = new ShopRounds(time).write(ROWS, LATER, served::get, row -> {
            if (row == 100) {
                served.set(false);
                time.advance(Duration.ofSeconds(2));
            }
            return lostWhen(false, row);
        });

        assertThat(count.more()).isTrue();
        assertThat(asked).as("those that had begun end").hasSizeLessThan(140);
    }

    @Test
    void asksOnceASecondWhetherTheRowsAreWanted() {
        AtomicInteger questions = new AtomicInteger();

        writers.write(ROWS, LATER, () -> questions.incrementAndGet() > 0, row -> lostWhen(false, row));

        assertThat(questions).hasValue(1);
    }

    @Test
    void aRowThatWaitedForALimitIsNotWrittenIfItIsWantedNoMore() {
        MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
        AtomicBoolean served = new AtomicBoolean(true);

        ShopRounds.Count count = new ShopRounds(time).write(ROWS.subList(0, 1), LATER, served::get, row -> {
            asked.add(row);
            served.set(false);
            time.advance(Duration.ofSeconds(2));
            throw new RemoteFailure(
                    RemoteSystem.STARWEB, Kind.BUSY, RemoteFailure.Why.LIMIT, "later", Duration.ofMillis(1), null);
        });

        assertThat(count).isEqualTo(new ShopRounds.Count(0, 0, true));
        assertThat(asked).hasSize(1);
    }

    /** The database goes away while it is asked. */
    @Test
    void endsWhenItCannotBeToldWhetherTheRowsAreWanted() {
        assertThatThrownBy(() -> writers.write(
                        ROWS,
                        LATER,
                        () -> {
                            throw new IllegalStateException("away");
                        },
                        row -> lostWhen(false, row)))
                .hasMessage("away");
        assertThat(asked).isEmpty();
    }

    private ShopRounds.Row lostWhen(boolean lost, int row) {
        asked.add(row);
        if (lost) {
            throw failure(Kind.OUTCOME_UNKNOWN);
        }
        return ShopRounds.Row.DONE;
    }

    private static RemoteFailure failure(Kind kind) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, RemoteFailure.Why.BAD_REQUEST, "a text", null, null);
    }
}
