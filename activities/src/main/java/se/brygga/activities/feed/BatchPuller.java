package se.brygga.activities.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.AckAnswer;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Empties one of a tenant's journals (Specter reference section 5). The batch's number is stored before the first call.
 * The rows are stored in one transaction, and only then is the batch acknowledged. An open batch that Specter quotes is
 * pulled and stored too, and never acknowledged unseen.
 */
public final class BatchPuller {

    /**
     * Most batches in one call. A journal of a thousand full answers is a first load, which the next poll continues.
     */
    private static final int ROUNDS = 1_000;

    /** Most times that Specter may quote the same number. A batch that we cannot close is left for another time. */
    private static final int QUOTED_AT_MOST = 3;

    /** The age of a batch that Specter quotes, which is unknown. */
    private static final Instant NOBODY_KNOWS_WHEN = Instant.EPOCH;

    /** The time in which foreign batches are counted. A single one may be somebody's test. */
    private static final Duration COUNTED = Duration.ofDays(1);

    /**
     * One journal.
     *
     * @param pull pulls one batch
     * @param store stores the rows. Gets since when the batch was open, because the rows may be as old as that
     * @param heard the ids that a row tells of; what could not be read of them before is settled then
     */
    public record Journal<T>(
            FeedKind kind,
            Function<String, PullAnswer<T>> pull,
            BiConsumer<List<T>, Instant> store,
            Function<T, Stream<String>> heard) {}

    /**
     * What a call has found.
     *
     * @param stored number of entries
     * @param empty the books now hold everything that had happened before the call
     */
    public record Drained(int stored, boolean empty) {}

    private final FeedBook book;
    private final NoticeBook notices;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    BatchPuller(FeedBook book, NoticeBook notices, TransactionTemplate transactions, InstantSource time) {
        this.book = book;
        this.notices = notices;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Pulls until the journal is empty. A batch that may have been open before holds what was true then (Specter
     * reference section 5). So only a batch that was begun in this call can be the last.
     *
     * @param foreignAtMost number of other integrations' batches within a day that need no notice
     * @throws RemoteFailure no usable answer; what was stored stays, and the next call continues
     */
    public <T> Drained drain(String tenant, SpecterFeeds feeds, Journal<T> journal, int foreignAtMost) {
        Map<String, Integer> quoted = new HashMap<>();
        Set<String> begun = new HashSet<>();
        int stored = 0;
        for (int round = 0; round < ROUNDS; round++) {
            FeedBook.Batch own = book.open(tenant, journal.kind());
            if (own.fresh()) {
                begun.add(own.batchNo());
            }
            if (own.stored()) {
                ack(tenant, feeds, journal.kind(), own.batchNo());
                continue;
            }
            switch (journal.pull().apply(own.batchNo())) {
                case PullAnswer.Batch<T> batch -> {
                    stored += keep(tenant, feeds, journal, own.batchNo(), own.openedAt(), batch);
                    if (!batch.more() && begun.contains(own.batchNo())) {
                        return new Drained(stored, true);
                    }
                }
                case PullAnswer.OtherBatchOpen<T>(String number) -> {
                    if (quoted.merge(number, 1, Integer::sum) > QUOTED_AT_MOST) {
                        throw refused(journal.kind(), "99");
                    }
                    stored += recover(tenant, feeds, journal, number, foreignAtMost);
                }
                case PullAnswer.Refused<T>(String code) -> throw refused(journal.kind(), code);
            }
        }
        return new Drained(stored, false);
    }

    /**
     * Pulls and stores a batch that is open under another number: an earlier one of ours, or another integration's.
     */
    private <T> int recover(String tenant, SpecterFeeds feeds, Journal<T> journal, String batchNo, int foreignAtMost) {
        FeedKind kind = journal.kind();
        if (book.quoted(tenant, kind, batchNo)) {
            int foreign = book.foreignSince(tenant, kind, time.instant().minus(COUNTED));
            if (foreign >= foreignAtMost) {
                notices.open(
                        tenant,
                        "",
                        Cause.FEED_READ_BY_ANOTHER,
                        kind.key(),
                        Phrase.FOREIGN_BATCHES.with(foreign, batchNo));
            }
        }
        return switch (journal.pull().apply(batchNo)) {
            case PullAnswer.Batch<T> batch -> keep(tenant, feeds, journal, batchNo, NOBODY_KNOWS_WHEN, batch);
            // The batch was closed between the two calls. The next round shows what is open now.
            case PullAnswer.OtherBatchOpen<T> _ -> 0;
            case PullAnswer.Refused<T>(String code) -> throw refused(kind, code);
        };
    }

    private <T> int keep(
            String tenant,
            SpecterFeeds feeds,
            Journal<T> journal,
            String batchNo,
            Instant openedAt,
            PullAnswer.Batch<T> batch) {
        FeedKind kind = journal.kind();
        int unreadable = batch.unreadable().size();
        if (!batch.rows().isEmpty() || unreadable > 0) {
            transactions.executeWithoutResult(tx -> {
                journal.store().accept(batch.rows(), openedAt);
                book.stored(tenant, kind, batchNo, batch.rows().size(), unreadable);
                notices.unname(tenant, "", Cause.FEED_ROW_UNREADABLE, kind.key(), heard(journal, batch));
                notices.name(tenant, "", Cause.FEED_ROW_UNREADABLE, kind.key(), unreadable(batchNo, batch));
            });
        }
        ack(tenant, feeds, kind, batchNo);
        return batch.rows().size();
    }

    private static <T> Set<String> heard(Journal<T> journal, PullAnswer.Batch<T> batch) {
        return batch.rows().stream().flatMap(journal.heard()).map(Sku::key).collect(Collectors.toSet());
    }

    /** What could not be read, for the notice. A row without an id can only be settled by a person. */
    private static Map<String, Detail> unreadable(String batchNo, PullAnswer.Batch<?> batch) {
        Map<String, Detail> items = new LinkedHashMap<>();
        for (PullAnswer.Unreadable row : batch.unreadable()) {
            String id = row.id();
            if (id == null) {
                items.put(batchNo + " " + row.text(), Phrase.ROW_OF_BATCH.with(row.text(), batchNo));
            } else {
                items.merge(
                        Sku.key(id),
                        row.text(),
                        (one, other) -> one.equals(other) ? one : Detail.list(List.of(one, other)));
            }
        }
        return items;
    }

    /**
     * Acknowledges the batch. Only the next pull shows whether a refused acknowledgement has closed it (O24). Its rows
     * are stored in any case.
     */
    private void ack(String tenant, SpecterFeeds feeds, FeedKind kind, String batchNo) {
        AckAnswer answer = feeds.ack(kind, batchNo);
        switch (answer) {
            case AckAnswer.Acked _, AckAnswer.OtherBatchOpen _, AckAnswer.Refused _ ->
                book.acked(tenant, kind, batchNo);
        }
    }

    private static RemoteFailure refused(FeedKind kind, String code) {
        return new RemoteFailure(
                        RemoteSystem.SPECTER,
                        RemoteFailure.Kind.REFUSED,
                        RemoteFailure.Why.SPECTER,
                        "Specter refused the journal of " + kind.key() + " with code " + code)
                .answering(code)
                .toldAs(Phrase.JOURNAL_REFUSED.with(kind.key(), code));
    }
}
