package se.brygga.activities.million;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.SearchBook;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.workflows.ShopRef;

/** No view of the desk reads more when there are more orders: each starts from an index, and stops when its page is full. */
@Tag("slow")
class ListPlansTest {

    /** A page of a hundred lines, or a count to a thousand, with what is looked up for each: whatever the number of orders. */
    private static final int ROWS = 10_000;

    @BeforeAll
    static void fill() {
        ManyOrders.make(JdbcClient.create(TestDatabase.empty()), TestDatabase.transactions());
    }

    @AfterAll
    static void leave() {
        TestDatabase.empty();
    }

    @Test
    void everyViewStartsFromAnIndexAndReadsNoMoreThanItShows() throws Exception {
        List<String> broken = new ArrayList<>();
        try (Plans plans = new Plans(TestDatabase.source())) {
            new Views(plans.jdbc(), TestDatabase.transactions()).all().forEach((view, look) -> {
                Plans.Cost cost = plans.of(look);
                assertThat(cost.plans()).as(view).isNotEmpty();
                if (cost.rows() > ROWS || !cost.wholeTables().isEmpty()) {
                    broken.add(view + " reads " + cost.rows() + " rows, whole tables " + cost.wholeTables() + "\n"
                            + cost.plans());
                }
            });
        }

        assertThat(broken).isEmpty();
    }

    /** The sweep of each hour. */
    @Test
    void theUnfinishedOrdersOfAShopAreFoundByIndexes() throws Exception {
        try (Plans plans = new Plans(TestDatabase.source())) {
            OrderBook orders = new OrderBook(
                    plans.jdbc(),
                    TestDatabase.transactions(),
                    Vault.demo(),
                    InstantSource.system(),
                    new AttentionBook(plans.jdbc(), InstantSource.system()),
                    new SearchBook(plans.jdbc(), new BlindIndex(plans.jdbc(), Vault.demo())));

            Plans.Cost cost = plans.of(() -> orders.records().unfinished(new ShopRef(ManyOrders.BIG, "s1")));

            assertThat(cost.wholeTables()).as("%s", cost.plans()).isEmpty();
            assertThat(cost.rows()).as("%s", cost.plans()).isLessThan(ManyOrders.count() / 20);
        }
    }
}
