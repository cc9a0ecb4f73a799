package se.brygga.activities.stock.books;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.Sku;
import se.brygga.workflows.feed.Feed;

/**
 * Specter's stock. What to write to a shop is never stored. It is computed each time from these numbers, from what is
 * sold ({@link SoldGoodsBook}), and from what was last written ({@link ShopStockBook}). So no crash can lose it.
 */
public final class StockBook {

    /** What one warehouse has. */
    public record Site(String site, BigDecimal available, Instant changedAt) {}

    /** A part of a kit. */
    public record Part(String articleNo, BigDecimal quantity) {}

    /**
     * Everything from which a shop's stock follows.
     *
     * @param available by article
     * @param unbooked sold in any of the tenant's shops, and not yet in Specter's numbers
     * @param kits parts by kit
     * @param gone articles among the available ones that a shop must not go on selling
     */
    public record Levels(
            Map<String, List<Site>> available,
            Map<String, BigDecimal> unbooked,
            Map<String, List<Part>> kits,
            Set<String> gone) {}

    private static final String CHANGED = """
            insert into specter_stock (tenant, article_no, site, available, changed_at)
              values (:tenant, :articleNo, :site, :available, :now)
            on conflict (tenant, article_no, site) do update set available = excluded.available,
              changed_at = excluded.changed_at where specter_stock.available <> excluded.available""";

    private static final String SITES = "select distinct site from specter_stock where tenant = :tenant";

    private static final String FORGET_PARTS = """
            delete from kit_row where tenant = :tenant and kit_no = :kitNo""";

    private static final String ADD_PART = """
            insert into kit_row (tenant, kit_no, article_no, quantity)
              values (:tenant, :kitNo, :articleNo, :quantity) on conflict do nothing""";

    private static final String PARTS = """
            select article_no, quantity from kit_row where tenant = :tenant and kit_no = :kitNo""";

    private static final String ALL_PARTS = """
            select kit_no, article_no, quantity from kit_row where tenant = :tenant""";

    private static final String PARTS_IN_KITS = ALL_PARTS + " and article_no = any(:articles)";

    private static final String ALL_AVAILABLE = """
            select s.article_no, s.site, s.available, s.changed_at, a.gone is not null as gone
            from specter_stock s left join article a on a.tenant = s.tenant and a.sku = s.article_no
            where s.tenant = :tenant and (a.withheld is null or (a.withheld = :made and a.gone = :deleted))""";

    private static final String IN_ORDER = " order by s.article_no, length(s.site), s.site";

    private static final String AVAILABLE = ALL_AVAILABLE + " and s.article_no = any(:articles)";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final ArticleBooks articles;
    private final SoldGoodsBook sold;
    private final DirtyBook dirty;

    StockBook(Database database, ArticleBooks articles, SoldGoodsBook sold, DirtyBook dirty) {
        this.jdbc = database.jdbc();
        this.time = database.time();
        this.articles = articles;
        this.sold = sold;
        this.dirty = dirty;
    }

    /**
     * Stores what the journal says. Quantities are absolute, so a repeated row changes nothing, and marks no shop
     * dirty.
     */
    public void changed(String tenant, List<StockChange> changes, Instant openedAt) {
        articles.stock(tenant, changes, openedAt);
        int changed = 0;
        for (StockChange change : changes) {
            changed += jdbc.sql(CHANGED)
                    .param("tenant", tenant)
                    .param("articleNo", Sku.key(change.articleNo()))
                    .param("site", change.siteOrNone())
                    .param("available", change.available())
                    .param("now", Sql.at(time.instant()))
                    .update();
        }
        if (changed > 0) {
            dirty.markAll(Feed.STOCK, tenant);
        }
    }

    /** Stores what the journal of articles tells: which articles there are, and which a shop must not sell. */
    public void articles(String tenant, List<ArticleChange> changes, Instant openedAt) {
        if (articles.articles(tenant, changes, openedAt)) {
            dirty.markAll(Feed.STOCK, tenant);
        }
    }

