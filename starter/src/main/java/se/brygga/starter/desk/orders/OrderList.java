package se.brygga.starter.desk.orders;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.trouble.Trouble;

/**
 * A page of a list of orders, newest first.
 *
 * @param total how many there are, shown or not; null when they are more than are counted
 * @param next after which the next page begins; null when this is the last one
 * @param trouble of the listed tenant and shop, or of all
 */
public record OrderList(
        List<OrderLine> orders,
        @Nullable Integer total,
        @Nullable String next,
        Trouble trouble) {

    /** The same with {@code next} as the caller's medium writes it. */
    public OrderList withNext(UnaryOperator<String> written) {
        return next == null ? this : new OrderList(orders, total, written.apply(next), trouble);
    }
}
