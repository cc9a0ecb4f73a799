package se.brygga.activities.prices;

import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.workflows.ShopRef;

/** Each shop's price lists as they were when their prices were last read. */
public final class PriceListBook {

    /**
     * A list as it was when its prices were last read.
     *
     * @param active whether its prices were read while it was in use
     */
    public record ListState(@Nullable String name, boolean active) {}

    /** A variant whose prices show whether its lists still have theirs. */
    public record Sample(String sku, VariantRef ref) {}

    private static final List<String> REMADE = List.of("""
            update shop_price set list_id = :to, sent = coalesce(sent, price),
              sent_special = case when sent is null then special else sent_special end,
              price = null, special = null, sent_at = null, unanswered = false
            where tenant = :tenant and shop = :shop and list_id = :from""", """
            update price_approval set list_id = :to where tenant = :tenant and shop = :shop and list_id = :from""", """
            delete from shop_price_list where tenant = :tenant and shop = :shop and list_id = :from""");

    /** Rows that were written before an activation read zero after it. Those written longest ago come first. */
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

    private static final String LISTS = """
            select list_id, name, active from shop_price_list where tenant = :tenant and shop = :shop""";

    private static final String UNREAD = """
            update shop_price_list set active = false
              where tenant = :tenant and shop = :shop and list_id = :list""";

    private static final String LIST = """
            insert into shop_price_list (tenant, shop, list_id, name, active, read_at)
              values (:tenant, :shop, :listId, :name, :active, :now)
            on conflict (tenant, shop, list_id) do update set name = excluded.name, active = excluded.active,
              read_at = excluded.read_at""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    PriceListBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The lists as they were when their prices were last read. A list that was never read is missing. */
    public Map<Long, ListState> lists(ShopRef shop) {
        Map<Long, ListState> lists = new HashMap<>();
        jdbc.sql(LISTS)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .query((ResultSet rs) -> {
                    lists.put(rs.getLong("list_id"), new ListState(rs.getString("name"), rs.getBoolean("active")));
                });
        return lists;
    }

    /** Notes that the list's prices are unknown. It counts as not in use until it is read. */
    public void unread(ShopRef shop, long listId) {
        jdbc.sql(UNREAD)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("list", listId)
                .update();
    }

    /**
     * The shop has made a list anew. What the new one shows is unknown. It inherits what was written to the old one,
     * and what waits for a person there. Needs a transaction.
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
     * Variants whose rows are not zero as far as we know. For each list these are the one that was written longest ago,
     * and one at random.
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

    /**
     * Stores the list's state. Call this for an active list only together with its prices, which were read after that.
     */
    public void list(ShopRef shop, PriceList list) {
        jdbc.sql(LIST)
                .params(Sql.named(shop))
                .param("listId", list.priceListId())
                .param("name", list.name())
                .param("active", list.active())
                .param("now", Sql.at(time.instant()))
                .update();
    }
}
