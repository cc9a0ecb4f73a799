package se.brygga.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.ScriptedFeeds.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.ScriptedFeeds;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.feed.SpecterFeeds.AckAnswer;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** Get, store, acknowledge: whatever is interrupted, nothing is lost and nothing is acknowledged unseen. */
@Timeout(120)
class BatchPullerTest {

    private static final String TENANT = "nordkajak";

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedFeeds specter = new ScriptedFeeds();
    private final BatchPuller puller = books.feedLoops.puller();

    @Test
    void storesTheNumberBeforeItIsUsed() {
        specter.before = () -> assertThat(batches("open")).hasSize(1);
        specter.batch(row("A", 3));

        // The acknowledgement looks for a stored one.
        assertThatThrownBy(this::drain).isInstanceOf(AssertionError.class);

        assertThat(specter.pulled()).containsExactlyElementsOf(batches("stored"));
    }

    @Test
    void storesTheRowsBeforeItAcknowledges() {
        specter.batch(row("A", 3));

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(1, true));

        assertThat(specter.asked).hasSize(2);
        assertThat(specter.acked()).isEqualTo(specter.pulled()).isEqualTo(batches("acked"));
        assertThat(available("A")).isEqualByComparingTo("3");
    }

    @Test
    void asksAgainWithTheSameNumberAfterALostAnswerAndThenForWhatHasHappenedSince() {
        specter.failsToPull(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        assertThatThrownBy(this::drain).isInstanceOf(RemoteFailure.class);
        specter.batch(row("A", 3)).batch(row("A", 2));

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(2, true));

        List<String> pulled = specter.pulled();
        assertThat(pulled).hasSize(3);
        assertThat(pulled.get(1)).isEqualTo(pulled.get(0));
        assertThat(pulled.get(2))
                .as("the old number's rows are as old as the lost answer")
                .isNotEqualTo(pulled.get(0));
        assertThat(available("A")).isEqualByComparingTo("2");
    }

    @Test
    void pullsTheSameBatchAgainWhenItsRowsCouldNotBeStored() {
        specter.batch(row("A", 3), row("B", 4));
        assertThatThrownBy(() -> drain((rows, openedAt) -> {
                    books.stock.changed(TENANT, rows, openedAt);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(available("A")).as("in one transaction").isNull();
        assertThat(specter.acked()).isEmpty();

        specter.batch(row("A", 3), row("B", 4));
        drain();

        assertThat(specter.pulled().get(1)).isEqualTo(specter.pulled().get(0));
        assertThat(available("B")).isEqualByComparingTo("4");
        assertThat(specter.acked()).startsWith(specter.pulled().getFirst());
    }

    @Test
    void acknowledgesAfterACrashWithoutPullingAgain() {
        specter.batch(row("A", 3)).failsToAck(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
        assertThatThrownBy(this::drain).isInstanceOf(RemoteFailure.class);
        String number = specter.pulled().getFirst();

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(0, true));

        assertThat(specter.asked.subList(2, 3)).containsExactly("ack " + number);
        assertThat(specter.pulled().getLast()).isNotEqualTo(number);
    }

    @Test
    void takesARefusalForTheAnswerToAnAcknowledgementThatWasTakenBefore() {
        specter.batch(row("A", 3))
                .failsToAck(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST)
                .acks(new AckAnswer.Refused("60"));
        assertThatThrownBy(this::drain).isInstanceOf(RemoteFailure.class);

        assertThat(drain().empty()).isTrue();

        assertThat(batches("acked")).containsExactly(specter.pulled().getFirst());
    }

    @Test
    void pullsStoresAndAcknowledgesOurOwnEarlierNumberThatIsOpenStill() {
        specter.batch(row("A", 3)).acks(new AckAnswer.Refused("60"));
        drain();
        String earlier = specter.pulled().getFirst();
        specter.asked.clear();
        specter.open(earlier).batch(row("A", 3)).batch(row("A", 1));

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(2, true));

        String next = specter.pulled().getFirst();
        assertThat(specter.asked)
                .containsExactly("pull " + next, "pull " + earlier, "ack " + earlier, "pull " + next, "ack " + next);
        assertThat(available("A")).isEqualByComparingTo("1");
        assertThat(notice(Cause.FEED_READ_BY_ANOTHER)).isEmpty();
    }

    @Test
    void pullsStoresAndAcknowledgesAForeignNumber() {
        specter.open("FOREIGN-1").batch(row("A", 3)).batch(row("B", 1));

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(2, true));

        String own = specter.pulled().getFirst();
        assertThat(specter.asked)
                .containsExactly("pull " + own, "pull FOREIGN-1", "ack FOREIGN-1", "pull " + own, "ack " + own);
        assertThat(available("A")).isEqualByComparingTo("3");
        assertThat(notice(Cause.FEED_READ_BY_ANOTHER))
                .as("one is nobody's trouble")
                .isEmpty();
    }

    @Test
    void neverAcknowledgesAForeignBatchThatItCouldNotPull() {
        specter.open("FOREIGN-1").failsToPull(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);

        assertThatThrownBy(this::drain).isInstanceOf(RemoteFailure.class);

        assertThat(specter.acked()).isEmpty();
    }

    @Test
    void neverAcknowledgesABatchThatWasRefused() {
        specter.open("FOREIGN-1").answers(new PullAnswer.Refused<>("60"));

        assertThatThrownBy(this::drain).isInstanceOfSatisfying(RemoteFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
            assertThat(failure.code()).isEqualTo("specter-60");
        });

        assertThat(specter.acked()).isEmpty();
    }

    @Test
    void pullsAgainWhenAForeignBatchWasClosedMeanwhile() {
        specter.open("FOREIGN-1").open("FOREIGN-2").open("FOREIGN-2").batch(row("A", 3));

        assertThat(drain().empty()).isTrue();

        assertThat(specter.acked()).hasSize(2).startsWith("FOREIGN-2");
    }

    @Test
    void tellsAPersonWhenForeignBatchesRecur() {
        for (int i = 1; i <= 3; i++) {
            assertThat(notice(Cause.FEED_READ_BY_ANOTHER)).isEmpty();
            specter.open("FOREIGN-" + i).batch(row("A", i));
            drain();
            time.advance(Duration.ofHours(1));
        }

        assertThat(notice(Cause.FEED_READ_BY_ANOTHER))
                .singleElement()
                .satisfies(notice -> assertThat(notice.detail()).isEqualTo("{foreign-batches|3|FOREIGN-3}"));
    }

    @Test
    void foreignBatchesOfAnotherDayAreNotCounted() {
        for (int i = 1; i <= 6; i++) {
            specter.open("FOREIGN-" + i).batch(row("A", i));
            drain();
            time.advance(Duration.ofHours(13));
        }

        assertThat(notice(Cause.FEED_READ_BY_ANOTHER)).isEmpty();
    }

    @Test
    void goesOnUntilThereIsNoMore() {
        specter.batchWithMore(row("A", 1)).batchWithMore(row("B", 2)).batch(row("C", 3));

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(3, true));

        assertThat(specter.pulled()).hasSize(3).doesNotHaveDuplicates().isEqualTo(specter.acked());
    }

    @Test
    void doesNotSayThatAJournalWithoutEndIsEmpty() {
        for (int i = 0; i < 1_000; i++) {
            specter.batchWithMore(row("A", i));
        }

        assertThat(drain()).isEqualTo(new BatchPuller.Drained(1_000, false));
    }

    @Test
    void everyUnreadableRowIsNamedAndLosesNoOthers() {
        specter.answers(unreadable(List.of(row("A", 3)), "B", "C", null));

        drain();

        assertThat(available("A")).isEqualByComparingTo("3");
        assertThat(specter.acked()).hasSize(1);
        String batch = specter.acked().getFirst();
        assertThat(unreadable())
                .hasValueSatisfying(names -> assertThat(names.split(", "))
                        .containsExactlyInAnyOrder(
                                "B (noItemsAv)", "C (noItemsAv)", "{row-of-batch|row 3 (articleNo)|" + batch + "}"));
    }

    @Test
    void aSecondBatchHidesNoRowOfTheFirstAndWhatIsHeardOfAgainIsNamedNoMore() {
        specter.answers(unreadable(List.of(row("A", 3)), "B", "C"));
        drain();
        specter.answers(unreadable(List.of(row("A", 2)), "D"));
        drain();
        assertThat(unreadable()).contains("B (noItemsAv), C (noItemsAv), D (noItemsAv)");

        specter.answers(unreadable(List.of(row("c", 1)), "B"));
        drain();
        assertThat(unreadable()).contains("B (noItemsAv), D (noItemsAv)");

        specter.batch(row("B", 1), row("D", 1));
        drain();
        assertThat(unreadable()).isEmpty();
    }

    @Test
    void namesAsManyUnreadableRowsAsFitAndSaysHowManyMoreThereAre() {
        specter.answers(unreadable(
                List.of(), IntStream.range(100, 172).mapToObj(n -> "A" + n).toArray(String[]::new)));

        drain();

        assertThat(unreadable())
                .hasValueSatisfying(names -> assertThat(names)
                        .contains("A100 (", "A149 (")
                        .doesNotContain("A150 (")
                        .startsWith("{and-more|")
                        .endsWith("|22}"));
    }

    @Test
    void whatAPersonHasTakenNoteOfIsNamedNoMore() {
        specter.answers(unreadable(List.of(), "B", null));
        drain();
        assertThat(books.notices.close(
                        notice(Cause.FEED_ROW_UNREADABLE).getFirst().id()))
                .isTrue();

        specter.answers(unreadable(List.of(), "D"));
        drain();

        assertThat(unreadable()).contains("D (noItemsAv)");
    }

    @Test
    void aBatchOfUnreadableRowsOnlyIsKeptInTheBooks() {
        specter.answers(unreadable(List.of(), "B"));

        drain();

        assertThat(batches("acked")).hasSize(1);
        assertThat(notice(Cause.FEED_ROW_UNREADABLE)).hasSize(1);
    }

    /** @param articleNos null for a row that does not say what it is about */
    private static PullAnswer.Batch<StockChange> unreadable(List<StockChange> rows, @Nullable String... articleNos) {
        return new PullAnswer.Batch<>(
                rows,
                false,
                Stream.of(articleNos)
                        .map(no -> new PullAnswer.Unreadable(
                                no, Detail.value(no == null ? "row 3 (articleNo)" : no + " (noItemsAv)")))
                        .toList());
    }

    private Optional<String> unreadable() {
        return notice(Cause.FEED_ROW_UNREADABLE).stream()
                .map(NoticeBook.Notice::detail)
                .findFirst();
    }

    @Test
    void anEmptyJournalLeavesNothingBehind() {
        for (int i = 0; i < 5; i++) {
            assertThat(drain()).isEqualTo(new BatchPuller.Drained(0, true));
        }

        assertThat(specter.acked()).hasSize(5);
        assertThat(books.jdbc
                        .sql("select count(*) from feed_batch")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givesUpOnANumberThatIsQuotedForEver() {
        for (int i = 0; i < 20; i++) {
            specter.open("STUCK").batch(row("A", 1)).acks(new AckAnswer.Refused("60"));
        }

        assertThatThrownBy(this::drain).isInstanceOfSatisfying(RemoteFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
            assertThat(failure.code()).isEqualTo("specter-99");
        });

        assertThat(specter.asked).hasSizeLessThan(20);
    }

    private BatchPuller.Drained drain() {
        return drain((rows, openedAt) -> books.stock.changed(TENANT, rows, openedAt));
    }

    private BatchPuller.Drained drain(BiConsumer<List<StockChange>, Instant> store) {
        return puller.drain(
                TENANT,
                specter,
                new BatchPuller.Journal<>(FeedKind.STOCK, specter::pullStock, store, row -> Stream.of(row.articleNo())),
                3);
    }

    private List<String> batches(String state) {
        return books.jdbc
                .sql(
                        "select batch_no from feed_batch where state = :state and not foreign_no and rows + unreadable > 0 "
                                + "or state = 'open' and :state = 'open' order by opened_at")
                .param("state", state)
                .query(String.class)
                .list();
    }

    private @Nullable BigDecimal available(String sku) {
        return books.stock.levels(TENANT).available().getOrDefault(sku, List.of()).stream()
                .map(StockBook.Site::available)
                .findFirst()
                .orElse(null);
    }

    private List<NoticeBook.Notice> notice(Cause cause) {
        return books.notices.open(TENANT).stream()
                .filter(notice -> notice.cause() == cause)
                .toList();
    }
}
