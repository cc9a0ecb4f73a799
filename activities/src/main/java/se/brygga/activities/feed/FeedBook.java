package se.brygga.activities.feed;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.workflows.feed.Feed;

/** Batches of Specter's journals, and the state of each loop. Each method joins a surrounding transaction. */
public final class FeedBook {

    /**
     * One batch.
     *
     * @param stored its rows are in the books; only the acknowledgement is missing
     * @param fresh Specter cannot know the number yet, so the rows are as new as the pull
     * @param openedAt not later than Specter learned of the number
     */
    public record Batch(String batchNo, boolean stored, boolean fresh, Instant openedAt) {}

    /**
     * The state of a loop.
     *
     * @param idle number of polls in a row that found nothing
     * @param failures number of polls in a row that got no usable answer
     * @param every an operator's interval; null when the set-up decides
     */
    public record State(
            String tenant,
            Feed feed,
            int idle,
            int failures,
            @Nullable Instant polledAt,
            @Nullable Instant newsAt,
            @Nullable LocalDate comparedOn,
            @Nullable String pausedBy,
            @Nullable Duration every) {

        static State fresh(String tenant, Feed feed) {
            return new State(tenant, feed, 0, 0, null, null, null, null, null);
        }
    }

    /** The state of a batch. Constants are stored. They may be added, never renamed. */
    enum BatchState {
        /** Specter may have been asked for the batch. */
        OPEN,
        /** The rows are in the books. */
        STORED,
        /** Specter has closed the batch. */
        ACKED;

        static BatchState of(ResultSet rs) throws SQLException {
            return Sql.constant(BatchState.class, rs.getString("state"));
        }
    }

    private static final String SELECT = """
            select tenant, feed, idle, failures, polled_at, news_at, compared_on, paused_by, every_seconds from feed_state""";

    private static final String OPEN = """
            insert into feed_batch (tenant, kind, batch_no, state, foreign_no, opened_at)
            values (:tenant, :kind, :batchNo, :open, false, :now) on conflict do nothing""";

    private static final String OWN_OPEN = """
            select batch_no, state, opened_at from feed_batch where tenant = :tenant and kind = :kind
              and state <> :acked and not foreign_no""";

    private static final String KEEP_QUOTED = """
            insert into feed_batch (tenant, kind, batch_no, state, foreign_no, opened_at)
            values (:tenant, :kind, :batchNo, :open, true, :now) on conflict do nothing""";

    private static final String IS_FOREIGN = """
            select foreign_no from feed_batch where tenant = :tenant and kind = :kind and batch_no = :batchNo""";

    private static final String FOREIGN_SINCE = """
            select count(*) from feed_batch where tenant = :tenant and kind = :kind and foreign_no
              and opened_at >= :since""";

    private static final String STORED = """
            update feed_batch set state = case state when :open then :stored else state end, rows = :rows,
              unreadable = :unreadable
            where tenant = :tenant and kind = :kind and batch_no = :batchNo""";

    private static final String FORGET_EMPTY = """
            delete from feed_batch where tenant = :tenant and kind = :kind and batch_no = :batchNo and rows = 0
              and unreadable = 0 and not foreign_no""";

    private static final String ACKED = """
            update feed_batch set state = :acked, acked_at = coalesce(acked_at, :now)
            where tenant = :tenant and kind = :kind and batch_no = :batchNo""";

    private static final String STATE = SELECT + " where tenant = :tenant and feed = :feed";
    private static final String STATES = SELECT + " order by tenant, feed";

    private static final String DRAINED = """
            insert into feed_state (tenant, feed, idle, polled_at, drained_from, news_at)
              values (:tenant, :feed, :idle, :now, :drainedFrom, :newsAt)
            on conflict (tenant, feed) do update set idle = case when :news then 0 else feed_state.idle + 1 end,
              failures = 0, polled_at = excluded.polled_at, drained_from = excluded.drained_from,
              news_at = coalesce(excluded.news_at, feed_state.news_at)
            returning idle""";

    private static final String FAILED = """
            insert into feed_state (tenant, feed, failures, polled_at) values (:tenant, :feed, 1, :now)
            on conflict (tenant, feed) do update set failures = feed_state.failures + 1, polled_at = excluded.polled_at
            returning failures""";

    private static final String COMPARED =
            "update feed_state set compared_on = :comparedOn where tenant = :tenant and feed = :feed";
    private static final String PAUSED_BY = """
            update feed_state set paused_by = :by, paused_at = :at where tenant = :tenant and feed = :feed""";

    private static final String EVERY = """
            update feed_state set every_seconds = :every, idle = 0 where tenant = :tenant and feed = :feed""";

