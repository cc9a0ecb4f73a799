package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.workflows.OrderRef;

/** In the moment of writing only one article is read: it comes to what the whole stock says. */
@Timeout(120)
class StockOfOneArticleTest extends StockScene {

    private static final int ARTICLES = 30;

    private final Random random = new Random(20261130);

    @Test
    void oneArticleComesToWhatTheWholeStockSays() {
        IntStream.range(0, ARTICLES).forEach(n -> {
            specter(sku(n), "1", random.nextInt(50));
            specter(sku(n), "2", random.nextInt(50));
        });
        for (int kit = 0; kit < ARTICLES; kit += 2) {
            for (int part = 0; part < 3; part++) {
                books.jdbc
                        .sql("insert into kit_row (tenant, kit_no, article_no, quantity)"
                                + " values (:tenant, :kit, :article, :quantity) on conflict do nothing")
                        .param("tenant", TENANT)
                        .param("kit", sku(kit))
                        .param("article", sku(random.nextInt(ARTICLES)))
                        .param("quantity", 1 + random.nextInt(3))
                        .update();
            }
        }
        for (int order = 1; order <= 20; order++) {
            Map<String, BigDecimal> goods = new HashMap<>();
            goods.put(sku(random.nextInt(ARTICLES)), BigDecimal.valueOf(1 + random.nextInt(4)));
            OrderRef ref = new OrderRef(ORDER.shop(), order);
            books.transactions.executeWithoutResult(tx -> books.sold.sold(ref, goods));
        }
        StockBook.Levels all = books.stock.levels(TENANT);
        assertThat(all.unbooked()).hasSizeGreaterThan(10);
        assertThat(all.kits()).hasSizeGreaterThan(10);

        StockLevels whole = new StockLevels(setup, all);
        IntStream.range(0, ARTICLES).mapToObj(StockOfOneArticleTest::sku).forEach(sku -> {
            StockLevels one = new StockLevels(setup, books.stock.levels(TENANT, sku));
            assertThat(one.wanted(sku, null)).as(sku).isEqualTo(whole.wanted(sku, null));
            assertThat(one.wanted(sku, "2")).as(sku).isEqualTo(whole.wanted(sku, "2"));
            assertThat(one.unbooked(sku)).as(sku).isEqualByComparingTo(whole.unbooked(sku));
        });
    }

    private static String sku(int n) {
        return "S" + n;
    }
}
