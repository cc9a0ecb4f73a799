package se.brygga.activities.prices;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.workflows.Sku;

/**
 * Specter's prices, excl. VAT. What to write to a shop is never stored. It is computed from these prices and from what
 * the shop shows. Methods join a surrounding transaction and are idempotent.
 */
public final class PriceBook {

    /** The list of the articles' own prices. */
    public static final String BASE = "";

    /**
     * One of Specter's prices of an article.
     *
     * @param list {@link #BASE}, or Specter's id of a price list
     * @param price null where {@code discount} is given, or where the price is removed
     * @param discount percent off the article's own price
     * @param ordinaryPrice the price while the article is not on sale; null when it is not on sale
     * @param gone Specter had this price and has removed it
     */
    public record Row(
            String list,
            BigDecimal fromQty,
            @Nullable BigDecimal price,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal ordinaryPrice,
            boolean gone,
            Instant changedAt) {}

    /**
     * Everything from which shops' prices follow.
     *
     * @param lists currency by list, null where Specter has not told it; without the base list
     * @param articles rows by article
     */
    public record Specter(Map<String, @Nullable String> lists, Map<String, List<Row>> articles) {

        public List<Row> rows(String articleNo) {
            return articles.getOrDefault(articleNo, List.of());
        }
    }

    /** One row of a file with price lists. */
    public record Line(String list, String currency, String articleNo, BigDecimal fromQty, BigDecimal price) {

        public Line {
            articleNo = Sku.key(articleNo);
        }
    }

