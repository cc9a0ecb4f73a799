package se.brygga.activities.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.Door.Right;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** What two workers know of a system that is out of order, who tries it, and who waits for how long. */
@Timeout(120)
class OutageGateTest {

    private static final String ABOUT = "order 10025";

    private static final Door SHOP = Door.starweb("nordkajak", "kajak-se");
    private static final Door OTHER_SHOP = Door.starweb("nordkajak", "kajak-no");
    private static final Door READS = Door.specter("nordkajak", Right.READ);
    private static final Door WRITES = Door.specter("nordkajak", Right.WRITE);

    private final Books books = new Books(new MovableTime("2026-11-02T10:00:00Z"));
    private final MovableTime time = books.time;
    private final OutageBook book = new OutageBook(books.jdbc, books.transactions, time);
    private final OutageGate gate = new OutageGate(book, time);
    private final OutageGate otherWorker = new OutageGate(book, time);

    @Test
    void takesASingleLostCallForNoOutage() {
        fails(gate, SHOP, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.HTTP);
        fails(gate, SHOP, Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);

        assertThat(book.known()).isEmpty();
        answers(gate, SHOP);
        fails(gate, SHOP, Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
        assertThat(book.known()).isEmpty();
    }

    @Test
    void takesTheTroubleOfOneOrderForNobodyElses() {
        for (int i = 0; i < 8; i++) {
            assertThat(loses(gate, SHOP, "order 10025").ofSystem()).isFalse();
            loses(otherWorker, SHOP, "order 10025");
            time.advance(Duration.ofMinutes(1));
            loses(gate, SHOP, "order 10025");
            answers(otherWorker, SHOP, "order 10026");
        }
        assertThat(book.known()).isEmpty();
        assertThat(book.open()).isEmpty();
    }

    @Test
    void letsAThirdOrderThroughWhileTwoFailAgainAndAgainAndNothingElseIsAsked() {
        for (int i = 0; i < 20; i++) {
            assertThat(loses(gate, SHOP, "order 10025").ofSystem()).isFalse();
            assertThat(loses(otherWorker, SHOP, "order 10026").ofSystem()).isFalse();
            time.advance(Duration.ofSeconds(10));
        }
        assertThat(book.known()).isEmpty();

        answers(gate, SHOP, "order 10027");

        assertThat(book.open()).isEmpty();
    }

    @Test
    void takesLostCallsAboutFiveThingsForAnOutage() {
        List.of("order 10025", "order 10026", "orders", "KAJ-001").forEach(about -> loses(gate, SHOP, about));
        assertThat(book.known()).isEmpty();

        assertThat(loses(otherWorker, SHOP, "order 10027").ofSystem()).isTrue();

        assertThat(causes()).containsExactly(Cause.STARWEB_AWAY);
        time.advance(Duration.ofSeconds(1));
        waits(gate, SHOP);
        time.advance(Duration.ofSeconds(10));
        assertThat(loses(gate, SHOP, "order 10025").ofSystem())
                .as("still the same outage")
                .isTrue();
    }

    @Test
    void takesTwoJournalsThatAreLostForMinutesForAnOutage() {
        loses(gate, READS, "stock 7");
        loses(otherWorker, READS, "orders 3");
        assertThat(book.known()).isEmpty();
        time.advance(Duration.ofSeconds(100));

        assertThat(loses(gate, READS, "stock 7").ofSystem()).isTrue();

        assertThat(causes()).containsExactly(Cause.SPECTER_AWAY);
    }

    @Test
    void takesOneJournalThatIsLostBesideAnOrderForNoOutage() {
        for (int tries = 0; tries < 5; tries++) {
            loses(gate, READS, "stock 7");
            loses(gate, WRITES, "order 10025");
            time.advance(Duration.ofSeconds(100));
        }

        assertThat(book.known()).isEmpty();
        answers(gate, WRITES, "order 10026");
        assertThat(book.open()).isEmpty();
    }

    @Test
    void takesTwoSlowAnswersAtTheSameMomentForTheTroubleOfTwoOrders() {
        try (Outages.Turn one = gate.enter(WRITES, "order 10025");
                Outages.Turn other = otherWorker.enter(WRITES, "order 10026")) {
            time.advance(Duration.ofMinutes(1));
            one.failed(failure(WRITES, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME));
            assertThat(other.failed(failure(WRITES, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME))
                            .ofSystem())
                    .isFalse();
        }
        assertThat(book.known()).isEmpty();

        answers(gate, WRITES, "order 10027");
        assertThat(book.open()).as("nothing is left of it").isEmpty();
    }

    @Test
    void tellsOfAShopOfWhichOneOrderIsAllThatAsksWhenNothingWasAnsweredForLong() {
        Instant begin = time.instant();
        for (int minutes = 0; minutes < 10; minutes++) {
            loses(gate, SHOP, "order 10025");
            assertThat(book.known()).isEmpty();
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(loses(gate, SHOP, "order 10025").ofSystem()).isTrue();

        assertThat(book.known())
                .singleElement()
                .satisfies(told -> assertThat(told.outage().since()).isEqualTo(begin));
    }

    @Test
    void takesALoginThatIsLostForTheTroubleOfAll() {
        for (int i = 0; i < 3; i++) {
            try (Outages.Turn turn = gate.enter(SHOP, "order 10025")) {
                turn.loginFailed(failure(SHOP, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.HTTP));
            }
        }

        assertThat(causes()).containsExactly(Cause.STARWEB_AWAY);
    }

    @Test
    void countsOnlyCallsAndBeginsWithTheFirstOfThem() {
        Instant begin = time.instant();
        for (int i = 0; i < 3; i++) {
            fails(gate, SHOP, Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
            time.advance(Duration.ofSeconds(1));
        }
        waits(gate, SHOP);
        waits(otherWorker, SHOP);

        assertThat(book.known()).singleElement().satisfies(told -> {
            assertThat(told.outage().since()).isEqualTo(begin);
            assertThat(told.outage().tries()).isEqualTo(3);
            assertThat(told.outage().lastAnswer()).isEqualTo("no-connection");
            assertThat(told.outage().cause()).isEqualTo(Cause.STARWEB_AWAY);
        });
    }

    @Test
    void beginsWhenTheCallThatHungBegan() {
        Instant begin = time.instant();
        try (Outages.Turn turn = gate.enter(WRITES, ABOUT);
                Outages.Turn hungToo = gate.enter(WRITES, "order 10026")) {
            time.advance(Duration.ofMinutes(1));
            assertThat(hungToo.loginFailed(failure(WRITES, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME))
                            .ofSystem())
                    .as("one call alone")
                    .isFalse();
            assertThat(turn.loginFailed(failure(WRITES, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME))
                            .ofSystem())
                    .isTrue();
        }

        assertThat(book.known())
                .singleElement()
                .satisfies(told -> assertThat(told.outage().since()).isEqualTo(begin));
        // Who hung with it and began later, or before the last good answer, does not move the beginning.
        waits(gate, READS);
    }

    @Test
    void doesNotBeginBeforeTheLastGoodAnswer() {
        try (Outages.Turn hangs = gate.enter(SHOP, ABOUT)) {
            time.advance(Duration.ofSeconds(40));
            answers(gate, SHOP);
            Instant answered = time.instant();
            time.advance(Duration.ofSeconds(20));
            hangs.failed(failure(SHOP, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME));

            assertThat(book.open().getFirst().outage().since()).isEqualTo(answered);
        }
    }

    @Test
    void letsOneCallAtATimeTryAndAllGoOnAfterItsSuccess() {
        goesAway(SHOP);
        time.advance(Duration.ofSeconds(3));

        try (Outages.Turn first = gate.enter(SHOP, ABOUT)) {
            waits(gate, SHOP);
            waits(otherWorker, SHOP);
            for (int i = 0; i < 30; i++) {
                time.advance(Duration.ofSeconds(3));
                gate.renew();
                waits(otherWorker, SHOP);
            }
            first.answered();
        }

        time.advance(Duration.ofSeconds(2));
        answers(gate, SHOP);
        answers(otherWorker, SHOP);
        assertThat(book.open()).isEmpty();
    }

    @Test
    void takesTheTryOverFromAWorkerThatDiedWithinSeconds() {
        goesAway(SHOP);
        time.advance(Duration.ofSeconds(3));
        assertThat(gate.enter(SHOP, ABOUT)).isNotNull();
        gate.close();

        time.advance(Duration.ofSeconds(8));
        waits(otherWorker, SHOP);
        time.advance(Duration.ofSeconds(1));

        answers(otherWorker, SHOP);
        assertThat(book.open()).isEmpty();
    }

    @Test
    void holdsOnToNoPlaceThatAnotherWorkerHasTakenOver() {
        goesAway(SHOP);
        time.advance(Duration.ofSeconds(3));
        Outages.Turn stoodStill = gate.enter(SHOP, ABOUT);
        time.advance(Duration.ofSeconds(10));
        assertThat(otherWorker.enter(SHOP, ABOUT)).isNotNull();
        Instant lease = nextTry();

        gate.renew();
        stoodStill.close();

        assertThat(nextTry()).isEqualTo(lease);
    }

    @Test
    void leavesTheNextTryWhereAFailureHasPutIt() {
        goesAway(SHOP);
        time.advance(Duration.ofSeconds(3));
        try (Outages.Turn turn = gate.enter(SHOP, ABOUT)) {
            turn.failed(failure(SHOP, Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION));
            Instant next = nextTry();
            gate.renew();
            assertThat(nextTry()).isEqualTo(next);
        }
    }

    @Test
    void renewsNothingBetweenTries() {
        goesAway(SHOP);
        int before = books.statements.size();

        gate.renew();

        assertThat(books.statements).hasSize(before);
    }

    @Test
    void leavesTheTryToTheNextIfNoCallWasMade() {
        goesAway(SHOP);
        time.advance(Duration.ofSeconds(3));
        gate.enter(SHOP, ABOUT).close();
        time.advance(Duration.ofSeconds(1));

        answers(otherWorker, SHOP);
    }

    @Test
    void triesQuicklyAtFirstAndOnceAMinuteLater() {
        goesAway(SHOP);

        assertThat(nextTryIn()).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 40; i++) {
            time.advance(nextTryIn());
            fails(gate, SHOP, Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
        }
        assertThat(nextTryIn()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void concernsNoOtherShopAndNoOtherTenant() {
        goesAway(SHOP);

        answers(gate, OTHER_SHOP);
        answers(gate, WRITES);
        answers(gate, Door.starweb("skog", "kajak-se"));
    }

    @Test
    void isNoOutageWhenOurOwnThreadIsEnded() {
        try (Outages.Turn turn = gate.enter(SHOP, ABOUT)) {
            Thread.currentThread().interrupt();
            turn.failed(failure(SHOP, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(book.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED"})
    void endsWithARefusalOfWhatWasAskedTooForThatIsAnAnswer(Kind answer) {
        goesAway(SHOP);
        time.advance(Duration.ofSeconds(3));

        assertThat(fails(gate, SHOP, answer, RemoteFailure.Why.NOT_FOUND).ofSystem())
                .isFalse();

        assertThat(book.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CREDENTIALS_REFUSED, STARWEB_CREDENTIALS_REFUSED", "WRONG_ADDRESS, STARWEB_ADDRESS_WRONG"})
    void isAtOnceOneThingForAllWhoAreNotLetIn(RemoteFailure.Why why, Cause cause) {
        assertThat(fails(gate, SHOP, Kind.NOT_LET_IN, why).ofSystem()).isTrue();

        waits(gate, SHOP);
        assertThat(book.known())
                .singleElement()
                .satisfies(told -> assertThat(told.outage().cause()).isEqualTo(cause));
    }

    @Test
    void tellsAMissingRightFromAWrongKeyByWhatElseIsAnswered() {
        gateFails(WRITES, "code 12: user 7 may not write");
        assertThat(causes()).containsExactly(Cause.SPECTER_CREDENTIALS_REFUSED);

        // Reading goes on meanwhile, and shows that the key is right.
        answers(gate, READS);
        assertThat(causes()).containsExactly(Cause.SPECTER_RIGHTS_MISSING);
        waits(gate, WRITES);
        answers(otherWorker, READS);

        time.advance(Duration.ofMinutes(3));
        answers(gate, WRITES);
        assertThat(causes()).isEmpty();
    }

    @Test
    void isOneThingWhenReadingIsRefusedToo() {
        gateFails(WRITES, "code 10: wrong key");
        Instant begin = book.known().getFirst().outage().since();
        time.advance(Duration.ofMinutes(1));
        gateFails(READS, "code 10: wrong key");

        assertThat(book.known()).singleElement().satisfies(told -> {
            assertThat(told.outage().cause()).isEqualTo(Cause.SPECTER_CREDENTIALS_REFUSED);
            assertThat(told.outage().since()).isEqualTo(begin);
            assertThat(told.outage().lastAnswer()).isEqualTo("code 10: wrong key");
        });
    }

    @Test
    void takesWordsThatNoColumnHolds() {
        gateFails(WRITES, "code 10: wrong\0key");

        assertThat(book.known().getFirst().outage().lastAnswer()).isEqualTo("code 10: wrong\uFFFDkey");
    }

    @Test
    void forgetsThatASystemWasAwayWhenItAnswersThatItLetsNobodyIn() {
        goesAway(WRITES);
        time.advance(Duration.ofSeconds(5));

        gateFails(WRITES, "code 10: wrong key");

        assertThat(causes()).containsExactly(Cause.SPECTER_CREDENTIALS_REFUSED);
    }

    @Test
    void keepsAwayAtOnceFromAShopThatIsTooBusyAndTellsOfItWhenItLasts() {
        fails(gate, SHOP, Kind.BUSY, RemoteFailure.Why.LIMIT, Duration.ofMinutes(15));

        assertThat(waits(otherWorker, SHOP).ofSystem()).as("a storm").isFalse();
        assertThat(book.known()).isEmpty();
        time.advance(Duration.ofMinutes(4));
        assertThat(waits(otherWorker, SHOP).ofSystem()).isTrue();
        assertThat(causes()).containsExactly(Cause.STARWEB_BUSY);
        assertThat(nextTryIn()).isEqualTo(Duration.ofMinutes(11));
    }

    @Test
    void endsAPauseWhenAnOperatorSaysSo() {
        fails(gate, SHOP, Kind.BUSY, RemoteFailure.Why.LIMIT, Duration.ofMinutes(15));
        waits(otherWorker, SHOP);

        assertThat(book.tryNow("nordkajak", List.of("kajak-se"))).isOne();
        time.advance(Duration.ofSeconds(1));

        answers(otherWorker, SHOP);
    }

    @Test
    void triesAtOnceWhenASetUpIsApplied() {
        fails(gate, SHOP, Kind.NOT_LET_IN, RemoteFailure.Why.CREDENTIALS_REFUSED);
        waits(gate, SHOP);

        books.setups.applying().apply(books.setups.named("nordkajak"), "tenant: nordkajak", "anna");
        time.advance(Duration.ofSeconds(1));

        answers(gate, SHOP);
    }

    @Test
    void takesABusySystemThatSometimesDoesNotAnswerForOneOutage() {
        for (int i = 0; i < 10; i++) {
            fails(gate, SHOP, i % 2 == 0 ? Kind.BUSY : Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.LIMIT);
            time.advance(Duration.ofMinutes(1));
        }

        assertThat(book.known())
                .singleElement()
                .satisfies(told -> assertThat(told.outage().tries()).isEqualTo(10));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "100, 24", "1000, 240"})
    void thoseThatWaitComeBackAtOneRateHoweverManyTheyAre(int orders, int secondsAtMost) {
        for (int i = 0; i < orders; i++) {
            books.orders.seen(new OrderRef(SampleSetup.SHOP, 20_000 + i));
        }
        goesAway(SHOP);

        Duration pause = waits(gate, SHOP).retryAfter();

        assertThat(pause).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(secondsAtMost));
        assertThat(book.known().getFirst().waiting()).isEqualTo(orders);
        assertThat(pause)
                .isGreaterThanOrEqualTo(Duration.ofMillis(orders * 160L).minusMillis(1));
    }

    @Test
    void costsNoQueryToWait() {
        goesAway(SHOP);
        waits(gate, SHOP);
        int before = books.statements.size();

        for (int i = 0; i < 100; i++) {
            waits(gate, SHOP);
        }

        assertThat(books.statements).hasSize(before);
    }

    @Test
    void saysNothingOfASystemThatWasRemoved() {
        goesAway(SHOP);
        goesAway(OTHER_SHOP);
        goesAway(WRITES);

        books.jdbc
                .sql(
                        "insert into service_state (tenant, shop, state, since, who, reason) values ('nordkajak', 'kajak-se', 'removed', now(), 'anna', 'sold')")
                .update();
        assertThat(causes()).containsExactlyInAnyOrder(Cause.STARWEB_AWAY, Cause.SPECTER_AWAY);

        books.jdbc
                .sql(
                        "insert into service_state (tenant, shop, state, since, who, reason) values ('nordkajak', '', 'removed', now(), 'anna', 'sold')")
                .update();
        assertThat(causes()).isEmpty();
    }

    @AfterEach
    void close() {
        gate.close();
        otherWorker.close();
    }

    private void goesAway(Door door) {
        for (int i = 0; i < 3; i++) {
            fails(gate, door, Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
        }
    }

    private void gateFails(Door door, String words) {
        try (Outages.Turn turn = gate.enter(door, ABOUT)) {
            turn.failed(failure(door, Kind.NOT_LET_IN, RemoteFailure.Why.CREDENTIALS_REFUSED)
                    .saying(words));
        }
    }

    private static RemoteFailure fails(OutageGate gate, Door door, Kind kind, RemoteFailure.Why why) {
        try (Outages.Turn turn = gate.enter(door, ABOUT)) {
            return turn.failed(failure(door, kind, why));
        }
    }

    private static void fails(OutageGate gate, Door door, Kind kind, RemoteFailure.Why why, Duration asked) {
        try (Outages.Turn turn = gate.enter(door, ABOUT)) {
            turn.failed(failure(door, kind, why).retriedAfter(asked));
        }
    }

    private static RemoteFailure loses(OutageGate gate, Door door, String about) {
        try (Outages.Turn turn = gate.enter(door, about)) {
            return turn.failed(failure(door, Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.HTTP));
        }
    }

    private static void answers(OutageGate gate, Door door) {
        answers(gate, door, ABOUT);
    }

    private static void answers(OutageGate gate, Door door, String about) {
        try (Outages.Turn turn = gate.enter(door, about)) {
            turn.answered();
        }
    }

    private static RemoteFailure waits(OutageGate gate, Door door) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> gate.enter(door, ABOUT));
        assertThat(failure).as("the call waits").isNotNull();
        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
        assertThat(failure.retryAfter()).isPositive();
        return failure;
    }

    private List<Cause> causes() {
        return book.known().stream().map(told -> told.outage().cause()).toList();
    }

    private Duration nextTryIn() {
        return Duration.between(time.instant(), nextTry());
    }

    private Instant nextTry() {
        return book.open().getFirst().outage().nextTryAt();
    }

    private static RemoteFailure failure(Door door, Kind kind, RemoteFailure.Why why) {
        RemoteSystem system = door.system();
        return new RemoteFailure(system, kind, why, "GET /orders: " + why.key());
    }
}
