package se.brygga.activities.products.master;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.gate.ProductGateBook;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;

/**
 * The articles that the sync of a shop's products must look at. Whoever changes what a product follows from marks its
 * articles, in the same transaction. A mark stands until a look has dealt with the article. Methods join a surrounding
 * transaction and are idempotent.
 */
public final class ArticleNewsBook {

    private static final String MARK = """
            insert into article_news as known (tenant, shop, sku, marks, poked)
            select :tenant, :shop, i.sku, 1, false from unnest(:skus) as i (sku) order by i.sku
            on conflict (tenant, shop, sku) do update set marks = known.marks + 1, poked = false""";

    private static final String MARK_ALL = """
            insert into article_news as known (tenant, shop, sku, marks, poked)
            select a.tenant, :shop, a.sku, 1, false from article_master a where a.tenant = :tenant order by a.sku
            on conflict (tenant, shop, sku) do update set marks = known.marks + 1, poked = false""";

    private static final String OPEN =
            "select sku, marks from article_news n where tenant = :tenant and shop = :shop and "
                    + ProductGateBook.passes("n.sku") + " order by sku limit :most";

    private static final String MARKED =
            "select sku from article_news where tenant = :tenant and shop = :shop and sku = any(:skus)";

    private static final String DONE = """
            delete from article_news n using unnest(:skus, :marks) as i (sku, marks)
            where n.tenant = :tenant and n.shop = :shop and n.sku = i.sku and n.marks = i.marks""";

    private static final String POKE = """
            with fresh as (
              update article_news set poked = true where tenant = :tenant and not poked returning shop)
            select distinct shop from fresh""";

    private final JdbcClient jdbc;

    ArticleNewsBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * News of one article.
     *
     * @param marks how often the article was marked; a mark after a look began is not taken away by the look
     */
    public record News(String sku, int marks) {}

    /** Marks these articles, by {@link se.brygga.workflows.Sku#key}, for a shop. */
    public void mark(ShopRef shop, Collection<String> skus) {
        if (!skus.isEmpty()) {
            jdbc.sql(MARK)
                    .params(Sql.named(shop))
                    .param("skus", skus.toArray(String[]::new))
                    .update();
        }
    }

    /** Marks all articles for a shop: its sync begins, or its set-up has changed. */
    public void markAll(ShopRef shop) {
        jdbc.sql(MARK_ALL).params(Sql.named(shop)).update();
    }

    /** News for the shop of articles that may be written, in the order of the keys. */
    public List<News> open(ShopRef shop, int most) {
        return jdbc.sql(OPEN)
                .params(Sql.named(shop))
                .param("direction", Sql.code(Direction.TO_SHOP))
                .param("most", most)
                .query((rs, row) -> new News(rs.getString("sku"), rs.getInt("marks")))
                .list();
    }

    /** Those of these articles that no look has dealt with since they were marked. */
    public Set<String> marked(ShopRef shop, Collection<String> skus) {
        return Set.copyOf(jdbc.sql(MARKED)
                .params(Sql.named(shop))
                .param("skus", skus.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** A look has dealt with this news: the shop shows it, or a person must decide something first. */
    public void done(ShopRef shop, Collection<News> news) {
        jdbc.sql(DONE)
                .params(Sql.named(shop))
                .param("skus", Sql.part(news, News::sku))
                .param("marks", news.stream().map(News::marks).toArray(Integer[]::new))
                .update();
    }

    /** The tenant's shops with news for which nobody was poked yet. The caller pokes. */
    List<ShopRef> unpoked(String tenant) {
        return jdbc.sql(POKE)
                .param("tenant", tenant)
                .query((rs, row) -> new ShopRef(tenant, rs.getString("shop")))
                .list();
    }
}
