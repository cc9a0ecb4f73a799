package se.brygga.cli.orders;

import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import se.brygga.cli.server.Server;
import se.brygga.workflows.OrderRef;
import tools.jackson.databind.JsonNode;

/** An order as an operator names it: {@code tenant/shop/number}, or the number alone where only one shop has it. */
record OrderArgument(String text) {

    /** Refuses what cannot be an order's name. This is wrong usage, found without asking the starter. */
    static final class Converter implements ITypeConverter<OrderArgument> {

        @Override
        public OrderArgument convert(String text) {
            OrderArgument order = new OrderArgument(text);
            if (!order.isNumber()) {
                OrderRef.parse(text);
            }
            return order;
        }
    }

    private boolean isNumber() {
        return text.matches("\\d{1,18}");
    }

    /** The order's story, read from the starter. */
    JsonNode story(Server server) {
        return server.get("/orders/" + text, Map.of());
    }

    /** {@code tenant/shop/number}. Where only the number was typed, the starter is asked. */
    String in(Server server) {
        return isNumber() ? story(server).path("order").path("order").asString() : text;
    }
}
