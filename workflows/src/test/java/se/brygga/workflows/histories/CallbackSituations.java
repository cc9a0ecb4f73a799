package se.brygga.workflows.histories;

import io.temporal.client.WorkflowStub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.stage.ScriptedCallbacks;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

/** The lives of callbacks. */
final class CallbackSituations {

    static final Map<String, Function<Stage, WorkflowStub>> ALL = all();

    private CallbackSituations() {}

    private static Map<String, Function<Stage, WorkflowStub>> all() {
        Map<String, Function<Stage, WorkflowStub>> all = new LinkedHashMap<>();
        all.put("callback-happy", stage -> {
            WorkflowStub callback = stage.startCallback();
            stage.awaitEndOf(callback);
            return callback;
        });
        all.put("callback-changed-while-reporting", CallbackSituations::newsWhileReporting);
        all.put("callback-parked-retry", stage -> {
            stage.callbacks.report.answers(ScriptedCallbacks.waitsFor(Cause.STATUS_NOT_IN_SHOP));
            return decided(stage, Cause.STATUS_NOT_IN_SHOP, Decision.Kind.RETRY);
        });
        all.put("callback-parked-skip", stage -> {
            stage.callbacks.report.answers(ScriptedCallbacks.waitsFor(Cause.PAYMENT_NOT_CAPTURED));
            return decided(stage, Cause.PAYMENT_NOT_CAPTURED, Decision.Kind.SKIP);
        });
        all.put("callback-internal-error", stage -> {
            stage.callbacks.report.fails(Trouble.ourFault());
            return decided(stage, Cause.INTERNAL_ERROR, Decision.Kind.RETRY);
        });
        return all;
    }

    private static WorkflowStub newsWhileReporting(Stage stage) {
        CountDownLatch told = new CountDownLatch(1);
        stage.callbacks.report.answersAfter(() -> Stage.waitFor(told), ScriptedCallbacks.ALL);
        WorkflowStub callback = stage.startCallback();
        callback.signal("changedInSpecter");
        told.countDown();
        stage.awaitEndOf(callback);
        return callback;
    }

    private static WorkflowStub decided(Stage stage, Cause cause, Decision.Kind kind) {
        WorkflowStub callback = stage.startCallback();
        stage.awaitAttention(callback, cause);
        stage.decide(callback, new Decision("decision-1", kind, "anna", "as agreed", null, null));
        stage.awaitEndOf(callback);
        return callback;
    }
}
