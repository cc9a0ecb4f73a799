package se.brygga.activities.prices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.starweb.catalogue.PriceList;
import se.brygga.clients.starweb.catalogue.VariantRef;
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
     * @param unanswered whether the last write of it was begun and its answer never booked: nobody knows what the shop shows
     * @param refused the shop's code for {@code refusedValue}, or where that is null for taking the price away: no other try until
     *     the value changes, or the shop is compared
     */
    public record Shown(
            @Nullable PriceValue shows,
            @Nullable PriceValue sent,
            boolean unanswered,
            @Nullable String refused,
            @Nullable PriceValue refusedValue) {}

    /**
     * A list as it was when its prices were last read.
     *
     * @param active whether its prices were read while it was in use
     */
    public record ListState(@Nullable String name, boolean active) {}

    /** A variant that shows whether its lists still have their prices. */
    public record Sample(String sku, VariantRef ref) {}

    private static final List<String> REMADE = List.of("""
            update shop_price set list_id = :to, sent = coalesce(sent, price),
              sent_special = case when sent is null then special else sent_special end,
              price = null, special = null, sent_at = null, unanswered = false
            where tenant = :tenant and shop = :shop and list_id = :from""", """
            update price_held set list_id = :to where tenant = :tenant and shop = :shop and list_id = :from""", """
            delete from shop_price_list where tenant = :tenant and shop = :shop and list_id = :from""");

    /** Rows that were told before an activation read zero after it: the oldest longest. */
    private static final String SAMPLES = """
            with told as (
              select p.sku, v.product_id, v.variant_id,
                row_number() over (partition by p.list_id order by p.sent_at nulls first, p.sku) as oldest,
                row_number() over (partition by p.list_id order by md5(p.sku || :chance)) as drawn
              from shop_price p
              join shop_variant v on v.tenant = p.tenant and v.shop = p.shop and v.sku = p.sku
              where p.tenant = :tenant and p.shop = :shop and p.list_id = any(:lists) and p.from_qty = 1
                and p.price > 0 and v.product_id is not null)
            select distinct sku, product_id, variant_id, md5(sku || :chance) as place
            from told where oldest = 1 or drawn = 1 order by place limit :most""";

    private static final String OF_KEY =
            " where tenant = :tenant and shop = :shop and list_id = :list and sku = :sku and from_qty = :quantity";

    private static final String SHOWN = """
            select list_id, sku, from_qty, price, special, sent, sent_special, unanswered, refused, refused_price,
              refused_special from shop_price where tenant = :tenant and shop = :shop""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public ShopPriceBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The lists as they were when their prices were last read; a list that was never read is missing. */
    public Map<Long, ListState> lists(ShopRef shop) {
        Map<Long, ListState> lists = new HashMap<>();
        jdbc.sql("select list_id, name, active from shop_price_list where tenant = :tenant and shop = :shop")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .query((ResultSet rs) -> {
                    lists.put(rs.getLong("list_id"), new ListState(rs.getString("name"), rs.getBoolean("active")));
                });
        return lists;
    }

    /** What is known of the list's prices is not so any more: it counts as not in use until it is read. */
    public void unread(ShopRef shop, long listId) {
        jdbc.sql("""
                update shop_price_list set active = false
                  where tenant = :tenant and shop = :shop and list_id = :list""")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("list", listId)
                .update();
    }

    /**
     * The shop has made a list anew. Nothing is known of what the new one shows; what the old one was told, and what waits for a
     * person there, is the new one's. Needs a transaction.
     *
     * @param to id of a list that was never read
     */
    public void remade(ShopRef shop, long from, long to) {
        Sql.requireTransaction();
        for (String statement : REMADE) {
            jdbc.sql(statement)
                    .param("tenant", shop.tenant())
                    .param("shop", shop.shop())
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /**
     * Variants whose rows are not zero as far as we know: of each list the one that was told longest ago, and one by chance.
     *
     * @param chance another text draws others
     */
    public List<Sample> samples(ShopRef shop, Collection<Long> lists, String chance, int most) {
        return jdbc.sql(SAMPLES)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("lists", lists.toArray(Long[]::new))
                .param("chance", chance)
                .param("most", most)
                .query((rs, n) -> new Sample(
                        rs.getString("sku"), new VariantRef(rs.getLong("product_id"), rs.getLong("variant_id"))))
                .list();
    }

    /** Notes the list's state; that it is active only together with its prices as they were read after that. */
    public void list(ShopRef shop, PriceList list) {
        jdbc.sql("""
                insert into shop_price_list (tenant, shop, list_id, name, active, read_at)
                  values (:tenant, :shop, :listId, :name, :active, :now)
                on conflict (tenant, shop, list_id) do update set name = excluded.name, active = excluded.active,
                  read_at = excluded.read_at""")
                .params(Sql.named(shop))
                .param("listId", list.priceListId())
                .param("name", list.name())
                .param("active", list.active())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Everything that is known of the shop. */
    public Map<PriceKey, Shown> all(ShopRef shop) {
        return shown(jdbc.sql(SHOWN).params(Sql.named(shop)));
    }

    /** Everything that is known of one SKU. */
    public Map<PriceKey, Shown> of(ShopRef shop, String sku) {
        return shown(jdbc.sql(SHOWN + " and sku = :sku").params(Sql.named(shop)).param("sku", sku));
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
     * The shop was read to show this. What was written after the reading began stays: then the reading may be the older.
     *
     * @param value null when it is not known, or nothing is there
     */
    public void shows(ShopRef shop, PriceKey key, @Nullable PriceValue value, Instant began) {
        boolean lost = value == null || value.isZero();
        jdbc.sql("""
                insert into shop_price as known (tenant, shop, list_id, sku, from_qty, price, special)
                values (:tenant, :shop, :listId, :sku, :fromQty, :price, :special)
                on conflict (tenant, shop, sku, list_id, from_qty) do update set
                  sent = case when :lost and known.sent is null then known.price else known.sent end,
                  sent_special = case when :lost and known.sent is null then known.special else known.sent_special end,
                  price = excluded.price, special = excluded.special, unanswered = false
                where known.sent_at is null or known.sent_at < :sentAt""")
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
     * The shop is about to be told something else. Until its answer is booked nobody knows what it shows, whatever becomes of the call
     * or of this process.
     */
    public void telling(ShopRef shop, PriceKey key) {
        ofKey(jdbc.sql("""
                update shop_price set sent = coalesce(sent, price),
                  sent_special = case when sent is null then special else sent_special end, price = null, special = null,
                  unanswered = true
                """ + OF_KEY), shop, key).update();
    }

    /** The shop has not taken what it was told, and shows this as before. */
    public void kept(ShopRef shop, PriceKey key, @Nullable PriceValue value) {
        ofKey(
                        jdbc.sql("update shop_price set price = :price, special = :special, unanswered = false"
                                + OF_KEY),
                        shop,
                        key)
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

    /** The shop has taken this. */
    public void sent(ShopRef shop, PriceKey key, PriceValue value) {
        jdbc.sql("""
                insert into shop_price (tenant, shop, list_id, sku, from_qty, price, special, sent, sent_special,
                  sent_at)
                values (:tenant, :shop, :listId, :sku, :fromQty, :price, :special, :sent, :sentSpecial, :now)
                on conflict (tenant, shop, sku, list_id, from_qty) do update set price = excluded.price,
                  special = excluded.special, sent = excluded.sent, sent_special = excluded.sent_special,
                  sent_at = excluded.sent_at, unanswered = false, refused = null, refused_price = null,
                    refused_special = null""")
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

    /** What the shop has refused is tried again. */
    public void free(ShopRef shop) {
        jdbc.sql("""
                update shop_price set refused = null, refused_price = null, refused_special = null
                  where tenant = :tenant and shop = :shop and refused is not null""").params(Sql.named(shop)).update();
    }

    /** What the shop has refused there is wanted no more. */
    public void free(ShopRef shop, PriceKey key) {
        jdbc.sql("""
                update shop_price set refused = null, refused_price = null, refused_special = null
                  where tenant = :tenant and shop = :shop and list_id = :listId and sku = :sku and from_qty = :fromQty""")
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
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
                values (:tenant, :shop, :listId, :sku, :fromQty, :refused, :refusedPrice, :refusedSpecial)
                on conflict (tenant, shop, sku, list_id, from_qty) do update set refused = excluded.refused,
                  refused_price = excluded.refused_price, refused_special = excluded.refused_special""")
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .param("refused", code)
                .param("refusedPrice", value == null ? null : value.price())
                .param("refusedSpecial", value == null ? null : value.special())
                .update();
    }

    /** The shop has no such price, by our writing or by what it was read to have. */
    public void gone(ShopRef shop, PriceKey key) {
        jdbc.sql("""
                delete from shop_price where tenant = :tenant and shop = :shop and list_id = :listId and sku = :sku
                  and from_qty = :fromQty""")
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .update();
    }

    /** What the shop shows of this SKU is unknown. */
    public void forget(ShopRef shop, String sku) {
        jdbc.sql("""
                update shop_price set price = null, special = null where tenant = :tenant and shop = :shop
                  and sku = :sku""").params(Sql.named(shop)).param("sku", sku).update();
    }
}
