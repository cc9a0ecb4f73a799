package se.brygga.activities.products.specter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.gate.ProductGateBook;
import se.brygga.activities.products.specter.ProductRow.Kind;
import se.brygga.activities.products.specter.ProductRow.Seen;
import se.brygga.activities.products.specter.ProductRow.Sent;
import se.brygga.activities.products.specter.ProductRow.Standing;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.activities.products.specter.ProductRow.Traits;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The variants of shops whose products go to Specter: as they were read, and as they were written. */
public final class ProductBook {

    /** How many variants of a shop stand where. */
    public record Count(State state, boolean gone, int number) {}

    private static final TypeReference<TreeMap<ProductField, String>> VALUES = new TypeReference<>() {};

    private static final String COLUMNS = """
            sku, spelled, product_id, variant_id, twin_product_id, twin_variant_id, seen, kind, name_cut, gone, sent,
            sent_at, state, cause, detail, since""";

    private static final String OF_SHOP = "select " + COLUMNS + " from product where tenant = :tenant and shop = :shop";

    private static final String BY_SKU = OF_SHOP + " and sku = any(:skus)";

    private static final String BY_PRODUCT = OF_SHOP + " and product_id = any(:products) and not gone";

    private static final String THERE = OF_SHOP + " and not gone";

    /** A variant that is to get its article's number is written under that number. */
    private static final String PENDING =
            OF_SHOP + """
             and state = :state and not exists (select from number_answer n where n.tenant = :tenant and n.shop = :shop
            and n.shop_sku = product.sku and n.same) and\s""" + ProductGateBook.passes("product.sku") + " order by sku limit :limit";

    private static final String LISTED = OF_SHOP + """
             and (cast(:state as text) is null or state = :state) and (not :gone or gone)
            order by since, sku limit :limit""";

    private static final String COUNTS = """
            select state, gone, count(*) as number from product where tenant = :tenant and shop = :shop
            group by state, gone order by state, gone""";

    private static final String IN_OTHER_SHOPS = """
            select sku, shop from product where tenant = :tenant and shop <> :shop and sku = any(:skus) and not gone""";

    private static final String PUT = """
            insert into product as known (tenant, shop, sku, spelled, product_id, variant_id, twin_product_id,
              twin_variant_id, seen, kind, name_cut, gone, state, cause, detail, since)
            values (:tenant, :shop, :sku, :spelled, :product, :variant, :twinProduct, :twinVariant, :seen, :kind,
              :nameCut, :gone, :state, :cause, :detail, :now)
            on conflict (tenant, shop, sku) do update set spelled = excluded.spelled, product_id = excluded.product_id,
              variant_id = excluded.variant_id, twin_product_id = excluded.twin_product_id,
              twin_variant_id = excluded.twin_variant_id, seen = excluded.seen, kind = excluded.kind,
              name_cut = excluded.name_cut, gone = excluded.gone, state = excluded.state, cause = excluded.cause,
              detail = excluded.detail, since = case when known.state = excluded.state
                and known.cause is not distinct from excluded.cause then known.since else excluded.since end""";

    private static final String STANDS = """
            update product set state = :state, cause = :cause, detail = :detail, since = :now
            where tenant = :tenant and shop = :shop and sku = :sku""";

    private static final String RETRY = """
            update product set state = :pending, cause = null, detail = '', since = :now
            where tenant = :tenant and shop = :shop and state = :waiting
              and (cast(:skus as text[]) is null or sku = any(:skus)) returning product_id""";

    private static final String WRITTEN = """
            update product set sent = :sent, sent_at = :now, state = :state, cause = null, detail = '', since = :now
            where tenant = :tenant and shop = :shop and sku = :sku""";

    private static final String MATCHED = """
            update product set sent = seen, sent_at = :now, state = :settled, cause = null, detail = '', since = :now
            where tenant = :tenant and shop = :shop and sku = any(:skus) and state = :pending""";

    private final JdbcClient jdbc;
    private final java.time.InstantSource time;
    private final JsonMapper json = JsonMapper.builder().build();

