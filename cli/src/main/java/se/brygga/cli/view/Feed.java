package se.brygga.cli.view;

/** What a loop follows in a tenant's Specter. */
public enum Feed implements Word {
    ORDERS,
    STOCK,
    PRICES
}
