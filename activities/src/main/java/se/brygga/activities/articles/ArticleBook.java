package se.brygga.activities.articles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.Sku;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Specter's articles: which there are, how Specter spells them, and of which nothing may be carried to a shop. Methods join a
 * surrounding transaction and may be repeated.
 */
public final class ArticleBook {

    /** Why neither price nor stock of an article is carried to a shop. */
    public enum Withheld {
        /** An order of ours had it made, and nobody in Specter has touched it since: what Specter says is what we said. */
        MADE_BY_ORDER,
        /**
         * Specter had it, refused an order that has it, and was asked to make it: whether it was there all the time, the next look at
         * Specter's journal of articles shows.
         */
        PERHAPS_MADE_BY_ORDER,
        /** Specter has two articles whose numbers differ in case only, and nobody knows which one a shop means. */
        SPELLED_TWICE;

        /** As it stands in the books. */
        public String code() {
            return Sql.code(this);
        }
    }

    /** Why a shop must not go on selling an article. */
    public enum Gone {
        DELETED,
        /** It is of a type that has no stock any more. */
        NOT_STOCKED;

        /** As it stands in the books. */
        public String code() {
            return Sql.code(this);
        }
    }

    /**
     * What is known of an article.
     *
     * @param sku {@link Sku#key}
     * @param spelled as Specter's journals told it last, else as it was sent
     * @param former how it was told before that; of one that is spelled twice, the other article's number
     * @param inSpecter whether an order need not have it made
     */
    public record Article(
            String sku,
            String spelled,
            @Nullable String former,
            boolean inSpecter,
            @Nullable Withheld withheld,
            @Nullable Gone gone) {

        /** The one of two articles that an order or operator means; the only one in whatever spelling. Empty when nobody knows. */
        public Stream<String> meant(String articleNo) {
            return withheld == Withheld.SPELLED_TWICE
                    ? Stream.of(spelled, String.valueOf(former)).filter(Sku.trimmed(articleNo)::equals)
                    : Stream.of(spelled);
        }
    }

    /** What {@link #read} takes. */
    static final String COLUMNS = "sku, spelled, former, in_specter, withheld, gone";

    private static final String FIND =
            "select " + COLUMNS + " from article where tenant = :tenant and sku = any(:skus)";

    private static final String WITHHELD = "select " + COLUMNS + """
             from article a where tenant = :tenant and (withheld is not null or (gone is not null and exists
              (select 1 from specter_stock s where s.tenant = a.tenant and s.article_no = a.sku)))
            order by sku""";

    private static final String DOUBT = """
            update article set in_specter = false where tenant = :tenant and sku = any(:skus)""";

    private final JdbcClient jdbc;
    private final ArticleKeeper keeper;
    private final MadeArticleBook made;

    ArticleBook(JdbcClient jdbc, NoticeBook notices, ArticleKeeper keeper, InstantSource time) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.made = new MadeArticleBook(jdbc, notices, time);
    }

    /** What is known of these articles, by {@link Sku#key}. */
    public Map<String, Article> find(String tenant, Collection<String> articleNos) {
        return jdbc
                .sql(FIND)
                .param("tenant", tenant)
                .param("skus", articleNos.stream().map(Sku::key).toArray(String[]::new))
                .query(ArticleBook::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Article::sku, Function.identity()));
    }

    /** Those of which nothing is carried to the shops, and those that are gone; freight and fees never had any stock. */
    public List<Article> withheld(String tenant) {
        return jdbc.sql(WITHHELD)
                .param("tenant", tenant)
                .query(ArticleBook::read)
                .list();
    }

    /** The keys of those that we do not know to be in Specter. */
    public Set<String> missing(String tenant, Collection<String> articleNos) {
        return missing(find(tenant, articleNos), articleNos);
    }

    /** The same by what was {@linkplain #find found} of them just now. */
    public static Set<String> missing(Map<String, Article> known, Collection<String> articleNos) {
        return articleNos.stream()
                .map(Sku::key)
                .filter(sku -> !known.containsKey(sku) || !known.get(sku).inSpecter())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An order is about to have them made. Commit it before Specter is asked: its journals may tell of them at once. */
    public void making(String tenant, Collection<String> articleNos) {
        made.making(tenant, articleNos);
    }

    /** Specter has made them, or had them. */
    public void made(String tenant, Collection<String> articleNos) {
        made.made(tenant, articleNos);
    }

    /** Opens a notice that names those of them that an order had made. */
    public void tellOfMade(String tenant, Collection<String> articleNos) {
        made.tell(tenant, articleNos);
    }

    /** Specter has refused an order with them, so one of them may not be there (any more). */
    public void doubt(String tenant, Collection<String> articleNos) {
        jdbc.sql(DOUBT)
                .param("tenant", tenant)
                .param("skus", articleNos.stream().map(Sku::key).toArray(String[]::new))
                .update();
    }

    /**
     * A person says that what Specter has of an article is right, or which of two articles with the same number is meant. Of one that was
     * spelled twice, what Specter said last may be the other one's: it counts from the next time that Specter tells of it.
     *
     * @throws RequestRefused nothing is withheld of it, or it is not said which of two is meant
     */
    public void accept(String tenant, String articleNo) {
        Article article = find(tenant, List.of(articleNo)).get(Sku.key(articleNo));
        if (article == null || article.withheld() == null) {
            throw Reason.ARTICLE_NOT_WITHHELD.refused(articleNo, tenant);
        }
        String meant = article.meant(articleNo)
                .findFirst()
                .orElseThrow(() -> Reason.ARTICLE_WHICH.refused(article.spelled(), article.former()));
        made.accepted(tenant, article.sku());
        keeper.settled(tenant, article, meant);
    }

    static Article read(ResultSet rs, int row) throws SQLException {
        return new Article(
                rs.getString("sku"),
                rs.getString("spelled"),
                rs.getString("former"),
                rs.getBoolean("in_specter"),
                ofBooks(Withheld.class, rs.getString("withheld")),
                ofBooks(Gone.class, rs.getString("gone")));
    }

    private static <E extends Enum<E>> @Nullable E ofBooks(Class<E> type, @Nullable String word) {
        return word == null ? null : Sql.constant(type, word);
    }
}
