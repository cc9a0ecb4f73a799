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
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Specter's articles: which there are, how Specter spells them, and which of them go to no shop. Methods join a
 * surrounding transaction and are idempotent.
 */
public final class ArticleBook {

    /** Why neither price nor stock of an article goes to a shop. */
    public enum Withheld {
        /**
         * An order of ours had the article created, and nobody in Specter has touched it since. So Specter only repeats
         * what we sent.
         */
        MADE_BY_ORDER,
        /**
         * Specter had the article, refused an order with it, and was then asked to create it. The next reading of
         * Specter's journal of articles shows whether it was there all the time.
         */
        PERHAPS_MADE_BY_ORDER,
        /** Specter has two articles whose numbers differ in case only. Nobody knows which one a shop means. */
        SPELLED_TWICE;

        /** The code in the books. */
        public String code() {
            return Sql.code(this);
        }
    }

    /** Why a shop must not go on selling an article. */
    public enum Gone {
        DELETED,
        /** The article is of a type that has no stock any more. */
        NOT_STOCKED;

        /** The code in the books. */
        public String code() {
            return Sql.code(this);
        }
    }

    /**
     * What is known of an article.
     *
     * @param sku {@link Sku#key}
     * @param spelled the spelling that Specter's journals told last, else the one that was sent
     * @param former the spelling before that; of an article that is spelled twice, the other article's number
     * @param inSpecter whether an order need not have the article created
     */
    public record Article(
            String sku,
            String spelled,
            @Nullable String former,
            boolean inSpecter,
            @Nullable Withheld withheld,
            @Nullable Gone gone) {

        /**
         * The number that an order or operator means: the only one in any spelling, or one of two in exactly this
         * spelling. Empty when nobody knows.
         */
        public Stream<String> meant(String articleNo) {
            return withheld == Withheld.SPELLED_TWICE
                    ? Stream.of(spelled, String.valueOf(former)).filter(Sku.trimmed(articleNo)::equals)
                    : Stream.of(spelled);
        }
    }

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = "sku, spelled, former, in_specter, withheld, gone";

    private static final String FIND =
            "select " + COLUMNS + " from article where tenant = :tenant and sku = any(:skus)";

    private static final String ACCEPTED = """
            select shop_sku, article_no from number_answer
            where tenant = :tenant and shop = :shop and shop_sku = any(:skus) and same""";

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

    /**
     * The numbers of articles of which a person has said that they are the same as a shop's numbers that differ little.
     * An order may name a variant by the number that the variant had before.
     *
     * @return the articles' numbers as Specter spells them, by the key of the shop's
     */
    public Map<String, String> accepted(ShopRef shop, Collection<String> numbers) {
        return jdbc
                .sql(ACCEPTED)
                .params(Sql.named(shop))
                .param("skus", numbers.stream().map(Sku::key).toArray(String[]::new))
                .query((rs, n) -> Map.entry(rs.getString("shop_sku"), rs.getString("article_no")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Articles that go to no shop, and articles that are gone. Freight and fees are left out, because they never had
     * stock.
     */
    public List<Article> withheld(String tenant) {
        return jdbc.sql(WITHHELD)
                .param("tenant", tenant)
                .query(ArticleBook::read)
                .list();
    }

    /** The keys of the articles that are not in Specter, as far as we know. */
    public Set<String> missing(String tenant, Collection<String> articleNos) {
        return missing(find(tenant, articleNos), articleNos);
    }

    /** As {@link #missing(String, Collection)}, for articles that were {@linkplain #find found} just now. */
    public static Set<String> missing(Map<String, Article> known, Collection<String> articleNos) {
        return articleNos.stream()
                .map(Sku::key)
                .filter(sku -> !known.containsKey(sku) || !known.get(sku).inSpecter())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Notes that an order is about to have these articles created. Commit this before Specter is asked, because its
     * journals may tell of them at once.
     */
    public void making(String tenant, Collection<String> articleNos) {
        made.making(tenant, articleNos);
    }

    /** Notes that Specter has created these articles, or had them already. */
    public void made(String tenant, Collection<String> articleNos) {
        made.made(tenant, articleNos);
    }

    /** Notes that Specter has these articles, because the sync of products had them created or changed. */
    public void createdBySync(String tenant, Collection<String> articleNos) {
        made.bySync(tenant, articleNos);
    }

    /**
     * Notes that the sync of products changes these articles. An article that an order had created stays withheld: what
     * Specter tells of the article next is our own change, and not its staff's. Call this before and after the change.
     */
    public void changing(String tenant, Collection<String> articleNos) {
        made.changing(tenant, articleNos);
    }

    /** Opens a notice that names those of these articles that an order had created. */
    public void tellOfMade(String tenant, Collection<String> articleNos) {
        made.tell(tenant, articleNos);
    }

    /** Notes that Specter refused an order with these articles, so one of them may not be in Specter. */
    public void doubt(String tenant, Collection<String> articleNos) {
        jdbc.sql(DOUBT)
                .param("tenant", tenant)
                .param("skus", articleNos.stream().map(Sku::key).toArray(String[]::new))
                .update();
    }

    /**
     * A person accepts what Specter has of an article, or says which of two articles with the same number is meant.
     * What Specter last said of a number that was spelled twice may be about the other article. So an accepted number
     * counts from the next time that Specter tells of it.
     *
     * @throws RequestRefused the article is not withheld, or it is not said which of two is meant
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
