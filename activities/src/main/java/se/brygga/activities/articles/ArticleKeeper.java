package se.brygga.activities.articles;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Gone;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/**
 * Keeps what Specter's journals tell of articles, and finds what follows for the shops. Joins a surrounding
 * transaction.
 */
final class ArticleKeeper {

    private static final String ONCE = """
            insert into article as known (tenant, sku, spelled, in_specter, told)
            select :tenant, i.sku, i.spelled, true, true from unnest(:skus, :spelled) as i (sku, spelled)
            on conflict (tenant, sku) do update set
              in_specter = known.gone is distinct from :deleted, told = known.gone is distinct from :deleted,
              withheld = case when known.former = excluded.spelled then :twice else known.withheld end,
              former = case when known.former = excluded.spelled or known.spelled = excluded.spelled then known.former
                else known.spelled end,
              spelled = case when known.former = excluded.spelled then known.spelled else excluded.spelled end
            where not (known.told and known.in_specter and known.spelled = excluded.spelled)
            returning\s""" + ArticleBook.COLUMNS;

    private static final String TWICE = """
            insert into article (tenant, sku, spelled, former, in_specter, told, withheld)
            values (:tenant, :sku, :spelled, :former, true, true, :twice)
            on conflict (tenant, sku) do update set spelled = excluded.spelled, former = excluded.former,
              in_specter = true, told = true, withheld = excluded.withheld""";

    private static final String DELETED = """
            update article set in_specter = false, told = false, first_told = null,
              withheld = case when withheld = :perhaps then :made else withheld end
            where tenant = :tenant and sku = :sku""";

    private static final String SETTLED = """
            update article set withheld = case when asked_at is null then null else :made end, first_told = null,
              former = null, spelled = :spelled
              where tenant = :tenant and sku = :sku""";

    private static final String FIND =
            "select " + ArticleBook.COLUMNS + " from article where tenant = :tenant and sku = :sku";

    private static final String NOTHING_AVAILABLE =
            "update specter_stock set available = 0 where tenant = :tenant and article_no = :sku";

    private static final String FORGET_STOCK = "delete from specter_stock where tenant = :tenant and article_no = :sku";

    private static final String FORGET_PRICE =
            "delete from specter_price where tenant = :tenant and article_no = :sku and list = ''";

    private final JdbcClient jdbc;
    private final NoticeBook notices;
    private final MadeArticleBook made;
    private final GoneArticleBook gone;

