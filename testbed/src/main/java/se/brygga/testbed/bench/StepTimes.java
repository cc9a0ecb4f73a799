package se.brygga.testbed.bench;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the time of a workflow goes, added up over some histories: waiting for a worker, and working. */
final class StepTimes {

    /** Milliseconds, on average over the histories. */
    record Mean(String step, double waiting, double working) {}

    private static final class Sum {
        double waiting;
        double working;
    }

    private final WorkflowClient client;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private int histories;
    private int activities;

    StepTimes(WorkflowClient client) {
        this.client = client;
    }

    void add(String workflowId) {
        Map<Long, HistoryEvent> events = new HashMap<>();
        histories++;
        for (HistoryEvent event : client.fetchHistory(workflowId).getEvents()) {
            events.put(event.getEventId(), event);
            switch (event.getEventType()) {
                case EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> {
                    var done = event.getWorkflowTaskCompletedEventAttributes();
                    note("workflow tasks", events, done.getScheduledEventId(), done.getStartedEventId(), event);
                }
                case EVENT_TYPE_ACTIVITY_TASK_COMPLETED -> {
                    var done = event.getActivityTaskCompletedEventAttributes();
                    activities++;
                    HistoryEvent scheduled = Objects.requireNonNull(events.get(done.getScheduledEventId()));
                    String name = scheduled
                            .getActivityTaskScheduledEventAttributes()
                            .getActivityType()
                            .getName();
                    note(name, events, done.getScheduledEventId(), done.getStartedEventId(), event);
                }
                default -> {
                    // No other event takes time.
                }
            }
        }
    }

    private void note(String step, Map<Long, HistoryEvent> events, long scheduled, long started, HistoryEvent done) {
        Sum sum = sums.computeIfAbsent(step, ignored -> new Sum());
        Timestamp begun = Objects.requireNonNull(events.get(started)).getEventTime();
        sum.waiting += millis(Objects.requireNonNull(events.get(scheduled)).getEventTime(), begun);
        sum.working += millis(begun, done.getEventTime());
    }

    private static double millis(Timestamp from, Timestamp to) {
        return Durations.toNanos(Timestamps.between(from, to)) / 1e6;
    }

    /** How many a history has, on average. */
    double activities() {
        return (double) activities / histories;
    }

    List<Mean> means() {
        List<Mean> means = new ArrayList<>();
        sums.forEach((step, sum) -> means.add(new Mean(step, sum.waiting / histories, sum.working / histories)));
        return means;
    }
}
