package se.brygga.testbed.crash.doomed;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a thread writes: an activity of a workflow, also in the threads that it starts; outside of activities, in the
 * starter, the order that the thread spoke of last.
 */
record Owner(String workflow, String step) {

    private static final InheritableThreadLocal<Owner> OF_THREAD = new InheritableThreadLocal<>();

    private static final String OUTSIDE = "web-hook";

    /** @param values of the statement's parameters */
    static @Nullable Owner of(List<Object> values) {
        Owner owner = activity();
        if (owner == null) {
            owner = order(values);
        }
        if (owner == null) {
            return OF_THREAD.get();
        }
        OF_THREAD.set(owner);
        return owner;
    }

    private static @Nullable Owner activity() {
        try {
            ActivityInfo info = Activity.getExecutionContext().getInfo();
            String workflow = info.getWorkflowId();
            return new Owner(workflow, workflow.substring(0, workflow.indexOf('/')) + "." + info.getActivityType());
        } catch (IllegalStateException outside) {
            return null;
        }
    }

    /** Every statement about an order begins with its tenant and its shop. */
    private static @Nullable Owner order(List<Object> values) {
        if (!Boolean.getBoolean("crash.outside")
                || values.size() < 3
                || !(values.get(0) instanceof String tenant)
                || !(values.get(1) instanceof String shop)) {
            return null;
        }
        return values.stream()
                .filter(Long.class::isInstance)
                .findFirst()
                .map(order -> new Owner(OUTSIDE + "/" + tenant + "/" + shop + "/" + order, OUTSIDE))
                .orElse(null);
    }
}
