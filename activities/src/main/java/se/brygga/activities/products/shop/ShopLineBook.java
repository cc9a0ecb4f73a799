package se.brygga.activities.products.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.gate.ProductGate;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** Where each article stands that goes to a shop: every article has exactly one line. */
public final class ShopLineBook {

    private static final String OF_SHOP = " where tenant = :tenant and shop = :shop";

    /** Where an article stands. */
    public enum State {
        /** Something of the article or its product is still to be written. */
        PENDING,
        /** Nothing is written until a person has mended something. */
        WAITING,
        SETTLED
    }

    /**
     * An article and where it stands.
     *
     * @param productId null while the shop has no such product
     * @param variantId null while the shop has no such variant
     * @param cause why the article waits; null when it does not
     */
    public record Line(
            String articleNo,
            @Nullable Long productId,
            @Nullable Long variantId,
            State state,
            @Nullable Cause cause,
            Detail detail,
            Instant since) {}

    private static final String STANDS = """
            insert into shop_article as known (tenant, shop, sku, spelled, asked, active, sent, state, cause, detail,
              since)
            values (:tenant, :shop, :sku, :spelled, false, true, :nothing, :state, :cause, :detail, :now)
            on conflict (tenant, shop, sku) do update set state = excluded.state, cause = excluded.cause,
              detail = excluded.detail, since = case when known.state = excluded.state
                and known.cause is not distinct from excluded.cause then known.since else excluded.since end""";

    private static final String LIST = """
            select spelled, product_id, variant_id, state, cause, detail, since from shop_article
            where tenant = :tenant and shop = :shop and (cast(:state as text) is null or state = :state)
            order by since, sku limit :limit""";

    private static final String PENDING = "select sku from shop_article a" + OF_SHOP
            + " and state = :state and since < :before and " + ProductGate.passes("a.sku")
            + " order by since, sku limit :limit";

    private static final String COUNT = "select count(*) from shop_article" + OF_SHOP + " and state = :state";

    private final JdbcClient jdbc;
    private final InstantSource time;

    public ShopLineBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** Articles of a shop, those first that stand there longest. Null for every state. */
    public List<Line> list(ShopRef shop, @Nullable State state, int limit) {
        return jdbc.sql(LIST)
                .params(Sql.named(shop))
                .param("state", state == null ? null : Sql.code(state))
                .param("limit", limit)
                .query((rs, n) -> line(rs))
                .list();
    }

    private static Line line(ResultSet rs) throws SQLException {
        String cause = rs.getString("cause");
        return new Line(
                rs.getString("spelled"),
                rs.getObject("product_id", Long.class),
                rs.getObject("variant_id", Long.class),
                Sql.constant(State.class, rs.getString("state")),
                cause == null ? null : Cause.ofCode(cause),
                new Detail(rs.getString("detail")),
                rs.getTimestamp("since").toInstant());
    }

    /** How many articles stand so. */
    public int count(ShopRef shop, State state) {
        return jdbc.sql(COUNT)
                .params(Sql.named(shop))
                .param("state", Sql.code(state))
                .query(Integer.class)
                .single();
    }

    /** Articles that may be written and are not finished since before this time, those first that stand there longest. */
    List<String> pending(ShopRef shop, Instant before, int limit) {
        return jdbc.sql(PENDING)
                .params(Sql.named(shop))
                .param("state", Sql.code(State.PENDING))
                .param("direction", Sql.code(Direction.TO_SHOP))
                .param("before", Sql.at(before))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Stores where an article stands. */
    void stands(ShopRef shop, Article article, State state, Fitted.@Nullable Waits waits) {
        jdbc.sql(STANDS)
                .params(Sql.named(shop))
                .param("sku", article.sku())
                .param("spelled", article.articleNo())
                .param("nothing", "{}")
                .param("now", Sql.at(time.instant()))
                .param("state", Sql.code(state))
                .param("cause", waits == null ? null : waits.cause().code())
                .param("detail", waits == null ? "" : waits.detail().stored())
                .update();
    }
}
