package se.brygga.activities.goods;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * Which shops are due to be compared with what they should show. A shop stays due until the findings are in the books.
 * So neither a crash nor an engine that has lost its memory skips a comparison, and a repeated call makes none twice.
 * Methods join a surrounding transaction and are idempotent.
 */
public final class ComparisonBook {

    /**
     * What a comparison found.
     *
     * @param looked number of the shop's prices or quantities that were compared
     * @param different number of values that differ from what they should be, values that the shop has lost among them
     * @param unread number of prices, quantities or products that the shop did not tell, so nothing is known of them
     * @param absent number of Specter's SKUs that the shop does not have
     */
    public record Found(int looked, int different, int unread, int absent) {

        /** The findings of a shop that wants no comparison. */
        public static final Found NOTHING = new Found(0, 0, 0, 0);
    }

    /**
     * A comparison that was made.
     *
     * @param dueAt when it was asked for
     * @param at when the findings were stored
     */
    public record Made(Instant dueAt, Instant at, Found found) {}

    /**
     * A comparison that was asked for and is not made.
     *
     * @param begun whether a call has begun it
     * @param read number of the shop's variants that the call has read so far
     */
    public record Open(Instant dueAt, boolean begun, int read) {}

    /** A comparison that is being made. */
    @FunctionalInterface
    public interface Run {

        /** Stores that the comparison is made. Call this in the transaction that stores the findings. */
        void done(Found found);

        /** Whether the comparison is still wanted. */
        default boolean isWanted() {
            return true;
        }

        /**
         * Stores how many of the shop's variants have been read so far.
         *
         * @throws Stopped somebody has stopped the comparison
         */
        default void read(int variants) {}
    }

    /** Says that somebody has stopped the running comparison. What it has read is of no use. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Stopped() {
            super("the comparison was stopped");
        }
    }

    private static final String MAKE_DUE_ONCE = """
            insert into comparison (tenant, feed, shop, due_at) values (:tenant, :feed, :shop, :now)
            on conflict (tenant, feed, shop) do update set due_at = excluded.due_at, begun = false, read = 0""";

    private static final String DUE = """
            select shop from comparison where tenant = :tenant and feed = :feed and (not begun or :afresh)""";

    private static final String BEGIN = """
            update comparison set begun = true, read = 0 where tenant = :tenant and feed = :feed and shop = :shop
              returning due_at""";

    private static final String IS_READ_NOTED = """
            update comparison set read = :read where tenant = :tenant and feed = :feed and shop = :shop""";

    private static final String OPEN = """
            select due_at, begun, read from comparison where tenant = :tenant and feed = :feed and shop = :shop""";

    private static final String STOP = """
            delete from comparison where tenant = :tenant and feed = :feed and shop = :shop""";

    private static final String MAKE_DUE = """
            update comparison set begun = false where tenant = :tenant and feed = :feed and shop = :shop""";

    private static final String NO_MORE_DUE = """
            delete from comparison where tenant = :tenant and feed = :feed and shop = :shop and due_at = :dueAt""";

    private static final String DONE = """
            insert into compared (tenant, feed, shop, due_at, compared_at, looked, different, unread, absent)
            values (:tenant, :feed, :shop, :due, :now, :looked, :different, :unread, :absent)
            on conflict (tenant, feed, shop) do update set due_at = excluded.due_at,
              compared_at = excluded.compared_at, looked = excluded.looked, different = excluded.different,
              unread = excluded.unread, absent = excluded.absent""";

    private static final String LAST = """
            select due_at, compared_at, looked, different, unread, absent from compared
            where tenant = :tenant and feed = :feed and shop = :shop""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final DirtyBook dirty;

    /** @param dirty marks the shop, because a push writes what a comparison finds */
    public ComparisonBook(Database database, DirtyBook dirty) {
        this.jdbc = database.jdbc();
        this.time = database.time();
        this.dirty = dirty;
    }

    /**
     * Makes these shops due. A comparison already running does not clear this.
     *
     * @return when they were made due; a comparison for this time or a later one answers the request
     */
    public Instant due(Feed feed, Collection<ShopRef> shops) {
        // The precision of the database.
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        shops.forEach(shop -> jdbc.sql(MAKE_DUE_ONCE)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .param("now", Sql.at(now))
                .update());
        return now;
    }

