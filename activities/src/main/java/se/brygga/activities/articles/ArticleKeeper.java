package se.brygga.activities.articles;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Gone;
import se.brygga.activities.articles.ArticleBook.Hold;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** What Specter's journals tell of its articles, and what follows for the shops. Joins a surrounding transaction. */
public final class ArticleKeeper {

    /** What is sold by the piece; articles of other types have no stock (Specter reference section 7). */
    private static final Set<String> STOCKED_TYPES = Set.of("GW", "PA");

    private final JdbcClient jdbc;
    private final NoticeBook notices;

    public ArticleKeeper(JdbcClient jdbc, NoticeBook notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /**
     * The journal of stock. An article that an order had made begins with nothing, and orders only make it less: with more than nothing
     * somebody in Specter has counted it.
     */
    public void stock(String tenant, List<StockChange> changes) {
        told(tenant, changes.stream().map(StockChange::articleNo).toList());
        touched(
                tenant,
                changes.stream()
                        .filter(change -> change.available().signum() > 0)
                        .map(change -> Sku.key(change.articleNo()))
                        .toList());
    }

    /** The journal of articles; returns whether the shops' stock may have to be another now. */
    public boolean articles(String tenant, List<ArticleChange> changes) {
        boolean news = false;
        for (ArticleChange change : changes) {
            news |= change.deleted() && deleted(tenant, change.articleNo());
        }
        List<ArticleChange> there =
                changes.stream().filter(change -> !change.deleted()).toList();
        told(tenant, there.stream().map(ArticleChange::articleNo).toList());
        news |= types(tenant, there);
        news |= touched(tenant, changedByStaff(tenant, there));
        return news;
    }

    /** In the order of the keys: the loops of stock and of articles lock the same rows, and neither must wait for the other. */
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

    /** A new spelling is a new number of the same article. When its former one is told again after that, there are two articles. */
    private void once(String tenant, Map<String, String> spelled) {
        jdbc
                .sql("""
                insert into article as known (tenant, sku, spelled, in_specter, told)
                select :tenant, i.sku, i.spelled, true, true from unnest(:skus, :spelled) as i (sku, spelled)
                on conflict (tenant, sku) do update set
                  in_specter = known.gone is distinct from :deleted, told = known.gone is distinct from :deleted,
                  hold = case when known.former = excluded.spelled then :twice else known.hold end,
                  former = case when known.former = excluded.spelled or known.spelled = excluded.spelled then known.former
                    else known.spelled end,
                  spelled = case when known.former = excluded.spelled then known.spelled else excluded.spelled end
                where not (known.told and known.in_specter and known.spelled = excluded.spelled)
                returning\s""" + ArticleBook.COLUMNS)
                .param("tenant", tenant)
                .param("deleted", Gone.DELETED.code())
                .param("twice", Hold.SPELLED_TWICE.code())
                .param("skus", spelled.keySet().toArray(String[]::new))
                .param("spelled", spelled.values().toArray(String[]::new))
                .query(ArticleBook::read)
                .list()
                .stream()
                .filter(article -> article.hold() == Hold.SPELLED_TWICE)
                .forEach(article -> tellOfTwo(tenant, article.sku(), article.spelled(), article.former()));
    }

    private void twice(String tenant, String sku, String one, String other) {
        jdbc.sql("""
                insert into article (tenant, sku, spelled, former, in_specter, told, hold)
                values (:tenant, :sku, :spelled, :former, true, true, :twice)
                on conflict (tenant, sku) do update set spelled = excluded.spelled, former = excluded.former,
                  in_specter = true, told = true, hold = excluded.hold""")
                .param("tenant", tenant)
                .param("sku", sku)
                .param("spelled", one)
                .param("former", other)
                .param("twice", Hold.SPELLED_TWICE.code())
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
        notices.unname(tenant, "", Cause.ARTICLE_MADE_BY_ORDER, "", List.of(sku));
    }

    private boolean deleted(String tenant, String articleNo) {
        Article known = find(tenant, Sku.key(articleNo));
        String spelled = Sku.trimmed(articleNo);
        if (known == null) {
            return false;
        }
        String former = known.former();
        if (known.hold() == Hold.SPELLED_TWICE && former != null) {
            // The other one is left.
            settled(tenant, known, spelled.equals(known.spelled()) ? former : known.spelled());
            return true;
        }
        if (spelled.equals(former)) {
            return false;
        }
        if (known.hold() == Hold.MADE_BY_ORDER) {
            forget(tenant, known.sku());
            update("delete from article where tenant = :tenant and sku = :sku", tenant, known.sku());
            notices.unname(tenant, "", Cause.ARTICLE_MADE_BY_ORDER, "", List.of(known.sku()));
            return false;
        }
        update(
                "update article set in_specter = false, told = false where tenant = :tenant and sku = :sku",
                tenant,
                known.sku());
        // What lay in its warehouses must not count when it comes again and only some of them are told.
        update(
                "update specter_stock set available = 0 where tenant = :tenant and article_no = :sku",
                tenant,
                known.sku());
        return gone(tenant, List.of(known.sku()), Gone.DELETED);
    }

    /** Of two articles this one is meant; or the only one is right as it is. */
    void settled(String tenant, Article article, String meant) {
        if (article.hold() == Hold.SPELLED_TWICE) {
            forget(tenant, article.sku());
        }
        jdbc.sql("""
                update article set hold = null, first_told = null, former = null, spelled = :spelled
                  where tenant = :tenant and sku = :sku""")
                .param("tenant", tenant)
                .param("sku", article.sku())
                .param("spelled", meant)
                .update();
        Stream.of(Cause.ARTICLE_SPELLED_TWICE, Cause.ARTICLE_MADE_BY_ORDER)
                .forEach(cause -> notices.unname(tenant, "", cause, "", List.of(article.sku())));
    }

    /** What Specter said of it: it counts from the next time that it tells. */
    private void forget(String tenant, String sku) {
        update("delete from specter_stock where tenant = :tenant and article_no = :sku", tenant, sku);
        update("delete from specter_price where tenant = :tenant and article_no = :sku and list = ''", tenant, sku);
    }

    private boolean types(String tenant, List<ArticleChange> there) {
        Set<String> stocked = new LinkedHashSet<>();
        Set<String> not = new LinkedHashSet<>();
        Set<String> untold = new LinkedHashSet<>();
        for (ArticleChange article : there) {
            String type = article.articleType();
            Set<String> same = type == null ? untold : STOCKED_TYPES.contains(type) ? stocked : not;
            same.add(Sku.key(article.articleNo()));
        }
        boolean news = gone(tenant, not, Gone.NOT_STOCKED);
        news |= back(tenant, stocked, List.of(Gone.values()));
        news |= back(tenant, untold, List.of(Gone.DELETED));
        return news;
    }

    private boolean gone(String tenant, Collection<String> skus, Gone why) {
        List<Article> gone = jdbc.sql("""
                update article set gone = :why where tenant = :tenant and sku = any(:skus) and gone is distinct from :why
                returning\s""" + ArticleBook.COLUMNS)
                .param("tenant", tenant)
                .param("why", why.code())
                .param("skus", skus.toArray(String[]::new))
                .query(ArticleBook::read)
                .list();
        Map<String, Detail> named = new LinkedHashMap<>();
        gone.stream()
                .filter(article -> hasStock(tenant, article.sku()))
                .forEach(article -> named.put(article.sku(), told(why).with(article.spelled())));
        notices.name(tenant, "", Cause.ARTICLE_GONE, "", named);
        return !named.isEmpty();
    }

    private static Phrase told(Gone why) {
        return switch (why) {
            case DELETED -> Phrase.ARTICLE_DELETED;
            case NOT_STOCKED -> Phrase.ARTICLE_NOT_STOCKED;
        };
    }

    private boolean back(String tenant, Collection<String> skus, List<Gone> from) {
        List<String> back = jdbc.sql("""
                update article set gone = null, in_specter = true, told = true
                where tenant = :tenant and sku = any(:skus) and gone = any(:from) returning sku""")
                .param("tenant", tenant)
                .param("skus", skus.toArray(String[]::new))
                .param("from", from.stream().map(Gone::code).toArray(String[]::new))
                .query(String.class)
                .list();
        notices.unname(tenant, "", Cause.ARTICLE_GONE, "", back);
        return !back.isEmpty();
    }

    private boolean hasStock(String tenant, String sku) {
        return jdbc.sql("select exists (select 1 from specter_stock where tenant = :tenant and article_no = :sku)")
                .param("tenant", tenant)
                .param("sku", sku)
                .query(Boolean.class)
                .single();
    }

    /**
     * Of the articles that an order had made: those of which Specter now tells what no order says. We send a name and no price; what Specter
     * tells first of such an article may be its own defaults, so only what differs from that has been changed by somebody.
     */
    private List<String> changedByStaff(String tenant, List<ArticleChange> there) {
        Map<String, Integer> firstTold = new HashMap<>();
        jdbc.sql("select sku, first_told from article where tenant = :tenant and hold = :made and sku = any(:skus)")
                .param("tenant", tenant)
                .param("made", Hold.MADE_BY_ORDER.code())
                .param(
                        "skus",
                        there.stream()
                                .map(change -> Sku.key(change.articleNo()))
                                .toArray(String[]::new))
                .query(rs -> {
                    firstTold.put(rs.getString("sku"), rs.getObject("first_told", Integer.class));
                });
        return there.stream()
                .filter(change -> firstTold.containsKey(Sku.key(change.articleNo())))
                .filter(change -> isChangedByStaff(tenant, change, firstTold.get(Sku.key(change.articleNo()))))
                .map(change -> Sku.key(change.articleNo()))
                .toList();
    }

    private boolean isChangedByStaff(String tenant, ArticleChange change, @Nullable Integer firstTold) {
        int now = Objects.hash(change.name(), change.vatPercent(), change.articleType(), change.standardOldPrice());
        if (firstTold == null) {
            jdbc.sql("update article set first_told = :now where tenant = :tenant and sku = :sku")
                    .param("now", now)
                    .param("tenant", tenant)
                    .param("sku", Sku.key(change.articleNo()))
                    .update();
        }
        BigDecimal price = change.priceExclVat();
        return (price != null && price.signum() != 0)
                || !change.packageRows().isEmpty()
                || (firstTold != null && firstTold != now);
    }

    /** Somebody in Specter has touched these: from now on what Specter says of them counts. */
    private boolean touched(String tenant, List<String> skus) {
        List<String> touched = jdbc.sql("""
                update article set hold = null, first_told = null
                where tenant = :tenant and sku = any(:skus) and hold = :made returning sku""")
                .param("tenant", tenant)
                .param("skus", skus.toArray(String[]::new))
                .param("made", Hold.MADE_BY_ORDER.code())
                .query(String.class)
                .list();
        notices.unname(tenant, "", Cause.ARTICLE_MADE_BY_ORDER, "", touched);
        return !touched.isEmpty();
    }

    private @Nullable Article find(String tenant, String sku) {
        return jdbc.sql("select " + ArticleBook.COLUMNS + " from article where tenant = :tenant and sku = :sku")
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
