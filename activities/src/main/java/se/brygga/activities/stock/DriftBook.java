package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** What each shop's last comparison of its stock found. */
public final class DriftBook {

    /** A SKU whose shop differs from what it should show, as the last comparison found it. */
    public record Drift(
            String sku,
            Instant foundAt,
            @Nullable BigDecimal specter,
            BigDecimal unbooked,
            @Nullable BigDecimal sent,
            @Nullable BigDecimal wanted,
            @Nullable BigDecimal inShop,
            String likely) {}

    private final JdbcClient jdbc;

    public DriftBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the shop's report. */
    public void report(ShopRef shop, List<Drift> drifts) {
        jdbc.sql("delete from stock_drift where tenant = ? and shop = ?")
                .params(shop.tenant(), shop.shop())
                .update();
        drifts.forEach(drift -> jdbc.sql("""
                insert into stock_drift (tenant, shop, sku, found_at, specter, unbooked, sent, wanted, in_shop, likely)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(shop.tenant(), shop.shop(), drift.sku())
                .param(Sql.at(drift.foundAt()))
                .param(drift.specter())
                .param(drift.unbooked())
                .param(drift.sent())
                .param(drift.wanted())
                .param(drift.inShop())
                .param(drift.likely())
                .update());
    }

    /** The shop's last report, by SKU. */
    public List<Drift> drifts(ShopRef shop) {
        return jdbc.sql("select * from stock_drift where tenant = ? and shop = ? order by sku")
                .params(shop.tenant(), shop.shop())
                .query((rs, n) -> new Drift(
                        rs.getString("sku"),
                        rs.getTimestamp("found_at").toInstant(),
                        rs.getBigDecimal("specter"),
                        rs.getBigDecimal("unbooked"),
                        rs.getBigDecimal("sent"),
                        rs.getBigDecimal("wanted"),
                        rs.getBigDecimal("in_shop"),
                        rs.getString("likely")))
                .list();
    }
}
