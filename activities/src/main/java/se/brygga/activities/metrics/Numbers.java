package se.brygga.activities.metrics;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The values of the gauges at one time. Each metric names the tenants with the most trouble, and counts all others
 * together.
 */
final class Numbers {

    /**
     * Most tenants that one metric names. A thousand tenants in trouble must not make a scrape too large. Sums over all
     * tenants stay right.
     */
    static final int TENANTS = 25;

    /**
     * Most lines of one metric, because a tenant may have trouble of every kind. Lines of the worst tenant may exceed
     * this.
     */
    private static final int LINES = 80;

    /** The label in place of the tenant for all tenants that are not named. */
    static final String OTHERS = "(others)";

    private final Map<Metric, Map<Series, Long>> numbers = new EnumMap<>(Metric.class);

    /** Adds a number. Numbers of one series are summed up; of ages the highest counts. */
    void add(Series series, long number) {
        merge(numbers.computeIfAbsent(series.metric(), metric -> new HashMap<>()), series, number);
    }

    private static void merge(Map<Series, Long> into, Series series, long number) {
        into.merge(series, number, series.metric().kind() == Metric.Kind.AGE ? Long::max : Long::sum);
    }

    /** The numbers by series, within the limits. */
    Map<Series, Long> bounded() {
        Map<Series, Long> all = new HashMap<>();
        numbers.values().forEach(ofOneMetric -> {
            Set<String> named = worst(ofOneMetric);
            ofOneMetric.forEach(
                    (series, number) -> merge(all, isOf(named, series) ? series : series.of(OTHERS), number));
        });
        return all;
    }

    private static boolean isOf(Set<String> named, Series series) {
        return series.tenant().isEmpty() || named.contains(series.tenant());
    }

    private static Set<String> worst(Map<Series, Long> ofOneMetric) {
        Map<String, Long> byTenant = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        ofOneMetric.forEach((series, number) -> {
            byTenant.merge(series.tenant(), number, series.metric().kind() == Metric.Kind.AGE ? Long::max : Long::sum);
            lines.merge(series.tenant(), 1, Integer::sum);
        });
        List<String> worstFirst = byTenant.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TENANTS)
                .map(Map.Entry::getKey)
                .toList();
        Set<String> named = new HashSet<>();
        int room = LINES;
        for (String tenant : worstFirst) {
            room -= Objects.requireNonNull(lines.get(tenant));
            if (room < 0 && !named.isEmpty()) {
                break;
            }
            named.add(tenant);
        }
        return named;
    }
}
