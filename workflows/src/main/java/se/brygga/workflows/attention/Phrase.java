package se.brygga.workflows.attention;

import java.util.Locale;

/**
 * A few words of a detail: of what stands beside a cause's text. A detail is made of these and of values (codes, amounts, SKUs), so that the
 * books hold no language; {@link CauseTexts#detail} writes it out. The words stand in the files of the causes under {@code detail.}.
 */
public enum Phrase {
    ROW,
    PART,
    NO_SKU,
    QUANTITY,
    MORE_DECIMALS_THAN,
    VAT,
    NOT_WHOLE,
    NOT_FROM_0_TO_100,
    ROWS_AT_MOST,
    SHOP_SAYS,
    SPECTER_WOULD_REACH,
    DIFFERENCE,
    NO_BUNDLE_PRICES_GIVE,
    NO_ROWS,
    NO_QUANTITIES,
    NO_EMAIL,
    NO_ADDRESS,
    NO_COMPANY_NAME,
    SPECTER_ANSWERED_CODE,
    NUMBER_OF_ANOTHER,
    DELETED_IN_SHOP,
    CANCELLED_IN_SHOP,
    OPENED_AGAIN_IN_SHOP,
    CHANGED_WHILE_SENT,
    CANCELLED_IN_SPECTER,
    DELIVERED_IN_SPECTER,
    PARTLY_DELIVERED_IN_SPECTER,
    NO_DELIVERY_TOLD,
    BUT_AN_INVOICE,
    ROWS,
    NONE,
    OTHER_TEXT,
    NO_MORE,
    AND,
    MORE,
    CHANGED,
    TOTAL,
    DELIVERY_METHOD,
    PAYMENT_METHOD,
    PAYMENT_REFERENCE,
    DELIVERY_ADDRESS,
    RECIPIENT,
    INVOICE_ADDRESS,
    NAME,
    EMAIL,
    PHONE,
    NUMBERS,
    REFERENCE,
    LANGUAGE,
    COMMENT,
    NO_SUCH_STATUS,
    TOOK_THE_CHANGE_TO,
    STILL_SHOWS,
    ORDER_IS,
    STILL_RESERVED,
    DELIVERED,
    NOT_DELIVERED,
    INVOICED_AND_CREDITED,
    INVOICED_NOT_CREDITED,
    NOT_INVOICED,
    PAID,
    NOT_PAID,
    PARCELS,
    SHOP_MAY_SHOW_CANCELLED,
    SHOP_WAS_NOT_TOLD,
    ALL,
    NOTHING,
    A_PART,
    THE_REST_UNKNOWN,
    THE_REST;

    /** {@code no-sku}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in a detail: <code>{no-sku}</code>. */
    @Override
    public String toString() {
        return "{" + key() + "}";
    }
}
