package se.brygga.activities.million;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.MovableTime;

/** What is computed anew for each row that goes to a shop reads no more when the tenant has more articles, kits and sales. */
class RowPlansTest {

    private static final String TENANT = "t1";

    /** An article in two warehouses, that is part of a kit, that has three parts: each is sold twice. */
    private static final int ROWS = 100;

    private static final Map<String, String> TABLES =
            Map.of("specter_stock", """
            insert into specter_stock (tenant, article_no, site, available, changed_at)
            select tenant, 'A' || n, site, n, now() from generate_series(1, 10000) n, unnest(array['1', '2']) site,
              unnest(array['t1', 't2']) tenant""", "kit_row", """
            insert into kit_row (tenant, kit_no, article_no, quantity)
            select tenant, 'A' || n, 'A' || (n + part) % 10000 + 1, 1 from generate_series(1, 10000) n,
              generate_series(1, 3) part, unnest(array['t1', 't2']) tenant""", "sold_goods", """
            insert into sold_goods (tenant, shop, order_id, sku, quantity)
            select tenant, 's1', n, 'A' || n % 5000 + 1, 1 from generate_series(1, 10000) n,
              unnest(array['t1', 't2']) tenant""", "specter_price", """
            insert into specter_price (tenant, list, article_no, from_qty, price, changed_at)
            select tenant, list, 'A' || n, 1, n, now() from generate_series(1, 10000) n,
              unnest(array['', 'L1']) list, unnest(array['t1', 't2']) tenant""");

    @BeforeAll
    static void fill() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.empty());
        TABLES.forEach((table, rows) -> {
            jdbc.sql(rows).update();
            jdbc.sql("analyze " + table).update();
        });
    }

    @AfterAll
    static void leave() {
        TestDatabase.empty();
    }

    @Test
    void whatOneArticlesStockFollowsFromIsFoundByIndexes() throws Exception {
        try (Plans plans = new Plans(TestDatabase.source())) {
            StockBook stock = StockBooks.of(database(plans), articles(plans), new DirtyBook(database(plans)))
                    .specter();

            assertFewRows(plans.of(() -> stock.levels(TENANT, "A4711")));
            assertThat(stock.levels(TENANT, "A4711").kits()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void onesPricesAreFoundByAnIndex() throws Exception {
        try (Plans plans = new Plans(TestDatabase.source())) {
            PriceBook prices = new PriceBooks(database(plans), new DirtyBook(database(plans))).specter();

            assertFewRows(plans.of(() -> prices.specter(TENANT, "A4711")));
        }
    }

    private static void assertFewRows(Plans.Cost cost) {
        assertThat(cost.plans()).isNotEmpty();
        assertThat(cost.wholeTables()).as("%s", cost.plans()).isEmpty();
        assertThat(cost.rows()).as("%s", cost.plans()).isLessThan(ROWS);
    }

    private static ArticleBooks articles(Plans plans) {
        return new ArticleBooks(
                database(plans), new NoticeBook(plans.jdbc(), database(plans).time()));
    }

    private static Database database(Plans plans) {
        return new Database(
                TestDatabase.source(),
                plans.jdbc(),
                TestDatabase.transactions(),
                new MovableTime("2026-11-24T10:00:00Z"));
    }
}
