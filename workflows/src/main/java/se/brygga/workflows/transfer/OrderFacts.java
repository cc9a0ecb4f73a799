package se.brygga.workflows.transfer;

import java.time.Instant;
import java.util.List;
import se.brygga.workflows.Money;

/**
 * What rules and people see of an order: ids, amounts and codes. The order itself lies encrypted in PostgreSQL.
 *
 * @param complete saved and confirmed by the payment method
 * @param statusKeys what the order's status answers to: idCode, id, names
 * @param rows item rows
 * @param contentHash changes when anything changes that Specter was or would be told; not with the status
 */
public record OrderFacts(
        Instant placedAt, boolean complete, List<String> statusKeys, Money amountToPay, int rows, String contentHash) {

    public OrderFacts {
        statusKeys = List.copyOf(statusKeys);
    }
}
