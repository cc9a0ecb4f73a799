package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.TransferRules;

/** The sweep closes the holes of the scan by change: what changed without showing it, and what nobody carries any more. */
@Timeout(120)
class IntakeSweepTest extends IntakeScene {

    @Test
    void sweepsOnceAnHour() {
        scan();
        time.advance(Duration.ofMinutes(58));
        scan();
        assertThat(shop.orders.askedCreatedAfter).isEmpty();

        time.advance(Duration.ofMinutes(1));
        scan();
        time.advance(Duration.ofMinutes(1));
        scan();

        assertThat(shop.orders.askedCreatedAfter).hasSize(1);
    }

    @Test
    void sweepsWhenItIsAsked() {
        intake.look(SHOP, true);

        assertThat(shop.orders.askedCreatedAfter).hasSize(1);
    }

    @Test
    void findsAnOrderThatWasPaidWithoutShowingAChange() {
        SampleOrder unpaid = SampleOrder.of(1, "2026-11-02T10:00:30Z").unfinished();
        skipped(unpaid, TransferRules.NOT_COMPLETE);
        put(2, "2026-11-02T10:20:00Z");
        time.advance(Duration.ofMinutes(20));
        scan();
        put(SampleOrder.of(1, "2026-11-02T10:00:30Z"));
        scan();
        assertThat(started(1)).isFalse();

        time.advance(Duration.ofHours(1));
        scan();

        assertThat(started(1)).isTrue();
    }

    @Test
    void reachesBackThreeDaysAndASecond() {
        time.advance(Duration.ofDays(10));
        scan();
        time.advance(Duration.ofHours(1));
        scan();

        assertThat(shop.orders.askedCreatedAfter.getLast()).isEqualTo(Instant.parse("2026-11-09T10:00:59Z"));
    }

    @Test
    void reachesBackFromTheLastSweepAfterALongStandstill() {
        time.advance(Duration.ofDays(5));
        scan();
        SampleOrder unpaid = SampleOrder.of(1, "2026-11-07T09:00:00Z").unfinished();
        skipped(unpaid, TransferRules.NOT_COMPLETE);
        put(2, "2026-11-07T10:00:00Z");
        scan();

        // Nobody runs for four days; meanwhile the order is paid, and its time of change stays as it was.
        put(SampleOrder.of(1, "2026-11-07T09:00:00Z"));
        time.advance(Duration.ofDays(4));
        scan();

        assertThat(started(1)).isTrue();
    }

    @Test
    void startsOverWhenADeletionPulledOrdersOverThePage() {
        put(1000, "2026-11-02T10:59:00Z");
        time.advance(Duration.ofMinutes(58));
        scan();
        putMany(1, 260, "2026-11-02T10:30:00Z");
        shop.script.before("created 2", () -> shop.orders.delete(1));

        intake.look(SHOP, true);

        assertThat(started(LongStream.rangeClosed(2, 260).toArray())).isTrue();
    }

    @Test
    void goesBackToTheBeginningTheFirstTime() {
        books.jdbc.sql("delete from intake_mark").update();
        books.marks.begin(SHOP, IntakeBook.Beginning.at(Instant.parse("2026-09-01T00:00:00Z")));

        scan();

        assertThat(shop.orders.askedCreatedAfter).containsExactly(Instant.parse("2026-08-31T23:59:59Z"));
    }

    @Test
    void takesUpWhatNobodyCarriesAnyMore() {
        books.orders.seen(ref(1));
        books.orders.parked(transfer(2), null, Cause.STARWEB_REFUSED, Detail.NONE);
        transferred(SampleOrder.of(3, BEGIN), 5003);
        transferred(SampleOrder.of(4, BEGIN), 5004);
        books.orders.marked(ref(4));
        books.orders.parked(change(4), null, Cause.CHANGED_AFTER_TRANSFER, Detail.NONE);
        skipped(SampleOrder.of(5, BEGIN), TransferRules.STATUS_NOT_CHOSEN);

        intake.look(SHOP, true);

        assertThat(started(1, 2, 3)).isTrue();
        assertThat(engine.knows(change(4))).isTrue();
        assertThat(engine.knows(transfer(4))).isFalse();
        assertThat(engine.knows(transfer(5))).isFalse();
    }

