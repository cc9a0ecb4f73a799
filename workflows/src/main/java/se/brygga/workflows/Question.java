package se.brygga.workflows;

/**
 * Something about an order that may wait for a person. A question waits for one decision at a time, and a decision answers one
 * question.
 */
public record Question(OrderRef order, Kind kind) {

    /** What about an order can wait. Each kind has its own workflow. */
    public enum Kind {
        /** The transfer of the order into Specter. */
        TRANSFER("order"),
        /** A change in the shop after the transfer. */
        CHANGE("change"),
        /** What happened to the order in Specter, on its way to the shop. */
        CALLBACK("status");

        private final String workflow;

        Kind(String workflow) {
            this.workflow = workflow;
        }
    }

    /** The question about the order's way into Specter. */
    public static Question transfer(OrderRef order) {
        return new Question(order, Kind.TRANSFER);
    }

    /** The question about a change after the transfer. */
    public static Question change(OrderRef order) {
        return new Question(order, Kind.CHANGE);
    }

    /** The question about what the shop must be told. */
    public static Question callback(OrderRef order) {
        return new Question(order, Kind.CALLBACK);
    }

    /**
     * The id of the workflow that asks and takes the decision, such as {@code order/{tenant}/{shop}/{orderId}}. No code
     * reads data out of such an id.
     */
    public String workflowId() {
        return kind.workflow + "/" + order;
    }
}
