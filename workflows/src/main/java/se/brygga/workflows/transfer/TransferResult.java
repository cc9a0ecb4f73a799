package se.brygga.workflows.transfer;

import org.jspecify.annotations.Nullable;

/**
 * How a transfer ended.
 *
 * @param specterNumber Specter's order number; null when the order was skipped
 * @param skippedBy name of the rule; null when the order is in Specter
 */
public record TransferResult(
        @Nullable Long specterNumber, @Nullable String skippedBy) {

    static TransferResult transferred(long specterNumber) {
        return new TransferResult(specterNumber, null);
    }

    static TransferResult skipped(String rule) {
        return new TransferResult(null, rule);
    }
}
