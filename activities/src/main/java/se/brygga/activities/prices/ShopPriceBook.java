package se.brygga.activities.prices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/**
 * What each shop's price lists show, as far as we know, and what we wrote to them. Methods join a surrounding
 * transaction.
 */
public final class ShopPriceBook {

    /**
     * The key of a price in a shop.
     *
     * @param listId Starweb's
     * @param fromQty 1 for the row itself, more for a tier
     */
    public record PriceKey(long listId, String sku, int fromQty) {}

    /**
     * One price in a shop.
     *
     * @param shows null when unknown, or when there is no price
     * @param sent the price that was last written, or that the shop showed before it came to show nothing or zero
     * @param unanswered whether the answer to the last write is not in the books, so that nobody knows what the shop
     *     shows
     * @param refused the shop's code for {@code refusedValue}, or where that is null for removing the price. No other
     *     try until the value changes, or the shop is compared
     */
    public record Shown(
            @Nullable PriceValue shows,
            @Nullable PriceValue sent,
            boolean unanswered,
            @Nullable String refused,
            @Nullable PriceValue refusedValue) {}

    private static final String OF_KEY =
            " where tenant = :tenant and shop = :shop and list_id = :list and sku = :sku and from_qty = :quantity";

    private static final String SHOWN = """
            select list_id, sku, from_qty, price, special, sent, sent_special, unanswered, refused, refused_price,
              refused_special from shop_price where tenant = :tenant and shop = :shop""";

    private static final String OF = SHOWN + " and sku = :sku";

    private static final String SHOWS = """
            insert into shop_price as known (tenant, shop, list_id, sku, from_qty, price, special)
            values (:tenant, :shop, :listId, :sku, :fromQty, :price, :special)
            on conflict (tenant, shop, sku, list_id, from_qty) do update set
              sent = case when :lost and known.sent is null then known.price else known.sent end,
              sent_special = case when :lost and known.sent is null then known.special else known.sent_special end,
              price = excluded.price, special = excluded.special, unanswered = false
            where known.sent_at is null or known.sent_at < :sentAt""";

    private static final String TELLING = """
            update shop_price set sent = coalesce(sent, price),
              sent_special = case when sent is null then special else sent_special end, price = null, special = null,
              unanswered = true
            """ + OF_KEY;

    private static final String KEPT =
            "update shop_price set price = :price, special = :special, unanswered = false" + OF_KEY;

    private static final String SENT = """
            insert into shop_price (tenant, shop, list_id, sku, from_qty, price, special, sent, sent_special,
              sent_at)
            values (:tenant, :shop, :listId, :sku, :fromQty, :price, :special, :sent, :sentSpecial, :now)
            on conflict (tenant, shop, sku, list_id, from_qty) do update set price = excluded.price,
              special = excluded.special, sent = excluded.sent, sent_special = excluded.sent_special,
              sent_at = excluded.sent_at, unanswered = false, refused = null, refused_price = null,
                refused_special = null""";

    private static final String FREE_ALL = """
            update shop_price set refused = null, refused_price = null, refused_special = null
              where tenant = :tenant and shop = :shop and refused is not null""";

    private static final String FREE = """
            update shop_price set refused = null, refused_price = null, refused_special = null
              where tenant = :tenant and shop = :shop and list_id = :listId and sku = :sku and from_qty = :fromQty""";

    private static final String REFUSED = """
            insert into shop_price (tenant, shop, list_id, sku, from_qty, refused, refused_price, refused_special)
            values (:tenant, :shop, :listId, :sku, :fromQty, :refused, :refusedPrice, :refusedSpecial)
            on conflict (tenant, shop, sku, list_id, from_qty) do update set refused = excluded.refused,
              refused_price = excluded.refused_price, refused_special = excluded.refused_special""";

    private static final String GONE = """
            delete from shop_price where tenant = :tenant and shop = :shop and list_id = :listId and sku = :sku
              and from_qty = :fromQty""";

    private static final String FORGET = """
            update shop_price set price = null, special = null where tenant = :tenant and shop = :shop
              and sku = :sku""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    ShopPriceBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Everything that is known of the shop. */
    public Map<PriceKey, Shown> all(ShopRef shop) {
        return shown(jdbc.sql(SHOWN).params(Sql.named(shop)));
    }

    /** Everything that is known of one SKU. */
    public Map<PriceKey, Shown> of(ShopRef shop, String sku) {
        return shown(jdbc.sql(OF).params(Sql.named(shop)).param("sku", sku));
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
                rs.getBoolean("unanswered"),
                rs.getString("refused"),
                PriceValue.ofNullable(rs.getBigDecimal("refused_price"), rs.getBigDecimal("refused_special")));
    }

    /**
     * Stores what the shop was read to show. A value that was written after the reading began stays, because the
     * reading may be older.
     *
     * @param value null when it is unknown, or nothing is there
     */
    public void shows(ShopRef shop, PriceKey key, @Nullable PriceValue value, Instant began) {
        boolean lost = value == null || value.isZero();
        jdbc.sql(SHOWS)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .param("price", value == null ? null : value.price())
                .param("special", value == null ? null : value.special())
                .param("lost", lost)
                .param("sentAt", Sql.at(began))
                .update();
    }

    /**
     * Notes that the shop is about to be written to. Until the answer is stored nobody knows what it shows, whatever
     * happens to the call or to this process.
     */
    public void telling(ShopRef shop, PriceKey key) {
        ofKey(jdbc.sql(TELLING), shop, key).update();
    }

    /** The shop did not take what was written, and shows this as before. */
    public void kept(ShopRef shop, PriceKey key, @Nullable PriceValue value) {
        ofKey(jdbc.sql(KEPT), shop, key)
                .param("price", value == null ? null : value.price())
                .param("special", value == null ? null : value.special())
                .update();
    }

    private static StatementSpec ofKey(StatementSpec statement, ShopRef shop, PriceKey key) {
        return statement
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("list", key.listId())
                .param("sku", key.sku())
                .param("quantity", key.fromQty());
    }

    /** The shop has taken this value. */
    public void sent(ShopRef shop, PriceKey key, PriceValue value) {
        jdbc.sql(SENT)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .param("price", value.price())
                .param("special", value.special())
                .param("sent", value.price())
                .param("sentSpecial", value.special())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Forgets the shop's refusals, so that the values are tried again. */
    public void free(ShopRef shop) {
        jdbc.sql(FREE_ALL).params(Sql.named(shop)).update();
    }

    /** Forgets the shop's refusal of a value that is not wanted any more. */
    public void free(ShopRef shop, PriceKey key) {
        jdbc.sql(FREE)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .update();
    }

    /**
     * The shop refuses this value. It is not tried again until it changes, or the shop is compared.
     *
     * @param value null if the shop refuses to remove the price
     */
    public void refused(ShopRef shop, PriceKey key, @Nullable PriceValue value, String code) {
        jdbc.sql(REFUSED)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .param("refused", code)
                .param("refusedPrice", value == null ? null : value.price())
                .param("refusedSpecial", value == null ? null : value.special())
                .update();
    }

    /** The shop has no such price, because we removed it or because a reading shows so. */
    public void gone(ShopRef shop, PriceKey key) {
        jdbc.sql(GONE)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .update();
    }

    /** Forgets what the shop shows for this SKU. */
    public void forget(ShopRef shop, String sku) {
        jdbc.sql(FORGET).params(Sql.named(shop)).param("sku", sku).update();
    }
}
