package se.brygga.activities.orders;

import se.brygga.activities.sql.Sql;

/** Where the invoice of an order stands that Specter is to make one of. */
public enum InvoiceState {
    /** Nobody has tried to make it, or no try had an effect. */
    DUE,
    /** An attempt has begun. */
    UNDER_WAY,
    /** An attempt has begun after another whose outcome nobody knows. */
    UNCERTAIN,
    MADE;

    /** As it stands in the books. */
    public String code() {
        return Sql.code(this);
    }

    /** The inverse of {@link #code()}. */
    public static InvoiceState ofCode(String code) {
        return Sql.constant(InvoiceState.class, code);
    }
}
