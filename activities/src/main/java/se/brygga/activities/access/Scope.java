package se.brygga.activities.access;

/** What a token lets its holder do. One scope does not include another. */
public enum Scope {
    /** Look at orders, causes, trouble and the audit log. */
    READ,
    /** Decide about orders, and take decisions back. */
    DECIDE
}
