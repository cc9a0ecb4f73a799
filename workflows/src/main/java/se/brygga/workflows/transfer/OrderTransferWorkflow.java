package se.brygga.workflows.transfer;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.AnswersAttention;

/** Carries one shop order into Specter. See {@code docs/process.md}. */
@WorkflowInterface
public interface OrderTransferWorkflow extends AnswersAttention {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "OrderTransfer";

    /**
     * Ends when the order is in Specter and marked in the shop, or when the order was skipped.
     *
     * @param overridden an operator said "send anyway" about an order that a rule had skipped
     */
    @WorkflowMethod(name = TYPE)
    TransferResult transfer(OrderRef order, boolean overridden);

    /**
     * How a transfer ended.
     *
     * @param specterNumber Specter's order number; null when the order was skipped
     * @param skippedBy name of the rule; null when the order is in Specter
     */
    record TransferResult(
            @Nullable Long specterNumber, @Nullable String skippedBy) {

        static TransferResult transferred(long specterNumber) {
            return new TransferResult(specterNumber, null);
        }

        static TransferResult skipped(String rule) {
            return new TransferResult(null, rule);
        }
    }
}
