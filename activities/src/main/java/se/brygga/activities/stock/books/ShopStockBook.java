package se.brygga.activities.stock.books;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.VariantBook.VariantListener;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** The stock that was written to each shop, what the shop holds as far as that is known, and what it has refused. */
public final class ShopStockBook implements VariantListener {

    /**
     * What was last written for a SKU at one location.
     *
     * @param sentAt when it was written, or read in the shop; null when it never was, or when a later write was not
     *     answered
     * @param refusedValue a quantity that the shop refused; no other try until the value changes, or the shop is
     *     compared
     * @param changedByShop the total quantity by which the shop itself has changed its stock through its own orders
     * @param changedByShopThen the same total at the time of the write; {@code sent} is stale if the shop has changed
     *     its stock since
     */
    public record Sent(
            String sku,
            long locationId,
            @Nullable BigDecimal sent,
            @Nullable Long statusId,
            @Nullable Instant sentAt,
            @Nullable String refused,
            @Nullable BigDecimal refusedValue,
            BigDecimal changedByShop,
            BigDecimal changedByShopThen) {

        /** What the shop showed when it was last written or read; null while that is unknown. */
        public @Nullable BigDecimal known() {
            return sentAt == null ? null : sent;
        }

        /** How much the shop itself has changed its stock since the write. */
        public BigDecimal changedByShopSince() {
            return changedByShop.subtract(changedByShopThen);
        }
    }

    private static final String SENT = """
            select sku, location_id, sent, status_id, sent_at, refused, refused_value, changed_by_shop, changed_by_shop_then from shop_stock
            where tenant = :tenant and shop = :shop""";

    private static final String SENT_OF_SKU = SENT + " and sku = :sku order by location_id";

    private static final String SENT_AT_LOCATION = SENT + " and sku = :sku and location_id = :locationId";

    private static final String SHOP_CHANGED_STOCK = """
            update shop_stock set changed_by_shop = changed_by_shop + :changed where tenant = :tenant and shop = :shop and sku = :sku""";

    private static final String SENT_AT = """
            update shop_stock set sent_at = :at where tenant = :tenant and shop = :shop and sku = :sku
              and location_id = :location""";

    private static final String FREE = """
            update shop_stock set refused = null, refused_value = null where tenant = :tenant and shop = :shop
              and sku = :sku and location_id = :locationId""";

    private static final String SEEN = """
            insert into shop_stock (tenant, shop, sku, location_id, sent, status_id, sent_at, changed_by_shop, changed_by_shop_then)
            values (:tenant, :shop, :sku, :location, :sent, :status, :at, :changed, :changed)
            on conflict (tenant, shop, sku, location_id) do update set sent = excluded.sent,
              status_id = coalesce(excluded.status_id, shop_stock.status_id), sent_at = excluded.sent_at,
              changed_by_shop_then = excluded.changed_by_shop_then""";

    private static final String UNKNOWN = """
            update shop_stock set sent = null, status_id = null, sent_at = null
              where tenant = :tenant and shop = :shop and sku = :sku and location_id = :location""";

    private static final String VARIANT_CHANGED = """
            update shop_stock set sent = null, status_id = null, sent_at = null, refused = null, refused_value = null
              where tenant = :tenant and shop = :shop and sku = :sku""";

    private static final String FREE_ALL = """
            update shop_stock set refused = null, refused_value = null where tenant = :tenant and shop = :shop
              and refused is not null""";

