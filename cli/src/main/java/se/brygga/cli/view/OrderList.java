package se.brygga.cli.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of orders, newest first.
 *
 * @param total how many there are, shown or not; null when they are more than are counted
 * @param next null when all are shown
 */
public record OrderList(
        List<OrderLine> orders,
        @Nullable Integer total,
        @Nullable String next,
        Trouble trouble) {}
