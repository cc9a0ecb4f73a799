package se.brygga.testbed.privacy;

import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that Temporal keeps: payloads, memos, search attributes, summaries, failures, and every other text, see {@link Messages}.
 */
final class Histories {

    private static final Duration FIRST_RUNS = Duration.ofMinutes(1);

    private final WorkflowClient client;
    private final Findings findings;

    Histories(WorkflowClient client, Findings findings) {
        this.client = client;
        this.findings = findings;
    }

    /**
     * Looks at every run that the server lists.
     *
     * @param known ids, for a server that lists none
     */
    void lookThrough(Supplier<Collection<String>> known) {
        for (WorkflowExecution run : runs(known)) {
            try {
                lookAt(run);
            } catch (WorkflowNotFoundException none) {
                // Only of known ids: not every order has each of its workflows.
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }

    private List<WorkflowExecution> runs(Supplier<Collection<String>> known) {
        try {
            // A server that has just begun lists its first runs a moment later.
            return await().atMost(FIRST_RUNS)
                    .until(() -> client.listExecutions("").map(this::listed).toList(), runs -> !runs.isEmpty());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw e;
            }
            return known.get().stream()
                    .map(id -> WorkflowExecution.newBuilder().setWorkflowId(id).build())
                    .toList();
        }
    }

    private WorkflowExecution listed(WorkflowExecutionMetadata run) {
        findings.look(
                "the list's line of " + run.getExecution().getWorkflowId(),
                Messages.texts(run.getWorkflowExecutionInfo()));
        return run.getExecution();
    }

    private void lookAt(WorkflowExecution run) {
        String id = run.getWorkflowId();
        History history = client.fetchHistory(id, run.getRunId()).getHistory();
        // Rarely is anything found, and the whole is looked at faster than its parts.
        if (findings.anythingIn(Messages.texts(history))) {
            for (HistoryEvent event : history.getEventsList()) {
                findings.look(
                        "event " + event.getEventId() + ", " + event.getEventType() + ", of workflow " + id,
                        Messages.texts(event));
            }
        }
        if (isOpen(history)) {
            lookAtDescription(run);
        }
    }

    private static boolean isOpen(History history) {
        return switch (history.getEvents(history.getEventsCount() - 1).getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT,
                    EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW -> false;
            default -> true;
        };
    }

    /** What waits to be tried again has its last failure and its heartbeat here, and nowhere else. */
    private void lookAtDescription(WorkflowExecution run) {
        var description = client.getWorkflowServiceStubs()
                .blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(run)
                        .build());
        findings.look("the description of workflow " + run.getWorkflowId(), Messages.texts(description));
    }
}
