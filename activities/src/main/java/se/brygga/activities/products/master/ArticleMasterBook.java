package se.brygga.activities.products.master;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.workflows.Sku;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Specter's journal told last of each article. A tenant's articles are kept from the time on that the tenant has a
 * shop with products. Nothing personal is in it. Methods join a surrounding transaction and are idempotent.
 */
public final class ArticleMasterBook {

    private static final String COLUMNS = "sku, told, former, deleted, told_at";

    private static final String FIND =
            "select " + COLUMNS + " from article_master where tenant = :tenant and sku = any(:skus)";

    private static final String PAGE = "select " + COLUMNS
            + " from article_master where tenant = :tenant and sku > :after order by sku limit :most";

    private static final String NAMED = """
            select sku, article_no, name, article_type, main_sku, variant_values, former from article_master
            where tenant = :tenant and not deleted and not withheld order by sku""";

    private static final String IDS = """
            select article_id, sku from article_master where tenant = :tenant and article_id = any(:ids)""";

    private static final String TAKE = """
            insert into article_master as known (tenant, sku, article_no, name, article_type, article_id, main_sku,
              variant_values, former, told, deleted, withheld, told_at)
            select :tenant, i.sku, i.article_no, i.name, i.article_type, i.article_id, i.main_sku, i.variant_values,
              i.former, i.told, false, i.sku = any(:withheld), :now
            from unnest(:skus, :numbers, :names, :types, :ids, :mains, :values, :formers, :told)
              as i (sku, article_no, name, article_type, article_id, main_sku, variant_values, former, told)
            on conflict (tenant, sku) do update set article_no = excluded.article_no, name = excluded.name,
              article_type = excluded.article_type, article_id = excluded.article_id, main_sku = excluded.main_sku,
              variant_values = excluded.variant_values, former = coalesce(excluded.former, known.former),
              told = excluded.told, deleted = false, withheld = excluded.withheld, told_at = excluded.told_at
            where known.told <> excluded.told or known.deleted or known.withheld <> excluded.withheld
              or (excluded.former is not null and known.former is distinct from excluded.former)
            returning sku""";

    private static final String DELETED = """
            update article_master set deleted = true, told_at = :now
            where tenant = :tenant and sku = any(:skus) and not deleted returning sku""";

    private static final String ACCEPTED = """
            update article_master set withheld = false, told_at = :now
            where tenant = :tenant and sku = :sku and withheld returning sku""";