    /**
     * Those of the shops that are due.
     *
     * @param afresh includes comparisons that were begun, because the engine may have lost its memory of them
     */
    public List<ShopRef> due(String tenant, Feed feed, Collection<ShopRef> shops, boolean afresh) {
        List<String> due = jdbc.sql(DUE)
                .param("tenant", tenant)
                .param("feed", feed.key())
                .param("afresh", afresh)
                .query(String.class)
                .list();
        return shops.stream().filter(shop -> due.contains(shop.shop())).toList();
    }

    /**
     * Begins a comparison, in a call that the engine repeats until it succeeds.
     *
     * @return when it was asked for; empty when the findings are in the books already
     */
    public Optional<Instant> begin(Feed feed, ShopRef shop) {
        return jdbc.sql(BEGIN)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .query((rs, n) -> rs.getTimestamp("due_at").toInstant())
                .optional();
    }

    /**
     * The comparison that a call makes.
     *
     * @param dueAt from {@link #begin}; a request after this time stays due
     */
    public Run run(Feed feed, ShopRef shop, Instant dueAt) {
        return new Run() {

            @Override
            public void done(Found found) {
                ComparisonBook.this.done(feed, shop, dueAt, found);
            }

            @Override
            public boolean isWanted() {
                return open(feed, shop).isPresent();
            }

            @Override
            public void read(int variants) {
                if (!isReadNoted(feed, shop, variants)) {
                    throw new Stopped();
                }
            }
        };
    }

    private boolean isReadNoted(Feed feed, ShopRef shop, int variants) {
        return jdbc.sql(IS_READ_NOTED)
                        .param("read", variants)
                        .params(Sql.named(shop))
                        .param("feed", feed.key())
                        .update()
                == 1;
    }

    /** The open comparison of this shop; empty when there is none. */
    public Optional<Open> open(Feed feed, ShopRef shop) {
        return jdbc.sql(OPEN)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .query((rs, n) ->
                        new Open(rs.getTimestamp("due_at").toInstant(), rs.getBoolean("begun"), rs.getInt("read")))
                .optional();
    }

    /**
     * Stops the comparisons of this shop. One that has not begun never does, and a running one gives up. The next night
     * makes the shop due again.
     *
     * @return false when nothing was asked for
     */
    public boolean stop(Feed feed, ShopRef shop) {
        return jdbc.sql(STOP).params(Sql.named(shop)).param("feed", feed.key()).update() == 1;
    }

    /** Makes a shop due once more, because its comparison was given up. */
    public void makeDue(Feed feed, ShopRef shop) {
        jdbc.sql(MAKE_DUE).params(Sql.named(shop)).param("feed", feed.key()).update();
    }

    /**
     * Stores that a comparison is made, and marks the shop dirty. Call this in the transaction that stores the findings.
     *
     * @param dueAt from {@link #begin}; a request after this time stays due
     */
    public void done(Feed feed, ShopRef shop, Instant dueAt, Found found) {
        dirty.mark(feed, List.of(shop));
        jdbc.sql(NO_MORE_DUE)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .param("dueAt", Sql.at(dueAt))
                .update();
        jdbc.sql(DONE)
                .param("tenant", shop.tenant())
                .param("feed", feed.key())
                .param("shop", shop.shop())
                .param("due", Sql.at(dueAt))
                .param("now", Sql.at(time.instant()))
                .param("looked", found.looked())
                .param("different", found.different())
                .param("unread", found.unread())
                .param("absent", found.absent())
                .update();
    }

    /** The shop's last comparison; empty when none was made yet. */
    public Optional<Made> last(Feed feed, ShopRef shop) {
        return jdbc.sql(LAST)
                .param("tenant", shop.tenant())
                .param("feed", feed.key())
                .param("shop", shop.shop())
                .query((rs, n) -> new Made(
                        rs.getTimestamp("due_at").toInstant(),
                        rs.getTimestamp("compared_at").toInstant(),
                        new Found(
                                rs.getInt("looked"), rs.getInt("different"), rs.getInt("unread"), rs.getInt("absent"))))
                .optional();
    }
}
