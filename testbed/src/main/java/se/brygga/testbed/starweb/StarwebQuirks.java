package se.brygga.testbed.starweb;

import java.util.List;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.sim.Quirks.Quirk;

/** Where nobody outside Starweb knows: the rows of the reference's section 14 that concern orders, and its shape noise. */
final class StarwebQuirks {

    static final String LINKS = "links";
    static final String NOISE = "noise";
    static final String SHOP_STATUS = "shop.status";
    static final String ACCESS = "access";
    static final String SINGLE_TOKEN = "auth.singleToken";
    static final String LIMIT_SIGNAL = "rate.signal";
    static final String LIMIT_RETRY_AFTER = "rate.retryAfter";
    static final String VARIANT_META = "paging.variantMeta";
    static final String VARIANT_KEY = "product.variantKey";
    static final String SAME_STATUS = "order.sameStatus";
    static final String BUMP_ON = "order.bumpOn";
    static final String AMOUNT_DISCOUNT = "order.amountDiscount";
    static final String ROUNDING = "order.rounding";
    static final String ADJUSTMENTS = "order.adjustments";
    static final String BUNDLE_MONEY = "order.bundleMoney";
    static final String ADDRESSES = "order.addresses";
    static final String CUSTOMER_CREATE = "customer.create";
    static final String PAYMENT_FAILURE = "payment.failMode";
    static final String TRACKING = "tracking.validate";
    static final String HOOK_EVENT_ID = "hook.eventId";
    static final String HOOK_ECHO = "hook.echo";
    static final String READ_LAG = "read.lag";

    private StarwebQuirks() {}

    static Quirks create() {
        return new Quirks(List.of(
                quirk(LINKS, "entities carry links", "off", "on"),
                quirk(NOISE, "percent of answers in odd shapes (S-22)", "0", Quirks.NUMBER),
                quirk(SHOP_STATUS, "what GET /shop tells", "open", "closed", "inactive"),
                quirk(ACCESS, "whether the shop owner still lets the client in", "granted", "withdrawn"),
                quirk(SINGLE_TOKEN, "O-2: a new token ends the one before", "false", "true"),
                quirk(LIMIT_SIGNAL, "O-7: status of a limited call", "429", Quirks.NUMBER),
                quirk(LIMIT_RETRY_AFTER, "O-7: seconds in Retry-After, 0 for none", "0", Quirks.NUMBER),
                quirk(VARIANT_META, "O-3: meta on variants", "none", "meta"),
                quirk(VARIANT_KEY, "O-4: key of the included variant", "primaryVariant", "variants"),
                quirk(SAME_STATUS, "O-8: the same status again", "mails-again", "ignored"),
                quirk(BUMP_ON, "O-9: what raises modifiedAt", "writes", "writes-and-completion"),
                quirk(AMOUNT_DISCOUNT, "O-11: basis of an amount discount", "EX_VAT", "INC_VAT"),
                quirk(ROUNDING, "O-12: where totals are rounded", "PER_ORDER", "PER_ROW"),
                quirk(ADJUSTMENTS, "O-13: how codes and gift cards show", "rows", "hidden"),
                quirk(BUNDLE_MONEY, "O-14: which level of a bundle counts", "PARENT", "CHILDREN"),
                quirk(ADDRESSES, "which addresses an order has", "usual", "payment", "invoice-only", "none"),
                quirk(CUSTOMER_CREATE, "O-16: a second customer with the same e-mail", "refused", "created"),
                quirk(
                        PAYMENT_FAILURE,
                        "O-20, S-14: a payment action fails",
                        "off",
                        "refused",
                        "status-only",
                        "nothing"),
                quirk(TRACKING, "O-21: check of the tracking number", "length", "format"),
                quirk(HOOK_EVENT_ID, "O-37: eventId of a retry", "same", "new"),
                quirk(HOOK_ECHO, "O-38: hooks for the client's own writes", "fires", "silent"),
                quirk(READ_LAG, "O-42: seconds until a read shows a write", "0", Quirks.NUMBER)));
    }

    private static Quirk quirk(String name, String meaning, String... values) {
        return new Quirk(name, List.of(values), meaning);
    }
}
