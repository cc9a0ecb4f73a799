package se.brygga.activities.prices;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.workflows.Sku;

/** The articles' own prices, as Specter has told them. Reads only: {@link PriceBook} stores them. */
public final class OwnPriceBook {

    private static final String OWN = """
            select article_no, price from specter_price
            where tenant = :tenant and list = :base and from_qty = 1 and article_no = any(:skus) and price is not null
              and ordinary_price is null and not gone""";

    private final JdbcClient jdbc;

    public OwnPriceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The articles' own prices by {@link Sku#key}, without articles that are on sale. */
    public Map<String, BigDecimal> of(String tenant, Collection<String> skus) {
        Map<String, BigDecimal> own = new HashMap<>();
        jdbc.sql(OWN)
                .param("tenant", tenant)
                .param("base", PriceBook.BASE)
                .param("skus", skus.toArray(String[]::new))
                .query((ResultSet rs) -> {
                    own.put(rs.getString("article_no"), rs.getBigDecimal("price"));
                });
        return own;
    }
}
