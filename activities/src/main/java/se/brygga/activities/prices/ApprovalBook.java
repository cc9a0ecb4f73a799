package se.brygga.activities.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/**
 * Price changes that wait for a person, and the decisions about them. Also which shops are dirty: a push must look at
 * them although the journal tells nothing new. Methods join a surrounding transaction and are idempotent.
 */
public final class ApprovalBook {

    /** Why a change waits. Constants are stored. They may be added, never renamed. */
    public enum Ground {
        ABOVE_LIMIT,
        TO_ZERO;

        public String code() {
            return Sql.code(this);
        }

        static Ground ofCode(String code) {
            return Sql.constant(Ground.class, code);
        }
    }

    /** A person's decision about a change. Constants are stored. */
    public enum Decision {
        APPROVED,
        REJECTED;

        public String code() {
            return Sql.code(this);
        }
    }

    /**
     * One change.
     *
     * @param listName Starweb's; null when the shop did not tell it
     * @param before the price that the shop shows; null for none
     * @param after the price that it should show; null when the row is to be removed
     * @param decision about exactly this value; null while the change waits
     */
    public record Request(
            ShopRef shop,
            ShopPriceBook.PriceKey key,
            @Nullable String listName,
            @Nullable PriceValue before,
            @Nullable PriceValue after,
            Ground reason,
            Instant since,
            @Nullable Decision decision) {

        /**
         * Change of the price, or of what a shopper pays, whichever is larger, in percent with one decimal. Null when
         * there is nothing to compare.
         */
        public @Nullable BigDecimal changePercent() {
            if (before == null || after == null || before.isZero()) {
                return null;
            }
            BigDecimal price = percent(before.price(), after.price());
            BigDecimal paid = percent(before.paid(), after.paid());
            return price.abs().compareTo(paid.abs()) > 0 ? price : paid;
        }

        private static BigDecimal percent(BigDecimal before, BigDecimal after) {
            return after.subtract(before).multiply(BigDecimal.valueOf(100)).divide(before, 1, RoundingMode.HALF_UP);
        }
    }

    private static final String SELECT = """
            select a.tenant, a.shop, a.list_id, a.sku, a.from_qty, a.before_price, a.before_special, a.after_price,
              a.after_special, a.reason, a.since, a.decision, l.name from price_approval a left join shop_price_list l
              on l.tenant = a.tenant and l.shop = a.shop and l.list_id = a.list_id""";

    private static final String ASK = """
            insert into price_approval as known (tenant, shop, list_id, sku, from_qty, before_price, before_special,
              after_price, after_special, reason, since) values (:tenant, :shop, :listId, :sku, :fromQty,
                :beforePrice, :beforeSpecial, :afterPrice, :afterSpecial, :reason, :now)
            on conflict (tenant, shop, sku, list_id, from_qty) do update set before_price = excluded.before_price,
              before_special = excluded.before_special, reason = excluded.reason,
              (after_price, after_special, since, decision, decided_by, decided_at) = (select
                excluded.after_price, excluded.after_special,
                case when same then known.since else excluded.since end, case when same then known.decision end,
                case when same then known.decided_by end, case when same then known.decided_at end
                from (select (known.after_price, known.after_special)
                  is not distinct from (excluded.after_price, excluded.after_special) as same) s)""";

    private static final String FORGET = """
            delete from price_approval where tenant = :tenant and shop = :shop and list_id = :listId and sku = :sku
              and from_qty = :fromQty""";

    private static final String OF_SHOP = SELECT + " where a.tenant = :tenant and a.shop = :shop";

    private static final String OF_ARTICLE = SELECT + " where a.tenant = :tenant and a.shop = :shop and a.sku = :sku";

    private static final String WAITING = SELECT + """
             where a.decision is null and (:tenant::text is null or a.tenant = :tenant)
            order by a.tenant, a.shop, a.sku, a.list_id, a.from_qty""";

    private static final String COUNT_WAITING = """
            select count(*) from price_approval where tenant = :tenant and shop = :shop and decision is null""";

