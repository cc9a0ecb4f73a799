package se.brygga.clients.remote;

/** Whose calls go first where a shop's limits do not let all of them through. */
public enum Urgency {
    /** Orders, their statuses, and tokens: whatever a shopper or a packer waits for. */
    ORDER,
    /** Stock and prices. They come by the thousand, and leave room for an order that comes in between. */
    LATER
}
