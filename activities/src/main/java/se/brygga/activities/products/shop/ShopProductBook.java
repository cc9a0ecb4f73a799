package se.brygga.activities.products.shop;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.activities.products.shop.ShopProductBook.Known.Variant;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What Specter's articles have become in each shop: which product and variant, and the values as written. */
final class ShopProductBook {

    /**
     * What the books know of a product in the shop.
     *
     * @param productId null when the shop has no such product as far as anybody knows
     * @param sent values as last written, or as first read
     * @param variants those of its variants that articles have become
     */
    record Known(@Nullable Long productId, Stage stage, Map<ProductField, String> sent, List<Variant> variants) {

        /** How far a product has come. */
        enum Stage {
            /** We have created the product, and it gets what it gets once. */
            FILLING,
            /** The product has all that it gets once, or the shop had it before. */
            SETTLED
        }

        static final Known NOTHING = new Known(null, Stage.SETTLED, Map.of(), List.of());

        Known {
            sent = Map.copyOf(sent);
            variants = List.copyOf(variants);
        }

        /**
         * A variant that an article has become, or is about to.
         *
         * @param sku key of the SKU
         * @param variantId null when a creation was begun, and nobody knows whether the shop has the variant
         */
        record Variant(String sku, @Nullable Long variantId, boolean active, Map<ProductField, String> sent) {

            Variant {
                sent = Map.copyOf(sent);
            }
        }

        /**
         * The variant of an article, also under the number that the article had before.
         *
         * @param now the SKUs of all articles; a number that another article has now is nobody's former number
         */
        Optional<Variant> of(Article article, Set<String> now) {
            return find(article.sku())
                    .or(() -> Optional.ofNullable(article.formerSku())
                            .filter(former -> !now.contains(former))
                            .flatMap(this::find));
        }

        private Optional<Variant> find(String sku) {
            return variants.stream()
                    .filter(variant -> variant.sku().equals(sku))
                    .findFirst();
        }

        /** Whether a creation was begun whose end nobody knows. */
        boolean isUncertain() {
            return variants.stream().anyMatch(variant -> variant.variantId() == null);
        }
    }

    private static final TypeReference<TreeMap<ProductField, String>> VALUES = new TypeReference<>() {};

    private static final String OF_SHOP = " where tenant = :tenant and shop = :shop";

    private static final String BY_SKU = """
            select sku, product_id, variant_id, active, sent from shop_article where tenant = :tenant and shop = :shop
              and sku = any(:skus) and asked order by sku""";

    private static final String PRODUCT =
            "select product_id, stage, sent from shop_product" + OF_SHOP + " and product_id = :product";

    private static final String SKUS_OF_PRODUCT =
            "select sku from shop_article" + OF_SHOP + " and product_id = :product order by sku";

    private static final String PUT_PRODUCT = """
            insert into shop_product (tenant, shop, product_id, stage, sent)
            values (:tenant, :shop, :product, :stage, :sent)
            on conflict (tenant, shop, product_id) do update set stage = excluded.stage, sent = excluded.sent""";

    private static final String ASKED = """
            insert into shop_article (tenant, shop, sku, spelled, product_id, asked, active, sent, state, detail, since)
            values (:tenant, :shop, :sku, :spelled, :product, true, true, :nothing, :state, '', :now)
            on conflict (tenant, shop, sku) do update set product_id = excluded.product_id, asked = true""";

    private static final String NOT_MADE = """
            update shop_article set asked = false, product_id = null where tenant = :tenant and shop = :shop
              and sku = any(:skus) and variant_id is null""";

    private static final String PUT_VARIANT = """
            insert into shop_article (tenant, shop, sku, spelled, product_id, variant_id, asked, active, sent, state,
              detail, since)
            values (:tenant, :shop, :sku, :spelled, :product, :variant, true, :active, :sent, :state, '', :now)
            on conflict (tenant, shop, sku) do update set spelled = excluded.spelled, product_id = excluded.product_id,
              variant_id = excluded.variant_id, asked = true, active = excluded.active, sent = excluded.sent""";

    private static final String ACCEPTED = "select article_sku, shop_sku from number_answer" + OF_SHOP + " and same";

    private static final String FORGET = "delete from shop_article" + OF_SHOP + " and sku = :sku";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final VariantBook variants;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param variants is told which variant has which SKU, so that stock and prices are written */
    ShopProductBook(Database database, VariantBook variants) {
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.time = database.time();
        this.variants = variants;
    }

    /** The SKUs of all articles that have become variants of a product. */
    List<String> skusOf(ShopRef shop, long productId) {
        return jdbc.sql(SKUS_OF_PRODUCT)
                .params(Sql.named(shop))
                .param("product", productId)
                .query(String.class)
                .list();
    }

