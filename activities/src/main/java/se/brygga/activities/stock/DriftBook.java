package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/** What the last comparison of each shop's stock found. */
public final class DriftBook {

    /** A SKU that differs in the shop from what it should show, as the last comparison found. */
    public record Drift(
            String sku,
            Instant foundAt,
            @Nullable BigDecimal specter,
            BigDecimal unbooked,
            @Nullable BigDecimal sent,
            @Nullable BigDecimal wanted,
            @Nullable BigDecimal inShop,
            String likely) {}

    private static final String FORGET = "delete from stock_drift where tenant = :tenant and shop = :shop";

    private static final String REPORT = """
            insert into stock_drift (tenant, shop, sku, found_at, specter, unbooked, sent, wanted, in_shop, likely)
            values (:tenant, :shop, :sku, :foundAt, :specter, :unbooked, :sent, :wanted, :inShop, :likely)""";

    private static final String DRIFTS = """
            select sku, found_at, specter, unbooked, sent, wanted, in_shop, likely from stock_drift
            where tenant = :tenant and shop = :shop order by sku""";

    private final JdbcClient jdbc;

    DriftBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the shop's report. */
    public void report(ShopRef shop, List<Drift> drifts) {
        jdbc.sql(FORGET).params(Sql.named(shop)).update();
        drifts.forEach(drift -> jdbc.sql(REPORT)
                .params(Sql.named(shop))
                .param("sku", drift.sku())
                .param("foundAt", Sql.at(drift.foundAt()))
                .param("specter", drift.specter())
                .param("unbooked", drift.unbooked())
                .param("sent", drift.sent())
                .param("wanted", drift.wanted())
                .param("inShop", drift.inShop())
                .param("likely", drift.likely())
                .update());
    }

    /** The shop's last report, by SKU. */
    public List<Drift> drifts(ShopRef shop) {
        return jdbc.sql(DRIFTS)
                .params(Sql.named(shop))
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