    @Test
    void doesNotDisturbWhatRuns() {
        put(1, "2026-11-02T10:00:30Z");
        scan();

        intake.look(SHOP, true);

        assertThat(engine.signals(transfer(1))).isZero();
    }

    @Test
    void wakesATransferThatWaitsForWhatIsSettledInTheBooks() {
        engine.startShowing(SearchKeys.State.WAITING, transfer(1));
        engine.startShowing(SearchKeys.State.WAITING, transfer(2));
        engine.startShowing(SearchKeys.State.ON_ITS_WAY, transfer(3));
        transferred(SampleOrder.of(1, BEGIN), 5001);
        books.attention.close(transfer(1));
        books.orders.parked(transfer(2), null, Cause.SENT_NUMBER_UNKNOWN, Detail.NONE);
        books.orders.seen(ref(3));

        intake.look(SHOP, true);

        assertThat(engine.signals(transfer(1))).isEqualTo(1);
        assertThat(engine.signals(transfer(2))).isZero();
        assertThat(engine.signals(transfer(3))).isZero();
    }

    @Test
    void carriesOnASkippedOrderThatAnOperatorSendsAnyway() {
        engine.startShowing(SearchKeys.State.ON_ITS_WAY, transfer(1));
        skipped(SampleOrder.of(1, BEGIN), TransferRules.STATUS_NOT_CHOSEN);

        starter.sendAnyway(ref(1));
        assertThat(engine.signals(transfer(1)))
                .as("it is about to end as skipped")
                .isEqualTo(1);

        engine.end(transfer(1));
        intake.look(SHOP, true);
        assertThat(engine.runs(transfer(1))).isTrue();
        assertThat(books.orders.records().find(ref(1)).orElseThrow().rulesOverridden())
                .isTrue();
    }

    @Test
    void comparesAnOrderThatChangedBetweenALostAnswerAndItsRepetition() {
        SampleOrder now = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        books.orders.parked(transfer(1), reading(now), Cause.TOTALS_DIFFER, Detail.NONE);
        books.orders.transferred(ref(1), 5001, "hash-of-what-was-sent");
        books.orders.marked(ref(1));

        intake.look(SHOP, true);
        assertThat(engine.runs(change(1))).isTrue();

        books.changes.differs(ref(1), reading(now), Cause.CHANGED_AFTER_TRANSFER, Detail.NONE);
        books.attention.close(change(1));
        engine.end(change(1));
        put(now);
        intake.look(SHOP, true);
        assertThat(engine.runs(change(1))).isFalse();
    }

    @Test
    void comparesATransferredOrderThatTheShopDoesNotListAnyMore() {
        SampleOrder there = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        transferred(there, 5001);
        transferred(SampleOrder.of(2, "2026-11-02T10:00:31Z"), 5002);
        put(there);

        intake.look(SHOP, true);

        assertThat(engine.knows(change(1))).isFalse();
        assertThat(engine.runs(change(2))).as("its deletion was never told").isTrue();
    }

    @Test
    void looksAgainAtAQuestionWhenSpecterHasNewsOfTheOrder() {
        SampleOrder cancelled = SampleOrder.of(1, "2026-11-02T10:00:30Z").status("canceled");
        transferred(cancelled.status("created"), 5001);
        put(cancelled);
        scan();
        books.changes.differs(ref(1), reading(cancelled), Cause.CANCELLED_AFTER_TRANSFER, Detail.NONE);
        scan();
        assertThat(engine.signals(change(1))).isZero();

        time.advance(Duration.ofSeconds(10));
        books.jdbc
                .sql("insert into specter_order (tenant, specter_number, status_id, settled, first_seen_at, changed_at)"
                        + " values (:tenant, 5001, '5', true, :now, :now)")
                .param("tenant", SHOP.tenant())
                .param("now", Sql.at(time.instant()))
                .update();
        scan();

        assertThat(engine.signals(change(1))).isEqualTo(1);
    }
}