    public ProductBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** What is known of these variants, by key. */
    public Map<String, ProductRow> find(ShopRef shop, Collection<String> skus) {
        return jdbc
                .sql(BY_SKU)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.toMap(ProductRow::sku, row -> row));
    }

    /** What is known of a SKU in this shop. */
    public Optional<ProductRow> find(ShopRef shop, String sku) {
        return Optional.ofNullable(find(shop, List.of(Sku.key(sku))).get(Sku.key(sku)));
    }

    /** The variants of these products and their main articles, without those that are gone. */
    List<ProductRow> ofProducts(ShopRef shop, Collection<Long> productIds) {
        return jdbc.sql(BY_PRODUCT)
                .params(Sql.named(shop))
                .param("products", productIds.toArray(Long[]::new))
                .query(this::read)
                .list();
    }

    /** All variants of the shop, without those that are gone. */
    public List<ProductRow> there(ShopRef shop) {
        return jdbc.sql(THERE).params(Sql.named(shop)).query(this::read).list();
    }

    /** Some variants whose articles are to be written. */
    List<ProductRow> pending(ShopRef shop, int limit) {
        return jdbc.sql(PENDING)
                .params(Sql.named(shop))
                .param("direction", Sql.code(Direction.TO_SPECTER))
                .param("state", Sql.code(State.PENDING))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /**
     * Variants, those first that stand there longest.
     *
     * @param state null for all
     * @param gone whether only those are listed that the shop does not have any more
     */
    public List<ProductRow> list(ShopRef shop, @Nullable State state, boolean gone, int limit) {
        return jdbc.sql(LISTED)
                .params(Sql.named(shop))
                .param("state", state == null ? null : Sql.code(state))
                .param("gone", gone)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** How many variants of the shop stand where. */
    public List<Count> counts(ShopRef shop) {
        return jdbc.sql(COUNTS)
                .params(Sql.named(shop))
                .query((rs, n) -> new Count(
                        Sql.constant(State.class, rs.getString("state")), rs.getBoolean("gone"), rs.getInt("number")))
                .list();
    }

    /** The other shops of the tenant that have these SKUs now, by key. */
    Map<String, Set<String>> inOtherShops(ShopRef shop, Collection<String> skus) {
        Map<String, Set<String>> shops = new HashMap<>();
        jdbc.sql(IN_OTHER_SHOPS)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .query((ResultSet rs) -> {
                    shops.merge(rs.getString("sku"), Set.of(rs.getString("shop")), ProductBook::union);
                });
        return shops;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Notes that these variants' articles have their values already, so that nothing needs to be written. */
    public void matched(ShopRef shop, Collection<String> skus) {
        jdbc.sql(MATCHED)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .param("settled", Sql.code(State.SETTLED))
                .param("pending", Sql.code(State.PENDING))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Stores what the shop has, and where the variant stands by that. What was written stays. */
    void put(ShopRef shop, String sku, Seen seen, Standing standing) {
        VariantRef twin = seen.twin();
        jdbc.sql(PUT)
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("spelled", seen.spelled())
                .param("product", seen.ref().productId())
                .param("variant", seen.ref().variantId())
                .param("twinProduct", twin == null ? null : twin.productId())
                .param("twinVariant", twin == null ? null : twin.variantId())
                .param("seen", json.writeValueAsString(new TreeMap<>(seen.values())))
                .param("kind", Sql.code(seen.traits().kind()))
                .param("nameCut", seen.traits().nameCut())
                .param("gone", seen.traits().gone())
                .param("state", Sql.code(standing.state()))
                .param(
                        "cause",
                        standing.cause() == null ? null : standing.cause().code())
                .param("detail", standing.detail().stored())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Stores where a variant stands. */
    void stands(ShopRef shop, String sku, State state, @Nullable Cause cause, Detail detail) {
        jdbc.sql(STANDS)
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("state", Sql.code(state))
                .param("cause", cause == null ? null : cause.code())
                .param("detail", detail.stored())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /**
     * Variants that wait are to be written once more.
     *
     * @param skus null for all that wait
     * @return the products of those that waited, one for each variant
     */
    public List<Long> retry(ShopRef shop, @Nullable Collection<String> skus) {
        return jdbc.sql(RETRY)
                .params(Sql.named(shop))
                .param("skus", skus == null ? null : skus.toArray(String[]::new))
                .param("waiting", Sql.code(State.WAITING))
                .param("pending", Sql.code(State.PENDING))
                .param("now", Sql.at(time.instant()))
                .query(Long.class)
                .list();
    }

    /** Stores that the article has these values now. */
    void written(ShopRef shop, String sku, Map<ProductField, String> values) {
        jdbc.sql(WRITTEN)
                .params(Sql.named(shop))
                .param("sku", sku)
                .param("sent", json.writeValueAsString(new TreeMap<>(values)))
                .param("state", Sql.code(State.SETTLED))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    private ProductRow read(ResultSet rs, int row) throws SQLException {
        Seen seen = new Seen(
                rs.getString("spelled"),
                new VariantRef(rs.getLong("product_id"), rs.getLong("variant_id")),
                json.readValue(rs.getString("seen"), VALUES),
                new Traits(
                        Sql.constant(Kind.class, rs.getString("kind")),
                        rs.getBoolean("name_cut"),
                        rs.getBoolean("gone")),
                twin(rs));
        String cause = rs.getString("cause");
        Standing standing = new Standing(
                Sql.constant(State.class, rs.getString("state")),
                cause == null ? null : Cause.ofCode(cause),
                new Detail(rs.getString("detail")),
                rs.getTimestamp("since").toInstant());
        return new ProductRow(rs.getString("sku"), seen, sent(rs), standing);
    }

    private static @Nullable VariantRef twin(ResultSet rs) throws SQLException {
        Long product = rs.getObject("twin_product_id", Long.class);
        return product == null ? null : new VariantRef(product, rs.getLong("twin_variant_id"));
    }

    private @Nullable Sent sent(ResultSet rs) throws SQLException {
        String sent = rs.getString("sent");
        Instant at = Sql.instant(rs, "sent_at");
        return sent == null || at == null ? null : new Sent(json.readValue(sent, VALUES), at);
    }
}
