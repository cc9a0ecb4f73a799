package se.brygga.workflows.attention;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One sentence of a {@link Detail}, or words inside a sentence. The books hold the phrase and its values, but no
 * language. The texts are in the files of the causes under {@code detail.}, where <code>{0}</code> is the first value.
 *
 * <p>Constants are stored. They may be added, never renamed.
 */
public enum Phrase {
    // The order and its translation.
    ROW(1),
    PART(2),
    FREIGHT,
    FEE,
    WITH_SKU(2),
    NO_SKU(3),
    SKU_TOO_LONG(4),
    SKU_CHARACTERS(3),
    BLANK,
    BLANKS,
    QUANTITY_DECIMALS(3),
    VAT_NOT_WHOLE(2),
    VAT_OUT_OF_RANGE(2),
    TOTAL_IS(1),
    ROWS_AT_MOST(2),
    TOTALS(3),
    BUNDLE_GIVES_NEITHER(1),
    NO_ROWS,
    NO_QUANTITIES,
    NO_EMAIL,
    NO_ADDRESS,
    NO_COMPANY_NAME,
    METHOD(1),
    METHOD_NAMED(2),
    TWO_SPELLINGS_OF(3),
    // Fields of what Specter is told.
    FIELD_TOO_LONG(3),
    FIELD_CHARACTERS(2),
    FIELD_NO_CODE(2),
    FIELD_DECIMALS(2),
    FIELD_MISSING(1),
    FIELD(1),
    FIELD_OF_ROW(2),
    FIELD_NAME,
    FIELD_FIRST_NAME,
    FIELD_SURNAME,
    FIELD_CONTACT,
    FIELD_ORG_NO,
    FIELD_VAT_NO,
    FIELD_EMAIL,
    FIELD_PHONE,
    FIELD_MOBILE,
    FIELD_REFERENCE,
    FIELD_CURRENCY,
    FIELD_COUNTRY,
    FIELD_DELIVERY_COUNTRY,
    FIELD_LANGUAGE,
    FIELD_ORDER_NO,
    FIELD_PAY_CODE,
    FIELD_PAY_REFERENCE,
    FIELD_PAY_SYSTEM,
    FIELD_DELIVERY_METHOD,
    FIELD_STOCK_SITE,
    FIELD_ARTICLE_NO,
    FIELD_ARTICLE_NAME,
    FIELD_PRICE,
    FIELD_NOT_TAKEN(2),
    FIELD_BELOW_ZERO(1),
    FIELD_NOT_BETWEEN(3),
    FIELD_VAT_RATE,
    FIELD_BARCODE,
    FIELD_WEIGHT,
    FIELD_BUY_PRICE,
    FIELD_SUPPLIER,
    FIELD_OPENING_STOCK,
    FIELD_MAIN_ARTICLE_NO,
    FIELD_NEW_ARTICLE_NO,
    FIELD_VARIANT_TYPE(1),
    FIELD_VARIANT_VALUE(1),
    ARTICLES_AT_MOST(2),
    // What Specter and Starweb answer.
    SPECTER_ANSWERED(1),
    NUMBER_OF_ANOTHER(1),
    SPECTER_FAILED(3),
    NOT_SENT(3),
    STARWEB_ANSWERED(2),
    STARWEB_NO_CONNECTION(2),
    STARWEB_NO_ANSWER(2),
    STARWEB_NO_DATA(1),
    STARWEB_NO_TOKEN,
    STARWEB_RESTLESS(1),
    STARWEB_NOT_SENT(2),
    STARWEB_TOO_LONG(3),
    STARWEB_CANNOT_HOLD(1),
    SKU_TWICE(1),
    STOCK_LOCATION_GONE(1),
    PRICE_ROW_GONE(1),
    UNREADABLE_AT(2),
    ODD_CHARACTER(1),
    NUMBER_TOO_LARGE(1),
    AMOUNT_TOO_LARGE(1),
    NO_TIME(1),
    PRECISION(2),
    LONG_SKU(1),
    PLACES_TAKEN,
    BUDGET_USED,
    WAITS_FOR_SYSTEM(1),
    ORDERS_NOT_READ(1),
    DEFECT(1),
    SHOP_WAS_REMOVED(1),
    SUSPENDED(3),
    REMOVED(3),
    NO_SETUP(1),
    // An order that has changed.
    DELETED_IN_SHOP,
    CANCELLED_IN_SHOP,
    REOPENED_IN_SHOP,
    CHANGED_WHILE_SENT(1),
    CANCELLED_IN_SPECTER,
    DELIVERED_IN_SPECTER,
    PARTLY_DELIVERED_IN_SPECTER,
    NO_DELIVERY_TOLD,
    INVOICE_TOLD,
    ROW_CHANGED(3),
    ROW_TEXT_CHANGED(2),
    ROW_ADDED(2),
    ROW_GONE(2),
    NO_MORE(1),
    MORE_ROWS(1),
    TOTAL_CHANGED(2),
    DELIVERY_METHOD_CHANGED(2),
    PAYMENT_METHOD_CHANGED(2),
    PAYMENT_REFERENCE_CHANGED,
    DELIVERY_ADDRESS_CHANGED,
    RECIPIENT_CHANGED,
    INVOICE_ADDRESS_CHANGED,
    NAME_CHANGED,
    EMAIL_CHANGED,
    PHONE_CHANGED,
    NUMBERS_CHANGED,
    REFERENCE_CHANGED,
    LANGUAGE_CHANGED,
    COMMENT_CHANGED,
    AND_MORE(2),
    // On the way back to the shop.
    NO_SUCH_STATUS(1),
    STATUS_NUMBER(1),
    STILL_SHOWS(2),
    STILL_RESERVED(1),
    PART_NOT_TOLD,
    NO_RULE,
    NOT_IN_SHOP,
    HAD_IT_ALREADY,
    SHOP_IS_FURTHER(1),
    SET_MEANWHILE(1),
    UNDONE_MEANWHILE,
    CANCELLED_MEANWHILE,
    DELIVERY_NEVER_TOLD,
    CANCELLATION_TAKEN_BACK,
    NO_TRACKING,
    PARCEL_TOO_LONG(2),
    NO_CARRIER(1),
    METHOD_UNKNOWN,
    SETTLED_BY(1),
    ALL_DELIVERED,
    NOTHING_DELIVERED,
    PART_DELIVERED,
    DELIVERED(2),
    THE_REST,
    INVOICED_AND_CREDITED,
    INVOICED_NOT_CREDITED,
    NOT_INVOICED,
    PAID,
    NOT_PAID,
    PARCELS(1),
    SHOP_MAY_SHOW_CANCELLED,
    SHOP_WAS_NOT_TOLD,
    // Notices.
    QUANTITY_TOO_LARGE(2),
    UNKNOWN_ORDERS(1),
    PRODUCTS_WAITING(1),
    FOREIGN_BATCHES(2),
    JOURNAL_REFUSED(2),
    ROW_OF_BATCH(2),
    UNREADABLE_FIELD(2),
    UNREADABLE_PART(3),
    INVOICE(1),
    ARTICLE(1),
    UNKNOWN_WAREHOUSES(2),
    OTHER_WAREHOUSES(2),
    NO_WAREHOUSES,
    UNNAMED_WAREHOUSE,
    PRICES_WAIT(1),
    CURRENCIES_OF_ARTICLES(2),
    CURRENCIES_OF_LISTS(4),
    CURRENCY_UNKNOWN,
    LIST_TAKEN(2),
    NOT_IN_THE_SHOP(1),
    STOCK_LOCATION(1),
    STOCK_STATUS(1),
    PRICE_LIST(1),
    MASTER_PRICE_LIST,
    TWO_SPELLINGS(2),
    ARTICLE_DELETED(1),
    ARTICLE_NOT_STOCKED(1),
    VARIANT(3),
    SETUP_NOT_READABLE,
    // What an initial sync would do.
    PLAN_NO_NUMBER,
    PLAN_SPELLED(1),
    PLAN_PROPOSED(2),
    NUMBER_TAKEN(1),
    PLAN_TWICE(1),
    PLAN_OTHER_SHOP,
    PLAN_PRODUCT_HELD(1),
    PLAN_MAIN,
    PLAN_GROUP_PROPOSED,
    PLAN_MADE_BY_ORDER,
    PLAN_GONE_SINCE,
    PLAN_CHANGED_SINCE;

    private final int arity;

    Phrase() {
        this(0);
    }

    Phrase(int arity) {
        this.arity = arity;
    }

    /**
     * The phrase with its values.
     *
     * @param about a {@link Detail} or {@link Phrase} is written out for the reader, any other value is shown
     *     unchanged. Nothing personal
     */
    public Detail with(Object... about) {
        assert about.length == arity : this + " names " + arity;
        return new Detail(Arrays.stream(about)
                .map(value -> "|" + stored(value))
                .collect(Collectors.joining("", "{" + key(), "}")));
    }

    private static String stored(Object value) {
        return switch (value) {
            case Detail detail -> detail.stored();
            case Phrase phrase -> phrase.with().stored();
            default -> Detail.value(value).stored();
        };
    }

    /** The number of values that the phrase names. */
    int arity() {
        return arity;
    }

    /** The phrase's key in the files of texts: {@code no-sku}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
