package se.brygga.activities.store.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import se.brygga.activities.starweb.catalogue.PriceList;
import se.brygga.activities.store.OrderBook;
import se.brygga.workflows.ShopRef;

/** What each shop's price lists show, as far as we know, and what we told them. Methods join a surrounding transaction. */
public final class ShopPriceBook {

    /**
     * One price in a shop.
     *
     * @param listId Starweb's
     * @param fromQty 1 for the row itself, more for a tier
     */
    public record PriceKey(long listId, String sku, int fromQty) {}

    /**
     * @param shows null: not known, or nothing
     * @param sent what it was told last, or what it showed before it came to show nothing or zero
     * @param refused the shop's code for {@code refusedValue}, or where that is null for taking the price away: no other try until
     *     the value changes, or the shop is compared
     */
    public record Shown(
            @Nullable PriceValue shows,
            @Nullable PriceValue sent,
            @Nullable String refused,
            @Nullable PriceValue refusedValue) {}

    private final JdbcClient jdbc;
    private final InstantSource time;

    public ShopPriceBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Whether each list was active when its prices were last read; a list that was never read is missing. */
    public Map<Long, Boolean> lists(ShopRef shop) {
        Map<Long, Boolean> lists = new HashMap<>();
        jdbc.sql("select list_id, active from shop_price_list where tenant = ? and shop = ?")
                .params(shop.tenant(), shop.shop())
                .query((ResultSet rs) -> {
                    lists.put(rs.getLong("list_id"), rs.getBoolean("active"));
                });
        return lists;
    }

    /** Notes the list's state; that it is active only together with its prices as they were read after that. */
    public void list(ShopRef shop, PriceList list) {
        jdbc.sql("""
                insert into shop_price_list (tenant, shop, list_id, name, active, read_at) values (?, ?, ?, ?, ?, ?)
                on conflict (tenant, shop, list_id) do update set name = excluded.name, active = excluded.active,
                  read_at = excluded.read_at""")
                .params(shop.tenant(), shop.shop(), list.priceListId())
                .param(list.name())
                .param(list.active())
                .param(OrderBook.at(time.instant()))
                .update();
    }

    /** Everything that is known of the shop. */
    public Map<PriceKey, Shown> all(ShopRef shop) {
        return shown(jdbc.sql("select * from shop_price where tenant = ? and shop = ?")
                .params(shop.tenant(), shop.shop()));
    }

    /** Everything that is known of one SKU. */
    public Map<PriceKey, Shown> of(ShopRef shop, String sku) {
        return shown(jdbc.sql("select * from shop_price where tenant = ? and shop = ? and sku = ?")
                .params(shop.tenant(), shop.shop(), sku));
    }

    private static Map<PriceKey, Shown> shown(StatementSpec query) {
        Map<PriceKey, Shown> all = new HashMap<>();
        query.query((ResultSet rs) -> {
            all.put(key(rs), read(rs));
        });
        return all;
    }

    /** Reads the three columns that every table of a shop's prices has. */
    static PriceKey key(ResultSet rs) throws SQLException {
        return new PriceKey(rs.getLong("list_id"), rs.getString("sku"), rs.getInt("from_qty"));
    }

    private static Shown read(ResultSet rs) throws SQLException {
        return new Shown(
                PriceValue.ofNullable(rs.getBigDecimal("price"), rs.getBigDecimal("special")),
                PriceValue.ofNullable(rs.getBigDecimal("sent"), rs.getBigDecimal("sent_special")),
                rs.getString("refused"),
                PriceValue.ofNullable(rs.getBigDecimal("refused_price"), rs.getBigDecimal("refused_special")));
    }

    /**
     * The shop was read to show this. What was written after the reading began stays: then the reading may be the older.
     *
     * @param value null when it is not known, or nothing is there
     */
    public void shows(ShopRef shop, PriceKey key, @Nullable PriceValue value, Instant began) {
        boolean lost = value == null || value.isZero();
        jdbc.sql("""
                insert into shop_price as known (tenant, shop, list_id, sku, from_qty, price, special)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, shop, sku, list_id, from_qty) do update set
                  sent = case when ? and known.sent is null then known.price else known.sent end,
                  sent_special = case when ? and known.sent is null then known.special else known.sent_special end,
                  price = excluded.price, special = excluded.special
                where known.sent_at is null or known.sent_at < ?""")
                .params(shop.tenant(), shop.shop(), key.listId(), key.sku(), key.fromQty())
                .param(value == null ? null : value.price())
                .param(value == null ? null : value.special())
                .params(lost, lost, OrderBook.at(began))
                .update();
    }

    /** The shop has taken this. */
    public void sent(ShopRef shop, PriceKey key, PriceValue value) {
        jdbc.sql("""
                insert into shop_price (tenant, shop, list_id, sku, from_qty, price, special, sent, sent_special, sent_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, shop, sku, list_id, from_qty) do update set price = excluded.price,
                  special = excluded.special, sent = excluded.sent, sent_special = excluded.sent_special,
                  sent_at = excluded.sent_at, refused = null, refused_price = null, refused_special = null""")
                .params(shop.tenant(), shop.shop(), key.listId(), key.sku(), key.fromQty())
                .param(value.price())
                .param(value.special())
                .param(value.price())
                .param(value.special())
                .param(OrderBook.at(time.instant()))
                .update();
    }

    /** What the shop has refused is tried again. */
    public void free(ShopRef shop) {
        jdbc.sql("update shop_price set refused = null, refused_price = null, refused_special = null "
                        + "where tenant = ? and shop = ? and refused is not null")
                .params(shop.tenant(), shop.shop())
                .update();
    }

    /** What the shop has refused there is wanted no more. */
    public void free(ShopRef shop, PriceKey key) {
        jdbc.sql("update shop_price set refused = null, refused_price = null, refused_special = null "
                        + "where tenant = ? and shop = ? and list_id = ? and sku = ? and from_qty = ?")
                .params(shop.tenant(), shop.shop(), key.listId(), key.sku(), key.fromQty())
                .update();
    }

    /**
     * The shop refuses this value: it is not tried again until it changes, or the shop is compared.
     *
     * @param value null: it refuses that the price is taken away
     */
    public void refused(ShopRef shop, PriceKey key, @Nullable PriceValue value, String code) {
        jdbc.sql("""
                insert into shop_price (tenant, shop, list_id, sku, from_qty, refused, refused_price, refused_special)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, shop, sku, list_id, from_qty) do update set refused = excluded.refused,
                  refused_price = excluded.refused_price, refused_special = excluded.refused_special""")
                .params(shop.tenant(), shop.shop(), key.listId(), key.sku(), key.fromQty(), code)
                .param(value == null ? null : value.price())
                .param(value == null ? null : value.special())
                .update();
    }

    /** The shop has no such price, by our writing or by what it was read to have. */
    public void gone(ShopRef shop, PriceKey key) {
        jdbc.sql("delete from shop_price where tenant = ? and shop = ? and list_id = ? and sku = ? and from_qty = ?")
                .params(shop.tenant(), shop.shop(), key.listId(), key.sku(), key.fromQty())
                .update();
    }

    /** The SKU is another variant now: nothing is known of that. */
    public void moved(ShopRef shop, String sku) {
        jdbc.sql("update shop_price set price = null, special = null where tenant = ? and shop = ? and sku = ?")
                .params(shop.tenant(), shop.shop(), sku)
                .update();
    }
}