    private static final String LEFT = """
            delete from article_master where tenant = :tenant and sku = :sku
              and (article_id is null or article_id = :id::text)""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final JsonMapper json = JsonMapper.builder().build();

    ArticleMasterBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What an article is called, and whose variant it is: enough to tell which articles form one product.
     *
     * @param sku {@link Sku#key} of the number
     * @param articleNo as Specter spells it
     * @param name empty when Specter told none
     * @param mainSku key of the main article's number, where Specter tells the structure
     * @param values value by type, where Specter tells the structure
     * @param former key of the number that the article had before
     */
    public record Named(
            String sku,
            String articleNo,
            String name,
            @Nullable String articleType,
            @Nullable String mainSku,
            Map<String, String> values,
            @Nullable String former) {}

    /** The articles of these numbers that Specter has told of, by {@link Sku#key}. Deleted ones too. */
    public Map<String, ArticleMaster> find(String tenant, Collection<String> articleNos) {
        return jdbc
                .sql(FIND)
                .param("tenant", tenant)
                .param("skus", articleNos.stream().map(Sku::key).toArray(String[]::new))
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.toMap(ArticleMaster::sku, Function.identity()));
    }

    /**
     * All articles in the order of their keys, page by page. Deleted ones too.
     *
     * @param after the last key of the page before; empty for the first page
     */
    public List<ArticleMaster> page(String tenant, String after, int most) {
        return jdbc.sql(PAGE)
                .param("tenant", tenant)
                .param("after", after)
                .param("most", most)
                .query(this::read)
                .list();
    }

    /** The names of all articles that can go to a shop, in the order of their keys: those that are neither deleted nor withheld. */
    public List<Named> named(String tenant) {
        return jdbc.sql(NAMED)
                .param("tenant", tenant)
                .query((rs, row) -> new Named(
                        rs.getString("sku"),
                        rs.getString("article_no"),
                        rs.getString("name"),
                        rs.getString("article_type"),
                        rs.getString("main_sku"),
                        values(rs.getString("variant_values")),
                        rs.getString("former")))
                .list();
    }

    /**
     * What rows of the journal brought.
     *
     * @param changed keys of the articles that are new or differ from what was told before
     * @param renumbered new key by old key, of articles whose number has changed
     */
    record News(Set<String> changed, Map<String, String> renumbered) {}

    /**
     * Stores what these rows say.
     *
     * @param withheld keys of articles of which only an order says what they are
     */
    News take(String tenant, List<ArticleChange> rows, Set<String> withheld) {
        Map<String, ArticleChange> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(Sku.key(row.articleNo()), row));
        Map<String, String> formers = formers(tenant, last);
        Map<String, String> renumbered = left(tenant, last, formers);
        Set<String> changed = new TreeSet<>(stored(
                tenant,
                last.entrySet().stream()
                        .filter(row -> !row.getValue().deleted())
                        .map(row -> new Row(row.getKey(), row.getValue(), formers.get(row.getKey())))
                        .toList(),
                withheld));
        changed.removeAll(withheld);
        changed.addAll(jdbc.sql(DELETED)
                .param("tenant", tenant)
                .param("now", Sql.at(time.instant()))
                .param(
                        "skus",
                        last.entrySet().stream()
                                .filter(row -> row.getValue().deleted())
                                .map(Map.Entry::getKey)
                                .toArray(String[]::new))
                .query(String.class)
                .list());
        return new News(changed, renumbered);
    }

    /**
     * A person says that what Specter has of an article is right.
     *
     * @return the article's key; empty when the article was not withheld
     */
    List<String> accepted(String tenant, String articleNo) {
        return jdbc.sql(ACCEPTED)
                .param("tenant", tenant)
                .param("sku", Sku.key(articleNo))
                .param("now", Sql.at(time.instant()))
                .query(String.class)
                .list();
    }

    private record Row(
            String sku, ArticleChange told, @Nullable String former) {

        ArticleChange.Assumed assumed() {
            return told.master().assumed();
        }
    }

    /** The former number of each article that has one: by Specter's own id of the article, else as the row says. */
    private Map<String, String> formers(String tenant, Map<String, ArticleChange> rows) {
        Map<String, String> known = new HashMap<>();
        jdbc.sql(IDS)
                .param("tenant", tenant)
                .param(
                        "ids",
                        rows.values().stream()
                                .map(row -> row.master().assumed().articleId())
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query(rs -> {
                    known.put(rs.getString("article_id"), rs.getString("sku"));
                });
        Map<String, String> formers = new HashMap<>();
        rows.forEach((sku, row) -> Stream.of(
                        known.get(String.valueOf(row.master().assumed().articleId())),
                        key(row.master().assumed().oldArticleNo()))
                .filter(former -> former != null && !former.equals(sku))
                .findFirst()
                .ifPresent(former -> formers.put(sku, former)));
        return formers;
    }

    /**
     * Removes articles from under their former numbers. A number that another article has by now stays. So does a
     * number whose change is known already, because a new article may have got it since.
     */
    private Map<String, String> left(String tenant, Map<String, ArticleChange> rows, Map<String, String> formers) {
        Map<String, String> renumbered = new LinkedHashMap<>();
        Set<String> known = find(tenant, formers.keySet()).keySet();
        formers.forEach((sku, former) -> {
            String id = Objects.requireNonNull(rows.get(sku)).master().assumed().articleId();
            if (id == null && known.contains(sku)) {
                return;
            }
            int left = jdbc.sql(LEFT)
                    .param("tenant", tenant)
                    .param("sku", former)
                    .param("id", id)
                    .update();
            if (left > 0) {
                renumbered.put(former, sku);
            }
        });
        return renumbered;
    }

    private List<String> stored(String tenant, List<Row> rows, Set<String> withheld) {
        return jdbc.sql(TAKE)
                .param("tenant", tenant)
                .param("now", Sql.at(time.instant()))
                .param("skus", Sql.part(rows, Row::sku))
                .param("numbers", Sql.part(rows, row -> Sku.trimmed(row.told().articleNo())))
                .param(
                        "names",
                        Sql.part(
                                rows,
                                row -> Objects.requireNonNullElse(row.told().name(), "")))
                .param("types", Sql.optional(rows, row -> row.told().articleType()))
                .param("ids", Sql.optional(rows, row -> row.assumed().articleId()))
                .param("mains", Sql.optional(rows, row -> key(row.assumed().mainArticleNo())))
                .param(
                        "values",
                        Sql.part(
                                rows,
                                row -> json.writeValueAsString(row.assumed().variantValues())))
                .param("formers", Sql.optional(rows, Row::former))
                .param("withheld", withheld.toArray(String[]::new))
                .param(
                        "told",
                        Sql.part(rows, row -> json.writeValueAsString(row.told().withoutPrices())))
                .query(String.class)
                .list();
    }

    private static @Nullable String key(@Nullable String articleNo) {
        return articleNo == null ? null : Sku.key(articleNo);
    }

    private ArticleMaster read(ResultSet rs, int row) throws SQLException {
        return new ArticleMaster(
                rs.getString("sku"),
                json.readValue(rs.getString("told"), ArticleChange.class),
                rs.getString("former"),
                rs.getBoolean("deleted"),
                Objects.requireNonNull(Sql.instant(rs, "told_at")));
    }

    /** In the order in which Specter tells them. */
    private Map<String, String> values(String told) {
        Map<String, String> values = new LinkedHashMap<>();
        json.readTree(told)
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asString()));
        return values;
    }
}