    private static final String DECIDE = """
            update price_approval set decision = :decision, decided_by = :decidedBy, decided_at = :now
            where tenant = :tenant and shop = :shop and list_id = :listId and sku = :sku and from_qty = :fromQty
              and decision is null
              and (after_price, after_special) is not distinct from (:price::numeric, :special::numeric)""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    ApprovalBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Asks a person about the change, which waits from now on. While {@code after} stays the same, a decision and the
     * age of the question stay too.
     */
    public void ask(
            ShopRef shop,
            ShopPriceBook.PriceKey key,
            @Nullable PriceValue before,
            @Nullable PriceValue after,
            Ground reason) {
        jdbc.sql(ASK)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .param("beforePrice", before == null ? null : before.price())
                .param("beforeSpecial", before == null ? null : before.special())
                .param("afterPrice", after == null ? null : after.price())
                .param("afterSpecial", after == null ? null : after.special())
                .param("reason", reason.code())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** The change waits no more: it was written, or there is no change any more. */
    public void forget(ShopRef shop, ShopPriceBook.PriceKey key) {
        jdbc.sql(FORGET)
                .params(Sql.named(shop))
                .param("listId", key.listId())
                .param("sku", key.sku())
                .param("fromQty", key.fromQty())
                .update();
    }

    /** All changes of the shop, decided or not. */
    public Map<ShopPriceBook.PriceKey, Request> of(ShopRef shop) {
        Map<ShopPriceBook.PriceKey, Request> all = new HashMap<>();
        jdbc.sql(OF_SHOP)
                .params(Sql.named(shop))
                .query(ApprovalBook::read)
                .list()
                .forEach(request -> all.put(request.key(), request));
        return all;
    }

    /** All changes of one SKU of the shop, decided or not. */
    public Map<ShopPriceBook.PriceKey, Request> of(ShopRef shop, String sku) {
        Map<ShopPriceBook.PriceKey, Request> all = new HashMap<>();
        jdbc.sql(OF_ARTICLE)
                .params(Sql.named(shop))
                .param("sku", sku)
                .query(ApprovalBook::read)
                .list()
                .forEach(request -> all.put(request.key(), request));
        return all;
    }

    /** Changes that wait for a person, of one tenant or all. */
    public List<Request> waiting(@Nullable String tenant) {
        return jdbc.sql(WAITING)
                .param("tenant", tenant)
                .query(ApprovalBook::read)
                .list();
    }

    /** How many changes of the shop wait for a person. */
    public int waiting(ShopRef shop) {
        return jdbc.sql(COUNT_WAITING)
                .params(Sql.named(shop))
                .query(Integer.class)
                .single();
    }

    /**
     * A person decides about a change as it was shown to them.
     *
     * @return false when the change waits no more, or has another value; nothing was decided then
     */
    public boolean decide(Request request, Decision decision, String by) {
        ShopPriceBook.PriceKey key = request.key();
        PriceValue after = request.after();
        return jdbc.sql(DECIDE)
                        .params(Sql.named(request.shop()))
                        .param("decision", decision.code())
                        .param("decidedBy", by)
                        .param("now", Sql.at(time.instant()))
                        .param("listId", key.listId())
                        .param("sku", key.sku())
                        .param("fromQty", key.fromQty())
                        .param("price", after == null ? null : after.price())
                        .param("special", after == null ? null : after.special())
                        .update()
                == 1;
    }

    private static Request read(ResultSet rs, int row) throws SQLException {
        String decision = rs.getString("decision");
        return new Request(
                new ShopRef(rs.getString("tenant"), rs.getString("shop")),
                ShopPriceBook.key(rs),
                rs.getString("name"),
                PriceValue.ofNullable(rs.getBigDecimal("before_price"), rs.getBigDecimal("before_special")),
                PriceValue.ofNullable(rs.getBigDecimal("after_price"), rs.getBigDecimal("after_special")),
                Ground.ofCode(rs.getString("reason")),
                rs.getTimestamp("since").toInstant(),
                decision == null ? null : Sql.constant(Decision.class, decision));
    }
}
