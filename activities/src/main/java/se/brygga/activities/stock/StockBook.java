package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.articles.ArticleKeeper;
import se.brygga.activities.goods.VariantListener;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;

/**
 * Stock as Specter says, as sold and not booked, and as sent to each shop. What is to be written is never stored: it is the
 * difference of these, computed anew each time, so no crash can lose it. Methods join a surrounding transaction.
 */
public final class StockBook implements VariantListener {

    /** What one warehouse has. */
    public record Site(String site, BigDecimal available, Instant changedAt) {}

    /** A part of a package. */
    public record Part(String articleNo, BigDecimal quantity) {}

    /**
     * All that a shop's stock follows from.
     *
     * @param available by article
     * @param unbooked sold in any of the tenant's shops, and not yet in Specter's numbers
     * @param packages by package
     * @param gone articles among the available ones that a shop must not go on selling
     */
    public record Levels(
            Map<String, List<Site>> available,
            Map<String, BigDecimal> unbooked,
            Map<String, List<Part>> packages,
            Set<String> gone) {}

    /**
     * What a shop was told last.
     *
     * @param sentAt when it was written, or read in the shop; null when it never was, or when a later write was not answered
     * @param heldValue a quantity that the shop refused; no other try until the value changes, or the shop is compared
     * @param moved goods of the shop's own orders by which it has changed its stock itself, in all
     * @param movedThen the same when it was told: what it has moved since then makes {@code sent} old
     */
    public record Sent(
            String sku,
            long locationId,
            @Nullable BigDecimal sent,
            @Nullable Long statusId,
            @Nullable Instant sentAt,
            @Nullable String held,
            @Nullable BigDecimal heldValue,
            BigDecimal moved,
            BigDecimal movedThen) {

        /** What the shop held when it was told or read last; null while that is not known. */
        public @Nullable BigDecimal known() {
            return sentAt == null ? null : sent;
        }

        /** How much the shop has moved itself since it was told. */
        public BigDecimal movedSince() {
            return moved.subtract(movedThen);
        }
    }

    /** What an order has sold and Specter's numbers do not show; the SKU may be a package's. */
    public record Sale(OrderRef order, String sku, BigDecimal quantity) {}

