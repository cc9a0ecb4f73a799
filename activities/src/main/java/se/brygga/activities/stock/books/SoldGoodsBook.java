package se.brygga.activities.stock.books;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.transfer.TransferRules;

/**
 * What orders have sold and Specter has not booked yet. The shop lowers its stock when an order is complete (Starweb
 * reference O-35), so an order counts from then. A cancelled order sells nothing.
 */
public final class SoldGoodsBook {

    /** What an order has sold and Specter's numbers do not show yet. The SKU may be a kit's. */
    public record Sale(OrderRef order, String sku, BigDecimal quantity) {}

    /** The rules whose skipped orders sell nothing. */
    private static final List<String> SELLS_NOTHING =
            List.of(TransferRules.OPERATOR, TransferRules.DELETED_IN_SHOP, TransferRules.PLACED_BEFORE_START);

    private static final String LOCK_SOLD = """
            select sku, quantity from sold_goods where tenant = :tenant and shop = :shop
              and order_id = :order for update""";

    private static final String FORGET_SOLD = """
            delete from sold_goods where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String KEEP_SOLD = """
            insert into sold_goods (tenant, shop, order_id, sku, quantity)
            select :tenant, :shop, :order, g.sku, g.quantity from unnest(:skus, :quantities) as g (sku, quantity)
            on conflict (tenant, shop, order_id, sku) do update set quantity = excluded.quantity""";

    private static final String RELEASE = """
            delete from sold_goods g using shop_order o
            where o.tenant = g.tenant and o.shop = g.shop and o.order_id = g.order_id and g.tenant = :tenant
              and ((o.state = :transferred and o.transferred_at < :bookedBefore)
                or (o.state = :skipped and o.skipped_by in (:sellsNothing)))""";

    /** Where nobody polls Specter's stock, no poll releases anything. */
    private static final String PURGE = """
            delete from sold_goods where (tenant, shop, order_id, sku) in (
              select g.tenant, g.shop, g.order_id, g.sku from sold_goods g
              join shop_order o on o.tenant = g.tenant and o.shop = g.shop and o.order_id = g.order_id
              where (o.transferred_at < :before or o.skipped_by in (:sellsNothing)) and not exists
                (select 1 from feed_state f where f.tenant = g.tenant and f.feed = :feed and f.polled_at >= :before)
              limit :limit for update of g skip locked)""";

    private static final String SALES = """
            select shop, order_id, sku, quantity from sold_goods where tenant = :tenant and (sku = :sku or sku in
              (select kit_no from kit_row p where p.tenant = sold_goods.tenant and p.article_no = :sku))
            order by order_id, shop, sku""";

    private static final String ALL_UNBOOKED = """
            select sku, sum(quantity) as quantity from sold_goods where tenant = :tenant""";

    private static final String BY_SKU = " group by sku";

    private static final String UNBOOKED = ALL_UNBOOKED + " and sku = any(:skus)";

    private static final String UNBOOKED_IN_SHOP = ALL_UNBOOKED + " and shop = :shop" + BY_SKU;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ShopStockBook inShops;
    private final DirtyBook dirty;

    SoldGoodsBook(Database database, ShopStockBook inShops, DirtyBook dirty) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.inShops = inShops;
        this.dirty = dirty;
    }

    /** Stores the goods of an order that is not in Specter. Idempotent. */
    public void keep(OrderRef order, ShopOrder read) {
        boolean sells = read.complete() && !read.status().cancelled();
        Map<String, BigDecimal> goods = new HashMap<>();
        if (sells) {
            add(read.items(), goods);
        }
        transactions.executeWithoutResult(tx -> sold(order, goods));
    }

    /**
     * Notes that an order in Specter was cancelled in the shop, by us or by a person. The shop has put its goods back
     * on its shelf (O-35), so what was last written is stale. Idempotent.
     */
    public void gaveBack(OrderRef order, ShopOrder read) {
        Map<String, BigDecimal> goods = new HashMap<>();
        add(read.items(), goods);
        transactions.executeWithoutResult(tx -> inShops.shopChangedStock(order.shop(), goods));
    }

    /** Adds the goods of rows. The parts of a bundle count too, whichever of them has stock. */
    private static void add(List<ShopOrder.Item> items, Map<String, BigDecimal> goods) {
        for (ShopOrder.Item item : items) {
            String sku = item.sku();
            if (sku != null && item.quantity().signum() > 0) {
                goods.merge(Sku.key(sku), item.quantity(), BigDecimal::add);
            }
            add(item.bundled(), goods);
        }
    }

    /**
     * Stores what a web order has sold, in place of what was known of it. Needs a transaction.
     *
     * @param goods quantity by SKU; empty when the order sells nothing: not paid, or cancelled
     */
    public void sold(OrderRef order, Map<String, BigDecimal> goods) {
        Sql.requireTransaction();
        Map<String, BigDecimal> before = new HashMap<>();
        jdbc.sql(LOCK_SOLD).params(Sql.named(order)).query((ResultSet rs) -> {
            before.put(rs.getString("sku"), rs.getBigDecimal("quantity"));
        });
        Map<String, BigDecimal> difference = new HashMap<>(goods);
        before.forEach((sku, quantity) -> difference.merge(sku, quantity.negate(), BigDecimal::add));
        difference.values().removeIf(quantity -> quantity.signum() == 0);
        if (difference.isEmpty()) {
            return;
        }
        if (!before.isEmpty()) {
            jdbc.sql(FORGET_SOLD).params(Sql.named(order)).update();
        }
        jdbc.sql(KEEP_SOLD)
                .params(Sql.named(order))
                .param("skus", goods.keySet().toArray(String[]::new))
                .param("quantities", goods.values().toArray(BigDecimal[]::new))
                .update();
        inShops.shopChangedStock(order.shop(), difference);
    }

    /**
     * Removes orders that were booked before this time, because Specter's numbers now contain them. Also removes orders
     * that an operator has skipped, because we shall never book them. Needs a transaction.
     *
     * @return how many rows were removed, so that the shops may have more to sell
     */
    public int release(String tenant, Instant bookedBefore) {
        Sql.requireTransaction();
        int released = jdbc.sql(RELEASE)
                .params(Sql.words(OrderRecord.State.class))
                .param("sellsNothing", SELLS_NOTHING)
                .param("tenant", tenant)
                .param("bookedBefore", Sql.at(bookedBefore))
                .update();
        if (released > 0) {
            dirty.markAll(Feed.STOCK, tenant);
        }
        return released;
    }

    /**
     * Deletes what old orders have sold, of tenants whose stock was not polled since they were old. Such a tenant's shops
     * take no stock from Specter. If they begin to, Specter's numbers contain these orders.
     *
     * @param before when an old order was transferred
     * @param most number of rows in one transaction
     * @return how many were deleted
     */
    public int purge(Instant before, int most) {
        return jdbc.sql(PURGE)
                .param("before", Sql.at(before))
                .param("sellsNothing", SELLS_NOTHING)
                .param("feed", Feed.STOCK.key())
                .param("limit", most)
                .update();
    }

    /** The orders that have sold the SKU, or a kit with it, and are not in Specter's numbers yet; oldest first. */
    public List<Sale> sales(String tenant, String sku) {
        return jdbc.sql(SALES)
                .param("tenant", tenant)
                .param("sku", sku)
                .query((rs, n) -> new Sale(
                        OrderRef.of(tenant, rs.getString("shop"), rs.getLong("order_id")),
                        rs.getString("sku"),
                        rs.getBigDecimal("quantity")))
                .list();
    }

    /** What this shop has sold, and what is not in Specter's numbers yet, by SKU. */
    public Map<String, BigDecimal> unbooked(ShopRef shop) {
        return unbooked(jdbc.sql(UNBOOKED_IN_SHOP).params(Sql.named(shop)));
    }

    /** What is sold and not in Specter's numbers yet, by SKU. */
    Map<String, BigDecimal> unbooked(String tenant) {
        return unbooked(jdbc.sql(ALL_UNBOOKED + BY_SKU).param("tenant", tenant));
    }

    /** As {@link #unbooked(String)}, for these SKUs. */
    Map<String, BigDecimal> unbooked(String tenant, Collection<String> skus) {
        return unbooked(jdbc.sql(UNBOOKED + BY_SKU).param("tenant", tenant).param("skus", skus.toArray(String[]::new)));
    }

    private static Map<String, BigDecimal> unbooked(JdbcClient.StatementSpec statement) {
        Map<String, BigDecimal> unbooked = new HashMap<>();
        statement.query((ResultSet rs) -> {
            unbooked.put(rs.getString("sku"), rs.getBigDecimal("quantity"));
        });
        return unbooked;
    }
}
