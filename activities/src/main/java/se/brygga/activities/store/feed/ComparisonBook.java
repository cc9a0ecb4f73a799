package se.brygga.activities.store.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.store.OrderBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * Which shops are to be compared with what they should show. It stands here until what was found is in the books, so neither a
 * crash nor an engine that has lost its memory skips a comparison, and a repeated call makes none twice. Methods join a
 * surrounding transaction and may be repeated.
 */
public final class ComparisonBook {

    private final JdbcClient jdbc;
    private final InstantSource time;

    public ComparisonBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** These are to be compared, from now on: one that is under way does not count. */
    public void due(Feed feed, Collection<ShopRef> shops) {
        shops.forEach(shop -> jdbc.sql("""
                insert into comparison (tenant, feed, shop, due_at) values (?, ?, ?, ?)
                on conflict (tenant, feed, shop) do update set due_at = excluded.due_at, begun = false""")
                .params(shop.tenant(), feed.key(), shop.shop())
                .param(OrderBook.at(time.instant()))
                .update());
    }

    /**
     * Those of the shops that are to be compared.
     *
     * @param afresh also those that were begun: the engine may have lost its memory of it
     */
    public List<ShopRef> due(String tenant, Feed feed, Collection<ShopRef> shops, boolean afresh) {
        List<String> due = jdbc.sql("select shop from comparison where tenant = ? and feed = ? and (not begun or ?)")
                .params(tenant, feed.key(), afresh)
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
        return jdbc.sql(
                        "update comparison set begun = true where tenant = ? and feed = ? and shop = ? returning due_at")
                .params(shop.tenant(), feed.key(), shop.shop())
                .query((rs, n) -> rs.getTimestamp("due_at").toInstant())
                .optional();
    }

    /** It was given up, and nothing repeats it: the next poll finds that it is to be made. */
    public void again(Feed feed, ShopRef shop) {
        jdbc.sql("update comparison set begun = false where tenant = ? and feed = ? and shop = ?")
                .params(shop.tenant(), feed.key(), shop.shop())
                .update();
    }

    /**
     * What was found is in the books; call in the transaction that puts it there.
     *
     * @param dueAt from {@link #begin}: what was asked for since then is still to be made
     */
    public void done(Feed feed, ShopRef shop, Instant dueAt) {
        jdbc.sql("delete from comparison where tenant = ? and feed = ? and shop = ? and due_at = ?")
                .params(shop.tenant(), feed.key(), shop.shop())
                .param(OrderBook.at(dueAt))
                .update();
    }
}
