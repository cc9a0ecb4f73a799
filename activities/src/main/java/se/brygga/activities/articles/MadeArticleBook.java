package se.brygga.activities.articles;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Gone;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * Articles that our orders had created in Specter. What Specter says of them is what we sent, until its staff have
 * touched them. Joins a surrounding transaction.
 */
final class MadeArticleBook {

    /** The clocks of workers may differ by this much. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(2);

    /** Used as the time of creation where Specter had no such article before, so that nothing older can be told. */
    private static final Instant NEVER_THERE = Instant.EPOCH;

    private static final String OF_ARTICLES = " where tenant = :tenant and sku = any(:skus)";

    /** A batch that may be older than the creation tells of the earlier article with this number. */
    private static final String WITHHELD_BEFORE = " and withheld in (:made, :perhaps) and asked_at <= :openedAt";

    private static final String MAKING = """
            insert into article as known (tenant, sku, spelled, in_specter, told, withheld, asked_at)
            select :tenant, i.sku, i.spelled, false, false, :made, :never
            from unnest(:skus, :spelled) as i (sku, spelled)
            on conflict (tenant, sku) do update set asked_at = :now,
              withheld = case when known.withheld = :made or known.gone = :deleted then :made else :perhaps end,
              spelled = case when known.gone = :deleted then excluded.spelled else known.spelled end,
              former = case when known.gone = :deleted then null else known.former end,
              first_told = case when known.gone = :deleted then null else known.first_told end
            where not known.in_specter and known.withheld is distinct from :twice
              and (known.withheld is null or known.told or known.gone = :deleted)""";

    private static final String MADE =
            "update article set in_specter = true, asked_at = case when asked_at > :never then :now else asked_at end"
                    + OF_ARTICLES;

    private static final String BY_SYNC = """
            insert into article (tenant, sku, spelled, in_specter, told)
            select :tenant, i.sku, i.spelled, true, false from unnest(:skus, :spelled) as i (sku, spelled)
            on conflict (tenant, sku) do update set in_specter = true""";

    private static final String CHANGING = """
            update article set first_told = null, asked_at = :now
            where tenant = :tenant and sku = any(:skus) and withheld in (:made, :perhaps)""";

    private static final String TELL =
            "select " + ArticleBook.COLUMNS + " from article" + OF_ARTICLES + " and withheld = :made order by sku";

    private static final String FIRST = """
            update article set first_told = :told, withheld = :made where tenant = :tenant and sku = :sku""";

    private static final String NOTHING_TO_SELL = """
            update specter_stock s set available = 0 from article a
            where a.tenant = :tenant and a.sku = :sku and s.tenant = a.tenant and s.article_no = a.sku
              and s.changed_at < a.asked_at""";

    private static final String WITHHELD =
            "select sku, withheld, first_told from article" + OF_ARTICLES + WITHHELD_BEFORE;

    private static final String TOUCHED = "update article set withheld = null, first_told = null, asked_at = null"
            + OF_ARTICLES + WITHHELD_BEFORE + " returning sku";

    private static final String WERE_THERE = """
            update article set withheld = null, asked_at = null
            where tenant = :tenant and withheld = :perhaps and in_specter and asked_at < :began""";

    private static final String ACCEPTED = "update article set asked_at = null where tenant = :tenant and sku = :sku";

    private final JdbcClient jdbc;
    private final NoticeBook notices;
    private final InstantSource time;

    MadeArticleBook(JdbcClient jdbc, NoticeBook notices, InstantSource time) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Notes that orders are about to have these articles created. Specter does not say which of an order's articles it
     * lacks. So an article of which Specter has told, without telling of its deletion, may be there all the same.
     */
    void making(String tenant, Collection<String> articleNos) {
        jdbc.sql(MAKING)
                .param("tenant", tenant)
                .param("now", Sql.at(time.instant()))
                .param("never", Sql.at(NEVER_THERE))
                .param("made", Withheld.MADE_BY_ORDER.code())
                .param("perhaps", Withheld.PERHAPS_MADE_BY_ORDER.code())
                .param("twice", Withheld.SPELLED_TWICE.code())
                .param("deleted", Gone.DELETED.code())
                .param("skus", skus(articleNos))
                .param("spelled", articleNos.stream().map(Sku::trimmed).toArray(String[]::new))
                .update();
    }

    /** Notes that Specter has created these articles, or had them already. */
    void made(String tenant, Collection<String> articleNos) {
        jdbc.sql(MADE)
                .param("now", Sql.at(time.instant()))
                .param("never", Sql.at(NEVER_THERE))
                .param("tenant", tenant)
                .param("skus", skus(articleNos))
                .update();
    }

    /** Notes that Specter has these articles. */
    void bySync(String tenant, Collection<String> articleNos) {
        jdbc.sql(BY_SYNC)
                .param("tenant", tenant)
                .param("skus", skus(articleNos))
                .param("spelled", articleNos.stream().map(Sku::trimmed).toArray(String[]::new))
                .update();
    }