    /** The shop's number by the article's, where a person has said that both are one article. */
    Map<String, String> accepted(ShopRef shop) {
        Map<String, String> accepted = new TreeMap<>();
        jdbc.sql(ACCEPTED).params(Sql.named(shop)).query(rs -> {
            accepted.put(rs.getString("article_sku"), rs.getString("shop_sku"));
        });
        return accepted;
    }

    /** The products of the shop in which these SKUs lie, as far as we have written them. */
    Set<Long> productsOf(ShopRef shop, Collection<String> skus) {
        return jdbc
                .sql(BY_SKU)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .query((rs, n) -> Optional.ofNullable(rs.getObject("product_id", Long.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What is known of these articles and of their product.
     *
     * @param productId null when they have none
     */
    Known known(ShopRef shop, @Nullable Long productId, Collection<String> skus) {
        List<Variant> known = jdbc.sql(BY_SKU)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .query((rs, n) -> new Variant(
                        rs.getString("sku"),
                        rs.getObject("variant_id", Long.class),
                        rs.getBoolean("active"),
                        json.readValue(rs.getString("sent"), VALUES)))
                .list();
        return jdbc.sql(PRODUCT)
                .params(Sql.named(shop))
                .param("product", productId)
                .query((rs, n) -> new Known(
                        rs.getLong("product_id"),
                        Sql.constant(Stage.class, rs.getString("stage")),
                        json.readValue(rs.getString("sent"), VALUES),
                        known))
                .optional()
                .orElse(new Known(null, Stage.SETTLED, Map.of(), known));
    }

    /**
     * Notes that the shop is being asked to make these. If no answer comes, somebody has to look.
     *
     * @param productId null when the product is to be made too
     */
    void asking(ShopRef shop, @Nullable Long productId, Collection<Article> articles) {
        transactions.executeWithoutResult(tx -> articles.forEach(article -> jdbc.sql(ASKED)
                .params(row(shop, article))
                .param("product", productId)
                .param("state", Sql.code(ShopLineBook.State.PENDING))
                .update()));
    }

    private Map<String, Object> row(ShopRef shop, Article article) {
        return Map.of(
                "tenant", shop.tenant(),
                "shop", shop.shop(),
                "sku", article.sku(),
                "spelled", article.articleNo(),
                "nothing", "{}",
                "now", Sql.at(time.instant()));
    }

    /** Notes that the shop surely has not made these variants. */
    void notMade(ShopRef shop, Collection<String> skus) {
        jdbc.sql(NOT_MADE)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .update();
    }

    /** Stores what was written to a product. */
    void product(ShopRef shop, long productId, Stage stage, Map<ProductField, String> sent) {
        jdbc.sql(PUT_PRODUCT)
                .params(Sql.named(shop))
                .param("product", productId)
                .param("stage", Sql.code(stage))
                .param("sent", json.writeValueAsString(new TreeMap<>(sent)))
                .update();
    }

    /** Stores a new product, whose variants somebody still has to look at. */
    void created(ShopRef shop, long productId, Map<ProductField, String> sent, Collection<Article> articles) {
        transactions.executeWithoutResult(tx -> {
            product(shop, productId, Stage.FILLING, sent);
            asking(shop, productId, articles);
        });
    }

    /** Stores which variant the shop has of an article. The feeds of stock and prices find it by themselves. */
    void noted(ShopRef shop, VariantRef ref, Article article, Variant variant) {
        jdbc.sql(PUT_VARIANT)
                .params(row(shop, article))
                .param("product", ref.productId())
                .param("variant", ref.variantId())
                .param("active", variant.active())
                .param("sent", json.writeValueAsString(new TreeMap<>(variant.sent())))
                .param("state", Sql.code(ShopLineBook.State.PENDING))
                .update();
    }

    /** Stores which variant an article has become. Under its former number the article is not known any more. */
    void variant(ShopRef shop, VariantRef ref, Article article, Variant variant) {
        transactions.executeWithoutResult(tx -> {
            if (!variant.sku().equals(article.sku())) {
                jdbc.sql(FORGET)
                        .params(Sql.named(shop))
                        .param("sku", variant.sku())
                        .update();
            }
            noted(shop, ref, article, variant);
            variants.put(shop, article.sku(), ref);
        });
    }

    /** The variants that the map of SKUs knows for these articles. */
    Set<VariantRef> mapped(ShopRef shop, Collection<Article> articles) {
        Set<VariantRef> refs = new LinkedHashSet<>();
        articles.forEach(article -> variants.find(shop, Sku.key(article.articleNo()))
                .flatMap(entry -> Optional.ofNullable(entry.ref()))
                .ifPresent(refs::add));
        return refs;
    }
}
