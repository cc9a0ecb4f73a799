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
 * Everything about one order. Nothing in it is personal.
 *
 * @param otherTotals what it comes to in Specter if Specter rounds otherwise than expected; usually empty
 * @param behind systems that are out of order and that the order, or its callback, needs to go on
 * @param questions all that waits or ever waited about it, newest first
 * @param ruleNames what the text of the rule that skipped it names; empty when nothing is known
 * @param inSpecter null while Specter has said nothing of it
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
     * Something that waits for a person, or waited.
     *
     * @param detail ids, codes and phrases of {@link se.brygga.workflows.attention.CauseTexts#detail}
     * @param named what the cause's text names
     * @param closedAt null while it waits
     */
    public record Question(
            Cause cause,
            String detail,
            Map<String, String> named,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /**
     * The order as Specter told it last.
     *
     * @param deliveryStatus Specter's code; null: not told
     * @param statusId Specter's code; null: not told
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

    /** What waits now. */
    public List<Question> open() {
        return questions.stream()
                .filter(question -> question.closedAt() == null)
                .toList();
    }
}
