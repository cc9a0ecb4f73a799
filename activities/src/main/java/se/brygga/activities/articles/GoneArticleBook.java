package se.brygga.activities.articles;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Gone;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Articles without stock, because they are deleted or not stocked any more; and those that have stock again. */
final class GoneArticleBook {

    /** Types that are sold by the piece. Articles of other types have no stock (Specter reference section 7). */
    private static final Set<String> STOCKED_TYPES = Set.of("GW", "PA");

    private static final String GONE = """
            update article set gone = :why where tenant = :tenant and sku = any(:skus) and gone is distinct from :why
            returning\s""" + ArticleBook.COLUMNS;

    private static final String BACK = """
            update article set gone = null, in_specter = true, told = true
            where tenant = :tenant and sku = any(:skus) and gone = any(:from) returning sku""";

    private static final String HAS_STOCK = """
            select exists (select 1 from specter_stock where tenant = :tenant and article_no = :sku)""";

    private final JdbcClient jdbc;
    private final NoticeBook notices;
    private final MadeArticleBook made;

    GoneArticleBook(JdbcClient jdbc, NoticeBook notices, MadeArticleBook made) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.made = made;
    }

    /**
     * Takes what the journal of articles tells of these.
     *
     * @return whether the shops' stock may have changed
     */
    boolean told(String tenant, List<ArticleChange> there) {
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

    /** Notes that these articles have no stock from now on, for this reason. Returns whether any of them had. */
    boolean gone(String tenant, Collection<String> skus, Gone why) {
        List<Article> gone = jdbc.sql(GONE)
                .param("tenant", tenant)
                .param("why", why.code())
                .param("skus", skus.toArray(String[]::new))
                .query(ArticleBook::read)
                .list();
        Map<String, Detail> named = new LinkedHashMap<>();
        gone.stream()
                .filter(article -> hasStock(tenant, article.sku()))
                .forEach(article -> named.put(article.sku(), phrase(why).with(article.spelled())));
        notices.name(tenant, "", Cause.ARTICLE_GONE, "", named);
        return !named.isEmpty();
    }

    private static Phrase phrase(Gone why) {
        return switch (why) {
            case DELETED -> Phrase.ARTICLE_DELETED;
            case NOT_STOCKED -> Phrase.ARTICLE_NOT_STOCKED;
        };
    }

    private boolean back(String tenant, Collection<String> skus, List<Gone> from) {
        List<String> back = jdbc.sql(BACK)
                .param("tenant", tenant)
                .param("skus", skus.toArray(String[]::new))
                .param("from", from.stream().map(Gone::code).toArray(String[]::new))
                .query(String.class)
                .list();
        notices.unname(tenant, "", Cause.ARTICLE_GONE, "", back);
        made.tell(tenant, back);
        return !back.isEmpty();
    }

    private boolean hasStock(String tenant, String sku) {
        return jdbc.sql(HAS_STOCK)
                .param("tenant", tenant)
                .param("sku", sku)
                .query(Boolean.class)
                .single();
    }
}
