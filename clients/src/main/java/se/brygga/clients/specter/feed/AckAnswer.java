package se.brygga.clients.specter.feed;

/** What Specter says to an acknowledgement that it understood. */
public sealed interface AckAnswer {

    /** The batch is closed. */
    record Acked() implements AckAnswer {}

    /**
     * Error 99: not this number is open, but another one. Whether ours was closed earlier shows at the next pull (O24).
     *
     * @param batchNo never the one that was acknowledged
     */
    record OtherBatchOpen(String batchNo) implements AckAnswer {}

    /**
     * Understood and refused: an unknown or closed batch, say. Whether the batch is closed shows at the next pull (O24).
     *
     * @param code Specter's own, {@code none} when there is no usable one
     */
    record Refused(String code) implements AckAnswer {}
}
