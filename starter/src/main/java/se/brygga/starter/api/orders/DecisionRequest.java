package se.brygga.starter.api.orders;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.brygga.starter.api.HttpRefusal;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;

/**
 * A decision about some orders. A decision about all that wait for a cause is a job.
 *
 * @param orders {@code tenant/shop/number} each
 * @param cause the cause that is decided, if several questions wait about an order
 * @param by login of the person who decides; null for the token's name
 * @param reason why; needed for all but a retry
 * @param specterNumber Specter's order number; for done-by-hand only
 */
record DecisionRequest(
        Decision.@Nullable Kind decision,
        @Nullable List<OrderRef> orders,
        @Nullable Cause cause,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Long specterNumber) {

    /**
     * The largest number of orders in a request. All are followed before the answer, so a decision about more needs
     * several requests.
     */
    private static final int MOST = 20;

    /**
     * The checked decision. Everything wrong is found before anything is followed.
     *
     * @throws RuntimeException the request is incomplete, too long, or about an order that the caller does not reach
     */
    Wish checked(Caller caller) {
        if (decision == null) {
            throw Reason.FIELD_MISSING.refused(
                    "decision",
                    Arrays.stream(Decision.Kind.values())
                            .map(Decision.Kind::code)
                            .toList());
        }
        if (orders().isEmpty()) {
            throw Reason.FIELD_MISSING.refused("orders", null);
        }
        if (orders().size() > MOST) {
            throw new HttpRefusal(HttpStatus.CONTENT_TOO_LARGE, Reason.TOO_MANY.of(MOST, orders().size()));
        }
        orders().forEach(order -> caller.require(order.shop().tenant()));
        return new Wish(decision, caller.operator(by, reason), specterNumber);
    }

    @Override
    public List<OrderRef> orders() {
        return orders == null ? List.of() : orders;
    }
}
