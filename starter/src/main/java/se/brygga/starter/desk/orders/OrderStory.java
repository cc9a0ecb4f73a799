package se.brygga.starter.desk.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.trouble.SystemDesk.OutOfOrder;
import se.brygga.workflows.attention.Cause;

/**
 * Everything about one order. Nothing here is personal.
 *
 * @param otherTotals the order's totals in Specter if Specter rounds otherwise than expected; usually empty
 * @param behind systems out of order that the order, or its callback, needs
 * @param questions all open and answered questions about the order, newest first
 * @param ruleNames values for the text of the rule that skipped the order; empty when nothing is known
 * @param inSpecter null while Specter has said nothing about the order
 * @param calls the last calls to both systems, oldest first
 */
public record OrderStory(
        OrderLine order,
        List<BigDecimal> otherTotals,
        List<OutOfOrder> behind,
        List<Question> questions,
        Map<String, String> ruleNames,
        @Nullable InSpecter inSpecter,
        List<Callback> callbacks,
        List<Call> calls) {

    /**
     * A question about the order, open or answered.
     *
     * @param detail ids, codes and phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}
     * @param named values for the cause's text
     * @param closedAt null while the question is open
     */
    public record Question(
            Cause cause,
            String detail,
            Map<String, String> named,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /**
     * The order as Specter last told it.
     *
     * @param deliveryStatus Specter's code; null when not told
     * @param statusId Specter's code; null when not told
     * @param parcels tracking numbers
     */
    public record InSpecter(
            @Nullable String deliveryStatus,
            @Nullable String statusId,
            boolean delivered,
            boolean partDelivered,
            boolean cancelled,
            boolean invoiced,
            boolean paid,
            List<String> parcels,
            Instant changedAt) {}

    /**
     * A call about the order, masked.
     *
     * @param failure code of what went wrong; null for nothing
     */
    public record Call(
            Instant at,
            String system,
            String action,
            int status,
            String answer,
            @Nullable String failure,
            int tookMs) {}

    /** The open questions. */
    public List<Question> open() {
        return questions.stream()
                .filter(question -> question.closedAt() == null)
                .toList();
    }
}
