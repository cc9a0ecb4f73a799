package se.brygga.starter.cli;

import java.util.List;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import se.brygga.activities.store.OrderLists;
import se.brygga.workflows.OrderRef;

/** An order as an operator names it: {@code tenant/shop/number}, or the number alone where only one shop has it. */
@Component
final class OrderArgument {

    private final OrderLists lists;

    OrderArgument(OrderLists lists) {
        this.lists = lists;
    }

    /**
     * @throws CommandLine.TypeConversionException it is no order's name: wrong usage
     * @throws IllegalArgumentException there is no such order, or there are several; the text has the candidates
     */
    OrderRef resolve(String text) {
        if (!text.matches("\\d+")) {
            return parse(text);
        }
        List<OrderRef> candidates = lists.withNumber(Long.parseLong(text));
        return switch (candidates.size()) {
            case 1 -> candidates.getFirst();
            case 0 -> throw new IllegalArgumentException("no order " + text + " in the books");
            default -> throw new IllegalArgumentException("several shops have an order " + text + ": " + candidates);
        };
    }

    private static OrderRef parse(String text) {
        try {
            return OrderRef.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new CommandLine.TypeConversionException(malformed.getMessage());
        }
    }
}