    private static final String SENT = """
            select sku, location_id, sent, status_id, sent_at, held, held_value, moved, moved_then from shop_stock
            where tenant = :tenant and shop = :shop""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final ArticleKeeper articles;

    StockBook(JdbcClient jdbc, ArticleKeeper articles, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
        this.articles = articles;
    }

    /** Keeps what the journal says: absolute quantities, so the same row twice is one, and no news. */
    public void changed(String tenant, List<StockChange> changes, Instant openedAt) {
        articles.stock(tenant, changes, openedAt);
        int changed = 0;
        for (StockChange change : changes) {
            changed += jdbc.sql("""
                    insert into specter_stock (tenant, article_no, site, available, changed_at)
                      values (:tenant, :articleNo, :site, :available, :now)
                    on conflict (tenant, article_no, site) do update set available = excluded.available,
                      changed_at = excluded.changed_at where specter_stock.available <> excluded.available""")
                    .param("tenant", tenant)
                    .param("articleNo", Sku.key(change.articleNo()))
                    .param("site", change.siteOrNone())
                    .param("available", change.available())
                    .param("now", Sql.at(time.instant()))
                    .update();
        }
        if (changed > 0) {
            markDirty(tenant);
        }
    }

    /** What the journal of articles tells: which there are, and which a shop must not sell (any more). */
    public void articles(String tenant, List<ArticleChange> changes, Instant openedAt) {
        if (articles.articles(tenant, changes, openedAt)) {
            markDirty(tenant);
        }
    }

    /** The journal of articles, asked then, is empty. */
    public void articlesEmptied(String tenant, Instant began) {
        if (articles.emptied(tenant, began)) {
            markDirty(tenant);
        }
    }

    /** The warehouses that something is known of; empty text for stock without one. */
    public List<String> sites(String tenant) {
        return jdbc.sql("select distinct site from specter_stock where tenant = :tenant")
                .param("tenant", tenant)
                .query(String.class)
                .list();
    }

    /** Marks all shops of the tenant dirty. */
    private void markDirty(String tenant) {
        markDirty(tenant, "");
    }

    /** Marks a shop dirty: the next push looks at all that it should show. */
    public void markDirty(ShopRef shop) {
        markDirty(shop.tenant(), shop.shop());
    }

    private void markDirty(String tenant, String shop) {
        jdbc.sql("insert into stock_dirty (tenant, shop, since) values (:tenant, :shop, :now) on conflict do nothing")
                .param("tenant", tenant)
                .param("shop", shop)
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** The dirty ones of these shops; a mark for the whole tenant becomes theirs. Needs a transaction. */
    public List<ShopRef> dirty(String tenant, Collection<ShopRef> shops) {
        Sql.requireTransaction();
        if (clearDirty(tenant, "") > 0) {
            shops.forEach(shop -> markDirty(tenant, shop.shop()));
        }
        List<String> named = jdbc.sql("select shop from stock_dirty where tenant = :tenant")
                .param("tenant", tenant)
                .query(String.class)
                .list();
        return shops.stream().filter(shop -> named.contains(shop.shop())).toList();
    }

    /** Takes the mark of a shop away when its push begins, which sees all that is in the books by then. */
    public void clearDirty(ShopRef shop) {
        clearDirty(shop.tenant(), shop.shop());
    }

    private int clearDirty(String tenant, String shop) {
        return jdbc.sql("delete from stock_dirty where tenant = :tenant and shop = :shop")
                .param("tenant", tenant)
                .param("shop", shop)
                .update();
    }

    /** Keeps what a package is made of; an article without parts is none (any more). Needs a transaction. */
    public void structure(String tenant, ArticleChange article) {
        Sql.requireTransaction();
        String sku = Sku.key(article.articleNo());
        Map<String, BigDecimal> before = parts(tenant, sku);
        jdbc.sql("delete from package_row where tenant = :tenant and package_no = :packageNo")
                .param("tenant", tenant)
                .param("packageNo", sku)
                .update();
        article.packageRows().stream()
                .filter(row -> row.quantity().signum() > 0)
                .forEach(row -> jdbc.sql("""
                insert into package_row (tenant, package_no, article_no, quantity)
                  values (:tenant, :packageNo, :articleNo, :quantity) on conflict do nothing""")
                        .param("tenant", tenant)
                        .param("packageNo", sku)
                        .param("articleNo", Sku.key(row.articleNo()))
                        .param("quantity", row.quantity())
                        .update());
        if (!parts(tenant, sku).equals(before)) {
            markDirty(tenant);
        }
    }

    private Map<String, BigDecimal> parts(String tenant, String packageNo) {
        Map<String, BigDecimal> parts = new HashMap<>();
        jdbc.sql("select article_no, quantity from package_row where tenant = :tenant and package_no = :packageNo")
                .param("tenant", tenant)
                .param("packageNo", packageNo)
                .query((ResultSet rs) -> {
                    parts.put(
                            rs.getString("article_no"),
                            rs.getBigDecimal("quantity").stripTrailingZeros());
                });
        return parts;
    }

    /**
     * What a web order has sold. Replaces what was known of it. Needs a transaction.
     *
     * @param goods quantity by SKU; empty when the order sells nothing: not paid, or cancelled
     */
    public void sold(OrderRef order, Map<String, BigDecimal> goods) {
        Sql.requireTransaction();
        Map<String, BigDecimal> before = new HashMap<>();
        jdbc.sql("""
                select sku, quantity from sold_goods where tenant = :tenant and shop = :shop
                  and order_id = :order for update""").params(Sql.named(order)).query((ResultSet rs) -> {
            before.put(rs.getString("sku"), rs.getBigDecimal("quantity"));
        });
        Map<String, BigDecimal> moved = new HashMap<>(goods);
        before.forEach((sku, quantity) -> moved.merge(sku, quantity.negate(), BigDecimal::add));
        moved.values().removeIf(quantity -> quantity.signum() == 0);
        if (moved.isEmpty()) {
            return;
        }
        if (!before.isEmpty()) {
            jdbc.sql("delete from sold_goods where tenant = :tenant and shop = :shop and order_id = :order")
                    .params(Sql.named(order))
                    .update();
        }
        jdbc.sql("""
                insert into sold_goods (tenant, shop, order_id, sku, quantity)
                select :tenant, :shop, :order, g.sku, g.quantity from unnest(:skus, :quantities) as g (sku, quantity)
                on conflict (tenant, shop, order_id, sku) do update set quantity = excluded.quantity""")
                .params(Sql.named(order))
                .param("skus", goods.keySet().toArray(String[]::new))
                .param("quantities", goods.values().toArray(BigDecimal[]::new))
                .update();
        shopChangedStock(order.shop(), moved);
    }

    /** The shop has changed its stock itself, by so much in whichever direction: what it was told is old. */
    public void shopChangedStock(ShopRef shop, Map<String, BigDecimal> goods) {
        goods.forEach((sku, quantity) -> jdbc.sql("""
                update shop_stock set moved = moved + :moved where tenant = :tenant and shop = :shop and sku = :sku""")
                .params(Sql.named(shop))
                .param("moved", quantity.abs())
                .param("sku", sku)
                .update());
        markDirty(shop.tenant());
    }

    /**
     * Specter's numbers now contain what was booked before then: those orders count no more, nor do those that an operator has
     * skipped, which never will be booked through us. Needs a transaction.
     *
     * @return how many rows went, so that the shops may have more to sell
     */
    public int release(String tenant, Instant bookedBefore) {
        Sql.requireTransaction();
        int released = jdbc.sql("""
                delete from sold_goods g using shop_order o
                where o.tenant = g.tenant and o.shop = g.shop and o.order_id = g.order_id and g.tenant = :tenant
                  and ((o.state = 'transferred' and o.transferred_at < :bookedBefore)
                    or (o.state = 'skipped' and o.skipped_by in ('operator', 'deleted-in-shop', 'placed-before-start')))""")
                .param("tenant", tenant)
                .param("bookedBefore", Sql.at(bookedBefore))
                .update();
        if (released > 0) {
            markDirty(tenant);
        }
        return released;
    }

    /** Everything that the stock of the tenant's shops follows from; without articles that are held back ({@link ArticleBook.Hold}). */
    public Levels levels(String tenant) {
        return levels(tenant, null);
    }

    /** The same for one article, its packages' parts included: what counts in the moment of writing. */
    public Levels levels(String tenant, @Nullable String sku) {
        Map<String, List<Part>> packages = new HashMap<>();
        jdbc.sql("select package_no, article_no, quantity from package_row where tenant = :tenant")
                .param("tenant", tenant)
                .query((ResultSet rs) -> {
                    packages.computeIfAbsent(rs.getString("package_no"), p -> new ArrayList<>())
                            .add(new Part(rs.getString("article_no"), rs.getBigDecimal("quantity")));
                });
        List<String> only = new ArrayList<>();
        if (sku != null) {
            only.add(sku);
            packages.getOrDefault(sku, List.of()).forEach(part -> only.add(part.articleNo()));
        }
        Map<String, List<Site>> available = new HashMap<>();
        Set<String> gone = new HashSet<>();
        jdbc.sql("""
                select s.article_no, s.site, s.available, s.changed_at, a.gone is not null as gone
                from specter_stock s left join article a on a.tenant = s.tenant and a.sku = s.article_no
                where s.tenant = :tenant and (:all or s.article_no = any(:only))
                  and (a.hold is null or (a.hold = :made and a.gone = :deleted))
                order by s.article_no, length(s.site), s.site""")
                .param("tenant", tenant)
                .param("all", sku == null)
                .param("made", ArticleBook.Hold.MADE_BY_ORDER.code())
                .param("deleted", ArticleBook.Gone.DELETED.code())
                .param("only", only.toArray(String[]::new))
                .query((ResultSet rs) -> {
                    String article = rs.getString("article_no");
                    available
                            .computeIfAbsent(article, a -> new ArrayList<>(1))
                            .add(new Site(
                                    rs.getString("site"),
                                    rs.getBigDecimal("available"),
                                    rs.getTimestamp("changed_at").toInstant()));
                    if (rs.getBoolean("gone")) {
                        gone.add(article);
                    }
                });
        return new Levels(available, unbooked(tenant), packages, gone);
    }

    private Map<String, BigDecimal> unbooked(String tenant) {
        Map<String, BigDecimal> unbooked = new HashMap<>();
        jdbc.sql("select sku, sum(quantity) as quantity from sold_goods where tenant = :tenant group by sku")
                .param("tenant", tenant)
                .query((ResultSet rs) -> {
                    unbooked.put(rs.getString("sku"), rs.getBigDecimal("quantity"));
                });
        return unbooked;
    }

    /** What the shop was told of one SKU, at each location. */
    public List<Sent> sent(ShopRef shop, String sku) {
        return jdbc.sql(SENT + " and sku = :sku order by location_id")
                .params(Sql.named(shop))
                .param("sku", sku)
                .query(StockBook::readSent)
                .list();
    }

    /** The orders that have sold the SKU, or a package with it, and are not in Specter's numbers yet: oldest first. */
    public List<Sale> sales(String tenant, String sku) {
        return jdbc.sql("""
                select shop, order_id, sku, quantity from sold_goods where tenant = :tenant and (sku = :sku or sku in
                  (select package_no from package_row p where p.tenant = sold_goods.tenant and p.article_no = :sku))
                order by order_id, shop, sku""")
                .param("tenant", tenant)
                .param("sku", sku)
                .query((rs, n) -> new Sale(
                        OrderRef.of(tenant, rs.getString("shop"), rs.getLong("order_id")),
                        rs.getString("sku"),
                        rs.getBigDecimal("quantity")))
                .list();
    }

    /** What the shop was told, all of it. */
    public List<Sent> sent(ShopRef shop) {
        return jdbc.sql(SENT).params(Sql.named(shop)).query(StockBook::readSent).list();
    }

    /** What the shop was told of one SKU at one location. */
    public Optional<Sent> sent(ShopRef shop, String sku, long locationId) {
        return jdbc.sql(SENT + " and sku = :sku and location_id = :locationId")
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("locationId", locationId)
                .query(StockBook::readSent)
                .optional();
    }

    /**
     * The shop holds this now, by our writing.
     *
     * @param moved as read before the write was decided: what the shop has moved since then makes the value old
     */
    public void sent(
            ShopRef shop, String sku, long locationId, BigDecimal quantity, @Nullable Long statusId, BigDecimal moved) {
        seen(shop, sku, locationId, quantity, statusId, moved);
        free(shop, sku, locationId);
    }

    /**
     * The shop is about to be told something else. Until its answer is booked nobody knows what it holds, whatever becomes of the call
     * or of this process.
     */
    public void telling(ShopRef shop, String sku, long locationId) {
        sentAt(shop, sku, locationId, null);
    }

    /** The shop has not taken what it was told, and holds what it did before. */
    public void kept(ShopRef shop, Sent before) {
        sentAt(shop, before.sku(), before.locationId(), before.sentAt());
    }

    private void sentAt(ShopRef shop, String sku, long locationId, @Nullable Instant at) {
        jdbc.sql("""
                update shop_stock set sent_at = :at where tenant = :tenant and shop = :shop and sku = :sku
                  and location_id = :location""")
                .param("at", at == null ? null : Sql.at(at))
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("location", locationId)
                .update();
    }

    /** What the shop has refused there is wanted no more. */
    public void free(ShopRef shop, String sku, long locationId) {
        jdbc.sql("""
                update shop_stock set held = null, held_value = null where tenant = :tenant and shop = :shop
                  and sku = :sku and location_id = :locationId""")
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("locationId", locationId)
                .update();
    }

    /**
     * The shop was read to hold this. What it has refused stays so.
     *
     * @param moved as known before the shop was read
     */
    public void seen(
            ShopRef shop, String sku, long locationId, BigDecimal quantity, @Nullable Long statusId, BigDecimal moved) {
        jdbc.sql("""
                insert into shop_stock (tenant, shop, sku, location_id, sent, status_id, sent_at, moved, moved_then)
                values (:tenant, :shop, :sku, :location, :sent, :status, :at, :moved, :moved)
                on conflict (tenant, shop, sku, location_id) do update set sent = excluded.sent,
                  status_id = coalesce(excluded.status_id, shop_stock.status_id), sent_at = excluded.sent_at,
                  moved_then = excluded.moved_then""")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("location", locationId)
                .param("sent", quantity)
                .param("status", statusId)
                .param("at", Sql.at(time.instant()))
                .param("moved", moved)
                .update();
    }

    /** Quantity and status are written there with the next push. What the shop has refused stays so. */
    public void unknown(ShopRef shop, String sku, long locationId) {
        jdbc.sql("""
                update shop_stock set sent = null, status_id = null, sent_at = null
                  where tenant = :tenant and shop = :shop and sku = :sku and location_id = :location""")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("location", locationId)
                .update();
    }

    @Override
    public void variantFound(ShopRef shop) {
        markDirty(shop);
    }

    @Override
    public void variantChanged(ShopRef shop, String sku) {
        jdbc.sql("""
                update shop_stock set sent = null, status_id = null, sent_at = null, held = null, held_value = null
                  where tenant = :tenant and shop = :shop and sku = :sku""").params(Sql.named(shop)).param("sku", sku).update();
    }

    /** What the shop has refused is tried again. */
    public void free(ShopRef shop) {
        jdbc.sql("""
                update shop_stock set held = null, held_value = null where tenant = :tenant and shop = :shop
                  and held is not null""").params(Sql.named(shop)).update();
    }

    /** The shop refuses this quantity: it is not tried again until it changes, or the shop is compared. */
    public void held(ShopRef shop, String sku, long locationId, BigDecimal quantity, String code) {
        jdbc.sql("""
                insert into shop_stock (tenant, shop, sku, location_id, held, held_value)
                  values (:tenant, :shop, :sku, :locationId, :held, :heldValue)
                on conflict (tenant, shop, sku, location_id) do update set held = excluded.held,
                  held_value = excluded.held_value""")
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("locationId", locationId)
                .param("held", code)
                .param("heldValue", quantity)
                .update();
    }

    private static Sent readSent(ResultSet rs, int row) throws SQLException {
        return new Sent(
                rs.getString("sku"),
                rs.getLong("location_id"),
                rs.getBigDecimal("sent"),
                rs.getObject("status_id", Long.class),
                Sql.instant(rs, "sent_at"),
                rs.getString("held"),
                rs.getBigDecimal("held_value"),
                rs.getBigDecimal("moved"),
                rs.getBigDecimal("moved_then"));
    }
}
