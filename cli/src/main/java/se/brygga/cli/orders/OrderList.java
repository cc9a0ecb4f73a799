package se.brygga.cli.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.view.Trouble;

/**
 * A list of orders, newest first.
 *
 * @param total how many there are, shown or not; null when there are more than the starter counts
 * @param next null when all are shown
 */
record OrderList(
        List<OrderLine> orders,
        @Nullable Integer total,
        @Nullable String next,
        Trouble trouble) {}
