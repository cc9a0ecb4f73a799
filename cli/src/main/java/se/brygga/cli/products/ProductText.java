package se.brygga.cli.products;

import se.brygga.cli.terminal.Text;

/** The words around products. */
public enum ProductText implements Text {
    PRODUCTS_HEADINGS,
    PRODUCT_HEADINGS,
    NO_PRODUCT,
    PRODUCT_PENDING,
    PRODUCT_SETTLED,
    PRODUCT_WAITING,
    PRODUCT_LEFT,
    PRODUCT_GONE,
    PRODUCT_NAME_CUT,
    PRODUCT_VARIANT,
    REGISTER_HEADINGS,
    REGISTER_OF_SHOP_HEADINGS,
    NOT_CARRIED,
    AT_MOST_CHARACTERS,
    AT_MOST_DECIMALS,
    MISFIT_WAITS,
    MISFIT_CUT,
    MISFIT_ROUNDED,
    UNIT_TEXT,
    UNIT_PERCENT,
    UNIT_KILOGRAM,
    UNIT_AMOUNT,
    UNIT_PIECES,
    UNIT_PICTURES
}
