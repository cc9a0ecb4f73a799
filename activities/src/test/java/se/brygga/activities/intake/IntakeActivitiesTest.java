package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.intake.IntakeActivities.Looked;
import se.brygga.workflows.transfer.TransferRules;

/** The watermark recipe (Starweb reference 5.1) with the real books: whatever the list does meanwhile, no order is lost. */
@Timeout(120)
class IntakeActivitiesTest extends IntakeScene {

    @Test
    void startsATransferForEachNewOrder() {
        put(1, "2026-11-02T10:00:30Z");
        put(2, "2026-11-02T10:00:31Z");

        assertThat(scan()).isEqualTo(new Looked(2, 2));

        assertThat(started(1, 2)).isTrue();
        assertThat(watermark()).isEqualTo("2026-11-02T10:00:31Z");
    }

    @Test
    void isNotHeldUpByAnOrderThatTheBooksCannotHold() {
        put(1, "2026-11-02T10:00:30Z");
        put(SampleOrder.of(2, "2026-11-02T10:00:31Z").edited(order -> selling(order, one("A\0B"))));
        put(3, "2026-11-02T10:00:32Z");

        scan();

        assertThat(started(1, 2, 3)).isTrue();
        assertThat(watermark()).isEqualTo("2026-11-02T10:00:32Z");
    }

    @Test
    void leavesAShopWithoutSetUpAlone() {
        assertThat(intake.look(new ShopRef("nordkajak", "kajak-no"), false)).isEqualTo(new Looked(0, 0));
        assertThat(shop.script.asked).isEmpty();
    }

    @Test
    void looksAgainAtWhatIsYoungerThanTheOverlapAndStopsAtWhatIsOlder() {
        put(1, "2026-11-02T10:00:10Z");
        putMany(100, 260, "2026-11-02T10:30:00Z");
        time.advance(Duration.ofMinutes(30));
        scan();
        shop.script.asked.clear();
        put(2, "2026-11-02T10:25:00Z");
        put(3, "2026-11-02T10:24:59Z");

        scan();

        assertThat(started(2)).isTrue();
        assertThat(started(3)).isFalse();
        assertThat(shop.script.asked).containsExactly("changes 1", "changes 2");
    }

    @Test
    void losesNoOrderOfASecondThatGoesOnOverThePage() {
        putMany(1, 150, "2026-11-02T10:00:30Z");

        assertThat(scan()).isEqualTo(new Looked(150, 150));
        assertThat(started(LongStream.rangeClosed(1, 150).toArray())).isTrue();
    }

    @Test
    void losesNoOrderThatAppearsInTheSecondOfTheMark() {
        put(1, "2026-11-02T10:00:30Z");
        scan();
        put(2, "2026-11-02T10:00:30Z");

        scan();

        assertThat(started(2)).isTrue();
    }

    @Test
    void keepsTheMarkWhenNothingIsThere() {
        assertThat(scan()).isEqualTo(new Looked(0, 0));
        assertThat(watermark()).isEqualTo(BEGIN);
    }

    @Test
    void neverMovesTheMarkBack() {
        put(1, "2026-11-02T10:00:30Z");
        scan();
        shop.orders.delete(1);
        put(2, "2026-11-02T10:00:20Z");

        scan();

        assertThat(watermark()).isEqualTo("2026-11-02T10:00:30Z");
    }

    @Test
    void isNotHeldUpByAnOrderThatChangesInTheFuture() {
        put(1, "2026-11-02T10:00:30Z", "2027-01-01T00:00:00Z");
        scan();
        assertThat(watermark()).isEqualTo("2026-11-02T10:01:00Z");
        put(2, "2026-11-02T10:00:40Z");

        scan();

        assertThat(started(1, 2)).isTrue();
    }

    @Test
    void takesBackAMarkThatAnEarlierVersionHasSetInTheFuture() {
        books.marks.move(SHOP, Instant.parse("2027-01-01T00:00:00Z"), Instant.parse(BEGIN), true);
        put(1, "2026-11-02T10:00:30Z");

        scan();

        assertThat(started(1)).isTrue();
        assertThat(watermark()).isEqualTo("2026-11-02T10:01:00Z");
    }

