package se.brygga.activities.articles;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.setup.TenantSetup;

/**
 * The one reader of Specter's journal of articles. Specter tells of a change once, so the reader hands each row to all
 * features.
 */
public final class ArticleJournal {

    private final SpecterClients specter;
    private final BatchPuller puller;
    private final List<ArticleSink> sinks;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final FullReadBook fullReads;

    /** @param sinks called in this order */
    ArticleJournal(
            SpecterClients specter,
            BatchPuller puller,
            List<ArticleSink> sinks,
            TransactionTemplate transactions,
            InstantSource time,
            FullReadBook fullReads) {
        this.specter = specter;
        this.puller = puller;
        this.sinks = List.copyOf(sinks);
        this.transactions = transactions;
        this.time = time;
        this.fullReads = fullReads;
    }

    /**
     * Reads the journal until it is empty. Where somebody has asked for all articles, Specter lists them, and all are
     * read. Only the assumed adapter can ask Specter for that.
     *
     * @throws RemoteFailure no usable answer; stored rows stay, and the next call continues
     */
    public void drain(TenantSetup setup) {
        SpecterFeeds feeds = specter.feeds(setup.tenant(), setup.specter());
        // A batch that is open already would be answered instead of the list of everything.
        drain(setup, feeds, feeds::pullArticles);
        if (setup.specter().assumedAdapter() && fullReads.isAskedFor(setup.tenant())) {
            Instant began = time.instant();
            if (drain(setup, feeds, new EveryArticle(feeds))) {
                fullReads.done(setup.tenant(), began);
            }
        }
    }

    /** Whether everything was read. */
    private boolean drain(TenantSetup setup, SpecterFeeds feeds, Function<String, PullAnswer<ArticleChange>> pull) {
        Instant began = time.instant();
        BatchPuller.Drained drained = puller.drain(
                setup.tenant(),
                feeds,
                new BatchPuller.Journal<>(
                        FeedKind.ARTICLES,
                        pull,
                        (rows, openedAt) -> take(setup, rows, openedAt),
                        row -> Stream.of(row.articleNo())),
                setup.specter().maxForeignRecoveries());
        if (drained.empty()) {
            transactions.executeWithoutResult(tx -> sinks.forEach(sink -> sink.emptied(setup, began)));
        }
        sinks.forEach(sink -> sink.drained(setup));
        return drained.empty();
    }

    private void take(TenantSetup setup, List<ArticleChange> rows, Instant openedAt) {
        sinks.forEach(sink -> sink.take(setup, rows, openedAt));
    }

    /** Asks for everything until a batch of our own is answered, and then for the rest. */
    private static final class EveryArticle implements Function<String, PullAnswer<ArticleChange>> {

        private final SpecterFeeds feeds;
        private final Set<String> othersBatches = new HashSet<>();
        private boolean listed;

        EveryArticle(SpecterFeeds feeds) {
            this.feeds = feeds;
        }

        @Override
        public PullAnswer<ArticleChange> apply(String batchNo) {
            if (listed || othersBatches.contains(batchNo)) {
                return feeds.pullArticles(batchNo);
            }
            PullAnswer<ArticleChange> answer = feeds.pullEveryArticle(batchNo);
            switch (answer) {
                case PullAnswer.Batch<ArticleChange> _ -> listed = true;
                case PullAnswer.OtherBatchOpen<ArticleChange>(String number) -> othersBatches.add(number);
                case PullAnswer.Refused<ArticleChange> _ -> {}
            }
            return answer;
        }
    }

    /** What a feature keeps of Specter's articles. */
    public interface ArticleSink {

        /**
         * Stores what these rows say, in the transaction of their batch. Must be idempotent, because the same rows may
         * come again.
         *
         * @param openedAt since when the batch was open; the rows may be as old as that
         */
        void take(TenantSetup setup, List<ArticleChange> rows, Instant openedAt);

        /**
         * Called after everything in the journal was taken.
         *
         * @param began when Specter was asked; it had nothing older to tell
         */
        default void emptied(TenantSetup setup, Instant began) {}

        /** Called after all transactions of a reading, for what must not wait for the next look of somebody else. */
        default void drained(TenantSetup setup) {}
    }
}