    private static final String REFUSED = """
            insert into shop_stock (tenant, shop, sku, location_id, refused, refused_value)
              values (:tenant, :shop, :sku, :locationId, :refused, :refusedValue)
            on conflict (tenant, shop, sku, location_id) do update set refused = excluded.refused,
              refused_value = excluded.refused_value""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final DirtyBook dirty;

    ShopStockBook(Database database, DirtyBook dirty) {
        this.jdbc = database.jdbc();
        this.time = database.time();
        this.dirty = dirty;
    }

    /** What was last written for one SKU, at each location. */
    public List<Sent> sent(ShopRef shop, String sku) {
        return jdbc.sql(SENT_OF_SKU)
                .params(Sql.named(shop))
                .param("sku", sku)
                .query(ShopStockBook::readSent)
                .list();
    }

    /** What was last written, for all SKUs. */
    public List<Sent> sent(ShopRef shop) {
        return jdbc.sql(SENT)
                .params(Sql.named(shop))
                .query(ShopStockBook::readSent)
                .list();
    }

    /** What was last written for one SKU at one location. */
    public Optional<Sent> sent(ShopRef shop, String sku, long locationId) {
        return jdbc.sql(SENT_AT_LOCATION)
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("locationId", locationId)
                .query(ShopStockBook::readSent)
                .optional();
    }

    /** The shop itself has changed its stock by this much, up or down. What was last written is stale now. */
    public void shopChangedStock(ShopRef shop, Map<String, BigDecimal> goods) {
        goods.forEach((sku, quantity) -> jdbc.sql(SHOP_CHANGED_STOCK)
                .params(Sql.named(shop))
                .param("changed", quantity.abs())
                .param("sku", sku)
                .update());
        dirty.markAll(Feed.STOCK, shop.tenant());
    }

    /**
     * The shop holds this now, because we wrote it.
     *
     * @param changedByShop as read before the write was decided; if the shop has changed its stock since then, the
     *     value is stale
     */
    public void sent(
            ShopRef shop,
            String sku,
            long locationId,
            BigDecimal quantity,
            @Nullable Long statusId,
            BigDecimal changedByShop) {
        seen(shop, sku, locationId, quantity, statusId, changedByShop);
        free(shop, sku, locationId);
    }

    /**
     * Notes that the shop is about to be written to. Until the answer is stored nobody knows what it holds, whatever
     * happens to the call or to this process.
     */
    public void telling(ShopRef shop, String sku, long locationId) {
        sentAt(shop, sku, locationId, null);
    }

    /** The shop did not take what was written, and holds what it did before. */
    public void kept(ShopRef shop, Sent before) {
        sentAt(shop, before.sku(), before.locationId(), before.sentAt());
    }

    private void sentAt(ShopRef shop, String sku, long locationId, @Nullable Instant at) {
        jdbc.sql(SENT_AT)
                .param("at", at == null ? null : Sql.at(at))
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("location", locationId)
                .update();
    }

    /** Forgets the shop's refusal of a quantity that is not wanted any more. */
    public void free(ShopRef shop, String sku, long locationId) {
        jdbc.sql(FREE)
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("locationId", locationId)
                .update();
    }

    /**
     * Stores what the shop was read to show. Its refusals stay.
     *
     * @param changedByShop as known before the shop was read
     */
    public void seen(
            ShopRef shop,
            String sku,
            long locationId,
            BigDecimal quantity,
            @Nullable Long statusId,
            BigDecimal changedByShop) {
        jdbc.sql(SEEN)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("location", locationId)
                .param("sent", quantity)
                .param("status", statusId)
                .param("at", Sql.at(time.instant()))
                .param("changed", changedByShop)
                .update();
    }

    /** Makes the next push write quantity and status there. The shop's refusals stay. */
    public void unknown(ShopRef shop, String sku, long locationId) {
        jdbc.sql(UNKNOWN)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("location", locationId)
                .update();
    }

    @Override
    public void variantFound(ShopRef shop) {
        dirty.mark(Feed.STOCK, List.of(shop));
    }

    @Override
    public void variantChanged(ShopRef shop, String sku) {
        jdbc.sql(VARIANT_CHANGED).params(Sql.named(shop)).param("sku", sku).update();
    }

    /** Forgets the shop's refusals, so that the quantities are tried again. */
    public void free(ShopRef shop) {
        jdbc.sql(FREE_ALL).params(Sql.named(shop)).update();
    }

    /** The shop refuses this quantity. It is not tried again until it changes, or the shop is compared. */
    public void refused(ShopRef shop, String sku, long locationId, BigDecimal quantity, String code) {
        jdbc.sql(REFUSED)
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("locationId", locationId)
                .param("refused", code)
                .param("refusedValue", quantity)
                .update();
    }

    private static Sent readSent(ResultSet rs, int row) throws SQLException {
        return new Sent(
                rs.getString("sku"),
                rs.getLong("location_id"),
                rs.getBigDecimal("sent"),
                rs.getObject("status_id", Long.class),
                Sql.instant(rs, "sent_at"),
                rs.getString("refused"),
                rs.getBigDecimal("refused_value"),
                rs.getBigDecimal("changed_by_shop"),
                rs.getBigDecimal("changed_by_shop_then"));
    }
}
