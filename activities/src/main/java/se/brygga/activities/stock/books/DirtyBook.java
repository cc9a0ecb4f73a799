package se.brygga.activities.stock.books;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** The dirty shops: something has changed that their stock follows from, so a push must look at them. */
public final class DirtyBook {

    /** The shop column for a mark of all shops of a tenant. */
    private static final String ALL = "";

    private static final String MARK = """
            insert into stock_dirty (tenant, shop, since) values (:tenant, :shop, :now) on conflict do nothing""";

    private static final String DIRTY = "select shop from stock_dirty where tenant = :tenant";

    private static final String CLEAR = "delete from stock_dirty where tenant = :tenant and shop = :shop";

    private final JdbcClient jdbc;
    private final InstantSource time;

    DirtyBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** Marks all shops of the tenant dirty. */
    void markAll(String tenant) {
        mark(tenant, ALL);
    }

    /** Marks a shop dirty: the next push looks at everything that it should show. */
    public void mark(ShopRef shop) {
        mark(shop.tenant(), shop.shop());
    }

    private void mark(String tenant, String shop) {
        jdbc.sql(MARK)
                .param("tenant", tenant)
                .param("shop", shop)
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** The dirty ones of these shops. A mark for the whole tenant becomes theirs. Needs a transaction. */
    public List<ShopRef> dirty(String tenant, Collection<ShopRef> shops) {
        Sql.requireTransaction();
        if (clear(tenant, ALL) > 0) {
            shops.forEach(shop -> mark(tenant, shop.shop()));
        }
        List<String> named =
                jdbc.sql(DIRTY).param("tenant", tenant).query(String.class).list();
        return shops.stream().filter(shop -> named.contains(shop.shop())).toList();
    }

    /** Clears a shop's mark when its push begins. The push sees everything that is in the books by then. */
    public void clear(ShopRef shop) {
        clear(shop.tenant(), shop.shop());
    }

    private int clear(String tenant, String shop) {
        return jdbc.sql(CLEAR).param("tenant", tenant).param("shop", shop).update();
    }
}
