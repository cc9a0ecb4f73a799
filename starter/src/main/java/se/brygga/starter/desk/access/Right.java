package se.brygga.starter.desk.access;

import se.brygga.starter.desk.Word;

/** What a token lets its holder do. One right does not include another. */
public enum Right implements Word {
    /** Look at orders, causes, trouble and the audit log. */
    READ,
    /** Decide about orders, and take decisions back. */
    DECIDE
}