    /** Notes that the journal of articles, which was asked at this time, is empty. */
    public void articlesEmptied(String tenant, Instant began) {
        if (articles.emptied(tenant, began)) {
            dirty.markAll(Feed.STOCK, tenant);
        }
    }

    /** The warehouses that are known; an empty text for stock without one. */
    public List<String> sites(String tenant) {
        return jdbc.sql(SITES).param("tenant", tenant).query(String.class).list();
    }

    /** Stores the parts of a kit. An article without parts is no kit. Needs a transaction. */
    public void structure(String tenant, ArticleChange article) {
        Sql.requireTransaction();
        String sku = Sku.key(article.articleNo());
        Map<String, BigDecimal> before = parts(tenant, sku);
        jdbc.sql(FORGET_PARTS).param("tenant", tenant).param("kitNo", sku).update();
        article.kitRows().stream()
                .filter(row -> row.quantity().signum() > 0)
                .forEach(row -> jdbc.sql(ADD_PART)
                        .param("tenant", tenant)
                        .param("kitNo", sku)
                        .param("articleNo", Sku.key(row.articleNo()))
                        .param("quantity", row.quantity())
                        .update());
        if (!parts(tenant, sku).equals(before)) {
            dirty.markAll(Feed.STOCK, tenant);
        }
    }

    private Map<String, BigDecimal> parts(String tenant, String kitNo) {
        Map<String, BigDecimal> parts = new HashMap<>();
        jdbc.sql(PARTS).param("tenant", tenant).param("kitNo", kitNo).query((ResultSet rs) -> {
            parts.put(rs.getString("article_no"), rs.getBigDecimal("quantity").stripTrailingZeros());
        });
        return parts;
    }

    /**
     * Everything from which the stock of the tenant's shops follows, without withheld articles
     * ({@link ArticleBook.Withheld}).
     */
    public Levels levels(String tenant) {
        return levels(
                jdbc.sql(ALL_PARTS).param("tenant", tenant),
                jdbc.sql(ALL_AVAILABLE + IN_ORDER).param("tenant", tenant),
                kits -> sold.unbooked(tenant));
    }

    /**
     * The part of {@link #levels(String)} that one article's stock follows from: what counts in the moment of writing.
     * It is the article's own stock, the parts of a kit, and what was sold of these, also in other kits.
     */
    public Levels levels(String tenant, String sku) {
        Set<String> articles = new HashSet<>(parts(tenant, sku).keySet());
        articles.add(sku);
        String[] named = articles.toArray(String[]::new);
        return levels(
                jdbc.sql(PARTS_IN_KITS).param("tenant", tenant).param("articles", named),
                jdbc.sql(AVAILABLE + IN_ORDER).param("tenant", tenant).param("articles", named),
                kits -> {
                    articles.addAll(kits);
                    return sold.unbooked(tenant, articles);
                });
    }

    /** @param sold what was sold, given the kits */
    private static Levels levels(
            JdbcClient.StatementSpec parts,
            JdbcClient.StatementSpec available,
            Function<Set<String>, Map<String, BigDecimal>> sold) {
        Map<String, List<Part>> kits = new HashMap<>();
        parts.query((ResultSet rs) -> {
            kits.computeIfAbsent(rs.getString("kit_no"), p -> new ArrayList<>())
                    .add(new Part(rs.getString("article_no"), rs.getBigDecimal("quantity")));
        });
        Map<String, List<Site>> sites = new HashMap<>();
        Set<String> gone = new HashSet<>();
        available
                .param("made", ArticleBook.Withheld.MADE_BY_ORDER.code())
                .param("deleted", ArticleBook.Gone.DELETED.code())
                .query((ResultSet rs) -> {
                    String article = rs.getString("article_no");
                    sites.computeIfAbsent(article, a -> new ArrayList<>(1))
                            .add(new Site(
                                    rs.getString("site"),
                                    rs.getBigDecimal("available"),
                                    rs.getTimestamp("changed_at").toInstant()));
                    if (rs.getBoolean("gone")) {
                        gone.add(article);
                    }
                });
        return new Levels(sites, sold.apply(kits.keySet()), kits, gone);
    }
}