    private static final String BEGIN = """
            insert into feed_state (tenant, feed) values (:tenant, :feed) on conflict do nothing""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    FeedBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Our open batch of this kind; a new number if there is none. Committed when this returns, unless in a transaction.
     */
    public Batch open(String tenant, FeedKind kind) {
        return ownOpen(tenant, kind).orElseGet(() -> {
            byte[] bytes = new byte[16];
            Instant now = time.instant();
            random.nextBytes(bytes);
            String batchNo = SpecterFeeds.newBatchNo(bytes);
            boolean ours = ofKind(OPEN, tenant, kind)
                            .param("batchNo", batchNo)
                            .param("now", Sql.at(now))
                            .update()
                    == 1;
            // Another worker may have been faster. Then its number counts.
            return ours
                    ? new Batch(batchNo, false, true, now)
                    : ownOpen(tenant, kind).orElseThrow();
        });
    }

    private Optional<Batch> ownOpen(String tenant, FeedKind kind) {
        return ofKind(OWN_OPEN, tenant, kind)
                .query((rs, n) -> new Batch(
                        rs.getString("batch_no"),
                        BatchState.of(rs) == BatchState.STORED,
                        false,
                        rs.getTimestamp("opened_at").toInstant()))
                .optional();
    }

    /**
     * Stores a number that Specter says is open.
     *
     * @return whether the batch is another integration's, because the number was never ours
     */
    public boolean quoted(String tenant, FeedKind kind, String batchNo) {
        ofKind(KEEP_QUOTED, tenant, kind)
                .param("batchNo", batchNo)
                .param("now", Sql.at(time.instant()))
                .update();
        return ofKind(IS_FOREIGN, tenant, kind)
                .param("batchNo", batchNo)
                .query(Boolean.class)
                .single();
    }

    /** The number of batches of other integrations since then. */
    public int foreignSince(String tenant, FeedKind kind, Instant since) {
        return ofKind(FOREIGN_SINCE, tenant, kind)
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    /** All rows of the batch are in the books; call this in their transaction. A closed batch stays closed. */
    public void stored(String tenant, FeedKind kind, String batchNo, int rows, int unreadable) {
        ofKind(STORED, tenant, kind)
                .param("rows", rows)
                .param("unreadable", unreadable)
                .param("batchNo", batchNo)
                .update();
    }

    /** Specter has closed the batch, or says that it is not open. An empty batch leaves no trace. */
    public void acked(String tenant, FeedKind kind, String batchNo) {
        ofKind(FORGET_EMPTY, tenant, kind).param("batchNo", batchNo).update();
        ofKind(ACKED, tenant, kind)
                .param("now", Sql.at(time.instant()))
                .param("batchNo", batchNo)
                .update();
    }

    public State state(String tenant, Feed feed) {
        return ofLoop(STATE, tenant, feed).query(FeedBook::read).optional().orElseGet(() -> State.fresh(tenant, feed));
    }

    /** Every loop that has ever polled, for the list. */
    public List<State> states() {
        return jdbc.sql(STATES).query(FeedBook::read).list();
    }

    /**
     * Notes that a poll has emptied the journal.
     *
     * @param began when the poll began; the books now hold everything that was in Specter by then
     * @return how many polls in a row have now found nothing
     */
    public int drained(String tenant, Feed feed, Instant began, boolean news) {
        return ofLoop(DRAINED, tenant, feed)
                .param("idle", news ? 0 : 1)
                .param("now", Sql.at(time.instant()))
                .param("drainedFrom", Sql.at(began))
                .param("newsAt", news ? Sql.at(time.instant()) : null)
                .param("news", news)
                .query(Integer.class)
                .single();
    }

    /** A poll has failed. Returns how many polls in a row have now failed. */
    public int failed(String tenant, Feed feed) {
        return ofLoop(FAILED, tenant, feed)
                .param("now", Sql.at(time.instant()))
                .query(Integer.class)
                .single();
    }

    /** Notes that the nightly comparisons of this day were made due, or that none is due before tomorrow's. */
    public void compared(String tenant, Feed feed, LocalDate day) {
        ofLoop(COMPARED, tenant, feed).param("comparedOn", day).update();
    }

    public void pause(String tenant, Feed feed, String by) {
        pausedBy(tenant, feed, by);
    }

    public void resume(String tenant, Feed feed) {
        pausedBy(tenant, feed, null);
    }

    private void pausedBy(String tenant, Feed feed, @Nullable String by) {
        ofLoop(BEGIN, tenant, feed).update();
        ofLoop(PAUSED_BY, tenant, feed)
                .param("by", by)
                .param("at", by == null ? null : Sql.at(time.instant()))
                .update();
    }

    /** @param every null to let the set-up decide */
    public void every(String tenant, Feed feed, @Nullable Duration every) {
        ofLoop(BEGIN, tenant, feed).update();
        ofLoop(EVERY, tenant, feed)
                .param("every", every == null ? null : Math.toIntExact(every.toSeconds()))
                .update();
    }

    private JdbcClient.StatementSpec ofKind(String sql, String tenant, FeedKind kind) {
        return jdbc.sql(sql)
                .params(Sql.words(BatchState.class))
                .param("tenant", tenant)
                .param("kind", kind.key());
    }

    private JdbcClient.StatementSpec ofLoop(String sql, String tenant, Feed feed) {
        return jdbc.sql(sql).param("tenant", tenant).param("feed", feed.key());
    }

    private static State read(ResultSet rs, int row) throws SQLException {
        Integer every = rs.getObject("every_seconds", Integer.class);
        return new State(
                rs.getString("tenant"),
                Feed.ofKey(rs.getString("feed")),
                rs.getInt("idle"),
                rs.getInt("failures"),
                Sql.instant(rs, "polled_at"),
                Sql.instant(rs, "news_at"),
                rs.getObject("compared_on", LocalDate.class),
                rs.getString("paused_by"),
                every == null ? null : Duration.ofSeconds(every));
    }
}
