package se.brygga.workflows.attention;

import static se.brygga.workflows.attention.Decision.Kind.DONE_BY_HAND;
import static se.brygga.workflows.attention.Decision.Kind.RETRY;
import static se.brygga.workflows.attention.Decision.Kind.SEND_ANYWAY;
import static se.brygga.workflows.attention.Decision.Kind.SKIP;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Why an order waits for a person, or what a notice is about. The texts for people are in {@code causes_sv.properties}
 * and {@code causes_en.properties} under {@link #code()}.
 *
 * <p>A constant says who can mend the cause, and whether a change of the order in the shop may cure it. It also lists
 * the decisions that are allowed besides retry.
 *
 * <p>Constants are stored in histories and in the database. They may be added, never renamed. Their order means
 * nothing.
 */
public enum Cause {
    // The order itself or its translation.
    ORDER_NOT_READABLE(Fixer.SHOP, true, SKIP),
    NO_ROWS(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    /** A return. Specter would book the return as one more order. */
    TOTAL_BELOW_ZERO(Fixer.OPERATOR, true, SKIP, DONE_BY_HAND),
    TOO_MANY_ROWS(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    PAYMENT_NOT_MAPPED(Fixer.SETUP, true, SKIP, DONE_BY_HAND),
    SHIPPING_NOT_MAPPED(Fixer.SETUP, true, SKIP, DONE_BY_HAND),
    SKU_MISSING(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    SKU_NOT_ALLOWED(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    ARTICLE_UNKNOWN(Fixer.SPECTER, true, SKIP, DONE_BY_HAND),
    /** Specter has two articles whose numbers differ in case only. Used for orders and as a notice. */
    ARTICLE_SPELLED_TWICE(Fixer.SPECTER, true, SKIP, DONE_BY_HAND),
    VAT_RATE_NOT_WHOLE(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    ADDRESS_UNUSABLE(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    /** Specter would give the company the name of its buyer, on all open orders and invoices of the company. */
    COMPANY_NAME_MISSING(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    EMAIL_MISSING(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    TEXT_TOO_LONG(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    /** Characters, decimals or codes that Specter would change or cut. */
    VALUE_NOT_ALLOWED(Fixer.SHOP, true, SKIP, DONE_BY_HAND),
    TOTALS_DIFFER(Fixer.OPERATOR, true, SEND_ANYWAY, SKIP, DONE_BY_HAND),
    BUNDLE_UNCLEAR(Fixer.OPERATOR, true, SKIP, DONE_BY_HAND),

    // Answers.
    STARWEB_REFUSED(Fixer.OPERATOR, false, SKIP, DONE_BY_HAND),
    STARWEB_RIGHTS_MISSING(Fixer.SHOP, false, SKIP),
    SPECTER_REFUSED_CUSTOMER(Fixer.SPECTER, true, SKIP, DONE_BY_HAND),
    SPECTER_REFUSED_ARTICLE(Fixer.SPECTER, true, SKIP, DONE_BY_HAND),
    SPECTER_REFUSED_ORDER(Fixer.SPECTER, true, SKIP, DONE_BY_HAND),
    SPECTER_REFUSED_INVOICE(Fixer.SPECTER, false, SKIP),
    /** The answer to an attempt was lost. The invoice may exist, and a repeat could not tell. */
    INVOICE_UNCERTAIN(Fixer.OPERATOR, false, SKIP),
    /** Specter has the number, and no earlier attempt of ours explains it. */
    NUMBER_ALREADY_USED(Fixer.SPECTER, false, SKIP, DONE_BY_HAND),
    /** Our order is in Specter, but the answer with Specter's number was lost. */
    SENT_NUMBER_UNKNOWN(Fixer.OPERATOR, false, DONE_BY_HAND),
    /**
     * The answer to an attempt was lost, so the order may be in Specter. The repeat was refused, failed or was never
     * answered, so the repeat could not tell.
     */
    REFUSED_AFTER_UNCERTAIN_SEND(Fixer.OPERATOR, false, DONE_BY_HAND, SKIP),

    // After the transfer.
    NOT_MARKED_IN_SHOP(Fixer.OPERATOR, false, SKIP),
    /** Goods or money have changed, perhaps with other parts of the order. */
    CHANGED_AFTER_TRANSFER(Fixer.OPERATOR, true, SKIP),
    PAYMENT_CHANGED_AFTER_TRANSFER(Fixer.OPERATOR, true, SKIP),
    /** Only the address, the person or a comment has changed. */
    CUSTOMER_CHANGED_AFTER_TRANSFER(Fixer.OPERATOR, true, SKIP),
    CANCELLED_AFTER_TRANSFER(Fixer.OPERATOR, true, SKIP),
    REOPENED_AFTER_TRANSFER(Fixer.OPERATOR, true, SKIP),

    // On the way back to the shop.
    STATUS_NOT_IN_SHOP(Fixer.SETUP, false, SKIP),
    STATUS_REFUSED(Fixer.SHOP, false, SKIP),
    PAYMENT_REFUSED(Fixer.SHOP, false, SKIP),
    /** The shop refused the parcel's number alone, with the status or without. */
    TRACKING_REFUSED(Fixer.SHOP, false, SKIP),
    STATUS_NOT_TAKEN(Fixer.SHOP, false, SKIP),
    PAYMENT_NOT_CAPTURED(Fixer.SHOP, false, SKIP),
    /** A part of the order was delivered or invoiced, but the shop has one status for the whole order. */
    CANCELLED_IN_PART(Fixer.SHOP, false, SKIP),

    // Systems that are out of order. Orders stay on their way behind them.
    STARWEB_AWAY(Fixer.SHOP, false),
    STARWEB_BUSY(Fixer.SHOP, false),
    STARWEB_CREDENTIALS_REFUSED(Fixer.SETUP, false),
    STARWEB_ADDRESS_WRONG(Fixer.SETUP, false),
    SPECTER_AWAY(Fixer.SPECTER, false),
    SPECTER_BUSY(Fixer.SPECTER, false),
    SPECTER_CREDENTIALS_REFUSED(Fixer.SETUP, false),
    SPECTER_RIGHTS_MISSING(Fixer.SPECTER, false),

    // Notices, for which no order waits.
    CUSTOMER_CHANGED_AFTER_DELIVERY(Fixer.OPERATOR, false),
    /** Somebody outside may know the callback URL of the shop's web hooks. */
    WEB_HOOKS_WITHOUT_ORDER(Fixer.OPERATOR, false),
    FEED_REFUSED(Fixer.SPECTER, false),
    FEED_READ_BY_ANOTHER(Fixer.SPECTER, false),
    FEED_ROW_UNREADABLE(Fixer.SPECTER, false),
    /** Brygga does not store such an answer: the same stock could count twice, or not at all. */
    WAREHOUSES_NOT_NAMED(Fixer.SPECTER, false),
    /**
     * All that Specter tells of the article comes from an order of ours. Neither its price nor its stock goes to a
     * shop.
     */
    ARTICLE_MADE_BY_ORDER(Fixer.SPECTER, false),
    ARTICLE_GONE(Fixer.SPECTER, false),
    SKU_TWICE_IN_SHOP(Fixer.SHOP, false),
    SKU_UNUSABLE_IN_SHOP(Fixer.SHOP, false),
    STOCK_REFUSED(Fixer.SHOP, false),
    NAME_NOT_IN_SHOP(Fixer.SETUP, false),
    PRICE_REFUSED(Fixer.SHOP, false),
    PRICES_WAIT_FOR_APPROVAL(Fixer.OPERATOR, false),
    PRICE_LIST_IN_OTHER_CURRENCY(Fixer.SETUP, false),
    ARTICLE_PRICES_IN_OTHER_CURRENCY(Fixer.SETUP, false),
    TWO_PRICE_LISTS_TO_ONE(Fixer.SETUP, false),
    SETUP_UNREADABLE(Fixer.SETUP, false),

    // Products, for which no order waits. The last one is a notice.
    PRODUCT_WITHOUT_SKU(Fixer.SHOP, false),
    PRODUCT_SKU_TWICE(Fixer.SHOP, false),
    PRODUCT_NUMBER_NOT_ALLOWED(Fixer.SHOP, false),
    PRODUCT_WITHOUT_NAME(Fixer.SHOP, false),
    PRODUCT_VAT_NOT_WHOLE(Fixer.SHOP, false),
    PRODUCT_VALUE_NOT_ALLOWED(Fixer.SHOP, false),
    /** Specter's interface makes no packages. */
    PRODUCT_IS_BUNDLE(Fixer.SPECTER, false),
    PRODUCT_REFUSED(Fixer.SPECTER, false),
    /** The shop does not give a variant the number of its article, although a person has said that both are the same. */
    PRODUCT_NUMBER_NOT_TAKEN(Fixer.SHOP, false),
    PRODUCTS_WAIT(Fixer.OPERATOR, false),

    // Articles on their way to a shop, for which no order waits.
    SHOP_PRODUCT_WITHOUT_NAME(Fixer.SPECTER, false),
    SHOP_PRODUCT_NUMBER_NOT_ALLOWED(Fixer.SPECTER, false),
    SHOP_PRODUCT_VALUE_NOT_ALLOWED(Fixer.SPECTER, false),
    SHOP_PRODUCT_VARIANTS_ALIKE(Fixer.SPECTER, false),
    SHOP_PRODUCT_SPLIT(Fixer.SHOP, false),
    SHOP_PRODUCT_REFUSED(Fixer.SHOP, false),
    SHOP_PRODUCT_GONE(Fixer.SHOP, false),

    // The operator's.
    /** Cured by itself when the shop is resumed. */
    SHOP_SUSPENDED(Fixer.OPERATOR, false, SKIP, DONE_BY_HAND),
    SHOP_REMOVED(Fixer.OPERATOR, false, SKIP, DONE_BY_HAND),

    // Ours.
    SETUP_MISSING(Fixer.SETUP, false, SKIP),
    INTERNAL_ERROR(Fixer.BRYGGA, false, SKIP, DONE_BY_HAND);

    /** Where the cause can be mended. */
    public enum Fixer {
        /** In the shop's admin: the order, product or customer. */
        SHOP,
        /** In Specter. */
        SPECTER,
        /** In the tenant's set-up. */
        SETUP,
        /** By a decision of the operator. */
        OPERATOR,
        /** A defect of Brygga. */
        BRYGGA
    }

    private final Fixer fixer;
    private final boolean curedByChangeInShop;
    private final Set<Decision.Kind> decisions;

    /** Retry is always allowed: it reads the order again, and the guards keep it from making a second order. */
    Cause(Fixer fixer, boolean curedByChangeInShop, Decision.Kind... besidesRetry) {
        this.fixer = fixer;
        this.curedByChangeInShop = curedByChangeInShop;
        EnumSet<Decision.Kind> all = EnumSet.of(RETRY);
        all.addAll(Arrays.asList(besidesRetry));
        this.decisions = Set.copyOf(all);
    }

    /** The code as operators type it: {@code totals-differ}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The inverse of {@link #code()}. The constant's name is accepted too, in any case of letters.
     *
     * @throws RequestRefused there is no such cause; the refusal names all causes
     */
    @JsonCreator
    public static Cause ofCode(String code) {
        return EnumWords.find(values(), code)
                .orElseThrow(() -> new RequestRefused(EnumWords.unknown("cause", code, values(), Cause::code)));
    }

    /** Where the cause can be mended. */
    public Fixer fixer() {
        return fixer;
    }

    /** Whether a change of the order in the shop is reason to read the order again without a person. */
    public boolean curedByChangeInShop() {
        return curedByChangeInShop;
    }

    /** Whether this decision can answer the cause. */
    public boolean allows(Decision.Kind decision) {
        return decisions.contains(decision);
    }

    /** All decisions that can answer the cause, retry among them. */
    public Set<Decision.Kind> decisions() {
        return decisions;
    }
}