    ArticleKeeper(JdbcClient jdbc, NoticeBook notices, InstantSource time) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.made = new MadeArticleBook(jdbc, notices, time);
        this.gone = new GoneArticleBook(jdbc, notices, made);
    }

    /**
     * Takes the journal of stock. An article that an order had created begins with no stock, and orders only reduce it.
     * So if there is stock, somebody in Specter has counted it.
     *
     * @param openedAt since when the batch was open; its rows may be as old as that
     */
    void stock(String tenant, List<StockChange> changes, Instant openedAt) {
        told(tenant, changes.stream().map(StockChange::articleNo).toList());
        made.touched(
                tenant,
                changes.stream()
                        .filter(change -> change.available().signum() > 0)
                        .map(StockChange::articleNo)
                        .toList(),
                openedAt);
    }

    /**
     * Takes the journal of articles in its order, because an article may be deleted and created again.
     *
     * @param openedAt since when the batch was open; its rows may be as old as that
     * @return whether the shops' stock may have changed
     */
    boolean articles(String tenant, List<ArticleChange> changes, Instant openedAt) {
        boolean news = false;
        List<ArticleChange> there = new ArrayList<>();
        for (ArticleChange change : changes) {
            if (change.deleted()) {
                news |= there(tenant, there, openedAt);
                there.clear();
                news |= deleted(tenant, change.articleNo());
            } else {
                there.add(change);
            }
        }
        return there(tenant, there, openedAt) || news;
    }

    private boolean there(String tenant, List<ArticleChange> there, Instant openedAt) {
        if (there.isEmpty()) {
            return false;
        }
        told(tenant, there.stream().map(ArticleChange::articleNo).toList());
        boolean news = gone.told(tenant, there);
        return made.told(tenant, there, openedAt) || news;
    }

    /**
     * Notes that the journal of articles, which was asked at this time, is empty. Returns whether the shops' stock may
     * have changed.
     */
    boolean emptied(String tenant, Instant began) {
        return made.wereThere(tenant, began);
    }

    /**
     * Locks in the order of the keys. The loops of stock and of articles lock the same rows, and must not wait for each
     * other.
     */
    private void told(String tenant, List<String> articleNos) {
        Map<String, Set<String>> spellings = new TreeMap<>();
        articleNos.forEach(no -> spellings
                .computeIfAbsent(Sku.key(no), sku -> new LinkedHashSet<>())
                .add(Sku.trimmed(no)));
        Map<String, String> once = new TreeMap<>();
        spellings.forEach((sku, several) -> {
            Iterator<String> spelled = several.iterator();
            String first = spelled.next();
            if (spelled.hasNext()) {
                twice(tenant, sku, first, spelled.next());
            } else {
                once.put(sku, first);
            }
        });
        once(tenant, once);
    }

    /**
     * Stores one spelling. A new spelling is a new number of the same article. If its former spelling is told once more
     * after that, there are two articles.
     */
    private void once(String tenant, Map<String, String> spelled) {
        jdbc
                .sql(ONCE)
                .param("tenant", tenant)
                .param("deleted", Gone.DELETED.code())
                .param("twice", Withheld.SPELLED_TWICE.code())
                .param("skus", spelled.keySet().toArray(String[]::new))
                .param("spelled", spelled.values().toArray(String[]::new))
                .query(ArticleBook::read)
                .list()
                .stream()
                .filter(article -> article.withheld() == Withheld.SPELLED_TWICE)
                .forEach(article -> tellOfTwo(tenant, article.sku(), article.spelled(), article.former()));
    }

    private void twice(String tenant, String sku, String one, String other) {
        jdbc.sql(TWICE)
                .param("tenant", tenant)
                .param("sku", sku)
                .param("spelled", one)
                .param("former", other)
                .param("twice", Withheld.SPELLED_TWICE.code())
                .update();
        tellOfTwo(tenant, sku, one, other);
    }

    private void tellOfTwo(String tenant, String sku, String one, @Nullable String other) {
        notices.name(
                tenant,
                "",
                Cause.ARTICLE_SPELLED_TWICE,
                "",
                Map.of(sku, Phrase.TWO_SPELLINGS.with(one, String.valueOf(other))));
        made.unname(tenant, List.of(sku));
    }

    private boolean deleted(String tenant, String articleNo) {
        Article known = find(tenant, Sku.key(articleNo));
        String spelled = Sku.trimmed(articleNo);
        if (known == null) {
            return false;
        }
        String former = known.former();
        if (known.withheld() == Withheld.SPELLED_TWICE && former != null) {
            // Only the other one remains.
            settled(tenant, known, spelled.equals(known.spelled()) ? former : known.spelled());
            return true;
        }
        if (spelled.equals(former)) {
            return false;
        }
        if (known.withheld() == Withheld.MADE_BY_ORDER) {
            // The article stays withheld, because the earlier one may be the deleted one.
            forget(tenant, known.sku());
            made.unname(tenant, List.of(known.sku()));
        }
        jdbc.sql(DELETED)
                .param("perhaps", Withheld.PERHAPS_MADE_BY_ORDER.code())
                .param("made", Withheld.MADE_BY_ORDER.code())
                .param("tenant", tenant)
                .param("sku", known.sku())
                .update();
        // Its old quantities must not count if it is created again and only some of its warehouses are told.
        update(NOTHING_AVAILABLE, tenant, known.sku());
        return gone.gone(tenant, List.of(known.sku()), Gone.DELETED);
    }

    /**
     * Ends the withholding: of two articles this one is meant, even if an order created it. Or the only one is right as
     * it is.
     */
    void settled(String tenant, Article article, String meant) {
        if (article.withheld() == Withheld.SPELLED_TWICE) {
            forget(tenant, article.sku());
        }
        jdbc.sql(SETTLED)
                .param("tenant", tenant)
                .param("sku", article.sku())
                .param("spelled", meant)
                .param("made", Withheld.MADE_BY_ORDER.code())
                .update();
        notices.unname(tenant, "", Cause.ARTICLE_SPELLED_TWICE, "", List.of(article.sku()));
        made.unname(tenant, List.of(article.sku()));
        made.tell(tenant, List.of(article.sku()));
    }

    /** Forgets what Specter said of the article. It counts from the next time that Specter tells of it. */
    private void forget(String tenant, String sku) {
        update(FORGET_STOCK, tenant, sku);
        update(FORGET_PRICE, tenant, sku);
    }

    private @Nullable Article find(String tenant, String sku) {
        return jdbc.sql(FIND)
                .param("tenant", tenant)
                .param("sku", sku)
                .query(ArticleBook::read)
                .optional()
                .orElse(null);
    }

    private void update(String sql, String tenant, String sku) {
        jdbc.sql(sql).param("tenant", tenant).param("sku", sku).update();
    }
}
