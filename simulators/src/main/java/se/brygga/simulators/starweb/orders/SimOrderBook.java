package se.brygga.simulators.starweb.orders;

import se.brygga.simulators.Quirks;
import tools.jackson.databind.node.ObjectNode;

/** What the parts of an order need of the shop that they belong to. */
public interface SimOrderBook {

    /** A part of the order has been written; whether that raises the order's {@code modifiedAt}, the shop decides (O-9). */
    void partChanged(ObjectNode order);

    /** Adds up the order's rows again. */
    void rowsChanged(ObjectNode order);

    /** A number for a new row, unique in the shop. */
    long nextItemId();

    /** The time as the shop writes it. */
    String now();

    Quirks quirks();
}
