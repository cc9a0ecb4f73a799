package se.brygga.starter.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.grpc.Status;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentMatchers;
import org.springframework.dao.TransientDataAccessResourceException;
import se.brygga.activities.intake.TransferStarter;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** What an operator is told when a decision does not reach the order. */
class OrderDeskTest {

    private static final OrderRef ORDER = OrderRef.of("nordkajak", "kajak-se", 10025);
    private static final String WORKFLOW = "order/nordkajak/kajak-se/10025";
    private static final AttentionBook.Entry WAITING =
            new AttentionBook.Entry(ORDER, WORKFLOW, Cause.NO_ROWS, "", Instant.EPOCH, null);
    private static final OrderDesk.Wish RETRY = new OrderDesk.Wish(Decision.Kind.RETRY, "anna", null, null);

    private final OrderLists lists = mock(OrderLists.class);
    private final AttentionBook attention = mock(AttentionBook.class);
    private final WorkflowClient temporal = mock(WorkflowClient.class);
    private final OrderDesk desk = new OrderDesk(lists, attention, mock(TransferStarter.class), temporal);

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new WorkflowServiceException(execution(), "OrderTransfer", new RuntimeException("asa@example.se")),
                Status.UNAVAILABLE.withDescription("asa@example.se").asRuntimeException());
    }

    @ParameterizedTest
    @MethodSource("outages")
    void tellsATemporalThatDoesNotAnswerFromAnOrderThatIsNotThere(RuntimeException outage) {
        temporalFails(outage);

        assertThat(desk.decide(WAITING, RETRY)).isInstanceOfSatisfying(OrderDesk.Outcome.Failed.class, failed -> {
            assertThat(failed.order()).isEqualTo(ORDER);
            assertThat(failed.why()).contains("Temporal did not answer").doesNotContain("asa@example.se");
        });
    }

    @Test
    void saysThatTheSweepTakesUpAnOrderWhoseWorkflowIsGone() {
        temporalFails(new WorkflowNotFoundException(execution(), "OrderTransfer", new RuntimeException()));

        assertThat(desk.decide(WAITING, RETRY))
                .isInstanceOfSatisfying(
                        OrderDesk.Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("next sweep"));
    }

    @Test
    void givesAnAnswerForEachOrderWhateverGoesWrongWithOne() {
        when(lists.of(ORDER)).thenThrow(new TransientDataAccessResourceException("asa@example.se"));

        assertThat(desk.decide(ORDER, RETRY))
                .isInstanceOfSatisfying(
                        OrderDesk.Outcome.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("TransientDataAccessResourceException")
                                .doesNotContain("asa@example.se"));
    }

    private void temporalFails(RuntimeException failure) {
        WorkflowStub stub = mock(WorkflowStub.class);
        when(attention.ofOrder(ORDER)).thenReturn(List.of(WAITING));
        when(lists.find(ORDER)).thenReturn(Optional.empty());
        when(temporal.newUntypedWorkflowStub(WORKFLOW)).thenReturn(stub);
        when(stub.startUpdate(ArgumentMatchers.<UpdateOptions<Void>>any(), any()))
                .thenThrow(failure);
    }

    private static WorkflowExecution execution() {
        return WorkflowExecution.newBuilder().setWorkflowId(WORKFLOW).build();
    }
}
