package se.brygga.activities.goods;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/**
 * The shops that a push must look at, because something has changed that their stock or prices follow from. Whoever
 * changes it marks them, in the same transaction. A mark stands until a push has looked at everything. So neither a
 * crash nor a new run of a loop forgets a push, nor does an engine that has lost its memory.
 */
public final class DirtyBook {

    /** Stands for all shops of a tenant. */
    private static final String ALL = "";

    /** Locks the row: a push that begins sees what the mark is about, or leaves the mark. */
    private static final String MARK = """
            insert into dirty_shop as known (tenant, feed, shop, marks) values (:tenant, :feed, :shop, 1)
            on conflict (tenant, feed, shop) do update set marks = known.marks + 1""";

    private static final String TAKE_FOR_ALL = """
            delete from dirty_shop where tenant = :tenant and feed = :feed and shop = :shop""";

    private static final String DIRTY = """
            select shop from dirty_shop where tenant = :tenant and feed = :feed and (marks > begun or :afresh)""";

    private static final String BEGIN = """
            update dirty_shop set begun = marks where tenant = :tenant and feed = :feed and shop = :shop
              returning marks""";

    private static final String DONE = """
            delete from dirty_shop where tenant = :tenant and feed = :feed and shop = :shop and marks = :marks""";

    private static final String MAKE_DUE = """
            update dirty_shop set begun = 0 where tenant = :tenant and feed = :feed and shop = :shop""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public DirtyBook(Database database) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
    }

    /** Marks all shops of the tenant dirty. */
    public void markAll(Feed feed, String tenant) {
        mark(feed, tenant, ALL);
    }

    /** Marks these shops dirty: the next push looks at all that they should show. */
    public void mark(Feed feed, Collection<ShopRef> shops) {
        shops.forEach(shop -> mark(feed, shop.tenant(), shop.shop()));
    }

    private void mark(Feed feed, String tenant, String shop) {
        jdbc.sql(MARK)
                .param("tenant", tenant)
                .param("feed", feed.key())
                .param("shop", shop)
                .update();
    }

    /**
     * The dirty ones of these shops. A mark for the whole tenant becomes theirs.
     *
     * @param afresh also those whose push has begun: nobody may carry it on any more
     */
    public List<ShopRef> dirty(Feed feed, String tenant, Collection<ShopRef> shops, boolean afresh) {
        List<String> named = Objects.requireNonNull(transactions.execute(tx -> {
            int forAll = jdbc.sql(TAKE_FOR_ALL)
                    .param("tenant", tenant)
                    .param("feed", feed.key())
                    .param("shop", ALL)
                    .update();
            if (forAll > 0) {
                mark(feed, shops);
            }
            return jdbc.sql(DIRTY)
                    .param("tenant", tenant)
                    .param("feed", feed.key())
                    .param("afresh", afresh)
                    .query(String.class)
                    .list();
        }));
        return shops.stream().filter(shop -> named.contains(shop.shop())).toList();
    }

    /**
     * A push begins, which the engine repeats until it succeeds. It sees all that is in the books by now.
     *
     * @return how often the shop was marked by now; 0: it is not dirty
     */
    public int begin(Feed feed, ShopRef shop) {
        Optional<Integer> marks = jdbc.sql(BEGIN)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .query(Integer.class)
                .optional();
        return marks.orElse(0);
    }

    /**
     * The push has looked at everything: written, or refused for good.
     *
     * @param marks from {@link #begin}: a shop that was marked since then is still dirty
     */
    public void done(Feed feed, ShopRef shop, int marks) {
        jdbc.sql(DONE)
                .params(Sql.named(shop))
                .param("feed", feed.key())
                .param("marks", marks)
                .update();
    }

    /** The push was given up: the next poll asks for another. */
    public void makeDue(Feed feed, ShopRef shop) {
        jdbc.sql(MAKE_DUE).params(Sql.named(shop)).param("feed", feed.key()).update();
    }
}
