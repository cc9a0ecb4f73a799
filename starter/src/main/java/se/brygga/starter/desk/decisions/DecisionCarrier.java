package se.brygga.starter.desk.decisions;

import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.CallbackStarter;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Patience;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.NothingWaits;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.UpdateRefused;

/**
 * Carries a decision to the workflow that waits for it. A workflow that somebody ended by mistake is started first.
 */
@Component
class DecisionCarrier {

    /** The workflow's answer. */
    sealed interface Answer {

        /** The books hold the decision. */
        record Followed() implements Answer {}

        /** @param why for the operator */
        record Refused(Refusal why) implements Answer {}

        /** The workflow waits for nothing, and the books agree. */
        record Settled() implements Answer {}

        /** The workflow had ended and was started. The start itself settled what waited. */
        record SettledByStart() implements Answer {}

        /** The workflow was reading the order all the time. */
        record StillLooking() implements Answer {}

        /** @param why Temporal cannot take the decision, which was not sent */
        record NoEngine(Refusal why) implements Answer {}

        /**
         * No worker would follow the decision, so it was not sent.
         *
         * @param since when a worker was last seen
         */
        record NoWorker(Instant since) implements Answer {}

        /**
         * No worker answered, and the books do not hold the decision. A worker that comes soon may still follow it.
         */
        record Unanswered() implements Answer {}

        /** The workflow has ended, or never existed. For this class only. */
        record Gone() implements Answer {}
    }

    /** Long enough to read an order, which takes a second or two. A longer look is an outage. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(15);

    private final WorkflowClient temporal;
    private final AttentionBook attention;
    private final TransferStarter transfers;
    private final CallbackStarter callbacks;
    private final Engine engine;
    private final Duration workerAnswersWithin;

    @Autowired
    DecisionCarrier(
            WorkflowClient temporal,
            AttentionBook attention,
            TransferStarter transfers,
            CallbackBook callbacks,
            Engine engine) {
        this(
                temporal,
                attention,
                transfers,
                new CallbackStarter(temporal, callbacks),
                engine,
                Engine.WORKER_ANSWERS_WITHIN);
    }

    DecisionCarrier(
            WorkflowClient temporal,
            AttentionBook attention,
            TransferStarter transfers,
            CallbackStarter callbacks,
            Engine engine,
            Duration workerAnswersWithin) {
        this.temporal = temporal;
        this.attention = attention;
        this.transfers = transfers;
        this.callbacks = callbacks;
        this.engine = engine;
        this.workerAnswersWithin = workerAnswersWithin;
    }

    /**
     * Carries the decision to the workflow. The books show a question a moment before its workflow begins to wait. So a
     * workflow that is still looking is asked repeatedly until it waits.
     *
     * @throws WorkflowException Temporal does not answer
     */
    Answer carry(Question question, Decision decision) {
        Optional<Refusal> trouble = engine.refusal();
        if (trouble.isPresent()) {
            return new Answer.NoEngine(trouble.get());
        }
        Optional<Instant> noWorker = engine.noWorkerSince();
        if (noWorker.isPresent()) {
            return new Answer.NoWorker(noWorker.get());
        }
        Asking asking = new Asking(question, decision);
        return Patience.until(ONE_LOOK, asking::isAnswered, asking);
    }

    /** Sends the decision until it is answered, and starts the workflow at most once. */
    private final class Asking implements Supplier<Answer> {

        private final Question question;
        private final Decision decision;
        private boolean started;

        private Asking(Question question, Decision decision) {
            this.question = question;
            this.decision = decision;
        }

        private boolean isAnswered(Answer answer) {
            return !(answer instanceof Answer.StillLooking);
        }

        @Override
        public Answer get() {
            Answer answer = send(question, decision);
            boolean waits = attention.causeOf(question).isPresent();
            return switch (answer) {
                case Answer.Gone()
                when waits -> {
                    start(question);
                    started = true;
                    yield new Answer.StillLooking();
                }
                case Answer.StillLooking() when waits -> answer;
                case Answer.Gone(), Answer.StillLooking() ->
                    started ? new Answer.SettledByStart() : new Answer.Settled();
                case Answer.Followed(),
                        Answer.Refused(Refusal _),
                        Answer.Settled(),
                        Answer.SettledByStart(),
                        Answer.NoEngine(Refusal _),
                        Answer.NoWorker(Instant _),
                        Answer.Unanswered() -> answer;
            };
        }
    }

    /** Starts the workflow. It reads the order anew, and waits again if nothing has cured the cause. */
    void start(Question question) {
        OrderRef order = question.order();
        switch (question.kind()) {
            case CALLBACK -> callbacks.tell(order);
            case CHANGE -> transfers.resumeCompare(order);
            case TRANSFER -> transfers.resumeTransfer(order);
        }
    }

    private Answer send(Question question, Decision decision) {
        try {
            Patience.within(workerAnswersWithin, () -> update(question, decision));
            return new Answer.Followed();
        } catch (TimeoutException noAnswer) {
            return attention.isAudited(decision) ? new Answer.Followed() : new Answer.Unanswered();
        } catch (WorkflowUpdateException refused) {
            return refused.getCause() instanceof ApplicationFailure failure
                    ? NothingWaits.isIn(failure)
                            ? new Answer.StillLooking()
                            : new Answer.Refused(UpdateRefused.in(failure)
                                    .orElseGet(() -> Reason.WORKFLOW_REFUSED.of(failure.getOriginalMessage())))
                    : new Answer.Refused(Reason.WORKFLOW_ENDED.of());
        } catch (WorkflowNotFoundException gone) {
            return new Answer.Gone();
        }
    }

    /** Returns when a worker has answered, and not before. */
    private void update(Question question, Decision decision) {
        temporal.newUntypedWorkflowStub(question.workflowId())
                .startUpdate(
                        UpdateOptions.newBuilder(Void.class)
                                .setUpdateName("decide")
                                .setUpdateId(decision.id())
                                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                .build(),
                        decision)
                .getResult();
    }
}
