package se.brygga.activities.million;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;

/** No view of the desk reads more when there are more orders: each starts from an index, and stops when its page is full. */
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
}
