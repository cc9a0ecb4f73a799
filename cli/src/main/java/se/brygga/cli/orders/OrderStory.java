package se.brygga.cli.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Trouble;
import se.brygga.workflows.attention.Cause;

/** Everything about one order. */
record OrderStory(
        OrderLine order,
        List<BigDecimal> otherTotals,
        List<Trouble.OutOfOrder> behind,
        List<Question> questions,
        Map<String, String> ruleNames,
        @Nullable InSpecter inSpecter,
        List<Callback> callbacks,
        List<Call> calls) {

    /** A question about the order, open or answered. */
    public record Question(
            Cause cause,
            String detail,
            Map<String, String> named,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /** The order as Specter last told it. */
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

    /** One event of the order in Specter, and whether the shop was told. */
    public record Callback(
            String event,
            String state,
            List<String> parcels,
            @Nullable String note,
            Instant seenAt,
            @Nullable Instant sentAt,
            @Nullable Instant settledAt) {}

    /** A call about the order. */
    public record Call(
            Instant at,
            String system,
            String action,
            int status,
            String answer,
            @Nullable String failure,
            int tookMs) {}

    /** The questions that wait now. */
    public List<Question> open() {
        return questions.stream()
                .filter(question -> question.closedAt() == null)
                .toList();
    }
}
