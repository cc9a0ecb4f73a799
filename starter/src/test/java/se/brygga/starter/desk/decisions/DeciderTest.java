package se.brygga.starter.desk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.grpc.Status;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateHandle;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentMatchers;
import org.mockito.stubbing.OngoingStubbing;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.activities.wiring.temporal.TemporalCheck;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.NothingWaits;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/** What an operator is told when a decision does not reach the order. */
class DeciderTest {

    private static final OrderRef ORDER = OrderRef.of("nordkajak", "kajak-se", 10025);
    private static final Question QUESTION = Question.transfer(ORDER);
    private static final AttentionBook.Entry ENTRY =
            new AttentionBook.Entry(QUESTION, Cause.NO_ROWS, "", Map.of(), Instant.EPOCH, null);
    private static final Waiting WAITING = new Waiting(QUESTION, Cause.NO_ROWS, Instant.EPOCH);
    private static final Refusal AWAY = Reason.TEMPORAL_AWAY.of("here", "default", "UNAVAILABLE");
    private static final Wish RETRY = Wish.of(Decision.Kind.RETRY, new Operator("anna", null));
    private static final Wish SKIP = Wish.of(Decision.Kind.SKIP, new Operator("anna", "test"));

    @SuppressWarnings("unchecked")
    private final WorkflowUpdateHandle<Void> done = mock(WorkflowUpdateHandle.class);

    private final OrderLists lists = mock(OrderLists.class);
    private final AttentionBook attention = mock(AttentionBook.class);
    private final WorkflowClient temporal = mock(WorkflowClient.class);
    private final TransferStarter starter = mock(TransferStarter.class);
    private final LoopBook workers = mock(LoopBook.class);
    private final TemporalCheck engine = mock(TemporalCheck.class);
    private final Decider desk = desk(Engine.WORKER_ANSWERS_WITHIN);

    /** For workers that never answer: all others have the time that a busy machine needs. */
    private final Decider impatient = desk(Duration.ofMillis(200));

