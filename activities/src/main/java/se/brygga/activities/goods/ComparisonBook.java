package se.brygga.activities.goods;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * Which shops are to be compared with what they should show. It stands here until what was found is in the books, so neither a
 * crash nor an engine that has lost its memory skips a comparison, and a repeated call makes none twice. Methods join a
 * surrounding transaction and may be repeated.
 */
public final class ComparisonBook {

    /**
     * What a comparison found.
     *
     * @param looked prices, or quantities, of the shop that were compared
     * @param different those of them, or of what the shop has lost, that were otherwise than they should be
     * @param unread prices, quantities or products that the shop did not tell: nothing is known of them
     * @param absent SKUs of Specter that the shop does not have
     */
    public record Found(int looked, int different, int unread, int absent) {

        /** Of a shop that does not want it. */
        public static final Found NOTHING = new Found(0, 0, 0, 0);
    }

    /**
     * A comparison that was made.
     *
     * @param dueAt when it was asked for
     * @param at when what it found was put into the books
     */
    public record Made(Instant dueAt, Instant at, Found found) {}

    /**
     * A comparison that was asked for and is not made.
     *
     * @param begun whether a call has taken it up
     * @param read variants of the shop that the call has read by now
     */
    public record Open(Instant dueAt, boolean begun, int read) {}

    /** A comparison that is being made. */
    @FunctionalInterface
    public interface Run {

        /** What was found is in the books; call in the transaction that puts it there. */
        void done(Found found);

        /** Whether somebody still wants it. */
        default boolean isWanted() {
            return true;
        }

        /**
         * So many variants of the shop are read by now.
         *
         * @throws Stopped nobody wants it any more
         */
        default void read(int variants) {}
    }

    /** Somebody has stopped the comparison that runs: what it has read is of no use. */
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

    public ComparisonBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Makes these shops due. A comparison already running does not clear this.
     *
     * @return when they were asked for: a comparison that was made for this or later is the one
     */
    public Instant due(Feed feed, Collection<ShopRef> shops) {
        // As the database keeps it.
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        shops.forEach(shop -> jdbc.sql(MAKE_DUE_ONCE)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .param("now", Sql.at(now))
                .update());
        return now;
    }

    /**
     * Those of the shops that are to be compared.
     *
     * @param afresh also those that were begun: the engine may have lost its memory of it
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
     * A call that the engine repeats until it succeeds takes it up.
     *
     * @return when it was asked for; empty when what there was to find is in the books
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
     * @param dueAt from {@link #begin}: what was asked for since then is still to be made
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

    /** What is asked for of this shop and is not made; empty when nothing is. */
    public Optional<Open> open(Feed feed, ShopRef shop) {
        return jdbc.sql(OPEN)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .query((rs, n) ->
                        new Open(rs.getTimestamp("due_at").toInstant(), rs.getBoolean("begun"), rs.getInt("read")))
                .optional();
    }

    /**
     * Nobody wants it any more: what has not begun never does, and what runs gives up. The next night asks anew.
     *
     * @return false: nothing was asked for
     */
    public boolean stop(Feed feed, ShopRef shop) {
        return jdbc.sql(STOP).params(Sql.named(shop)).param("feed", feed.key()).update() == 1;
    }

    /** Makes a shop due once more, whose comparison was given up. */
    public void makeDue(Feed feed, ShopRef shop) {
        jdbc.sql(MAKE_DUE).params(Sql.named(shop)).param("feed", feed.key()).update();
    }

    /**
     * What was found is in the books; call in the transaction that puts it there.
     *
     * @param dueAt from {@link #begin}: what was asked for since then is still to be made
     */
    public void done(Feed feed, ShopRef shop, Instant dueAt, Found found) {
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
