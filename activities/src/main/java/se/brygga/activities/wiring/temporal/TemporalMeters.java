package se.brygga.activities.wiring.temporal;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the metrics of Temporal's SDK small. Each comes with a dozen labels, most of them "none", and with 68 buckets.
 * The metrics that Temporal tells operators to watch stay, with the labels on which an operator can act.
 */
final class TemporalMeters implements MeterFilter {

    /**
     * Meters of one kind, and what is kept of them. The first rule that fits counts. A gauge must keep all labels that
     * distinguish it from others, because gauges do not add up.
     *
     * @param buckets whether the distribution is published, and not only number, sum and maximum
     */
    private record Rule(String meters, boolean buckets, Set<String> labels) {

        static Rule of(String meters, boolean buckets, String... labels) {
            return new Rule("temporal_" + meters, buckets, Set.of(labels));
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("request_latency", true, "operation"),
            Rule.of("request", false, "operation", "status_code"),
            Rule.of("long_request", false, "operation", "status_code"),
            Rule.of("activity_schedule_to_start", true, "task_queue"),
            Rule.of("activity_execution_failed", false, "activity_type", "exception"),
            Rule.of("activity", false, "activity_type"),
            Rule.of("workflow_task_schedule_to_start", true, "task_queue"),
            Rule.of("workflow_task_queue", false, "task_queue"),
            Rule.of("workflow", false, "workflow_type", "exception", "failure_reason"),
            Rule.of("sticky_cache", false, "workflow_type"),
            Rule.of("", false, "task_queue", "worker_type", "poller_type"));

    /** Meters that repeat others with one more step of ours. */
    private static final Set<String> OMITTED = Set.of(
            "temporal_activity_succeed_endtoend_latency",
            "temporal_workflow_task_execution_total_latency",
            "temporal_long_request_latency");

    /** Temporal's documentation draws a line at 200 ms. */
    private static final double[] BUCKETS = Arrays.asList(50, 200, 1_000, 5_000, 30_000).stream()
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    private static Optional<Rule> rule(Meter.Id id) {
        return RULES.stream()
                .filter(rule -> id.getName().startsWith(rule.meters()))
                .findFirst();
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return OMITTED.contains(id.getName()) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        return rule(id).map(rule -> id.replaceTags(kept(rule, id))).orElse(id);
    }

    private static List<Tag> kept(Rule rule, Meter.Id id) {
        return StreamSupport.stream(id.getTagsAsIterable().spliterator(), false)
                .filter(tag -> rule.labels().contains(tag.getKey()))
                .toList();
    }

    @Override
    public @Nullable DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return rule(id).map(rule -> DistributionStatisticConfig.builder()
                        .percentilesHistogram(false)
                        .serviceLevelObjectives(rule.buckets() ? BUCKETS : new double[0])
                        .build()
                        .merge(config))
                .orElse(config);
    }
}
