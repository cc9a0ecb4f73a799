package se.brygga.cli.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;

/**
 * One line of a list: an order, or a question about an order. What is not known is null.
 *
 * @param order {@code tenant/shop/number}
 */
record OrderLine(
        String order,
        State state,
        @Nullable String rule,
        @Nullable Cause cause,
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
}