    /** A change by a file. {@code before} is null for a new row, {@code after} is null for a removed one. */
    public record Change(
            String list,
            String articleNo,
            BigDecimal fromQty,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    private static final String LIST = """
            insert into specter_price_list as known (tenant, list, name, currency, changed_at)
              values (:tenant, :list, :name, :currency, :now)
            on conflict (tenant, list) do update set name = coalesce(excluded.name, known.name),
              currency = coalesce(excluded.currency, known.currency), changed_at = excluded.changed_at
            where coalesce(excluded.currency, known.currency) is distinct from known.currency
              or coalesce(excluded.name, known.name) is distinct from known.name""";

    private static final String ALL_GONE = """
            update specter_price set gone = true, price = null, discount = null, changed_at = :now
            where tenant = :tenant and list = :list and not gone""";

    private static final String PUT = """
            insert into specter_price as known
              (tenant, list, article_no, from_qty, price, discount, ordinary_price, vat_percent, gone, changed_at)
            values (:tenant, :list, :articleNo, :fromQty, :price, :discount, :ordinaryPrice, :vatPercent, :gone,
              :changedAt)
            on conflict (tenant, list, article_no, from_qty) do update set price = excluded.price,
              discount = excluded.discount, ordinary_price = excluded.ordinary_price,
              vat_percent = coalesce(excluded.vat_percent, known.vat_percent), gone = excluded.gone,
              changed_at = excluded.changed_at
            where (known.price, known.discount, known.ordinary_price, known.gone)
              is distinct from (excluded.price, excluded.discount, excluded.ordinary_price, excluded.gone)""";

    private static final String LISTS = "select list, currency from specter_price_list where tenant = :tenant";

    private static final String PRICES = """
            select p.list, p.article_no, p.from_qty, p.price, p.discount, p.ordinary_price, p.gone, p.changed_at
            from specter_price p left join article a on a.tenant = p.tenant and a.sku = p.article_no
            where p.tenant = :tenant and (:all or p.article_no = :article)
              and (a.withheld is null or (a.withheld <> :twice and p.list <> :base))
            order by p.article_no, p.list, p.from_qty""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    PriceBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Stores the articles' own prices. An article without a price in the journal keeps the price that it had.
     *
     * @return how many prices have changed
     */
    public int articles(String tenant, List<ArticleChange> changes) {
        int changed = 0;
        for (ArticleChange article : changes) {
            BigDecimal price = article.priceExclVat();
            if (price != null || article.deleted()) {
                changed += put(tenant, article.articleNo(), base(article, price), article.vatPercent());
            }
        }
        return changed;
    }

    private Row base(ArticleChange article, @Nullable BigDecimal price) {
        return new Row(
                BASE,
                BigDecimal.ONE,
                price,
                null,
                article.onSale() ? article.standardOldPrice() : null,
                article.deleted(),
                time.instant());
    }

    /**
     * Stores the changed rows of price lists.
     *
     * @return how many prices have changed
     */
    public int lists(String tenant, List<PriceListChange> changes) {
        int changed = 0;
        for (PriceListChange list : changes) {
            changed += list(tenant, list.priceListId(), list.name(), list.currency());
            if (list.deleted()) {
                changed += allGone(tenant, list.priceListId());
                continue;
            }
            for (PriceListChange.Price price : list.prices()) {
                boolean told = price.priceExclVat() != null || price.discountPercent() != null;
                if (told || price.deleted()) {
                    changed += put(tenant, price.articleNo(), row(list.priceListId(), price), null);
                }
            }
        }
        return changed;
    }

    private Row row(String list, PriceListChange.Price price) {
        return new Row(
                list,
                price.fromQty(),
                price.deleted() ? null : price.priceExclVat(),
                price.deleted() || price.priceExclVat() != null ? null : price.discountPercent(),
                null,
                price.deleted(),
                time.instant());
    }

    /** The changes that {@link #load} would make, by list, article and quantity. */
    public List<Change> difference(String tenant, List<Line> lines) {
        Map<List<Object>, Change> changes = new LinkedHashMap<>();
        List<String> lists = lines.stream().map(Line::list).distinct().toList();
        specter(tenant)
                .articles()
                .forEach((articleNo, rows) -> rows.stream()
                        .filter(row -> !row.gone() && lists.contains(row.list()))
                        .forEach(row -> changes.put(
                                List.of(row.list(), articleNo, row.fromQty().stripTrailingZeros()),
                                new Change(row.list(), articleNo, row.fromQty(), row.price(), null))));
        for (Line line : lines) {
            changes.compute(
                    List.of(line.list(), line.articleNo(), line.fromQty().stripTrailingZeros()), (key, before) -> {
                        BigDecimal old = before == null ? null : before.before();
                        boolean same = old != null && old.compareTo(line.price()) == 0;
                        return same
                                ? null
                                : new Change(line.list(), line.articleNo(), line.fromQty(), old, line.price());
                    });
        }
        return List.copyOf(changes.values());
    }

    /** Replaces the lists that the lines name. Prices that the lines do not have are removed. */
    public void load(String tenant, List<Line> lines) {
        Map<String, String> currencies = new LinkedHashMap<>();
        lines.forEach(line -> currencies.put(line.list(), line.currency()));
        List<Change> changes = difference(tenant, lines);
        currencies.forEach((list, currency) -> list(tenant, list, null, currency));
        Instant now = time.instant();
        changes.forEach(change -> put(
                tenant,
                change.articleNo(),
                new Row(change.list(), change.fromQty(), change.after(), null, null, change.after() == null, now),
                null));
    }

    private int list(String tenant, String list, @Nullable String name, @Nullable String currency) {
        return jdbc.sql(LIST)
                .param("tenant", tenant)
                .param("list", list)
                .param("name", name)
                .param("currency", currency)
                .param("now", Sql.at(time.instant()))
                .update();
    }

    private int allGone(String tenant, String list) {
        return jdbc.sql(ALL_GONE)
                .param("now", Sql.at(time.instant()))
                .param("tenant", tenant)
                .param("list", list)
                .update();
    }

    private int put(String tenant, String articleNo, Row row, @Nullable BigDecimal vatPercent) {
        return jdbc.sql(PUT)
                .param("tenant", tenant)
                .param("list", row.list())
                .param("articleNo", Sku.key(articleNo))
                .param("fromQty", row.fromQty())
                .param("price", row.price())
                .param("discount", row.discount())
                .param("ordinaryPrice", row.ordinaryPrice())
                .param("vatPercent", vatPercent)
                .param("gone", row.gone())
                .param("changedAt", Sql.at(row.changedAt()))
                .update();
    }

    /**
     * Everything from which the prices of the tenant's shops follow, without withheld articles
     * ({@link ArticleBook.Withheld}).
     */
    public Specter specter(String tenant) {
        return specter(tenant, null);
    }

    /** As {@link #specter(String)}, for one article: what counts in the moment of writing. */
    public Specter specter(String tenant, @Nullable String articleNo) {
        Map<String, @Nullable String> lists = new HashMap<>();
        jdbc.sql(LISTS).param("tenant", tenant).query((ResultSet rs) -> {
            lists.put(rs.getString("list"), rs.getString("currency"));
        });
        Map<String, List<Row>> articles = new HashMap<>();
        // An article that an order had created has no price of its own yet: nobody has set what Specter says.
        jdbc.sql(PRICES)
                .param("tenant", tenant)
                .param("all", articleNo == null)
                .param("article", articleNo == null ? "" : Sku.key(articleNo))
                .param("twice", ArticleBook.Withheld.SPELLED_TWICE.code())
                .param("base", BASE)
                .query((ResultSet rs) -> {
                    articles.computeIfAbsent(rs.getString("article_no"), a -> new ArrayList<>(1))
                            .add(read(rs));
                });
        return new Specter(lists, articles);
    }

    private static Row read(ResultSet rs) throws SQLException {
        return new Row(
                rs.getString("list"),
                rs.getBigDecimal("from_qty"),
                rs.getBigDecimal("price"),
                rs.getBigDecimal("discount"),
                rs.getBigDecimal("ordinary_price"),
                rs.getBoolean("gone"),
                rs.getTimestamp("changed_at").toInstant());
    }
}
