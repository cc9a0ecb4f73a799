package se.brygga.activities.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.brygga.workflows.attention.Cause;

/** A scrape stays small, however many tenants are in trouble. */
class NumbersTest {

    @Test
    void ofManyTenantsTheWorstAreNamedAndTheSumStaysRight() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < 1_000; i++) {
            numbers.add(Series.of(Metric.ORDERS_WAITING, "t" + i, "totals-differ"), i);
            numbers.add(Series.of(Metric.ORDERS_WAITING, "t" + i, "sku-missing"), 1);
            numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY_OLDEST, "t" + i), i);
        }

        var bounded = numbers.bounded();

        assertThat(bounded).hasSizeLessThanOrEqualTo(3 * (Numbers.TENANTS + 1));
        assertThat(bounded)
                .containsEntry(Series.of(Metric.ORDERS_WAITING, "t999", "totals-differ"), 999L)
                .containsEntry(Series.of(Metric.ORDERS_WAITING, "(others)", "sku-missing"), 1_000L - Numbers.TENANTS)
                .containsEntry(Series.of(Metric.ORDERS_ON_ITS_WAY_OLDEST, "(others)"), 999L - Numbers.TENANTS);
        assertThat(bounded.entrySet().stream()
                        .filter(entry -> entry.getKey().metric() == Metric.ORDERS_WAITING)
                        .collect(Collectors.summingLong(entry -> entry.getValue())))
                .isEqualTo(999L * 1_000 / 2 + 1_000);
    }

    @Test
    void aScrapeStaysSmallWhenAThousandTenantsHaveTroubleOfEveryKind() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < 1_000; i++) {
            String tenant = "a-tenant-with-a-key-of-40-characters" + (1_000 + i);
            for (Cause cause : Cause.values()) {
                numbers.add(Series.of(Metric.ORDERS_WAITING, tenant, cause.code()), i + 1);
                numbers.add(Series.of(Metric.NOTICES_OPEN, tenant, cause.code()), i + 1);
            }
            for (String kind : List.of("away", "busy", "credentials", "rights", "address")) {
                for (String system : List.of("specter", "starweb")) {
                    numbers.add(Series.of(Metric.SYSTEMS_OUT_OF_ORDER, tenant, system, kind), 1);
                    numbers.add(Series.of(Metric.SYSTEMS_OUT_OF_ORDER_LONGEST, tenant, system, kind), i);
                    numbers.add(Series.of(Metric.SYSTEMS_OUT_OF_ORDER_WAITING, tenant, system, kind), i);
                }
            }
            for (String word : List.of("one", "two", "three", "four", "five")) {
                numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY, tenant, word), i);
                numbers.add(Series.of(Metric.ORDERS_SKIPPED, tenant, word), i);
                numbers.add(Series.of(Metric.LOOPS_LATE, tenant, word), i);
                numbers.add(Series.of(Metric.PUSHES_ASLEEP, tenant, "stock", word), i);
                numbers.add(Series.of(Metric.PUSHES_ASLEEP, tenant, "prices", word), i);
            }
            numbers.add(Series.of(Metric.ORDERS_ON_ITS_WAY_OLDEST, tenant), i);
            numbers.add(Series.of(Metric.SHOPS_NOT_LOOKED_THROUGH, tenant), i);
            numbers.add(Series.of(Metric.PRICES_WAITING, tenant), i);
        }

        var bounded = numbers.bounded();

        // The rest of the 200 kB is Temporal's; MetricsIT has that.
        assertThat(bounded.entrySet().stream()
                        .mapToInt(
                                entry -> line(entry.getKey(), entry.getValue()).length())
                        .sum())
                .isLessThan(110_000);
        assertThat(bounded.keySet())
                .extracting(Series::metric)
                .as("of each metric the worst is named")
                .contains(Metric.ORDERS_WAITING, Metric.NOTICES_OPEN);
        assertThat(bounded.keySet())
                .filteredOn(series -> series.metric() == Metric.ORDERS_WAITING)
                .extracting(Series::tenant)
                .contains("a-tenant-with-a-key-of-40-characters1999", "(others)");
    }

    /** As Prometheus reads it. */
    private static String line(Series series, long number) {
        return series.metric().prometheusName()
                + series.metric().tags(series.values()).stream()
                        .map(tag -> tag.getKey() + "=\"" + tag.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "}"))
                + " " + number + ".0\n";
    }
}
