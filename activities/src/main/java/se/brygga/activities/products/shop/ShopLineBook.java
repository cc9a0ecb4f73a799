package se.brygga.activities.products.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.gate.ProductGateBook;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where each article stands that goes to a shop: every article has exactly one line. */
public final class ShopLineBook {

    private static final TypeReference<TreeMap<ProductField, String>> VALUES = new TypeReference<>() {};

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
     * @param name as Specter told it last; null when it has told none
     * @param productId null while the shop has no such product
     * @param variantId null while the shop has no such variant
     * @param cause why the article waits; null when it does not
     */
    public record Line(
            String articleNo,
            @Nullable String name,
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

    private static final String LINES = """
            select a.spelled, m.name, a.product_id, a.variant_id, a.state, a.cause, a.detail, a.since, a.sent,
              p.sent as sent_of_product
            from shop_article a
            left join article_master m on m.tenant = a.tenant and m.sku = a.sku
            left join shop_product p on p.tenant = a.tenant and p.shop = a.shop and p.product_id = a.product_id
            where a.tenant = :tenant and a.shop = :shop""";

    private static final String LIST =
            LINES + " and (cast(:state as text) is null or a.state = :state) order by a.since, a.sku limit :limit";

    private static final String ONE = LINES + " and a.sku = :sku";

    private static final String WAITING = "select sku from shop_article" + OF_SHOP + " and state = :state"
            + " and (cast(:skus as text[]) is null or sku = any(:skus)) order by sku";

    private static final String PENDING = "select sku from shop_article a" + OF_SHOP
            + " and state = :state and since < :before and " + ProductGateBook.passes("a.sku")
            + " order by since, sku limit :limit";

    private static final String FIND = LINES + " and a.sku = any(:skus)";

    private static final String MATCHED =
            "update shop_article set state = :settled, cause = null, detail = '', since = :now" + OF_SHOP
                    + " and sku = any(:skus) and state <> :settled";

    private static final String COUNT = "select count(*) from shop_article" + OF_SHOP + " and state = :state";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final JsonMapper json = JsonMapper.builder().build();

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

    /**
     * An article that was looked at, with what was written.
     *
     * @param sent to the variant and its product, by field
     */
    public record Told(Line line, Map<ProductField, String> sent) {

        public Told {
            sent = Map.copyOf(sent);
        }
    }

    /** Where an article stands; empty while nobody has looked at it. */
    public Optional<Told> find(ShopRef shop, String articleNo) {
        return jdbc.sql(ONE)
                .params(Sql.named(shop))
                .param("sku", Sku.key(articleNo))
                .query((rs, n) -> {
                    Map<ProductField, String> sent = new TreeMap<>();
                    for (String column : List.of("sent_of_product", "sent")) {
                        String values = rs.getString(column);
                        if (values != null) {
                            sent.putAll(json.readValue(values, VALUES));
                        }
                    }
                    return new Told(line(rs), sent);
                })
                .optional();
    }

    /**
     * Keys of articles that wait for a person.
     *
     * @param skus null for all that wait
     */
    public List<String> waiting(ShopRef shop, @Nullable Collection<String> skus) {
        return jdbc.sql(WAITING)
                .params(Sql.named(shop))
                .param("state", Sql.code(State.WAITING))
                .param("skus", skus == null ? null : skus.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static Line line(ResultSet rs) throws SQLException {
        String cause = rs.getString("cause");
        return new Line(
                rs.getString("spelled"),
                rs.getString("name"),
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

    /** Where articles stand, by key. */
    public Map<String, Line> find(ShopRef shop, Collection<String> skus) {
        return jdbc
                .sql(FIND)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .query((rs, n) -> line(rs))
                .list()
                .stream()
                .collect(Collectors.toMap(line -> Sku.key(line.articleNo()), Function.identity()));
    }

    /** Notes that the shop has these articles as they should be, so that nothing needs to be written. */
    public void matched(ShopRef shop, Collection<String> skus) {
        jdbc.sql(MATCHED)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .param("settled", Sql.code(State.SETTLED))
                .param("now", Sql.at(time.instant()))
                .update();
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
