package se.brygga.starter.cli;

import java.util.List;
import org.springframework.stereotype.Component;
import se.brygga.activities.store.OrderLists;
import se.brygga.workflows.OrderRef;

/** An order as an operator names it: {@code tenant/shop/number}, or the number alone where only one shop has it. */
@Component
final class OrderArgument {

    private final OrderLists lists;

    OrderArgument(OrderLists lists) {
        this.lists = lists;
    }

    /** @throws IllegalArgumentException with what is wrong, and the candidates */
    OrderRef resolve(String text) {
        if (!text.matches("\\d+")) {
            return OrderRef.parse(text);
        }
        List<OrderRef> candidates = lists.withNumber(Long.parseLong(text));
        return switch (candidates.size()) {
            case 1 -> candidates.getFirst();
            case 0 -> throw new IllegalArgumentException("no order " + text + " in the books");
            default -> throw new IllegalArgumentException("several shops have an order " + text + ": " + candidates);
        };
    }
}
