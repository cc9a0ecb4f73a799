package se.brygga.activities.products.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;

/**
 * Lets the sync of a shop's products write what it may. Once the sync has begun in a direction, it writes everything
 * but what the last plan holds for a person. Until then it writes what the run of an initial sync has released.
 */
public final class ProductGateBook {

    private static final String LINE = """
            select from initial_line l join initial_sync i on i.tenant = l.tenant and i.shop = l.shop
              where l.tenant = :tenant and l.shop = :shop and i.direction = :direction""";

    private static final String HAS_BEGUN = """
            exists (select from product_begun b
              where b.tenant = :tenant and b.shop = :shop and b.direction = :direction)""";

    private static final String TOGETHER = "select w.sku, exists (" + LINE
            + " and l.sku = w.sku and l.held and not l.released) as held, " + HAS_BEGUN + " or exists (" + LINE
            + " and l.sku = w.sku and l.agreed) as agreed from unnest(:skus) as w (sku)";

    private final JdbcClient jdbc;

    public ProductGateBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The condition that a number may be written now. A line releases the other system's spelling of its number, too:
     * a variant whose number was accepted is written under its article's. The statement has the parameters {@code tenant}, {@code shop} and
     * {@code direction}.
     *
     * @param sku column with the number's key
     */
    public static String passes(String sku) {
        String ofNumber = LINE + " and l.sku = " + sku;
        String released = " and l.released and l.outcome is null) or ";
        return "(exists (" + ofNumber + released + "exists (" + LINE + " and l.other_sku = " + sku + released
                + HAS_BEGUN + " and not exists (" + ofNumber + " and l.held))";
    }

    /**
     * Those of one product's articles that are written together. While a person has to answer for one of them, that is
     * none. A product that is made without an article does not fit the answer. An article that no plan knows goes with
     * the others once the sync has begun.
     *
     * @param skus {@link se.brygga.workflows.Sku#key} of all articles of the product
     */
    public Set<String> together(ShopRef shop, Direction direction, Collection<String> skus) {
        Set<String> agreed = new HashSet<>();
        Set<String> held = new HashSet<>();
        jdbc.sql(TOGETHER)
                .params(Sql.named(shop))
                .param("direction", Sql.code(direction))
                .param("skus", skus.toArray(String[]::new))
                .query(rs -> {
                    if (rs.getBoolean("held")) {
                        held.add(rs.getString("sku"));
                    }
                    if (rs.getBoolean("agreed")) {
                        agreed.add(rs.getString("sku"));
                    }
                });
        return held.isEmpty() ? Set.copyOf(agreed) : Set.of();
    }
}
