package se.brygga.activities.million;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;

/** How long each view takes with a million orders: {@code mvn -Pmillion}. Prints all, and fails on what is too slow. */
class MillionOrdersBench {

    private static final int RUNS = 50;
    private static final int REPEATS = 3;
    private static final double MILLISECONDS = 100;

    @Test
    void everyViewIsThereWithinATenthOfASecond() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.empty());
        long begun = System.nanoTime();
        ManyOrders.make(jdbc, TestDatabase.transactions());
        System.out.printf("%d orders made in %.0f s%n", ManyOrders.count(), (System.nanoTime() - begun) / 1e9);
        List<String> slow = new ArrayList<>();
        new Views(jdbc, TestDatabase.transactions()).all().forEach((view, look) -> {
            double p95 = p95(look);
            // A machine that does something else for a moment is no slow view.
            for (int repeat = 0; p95 > MILLISECONDS && repeat < REPEATS; repeat++) {
                p95 = Math.min(p95, p95(look));
            }
            System.out.printf("%8.1f ms  %s%n", p95, view);
            if (p95 > MILLISECONDS) {
                slow.add(view);
            }
        });

        assertThat(slow).isEmpty();
    }

    /** Of runs after a first one, which brings what is asked for into memory. */
    private static double p95(Runnable look) {
        look.run();
        double[] times = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            look.run();
            times[run] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS * 95 / 100];
    }
}
