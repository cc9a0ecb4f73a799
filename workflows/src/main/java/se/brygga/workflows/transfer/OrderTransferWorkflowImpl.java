package se.brygga.workflows.transfer;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Attention;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.DecisionForm;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.UpdateRefused;
import se.brygga.workflows.transfer.OrderTransferWorkflow.TransferResult;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;

/**
 * Fetches and translates the order, then creates customer, articles and order in Specter, and marks the shop's order.
 * If a person must decide, waits and follows the decision.
 */
public final class OrderTransferWorkflowImpl implements OrderTransferWorkflow {

    /** How an attempt ended. */
    private sealed interface Outcome {

        record Transferred(long specterNumber) implements Outcome {}

        record Skipped(String rule) implements Outcome {}

        record Waits(Cause cause) implements Outcome {}
    }

    private final OrderRef order;
    private final TransferView view;
    private final TransferBooks books;
    private final Attention attention = new Attention();
    /** An operator sends the order although a rule had skipped it. */
    private final boolean ruleOverridden;

    private @Nullable Long specterNumber;
    private boolean invoiceOutstanding;

    @WorkflowInit
    public OrderTransferWorkflowImpl(OrderRef order, boolean overridden) {
        this.order = order;
        this.view = new TransferView(order);
        this.books = new TransferBooks(Question.transfer(order));
        this.ruleOverridden = overridden;
    }

    @Override
    public TransferResult transfer(OrderRef sameOrder, boolean overridden) {
        TransferResult result = untilSettled();
        Workflow.await(Workflow::isEveryHandlerFinished);
        return result;
    }

    private TransferResult untilSettled() {
        Outcome outcome = attempt();
        while (true) {
            switch (outcome) {
                case Outcome.Waits(Cause cause) -> outcome = followAnswer(cause);
                case Outcome.Skipped _ when attention.changedWhileLooking() -> outcome = attempt();
                case Outcome.Skipped(String rule) -> {
                    view.skipped(rule);
                    return TransferResult.skipped(rule);
                }
                case Outcome.Transferred(long number) -> {
                    view.transferred(number);
                    return TransferResult.transferred(number);
                }
            }
        }
    }

    @Override
    public void decide(DecisionForm decision) {
        attention.decide(decision);
    }

    @Override
    public void validateDecision(DecisionForm decision) {
        if (attention.validate(decision).kind() == Decision.Kind.DONE_BY_HAND && specterNumber != null) {
            throw UpdateRefused.byValidator(Reason.TRANSFERRED_ALREADY.of(specterNumber));
        }
    }

    @Override
    public void changedInShop() {
        attention.changedInShop();
    }

    @Override
    public void recheck() {
        attention.recheck();
    }

    private Outcome attempt() {
        return attempt(false);
    }

    /** @param begunAnew our books were wrong about Specter. They have forgotten that, and Specter is asked */
    private Outcome attempt(boolean begunAnew) {
        attention.startLooking();
        try {
            return switch (shop("read order " + order.orderId() + " in the shop")
                    .fetchOrder(order, ruleOverridden)) {
                case Fetched.Ready ready -> send(ready, begunAnew);
                case Fetched.AlreadyTransferred transferred
                when invoiceOutstanding || transferred.invoiceDue() -> invoice(transferred.specterNumber());
                case Fetched.AlreadyTransferred(long number, boolean marked, boolean _) ->
                    marked ? new Outcome.Transferred(number) : mark(number);
                case Fetched.Skipped(String rule) -> new Outcome.Skipped(rule);
                case Fetched.Parked(Cause cause) -> new Outcome.Waits(cause);
            };
        } catch (ActivityFailure failure) {
            return new Outcome.Waits(books.park(failure));
        }
    }

    private Outcome send(Fetched.Ready ready, boolean begunAnew) {
        if (!ready.customerKnown()) {
            switch (specter("find or create the customer of order " + order.orderId() + " in Specter")
                    .submitCustomer(order)) {
                case StepResult.Parked(Cause cause) -> {
                    return new Outcome.Waits(cause);
                }
                case StepResult.Stale() -> {
                    return attempt(true);
                }
                case StepResult.Done _ -> {}
            }
        }
        if (ready.articlesToCreate() > 0
                && specter("create %d articles of order %d in Specter"
                                        .formatted(ready.articlesToCreate(), order.orderId()))
                                .createArticles(order)
                        instanceof StepResult.Parked(Cause cause)) {
            return new Outcome.Waits(cause);
        }
        boolean mayBeStale = !begunAnew && (ready.customerKnown() || ready.articlesToCreate() == 0);
        return switch (specter("create order " + order.orderId() + " in Specter")
                .submitOrder(order, mayBeStale)) {
            case StepResult.Parked(Cause cause) -> new Outcome.Waits(cause);
            case StepResult.Stale() -> attempt(true);
            case StepResult.Done(long number) -> ready.invoice() ? invoice(number) : mark(number);
        };
    }

    private Outcome invoice(long number) {
        specterNumber = number;
        invoiceOutstanding = true;
        if (specter("make the invoice of order %d, %d in Specter".formatted(order.orderId(), number))
                        .invoiceOrder(order, number)
                instanceof StepResult.Parked(Cause cause)) {
            return new Outcome.Waits(cause);
        }
        invoiceOutstanding = false;
        return mark(number);
    }

    private Outcome mark(long number) {
        specterNumber = number;
        return shop("note Specter's number %d at order %d in the shop".formatted(number, order.orderId()))
                                .markOrder(order, number)
                        instanceof StepResult.Parked(Cause cause)
                ? new Outcome.Waits(cause)
                : new Outcome.Transferred(number);
    }

    private Outcome followAnswer(Cause cause) {
        view.waiting(cause);
        Attention.Answer answer = attention.await(cause, this::record);
        view.onItsWay();
        return switch (answer) {
            case Attention.Answer.Recheck() -> attempt();
            case Attention.Answer.Decided(Decision decision) -> follow(decision);
        };
    }

    private Recorded record(Decision decision) {
        if (decision.kind() == Decision.Kind.SKIP) {
            // The decision is about the order as it is now. Only later changes take the order up once more.
            attention.startLooking();
        }
        return books.record(decision);
    }

    private Outcome follow(Decision decision) {
        return switch (decision.kind()) {
            // The books hold which difference in totals was accepted.
            case RETRY, SEND_ANYWAY -> attempt();
            case SKIP -> {
                if (specterNumber == null) {
                    yield new Outcome.Skipped(TransferRules.OPERATOR);
                }
                // The invoice is still to be made, and then the shop's order marked. Or only the mark is missing.
                boolean toMark = invoiceOutstanding;
                invoiceOutstanding = false;
                yield toMark ? attempt() : new Outcome.Transferred(specterNumber);
            }
            case DONE_BY_HAND -> {
                // The books now hold the number. So the next look finds the order transferred and marks it.
                specterNumber = decision.specterNumber();
                invoiceOutstanding = false;
                yield attempt();
            }
        };
    }

    private ShopOrderActivities shop(String summary) {
        view.step(summary);
        return Workflow.newActivityStub(ShopOrderActivities.class, CallProfiles.shopCall(tenant(), summary));
    }

    private SpecterOrderActivities specter(String summary) {
        view.step(summary);
        return Workflow.newActivityStub(SpecterOrderActivities.class, CallProfiles.specterCall(tenant(), summary));
    }

    private String tenant() {
        return order.shop().tenant();
    }
}
