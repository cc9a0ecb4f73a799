package se.brygga.starter.cli.orders;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.workflows.OrderRef;

/** An order as an operator names it: {@code tenant/shop/number}, or the number alone where only one shop has it. */
record OrderArgument(String text) {

    /** Refuses what cannot be an order's name: wrong usage, found without a look at the books. */
    static final class Converter implements ITypeConverter<OrderArgument> {

        @Override
        public OrderArgument convert(String text) {
            OrderArgument order = new OrderArgument(text);
            try {
                if (!order.isNumber()) {
                    OrderRef.parse(text);
                }
                return order;
            } catch (IllegalArgumentException malformed) {
                throw new TypeConversionException(malformed.getMessage());
            }
        }
    }

    private boolean isNumber() {
        return text.matches("\\d{1,18}");
    }

    /** @throws IllegalArgumentException there is no order of this number, or there are several */
    OrderRef in(OrderDesk desk) {
        return isNumber() ? desk.withNumber(Long.parseLong(text)) : OrderRef.parse(text);
    }
}