    /** Forgets what was told first, because what is told next may come from our own change. */
    void changing(String tenant, Collection<String> articleNos) {
        jdbc.sql(CHANGING)
                .param("tenant", tenant)
                .param("now", Sql.at(time.instant()))
                .param("made", Withheld.MADE_BY_ORDER.code())
                .param("perhaps", Withheld.PERHAPS_MADE_BY_ORDER.code())
                .param("skus", skus(articleNos))
                .update();
    }

    /** Opens a notice that names those of these articles that an order surely had created. */
    void tell(String tenant, Collection<String> articleNos) {
        Map<String, Detail> named = jdbc
                .sql(TELL)
                .param("tenant", tenant)
                .param("skus", skus(articleNos))
                .param("made", Withheld.MADE_BY_ORDER.code())
                .query(ArticleBook::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Article::sku, article -> Detail.value(article.spelled())));
        notices.name(tenant, "", Cause.ARTICLE_MADE_BY_ORDER, "", named);
    }

    /** Notes that somebody in Specter has touched these articles. What Specter says of them counts from now on. */
    boolean touched(String tenant, Collection<String> skus, Instant openedAt) {
        List<String> touched =
                atArticles(TOUCHED, tenant, skus, openedAt).query(String.class).list();
        unname(tenant, touched);
        return !touched.isEmpty();
    }

    /** Takes what the journal of articles tells of these: who has created them, and what the staff have changed. */
    boolean told(String tenant, List<ArticleChange> there, Instant openedAt) {
        Map<String, Made> made = made(tenant, there, openedAt);
        List<String> touched = new ArrayList<>();
        for (ArticleChange change : there) {
            String sku = Sku.key(change.articleNo());
            Made known = made.get(sku);
            if (known == null) {
                continue;
            }
            int now = Objects.hash(change.name(), change.vatPercent(), change.articleType(), change.standardOldPrice());
            if (isChangedByStaff(change, known.firstTold(), now)) {
                touched.add(sku);
            } else if (known.firstTold() == null) {
                first(tenant, sku, now, known.withheld());
                made.put(sku, new Made(Withheld.MADE_BY_ORDER, now));
            }
        }
        return touched(tenant, touched, openedAt);
    }

    /**
     * What is known of such an article.
     *
     * @param firstTold hash of what was told first; null when nothing was told
     */
    private record Made(Withheld withheld, @Nullable Integer firstTold) {}

    private Map<String, Made> made(String tenant, List<ArticleChange> there, Instant openedAt) {
        Map<String, Made> made = new HashMap<>();
        atArticles(
                        WITHHELD,
                        tenant,
                        there.stream().map(ArticleChange::articleNo).toList(),
                        openedAt)
                .query(rs -> {
                    made.put(
                            rs.getString("sku"),
                            new Made(
                                    Sql.constant(Withheld.class, rs.getString("withheld")),
                                    rs.getObject("first_told", Integer.class)));
                });
        return made;
    }

    /**
     * Whether somebody has changed the article. We send a name and no price, so what Specter tells first may be its own
     * defaults. Only a difference from that is somebody's change.
     */
    private static boolean isChangedByStaff(ArticleChange change, @Nullable Integer firstTold, int now) {
        BigDecimal price = change.priceExclVat();
        return (price != null && price.signum() != 0)
                || !change.kitRows().isEmpty()
                || (firstTold != null && firstTold != now);
    }

    private void first(String tenant, String sku, int told, Withheld withheld) {
        jdbc.sql(FIRST)
                .param("told", told)
                .param("made", Withheld.MADE_BY_ORDER.code())
                .param("tenant", tenant)
                .param("sku", sku)
                .update();
        if (withheld == Withheld.PERHAPS_MADE_BY_ORDER) {
            // The warehouse quantities of the earlier article do not count.
            jdbc.sql(NOTHING_TO_SELL).param("tenant", tenant).param("sku", sku).update();
            tell(tenant, List.of(sku));
        }
    }

    /**
     * Takes that the journal of articles was emptied. The journal tells of each article that is created. So those of
     * which it told nothing had been there before.
     *
     * @param began when the journal was asked
     * @return whether there are any
     */
    boolean wereThere(String tenant, Instant began) {
        return jdbc.sql(WERE_THERE)
                        .param("tenant", tenant)
                        .param("perhaps", Withheld.PERHAPS_MADE_BY_ORDER.code())
                        .param("began", Sql.at(began.minus(CLOCKS_APART)))
                        .update()
                > 0;
    }

    /** A person says that what Specter has of the article is right. */
    void accepted(String tenant, String sku) {
        jdbc.sql(ACCEPTED).param("tenant", tenant).param("sku", sku).update();
    }

    /** Removes these articles from the notice. */
    void unname(String tenant, List<String> skus) {
        notices.unname(tenant, "", Cause.ARTICLE_MADE_BY_ORDER, "", skus);
    }

    private JdbcClient.StatementSpec atArticles(
            String sql, String tenant, Collection<String> articleNos, Instant openedAt) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("skus", skus(articleNos))
                .param("made", Withheld.MADE_BY_ORDER.code())
                .param("perhaps", Withheld.PERHAPS_MADE_BY_ORDER.code())
                .param("openedAt", Sql.at(openedAt));
    }

    private static String[] skus(Collection<String> articleNos) {
        return articleNos.stream().map(Sku::key).toArray(String[]::new);
    }
}
