package se.brygga.activities.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.workflows.feed.Feed;

/** Lists of loops and their batches. Reads only. */
public final class FeedLists {

    /**
     * The state of a loop; see {@link FeedBook.State}.
     *
     * @param every an operator's interval; null when the set-up decides
     * @param pausedBy null while the loop polls
     */
    public record Loop(
            String tenant,
            Feed feed,
            @Nullable Instant polledAt,
            @Nullable Instant newsAt,
            int idle,
            int failures,
            @Nullable Duration every,
            @Nullable String pausedBy,
            @Nullable Instant pausedAt) {

        /** A loop that has not polled yet. */
        public static Loop fresh(String tenant, Feed feed) {
            return new Loop(tenant, feed, null, null, 0, 0, null, null, null);
        }
    }

    /**
     * A batch that is open in Specter.
     *
     * @param kind the journal: {@code stock}, {@code articles}, {@code orders}, {@code price-lists}
     * @param stored its rows are in the books; only the acknowledgement is missing
     * @param foreign another integration has opened it
     */
    public record OpenBatch(
            String tenant, Feed feed, String kind, String batchNo, boolean stored, boolean foreign, Instant openedAt) {}

    /** The number of batches of other integrations in a loop's journals. */
    public record Foreign(String tenant, Feed feed, int batches) {}

    /** Articles and price lists are both pulled by the loop for prices. */
    private static final String FEED_OF_KIND = "case when kind in (:articles, :priceLists) then :prices else kind end";

    private static final Map<String, Object> FEEDS = Map.of(
            "articles", FeedKind.ARTICLES.key(), "priceLists", FeedKind.PRICE_LISTS.key(), "prices", Feed.PRICES.key());

    private static final String LOOPS = """
            select tenant, feed, polled_at, news_at, idle, failures, every_seconds, paused_by, paused_at from feed_state
            order by tenant, feed""";

    /** The state is a literal in this statement, because the index of open batches needs it. */
    private static final String OPEN_BATCHES = "select tenant, kind, batch_no, state, foreign_no, opened_at, "
            + FEED_OF_KIND + " as feed from feed_batch where state <> 'acked' order by opened_at";

    private static final String FOREIGN_SINCE =
            "select tenant, " + FEED_OF_KIND + " as feed, count(*) as batches from feed_batch "
                    + "where foreign_no and opened_at >= :since group by 1, 2 order by 1, 2";

    private final JdbcClient jdbc;

    FeedLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every loop that has ever polled, or was steered. */
    public List<Loop> loops() {
        return jdbc.sql(LOOPS).query(FeedLists::loop).list();
    }

    /** Batches that are not acknowledged, oldest first. */
    public List<OpenBatch> openBatches() {
        return jdbc.sql(OPEN_BATCHES)
                .params(FEEDS)
                .query((rs, n) -> new OpenBatch(
                        rs.getString("tenant"),
                        Feed.ofKey(rs.getString("feed")),
                        rs.getString("kind"),
                        rs.getString("batch_no"),
                        FeedBook.BatchState.of(rs) == FeedBook.BatchState.STORED,
                        rs.getBoolean("foreign_no"),
                        rs.getTimestamp("opened_at").toInstant()))
                .list();
    }

    /** Batches of other integrations since then, counted by loop. */
    public List<Foreign> foreignSince(Instant since) {
        return jdbc.sql(FOREIGN_SINCE)
                .params(FEEDS)
                .param("since", Sql.at(since))
                .query((rs, n) ->
                        new Foreign(rs.getString("tenant"), Feed.ofKey(rs.getString("feed")), rs.getInt("batches")))
                .list();
    }

    private static Loop loop(ResultSet rs, int row) throws SQLException {
        Integer every = rs.getObject("every_seconds", Integer.class);
        return new Loop(
                rs.getString("tenant"),
                Feed.ofKey(rs.getString("feed")),
                Sql.instant(rs, "polled_at"),
                Sql.instant(rs, "news_at"),
                rs.getInt("idle"),
                rs.getInt("failures"),
                every == null ? null : Duration.ofSeconds(every),
                rs.getString("paused_by"),
                Sql.instant(rs, "paused_at"));
    }
}
