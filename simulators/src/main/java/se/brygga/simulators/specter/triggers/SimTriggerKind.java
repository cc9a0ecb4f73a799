package se.brygga.simulators.specter.triggers;

import java.util.Arrays;

/** The five calls that are known (reference, section 9). */
public enum SimTriggerKind {
    STOCK("stock"),
    ARTICLE("article"),
    ORDER("order"),
    /** Tells {@code orderNo}. */
    ORDER_CANCELLED("orderCancelled"),
    /** Tells {@code orderId} and {@code invoiceId}. */
    INVOICE("invoice");

    private final String id;

    SimTriggerKind(String id) {
        this.id = id;
    }

    /** As the control API names it. */
    public String id() {
        return id;
    }

    /** @throws IllegalArgumentException there is none; the text lists what there is */
    public static SimTriggerKind byId(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trigger " + id + "; there are "
                        + Arrays.stream(values()).map(SimTriggerKind::id).toList()));
    }
}