    @Test
    void leavesTheMarkWhenAPageCannotBeRead() {
        putMany(1, 150, "2026-11-02T10:00:30Z");
        shop.script.failAt("changes 2", failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.HTTP));

        assertThatThrownBy(this::scan)
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(FailureTypes.OUTCOME_UNKNOWN));
        assertThat(watermark()).isEqualTo(BEGIN);

        scan();

        assertThat(started(LongStream.rangeClosed(1, 150).toArray())).isTrue();
    }

    @Test
    void leavesTheMarkWhenTheSweepFails() {
        put(1, "2026-11-02T10:00:30Z");
        shop.script.failAt("created 1", failure(RemoteFailure.Kind.BUSY, RemoteFailure.Why.LIMIT));

        assertThatThrownBy(() -> intake.look(SHOP, true)).isInstanceOf(ApplicationFailure.class);

        assertThat(watermark()).isEqualTo(BEGIN);
    }

    @Test
    void losesNothingWhenAnOrderOfALaterPageIsChangedMeanwhile() {
        putMany(1, 150, "2026-11-02T10:00:30Z");
        shop.script.before("changes 2", () -> put(20, "2026-11-02T10:00:30Z", "2026-11-02T10:00:59Z"));

        scan();
        scan();

        assertThat(started(LongStream.rangeClosed(1, 150).toArray())).isTrue();
    }

    @Test
    void takesAnOrderThatAppearsTwiceOnce() {
        putMany(1, 150, "2026-11-02T10:00:30Z");
        shop.script.before("changes 2", () -> put(200, "2026-11-02T10:00:59Z"));

        // Order 51 has slid to the second page and is seen there again.
        assertThat(scan().seen()).isEqualTo(151);
        scan();

        assertThat(started(51, 200)).isTrue();
        assertThat(engine.signals(transfer(51))).isZero();
    }

    @Test
    void startsOverWhenADeletionPulledOrdersOverThePage() {
        putMany(1, 150, "2026-11-02T10:00:30Z");
        shop.script.before("changes 2", () -> shop.orders.delete(149));

        scan();

        assertThat(shop.script.asked).containsExactly("changes 1", "changes 2", "changes 1", "changes 2");
        assertThat(started(50, 51, 1)).isTrue();
    }

    @Test
    void givesUpForNowOnAListThatNeverStandsStill() {
        putMany(1, 200, "2026-11-02T10:00:30Z");
        deleteBeforeSecondPage(200);

        assertThatThrownBy(this::scan)
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(FailureTypes.BUSY));
        assertThat(watermark()).isEqualTo(BEGIN);
    }

    @Test
    void readsOnWithoutTotals() {
        shop.orders.tellsTotals = false;
        putMany(1, 150, "2026-11-02T10:00:30Z");

        assertThat(scan().found()).isEqualTo(150);
    }

    @Test
    void doesNotStartAgainWhatIsUnchanged() {
        put(1, "2026-11-02T10:00:30Z");
        scan();
        books.orders.skipped(ref(1), reading(SampleOrder.of(1, BEGIN)), TransferRules.STATUS_NOT_CHOSEN);
        engine.end(transfer(1));

        assertThat(scan()).isEqualTo(new Looked(1, 0));
        assertThat(engine.runs(transfer(1))).isFalse();
    }

    @Test
    void tellsARunningTransferOfAChange() {
        put(1, "2026-11-02T10:00:30Z");
        scan();
        books.orders.parked(transfer(1), reading(SampleOrder.of(1, BEGIN)), Cause.TOTALS_DIFFER, Detail.NONE);
        put(SampleOrder.of(1, BEGIN).price("90.00").modified("2026-11-02T10:00:40Z"));

        scan();

        assertThat(engine.signals(transfer(1))).isEqualTo(1);
    }

    @Test
    void startsASkippedOrderAgainWhenItsStatusHasChanged() {
        SampleOrder before = SampleOrder.of(1, "2026-11-02T10:00:30Z").status("completed");
        skipped(before, TransferRules.STATUS_NOT_CHOSEN);
        put(before.status("picking").modified("2026-11-02T10:00:50Z"));

        scan();

        assertThat(started(1)).isTrue();
    }

    @Test
    void comparesATransferredOrderOnlyWhenItsContentHasChanged() {
        transferred(SampleOrder.of(1, "2026-11-02T10:00:30Z"), 5001);
        transferred(SampleOrder.of(2, "2026-11-02T10:00:30Z"), 5002);
        transferred(SampleOrder.of(3, "2026-11-02T10:00:30Z"), 5003);
        put(SampleOrder.of(1, "2026-11-02T10:00:30Z").status("completed"));
        put(SampleOrder.of(2, "2026-11-02T10:00:30Z").price("90.00"));
        put(SampleOrder.of(3, "2026-11-02T10:00:30Z").status("canceled"));

        assertThat(scan()).isEqualTo(new Looked(3, 2));

        assertThat(engine.knows(change(1))).isFalse();
        assertThat(engine.runs(change(2))).isTrue();
        assertThat(engine.runs(change(3))).isTrue();
        assertThat(started(1)).isFalse();
    }

    @Test
    void leavesOrdersFromBeforeTheBeginning() {
        put(1, "2026-11-02T09:59:59Z", "2026-11-02T10:00:30Z");

        assertThat(scan()).isEqualTo(new Looked(1, 0));
    }

    @Test
    void takesAnOrderThatWasPlacedInTheSecondOfTheBeginning() {
        Books fresh = new Books(new MovableTime("2026-11-02T10:00:00.700Z"));
        var marks = fresh.marks.begin(SHOP, IntakeBook.Beginning.at(fresh.time.instant()));

        assertThat(marks.since()).isEqualTo(BEGIN);
        assertThat(marks.watermark()).isEqualTo(BEGIN);
    }

    @Test
    void doesNotHideOrdersBehindOneThatCannotBeRead() {
        put(1, "2026-11-02T10:00:30Z");
        put(2, "2026-11-02T10:00:31Z");
        shop.orders.garble(2);

        assertThat(scan()).isEqualTo(new Looked(2, 2));
        assertThat(scan()).isEqualTo(new Looked(2, 0));

        assertThat(started(1, 2)).isTrue();
        assertThat(engine.signals(transfer(2))).isZero();
    }

    @Test
    void takesUpAnOrderThatWasTakenForDeletedAndIsThere() {
        put(1, "2026-11-02T10:00:30Z");
        scan();
        books.orders.deletedInShop(ref(1));
        engine.end(transfer(1));

        assertThat(scan().found()).isEqualTo(1);
        assertThat(engine.runs(transfer(1))).isTrue();
    }

    @Test
    void leavesWhatAnOperatorSkippedUnread() {
        put(1, "2026-11-02T10:00:30Z");
        scan();
        books.orders.skip(ref(1), TransferRules.OPERATOR);
        engine.end(transfer(1));

        assertThat(scan().found()).isZero();
    }

    @Test
    void leavesWhatAnOperatorSkippedWhateverHappensInTheShopUntilTheOperatorRetries() {
        SampleOrder order = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        books.orders.parked(transfer(1), reading(order), Cause.TOTALS_DIFFER, Detail.NONE);
        books.orders.skip(ref(1), TransferRules.OPERATOR);
        put(order.price("90.00").status("picking").modified("2026-11-02T10:00:40Z"));

        assertThat(scan().found()).isZero();
        starter.take(ref(1));
        assertThat(started(1)).isFalse();

        starter.retry(ref(1));
        assertThat(started(1)).isTrue();
        assertThat(books.orders.records().find(ref(1)).orElseThrow().skippedByOperator())
                .isFalse();
    }

    @Test
    void asksTheBooksOnceForAPageOfOrdersThatAreAsTheyWere() {
        LongStream.rangeClosed(1, 100).forEach(id -> {
            SampleOrder order = SampleOrder.of(id, "2026-11-02T10:00:30Z");
            put(order);
            transferred(order, 5_000 + id);
        });
        books.statements.clear();

        assertThat(scan().seen()).isEqualTo(100);

        assertThat(books.statements).hasSizeLessThan(20);
    }

    @Test
    void startsWhatWasWrittenDownAndNeverStarted() {
        put(1, "2026-11-02T10:00:30Z");
        books.orders.seen(ref(1));
        scan();
        assertThat(started(1)).as("whoever was told of it just now starts it").isFalse();

        time.advance(Duration.ofSeconds(31));
        scan();
        assertThat(started(1)).isTrue();

        scan();
        assertThat(engine.signals(transfer(1))).isZero();
    }

    @Test
    void tellsATransferThatWaitsForAnOrderToBeReadable() {
        SampleOrder order = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        put(order);
        shop.orders.garble(1);
        scan();
        books.orders.parked(transfer(1), null, Cause.ORDER_NOT_READABLE, Detail.NONE);
        scan();
        assertThat(engine.signals(transfer(1))).isZero();

        shop.orders.heal(1);
        scan();
        assertThat(engine.signals(transfer(1))).isEqualTo(1);
    }

    @Test
    void tellsATransferThatWaitsForAnOrderToBeReadableAgainAsItWas() {
        SampleOrder order = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        put(order);
        scan();
        books.orders.parked(transfer(1), reading(order), Cause.ORDER_NOT_READABLE, Detail.NONE);

        scan();

        assertThat(engine.signals(transfer(1))).isEqualTo(1);
    }

    @Test
    void comparesEachChangeToAndFromCanceled() {
        SampleOrder order = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        transferred(order, 5001);
        SampleOrder cancelled = order.status("canceled");
        put(cancelled);
        scan();
        books.changes.differs(ref(1), reading(cancelled), Cause.CANCELLED_AFTER_TRANSFER, Detail.NONE);

        scan();
        assertThat(engine.signals(change(1))).as("nothing new").isZero();

        put(order);
        scan();
        assertThat(engine.signals(change(1))).as("opened again").isEqualTo(1);
        books.changes.same(ref(1), reading(order));
        engine.end(change(1));

        put(cancelled);
        scan();
        assertThat(engine.runs(change(1))).as("and cancelled again").isTrue();
    }

    @Test
    void comparesADeletedOrderThatIsThereAgain() {
        SampleOrder order = SampleOrder.of(1, "2026-11-02T10:00:30Z");
        transferred(order, 5001);
        books.changes.gone(ref(1));
        put(order);

        scan();

        assertThat(engine.runs(change(1))).isTrue();
    }

    @Test
    void isNotHeldUpByOrdersWithoutATimeOfChange() {
        IntStream.rangeClosed(1, 120).forEach(id -> put(neverChanged(id, "2026-11-01T10:00:00Z")));
        put(neverChanged(200, "2026-11-02T10:00:20Z"));
        put(201, "2026-11-02T10:00:30Z");
        shop.orders.showsUnchangedFirst = true;

        scan();

        assertThat(started(200, 201)).isTrue();
        assertThat(watermark()).isEqualTo(BEGIN);
    }

    private static SampleOrder neverChanged(long id, String created) {
        return SampleOrder.of(id, created).edited(SampleOrder::withoutTimeOfChange);
    }

    @Test
    void takesUpWhatHasBecomeUnreadableSinceItWasRead() {
        skipped(SampleOrder.of(1, "2026-11-02T10:00:30Z").unfinished(), TransferRules.NOT_COMPLETE);
        transferred(SampleOrder.of(2, "2026-11-02T10:00:31Z"), 5002);
        skipped(SampleOrder.of(3, "2026-11-02T10:00:32Z"), TransferRules.OPERATOR);
        LongStream.rangeClosed(1, 3).forEach(id -> {
            put(id, "2026-11-02T10:00:3" + id + "Z");
            shop.orders.garble(id);
        });

        scan();

        assertThat(started(1)).isTrue();
        assertThat(engine.runs(change(2))).isTrue();
        assertThat(engine.knows(transfer(3))).isFalse();

        books.orders.parked(transfer(1), null, Cause.ORDER_NOT_READABLE, Detail.NONE);
        books.orders.parked(change(2), null, Cause.ORDER_NOT_READABLE, Detail.NONE);
        scan();
        assertThat(engine.signals(transfer(1)) + engine.signals(change(2))).isZero();

        shop.orders.heal(2);
        scan();
        assertThat(engine.signals(change(2))).isEqualTo(1);
    }

    private void deleteBeforeSecondPage(long orderId) {
        shop.script.before("changes 2", () -> {
            shop.orders.delete(orderId);
            deleteBeforeSecondPage(orderId - 1);
        });
    }
}
