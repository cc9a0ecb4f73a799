package se.brygga.activities.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a scrape without its value.
 *
 * @param values of the metric's labels, in their order
 */
record Series(Metric metric, List<String> values) {

    static Series of(Metric metric, String... values) {
        return new Series(metric, List.of(values));
    }

    /** The tenant of the series; empty when it belongs to no single one. */
    String tenant() {
        int place = metric.labels().indexOf("tenant");
        return place < 0 ? "" : values.get(place);
    }

    /** The same series of another tenant. */
    Series of(String tenant) {
        List<String> others = new ArrayList<>(values);
        others.set(metric.labels().indexOf("tenant"), tenant);
        return new Series(metric, List.copyOf(others));
    }
}
