package se.brygga.starter.desk.access;

import se.brygga.starter.desk.Word;

/** What a token lets its holder do. One right does not include another. */
public enum Right implements Word {
    /** Read everything but tokens and keys. No list shows a secret. */
    READ,
    /** Decide about orders, and take decisions back. */
    DECIDE,
    /** Take set-ups into force; suspend, resume and remove tenants and shops. */
    SETUP,
    /** Make and revoke tokens; see which keys the database needs. */
    ADMIN
}
