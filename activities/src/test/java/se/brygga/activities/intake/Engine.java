package se.brygga.activities.intake;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import se.brygga.workflows.Question;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.transfer.OrderTransferWorkflow;

/** A Temporal in memory on which nobody works: what is started stays as it is, and can be looked at. */
public final class Engine implements AutoCloseable {

    private final TestWorkflowEnvironment environment;

    public Engine() {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
        SearchKeys.ALL.forEach(
                key -> options.registerSearchAttribute(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        environment = TestWorkflowEnvironment.newInstance(options.build());
    }

    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    /** A transfer runs and shows this state. */
    void startShowing(SearchKeys.State state, Question question) {
        client().newUntypedWorkflowStub(
                        OrderTransferWorkflow.TYPE,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(question.workflowId())
                                .setTaskQueue(TaskQueues.PROCESS)
                                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                                        .set(SearchKeys.STATE, state.word())
                                        .build())
                                .build())
                .start(question.order(), false);
    }

    public boolean knows(Question question) {
        return !events(question).isEmpty();
    }

    /** How often the running workflow was told of a change. */
    public long signals(Question question) {
        return events(question).stream()
                .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
                .count();
    }

    /** The workflow has ended, as far as anybody can see. */
    public void end(Question question) {
        client().newUntypedWorkflowStub(question.workflowId()).terminate("the test says so");
    }

    public boolean runs(Question question) {
        List<HistoryEvent> events = events(question);
        return !events.isEmpty()
                && events.getLast().getEventType() != EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED;
    }

    private List<HistoryEvent> events(Question question) {
        try {
            return client().fetchHistory(question.workflowId()).getEvents();
        } catch (WorkflowNotFoundException none) {
            return List.of();
        } catch (io.grpc.StatusRuntimeException none) {
            if (none.getStatus().getCode() == io.grpc.Status.Code.NOT_FOUND) {
                return List.of();
            }
            throw none;
        }
    }

    @Override
    public void close() {
        environment.close();
    }
}
