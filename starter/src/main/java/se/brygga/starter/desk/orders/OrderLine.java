package se.brygga.starter.desk.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * One line of a list: an order, or one question about an order. An order with several open questions has a line for
 * each.
 *
 * @param state {@code waiting} also for an order in Specter whose change or callback waits
 * @param rule the rule that skipped the order; null for none
 * @param cause what the order waits for; null when it does not wait
 * @param behind what is wrong with the system that an order on its way needs; null for nothing
 * @param total null while nobody has read the order, as are {@code currency} and {@code placedAt}
 * @param specterNumber null until the order is in Specter
 */
public record OrderLine(
        OrderRef order,
        State state,
        @Nullable String rule,
        @Nullable Cause cause,
        @Nullable Instant waitsSince,
        @Nullable Cause behind,
        @Nullable BigDecimal total,
        @Nullable String currency,
        @Nullable Instant placedAt,
        @Nullable Long specterNumber,
        @Nullable Instant transferredAt) {

    /** Where an order stands. */
    public enum State implements Word {
        ON_ITS_WAY,
        WAITING,
        SKIPPED,
        TRANSFERRED
    }

    static OrderLine of(OrderLists.Line line, @Nullable Cause behind) {
        State state = line.cause() == null ? Word.twin(State.class, line.state()) : State.WAITING;
        return new OrderLine(
                line.order(),
                state,
                line.skippedBy(),
                line.cause(),
                line.waitsSince(),
                state == State.ON_ITS_WAY ? behind : null,
                line.total(),
                line.currency(),
                line.placedAt(),
                line.specterNumber(),
                line.transferredAt());
    }
}
