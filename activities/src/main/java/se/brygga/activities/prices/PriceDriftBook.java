package se.brygga.activities.prices;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** What the last comparison of each shop's prices found. */
public final class PriceDriftBook {

    /**
     * A price in the shop that differs from what it should be.
     *
     * @param listName Starweb's; null when the shop did not tell it
     * @param specter what the price should be; null when Specter has removed it
     * @param sent the price that was last written; null for none
     * @param inShop the price in the shop; null for none
     * @param likely code of the most frequent reason for such a difference
     */
    public record Drift(
            ShopPriceBook.PriceKey key,
            @Nullable String listName,
            Instant foundAt,
            @Nullable PriceValue specter,
            @Nullable PriceValue sent,
            @Nullable PriceValue inShop,
            String likely) {}

    private static final String FORGET = "delete from price_drift where tenant = :tenant and shop = :shop";

    private static final String REPORT = """
            insert into price_drift (tenant, shop, list_id, sku, from_qty, found_at, specter, specter_special,
              sent, sent_special, in_shop, in_shop_special, likely)
                values (:tenant, :shop, :listId, :sku, :fromQty, :foundAt, :specter, :specterSpecial, :sent,
                :sentSpecial, :inShop, :inShopSpecial, :likely)""";

    private static final String DRIFTS = """
            select d.list_id, d.sku, d.from_qty, d.found_at, d.specter, d.specter_special, d.sent, d.sent_special,
              d.in_shop, d.in_shop_special, d.likely, l.name from price_drift d left join shop_price_list l
              on l.tenant = d.tenant and l.shop = d.shop and l.list_id = d.list_id
            where d.tenant = :tenant and d.shop = :shop order by d.sku, d.list_id, d.from_qty""";

    private final JdbcClient jdbc;

    PriceDriftBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the shop's report. Joins a surrounding transaction. */
    public void report(ShopRef shop, List<Drift> drifts) {
        jdbc.sql(FORGET).params(Sql.named(shop)).update();
        drifts.forEach(drift -> jdbc.sql(REPORT)
                .params(Sql.named(shop))
                .param("listId", drift.key().listId())
                .param("sku", drift.key().sku())
                .param("fromQty", drift.key().fromQty())
                .param("foundAt", Sql.at(drift.foundAt()))
                .param("specter", price(drift.specter()))
                .param("specterSpecial", special(drift.specter()))
                .param("sent", price(drift.sent()))
                .param("sentSpecial", special(drift.sent()))
                .param("inShop", price(drift.inShop()))
                .param("inShopSpecial", special(drift.inShop()))
                .param("likely", drift.likely())
                .update());
    }

    private static @Nullable BigDecimal price(@Nullable PriceValue value) {
        return value == null ? null : value.price();
    }

    private static @Nullable BigDecimal special(@Nullable PriceValue value) {
        return value == null ? null : value.special();
    }

    /** The shop's last report, by SKU, list and quantity. */
    public List<Drift> drifts(ShopRef shop) {
        return jdbc.sql(DRIFTS)
                .params(Sql.named(shop))
                .query(PriceDriftBook::read)
                .list();
    }

    private static Drift read(ResultSet rs, int row) throws SQLException {
        return new Drift(
                ShopPriceBook.key(rs),
                rs.getString("name"),
                rs.getTimestamp("found_at").toInstant(),
                PriceValue.ofNullable(rs.getBigDecimal("specter"), rs.getBigDecimal("specter_special")),
                PriceValue.ofNullable(rs.getBigDecimal("sent"), rs.getBigDecimal("sent_special")),
                PriceValue.ofNullable(rs.getBigDecimal("in_shop"), rs.getBigDecimal("in_shop_special")),
                rs.getString("likely"));
    }
}