    private Decider desk(Duration workerAnswersWithin) {
        return new Decider(
                lists,
                attention,
                mock(TransactionTemplate.class),
                starter,
                new DecisionCarrier(
                        temporal,
                        attention,
                        starter,
                        mock(CallbackStarter.class),
                        new Engine(engine, workers),
                        workerAnswersWithin));
    }

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new WorkflowServiceException(execution(), "OrderTransfer", new RuntimeException("asa@example.se")),
                Status.UNAVAILABLE.withDescription("asa@example.se").asRuntimeException());
    }

    @ParameterizedTest
    @MethodSource("outages")
    void tellsATemporalThatDoesNotAnswerFromAnOrderThatIsNotThere(RuntimeException outage) {
        temporalFails(outage);

        assertThat(desk.decide(WAITING, RETRY)).isInstanceOfSatisfying(Decider.Taken.Failed.class, failed -> {
            assertThat(failed.order()).isEqualTo(ORDER);
            assertThat(failed.why().toString())
                    .contains("Temporal did not answer")
                    .doesNotContain("asa@example.se");
        });
    }

    @Test
    void aWorkflowThatWasEndedIsStartedAndThenTold() {
        answers(stub -> stub.thenThrow(gone()).thenReturn(done));
        when(attention.causeOf(QUESTION)).thenReturn(Optional.of(Cause.NO_ROWS));

        assertThat(desk.decide(WAITING, SKIP)).isEqualTo(accepted());

        verify(starter).resumeTransfer(ORDER);
    }

    @Test
    void aDecisionThatIsInTheBooksAlreadyIsNotSentAgain() {
        when(attention.isAudited(any())).thenReturn(true);
        assertThat(desk.decide(WAITING, SKIP.withId("job/1"))).isEqualTo(accepted());
        verifyNoInteractions(temporal);
    }

    @Test
    void theComparisonOfAChangeIsStartedLikewise() {
        AttentionBook.Entry change = new AttentionBook.Entry(
                Question.change(ORDER), Cause.CHANGED_AFTER_TRANSFER, "", Map.of(), Instant.EPOCH, null);
        answers(change.question(), stub -> stub.thenThrow(gone()).thenReturn(done));
        when(attention.causeOf(change.question())).thenReturn(Optional.of(change.cause()));
        when(attention.ofOrder(ORDER)).thenReturn(List.of(change));
        assertThat(desk.decide(new Waiting(change.question(), change.cause(), change.openedAt()), SKIP))
                .isInstanceOf(Decider.Taken.Accepted.class);

        verify(starter).resumeCompare(ORDER);
    }

    @Test
    void aDecisionAboutWhatWaitsNoMoreIsRefused() {
        when(attention.ofOrder(ORDER)).thenReturn(List.of(ENTRY));
        Waiting before = new Waiting(QUESTION, Cause.TOTALS_DIFFER, Instant.EPOCH);
        Waiting ofChange = new Waiting(Question.change(ORDER), Cause.NO_ROWS, Instant.EPOCH);

        assertThat(desk.decide(before, SKIP))
                .isInstanceOfSatisfying(
                        Decider.Taken.Refused.class,
                        refused -> assertThat(refused.why().toString())
                                .contains("does not wait for \"totals-differ\" (any more)"));
        assertThat(desk.decide(ofChange, SKIP)).isInstanceOf(Decider.Taken.Refused.class);

        verifyNoInteractions(temporal);
    }

    @Test
    void aDecisionThatNoWorkerAnswersIsGivenUpAndNotCalledFollowed() {
        neverAnswers();

        assertThat(impatient.decide(WAITING, SKIP))
                .isInstanceOfSatisfying(
                        Decider.Taken.Failed.class,
                        failed -> assertThat(failed.why().toString())
                                .contains("no worker answered", "is not noted", "look at the order"));
    }

    @Test
    void aDecisionThatStandsInTheBooksIsFollowedThoughItsAnswerIsLate() {
        neverAnswers();
        when(attention.isAudited(any())).thenReturn(true);

        assertThat(impatient.decide(WAITING, SKIP)).isEqualTo(accepted());
    }

    @Test
    void nothingIsSentWhileNoWorkerRuns() {
        when(attention.ofOrder(ORDER)).thenReturn(List.of(ENTRY));
        when(workers.unkeptSince()).thenReturn(Optional.of(Instant.parse("2026-11-24T10:00:00.123Z")));

        assertThat(desk.decide(WAITING, SKIP))
                .isInstanceOfSatisfying(
                        Decider.Taken.Refused.class,
                        refused -> assertThat(refused.why().toString())
                                .contains("no worker has run since 2026-11-24T10:00:00Z"));

        verifyNoInteractions(temporal);
    }

    @Test
    void nothingIsSentWhileTemporalIsAway() {
        when(attention.ofOrder(ORDER)).thenReturn(List.of(ENTRY));
        when(engine.trouble(any())).thenReturn(Optional.of(new TemporalCheck.Trouble(TemporalCheck.Kind.AWAY, AWAY)));

        assertThat(desk.decide(WAITING, SKIP)).isEqualTo(new Decider.Taken.Refused(ORDER, AWAY));

        verifyNoInteractions(temporal);
    }

    /** As an Update that no worker takes up. */
    private void neverAnswers() {
        answers(stub -> stub.thenAnswer(call -> {
            new CountDownLatch(1).await();
            return done;
        }));
    }

    @Test
    void aWorkflowThatDoesNotWaitYetIsAskedAgain() {
        answers(stub -> stub.thenThrow(nothingWaits()).thenReturn(done));
        when(attention.causeOf(QUESTION)).thenReturn(Optional.of(Cause.NO_ROWS));

        assertThat(desk.decide(WAITING, SKIP)).isEqualTo(accepted());
    }

    @Test
    void aRetryThatTheStartAloneMadeGoodIsFollowedAndOtherDecisionsAreNot() {
        answers(stub ->
                stub.thenThrow(gone()).thenThrow(gone()).thenThrow(gone()).thenThrow(gone()));
        when(attention.causeOf(QUESTION))
                .thenReturn(Optional.of(Cause.NO_ROWS))
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of(Cause.NO_ROWS))
                .thenReturn(Optional.empty());

        assertThat(desk.decide(WAITING, RETRY)).isEqualTo(accepted());
        assertThat(desk.decide(WAITING, SKIP)).isInstanceOf(Decider.Taken.Refused.class);

        verify(attention).audit(eq(ORDER), any());
    }

    @Test
    void whoIsSecondIsToldWhoWasFirst() {
        answers(stub -> stub.thenThrow(gone()));
        when(attention.causeOf(QUESTION)).thenReturn(Optional.empty());
        when(attention.lastDecided(ORDER))
                .thenReturn(Optional.of(new AuditBook.Done(
                        Instant.parse("2026-11-24T10:00:00Z"),
                        new AuditBook.Deed("d", "bertil", "skip", "nordkajak", "any", "any"))));

        assertThat(desk.decide(WAITING, RETRY))
                .isInstanceOfSatisfying(
                        Decider.Taken.Refused.class,
                        refused -> assertThat(refused.why().toString())
                                .contains("bertil decided skip at 2026-11-24T10:00:00Z"));
    }

    @Test
    void givesAnAnswerForEachOrderWhateverGoesWrongWithOne() {
        when(lists.of(ORDER)).thenThrow(new TransientDataAccessResourceException("asa@example.se"));

        assertThat(desk.decide(ORDER, null, RETRY))
                .isInstanceOfSatisfying(
                        Decider.Taken.Failed.class,
                        failed -> assertThat(failed.why().toString())
                                .contains("TransientDataAccessResourceException")
                                .doesNotContain("asa@example.se"));
    }

    private void temporalFails(RuntimeException failure) {
        answers(stub -> stub.thenThrow(failure));
    }

    private void answers(Consumer<OngoingStubbing<WorkflowUpdateHandle<Void>>> script) {
        answers(QUESTION, script);
    }

    private void answers(Question question, Consumer<OngoingStubbing<WorkflowUpdateHandle<Void>>> script) {
        WorkflowStub stub = mock(WorkflowStub.class);
        when(attention.ofOrder(ORDER)).thenReturn(List.of(ENTRY));
        when(lists.find(ORDER)).thenReturn(Optional.empty());
        when(temporal.newUntypedWorkflowStub(question.workflowId())).thenReturn(stub);
        script.accept(when(stub.startUpdate(ArgumentMatchers.<UpdateOptions<Void>>any(), any())));
    }

    private static WorkflowNotFoundException gone() {
        return new WorkflowNotFoundException(execution(), "OrderTransfer", new RuntimeException());
    }

    private static WorkflowUpdateException nothingWaits() {
        return new WorkflowUpdateException(
                execution(),
                "u",
                "decide",
                ApplicationFailure.newNonRetryableFailure("nothing waits", NothingWaits.class.getName()));
    }

    private static Decider.Taken accepted() {
        return new Decider.Taken.Accepted(QUESTION, Cause.NO_ROWS);
    }

    private static WorkflowExecution execution() {
        return WorkflowExecution.newBuilder()
                .setWorkflowId(QUESTION.workflowId())
                .build();
    }
}
