package se.brygga.simulators.starweb.wire;

import java.util.List;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/** Where nobody outside Starweb knows: rows of the reference's section 14, and faults of its section 17 that last. */
public final class StarwebQuirks {

    public static final String LINKS = "links";
    public static final String NOISE = "noise";
    public static final String SHOP_STATUS = "shop.status";
    public static final String ACCESS = "access";
    public static final String SINGLE_TOKEN = "auth.singleToken";
    public static final String LIMIT_SIGNAL = "rate.signal";
    public static final String LIMIT_RETRY_AFTER = "rate.retryAfter";
    public static final String VARIANT_META = "paging.variantMeta";
    public static final String VARIANT_KEY = "product.variantKey";
    public static final String LANGUAGES = "product.languages";
    public static final String CONTRACT = "contract";
    public static final String HOST = "host.mode";
    public static final String ERROR_CODES = "error.codes";
    public static final String LOSS = "noise.loss";
    public static final String MANUAL_COMPLETE = "order.manualComplete";
    public static final String VAT_FREE = "order.vatFree";
    public static final String PAYMENT_STATUSES = "order.paymentStatuses";
    public static final String PATCH_ITEMS = "order.patchItems";
    public static final String HOOK_CUSTOMER_KEY = "hook.customerKey";
    public static final String HOOK_TRANSPORT = "hook.transport";
    public static final String SAME_STATUS = "order.sameStatus";
    public static final String SILENCE = "order.silenceWritable";
    public static final String BUMP_ON = "order.bumpOn";
    public static final String AMOUNT_DISCOUNT = "order.amountDiscount";
    public static final String ROUNDING = "order.rounding";
    public static final String ADJUSTMENTS = "order.adjustments";
    public static final String BUNDLE_MONEY = "order.bundleMoney";
    public static final String ADDRESSES = "order.addresses";
    public static final String CUSTOMER_CREATE = "customer.create";
    public static final String PAYMENT_FAILURE = "payment.failMode";
    public static final String TRACKING = "tracking.validate";
    public static final String PAYMENT_ACTIONS = "payment.actions";
    public static final String PAYMENT_WAIT = "payment.waitMillis";
    public static final String SKU_CASE = "sku.caseSensitive";
    public static final String SKU_SCOPE = "sku.filterScope";
    public static final String PRODUCT_BUMP = "product.bumpOn";
    public static final String PRICE_IN_VARIANT = "price.inVariant";
    public static final String PRICE_SCALE = "price.scale";
    public static final String PRICE_VOLUME_IN_ROW = "price.volumeInRow";
    public static final String ACTIVATION = "pricelist.activation";
    public static final String STOCK_ID_CODES = "stock.idCodes";
    public static final String STOCK_THRESHOLD = "stock.threshold";
    public static final String STOCK_RULES_ON_VARIANT = "stock.rulesOnVariant";
    public static final String STOCK_MOVES = "stock.moves";
    public static final String FOREIGN_CONNECTOR = "foreign.connector";
    public static final String HOOK_STOCK = "hook.stockFires";
    public static final String HOOK_EVENT_ID = "hook.eventId";
    public static final String HOOK_ECHO = "hook.echo";
    public static final String READ_LAG = "read.lag";

    private StarwebQuirks() {}

    public static Quirks create() {
        return new Quirks(List.of(
                quirk(LINKS, "entities carry links", "off", "on"),
                quirk(NOISE, "percent of answers in odd shapes (S-22)", "0", Quirks.NUMBER),
                quirk(LOSS, "percent of answers without some child, and with some nulls (S-22)", "0", Quirks.NUMBER),
                quirk(HOST, "O-1: where the API is", "path", "host", "redirect"),
                quirk(CONTRACT, "O-41: generation of the contract", "STRICT_2_12", "GUIDE_2024"),
                quirk(ERROR_CODES, "O-6: codes of errors other than the three known ones", "words", "numbers", "none"),
                quirk(SHOP_STATUS, "what GET /shop tells", "open", "closed", "inactive"),
                quirk(ACCESS, "whether the shop owner still lets the client in", "granted", "withdrawn"),
                quirk(SINGLE_TOKEN, "O-2: a new token ends the one before", "false", "true"),
                quirk(LIMIT_SIGNAL, "O-7: status of a limited call", "429", Quirks.NUMBER),
                quirk(LIMIT_RETRY_AFTER, "O-7: seconds in Retry-After, 0 for none", "0", Quirks.NUMBER),
                quirk(VARIANT_META, "O-3: meta on variants", "none", "meta"),
                quirk(VARIANT_KEY, "O-4: key of the included variant", "primaryVariant", "variants"),
                quirk(LANGUAGES, "O-5: languages of one product", "slim", "all"),
                quirk(SAME_STATUS, "O-8: the same status again", "mails-again", "ignored"),
                quirk(SILENCE, "O-18: sendEmailsOnStatusChange in a write", "ignored", "written"),
                quirk(BUMP_ON, "O-9: what raises modifiedAt", "writes", "writes-and-completion", "the-order-itself"),
                quirk(MANUAL_COMPLETE, "O-10: isComplete of orders made in the admin", "true", "false"),
                quirk(AMOUNT_DISCOUNT, "O-11: basis of an amount discount", "EX_VAT", "INC_VAT"),
                quirk(ROUNDING, "O-12: where totals are rounded", "PER_ORDER", "PER_ROW"),
                quirk(ADJUSTMENTS, "O-13: how codes and gift cards show", "rows", "hidden"),
                quirk(BUNDLE_MONEY, "O-14: which level of a bundle counts", "PARENT", "CHILDREN"),
                quirk(VAT_FREE, "O-15: rates of rows sold without VAT", "rate-0", "rates-kept"),
                quirk(PAYMENT_STATUSES, "O-17: payment states", "known", "other-words", "reserved-only"),
                quirk(PATCH_ITEMS, "O-22: items in a write of an order", "REPLACE", "MERGE", "IGNORED"),
                quirk(ADDRESSES, "which addresses an order has", "usual", "payment", "invoice-only", "none"),
                quirk(
                        CUSTOMER_CREATE,
                        "O-16: a second customer with the same e-mail",
                        "refused",
                        "created",
                        "created-and-mailed"),
                quirk(
                        PAYMENT_FAILURE,
                        "O-20, S-14: a payment action fails",
                        "off",
                        "refused",
                        "status-only",
                        "nothing",
                        "error-after-status",
                        "slow"),
                quirk(PAYMENT_WAIT, "S-14 (e): how long a slow payment action takes", "30000", Quirks.NUMBER),
                quirk(
                        PAYMENT_ACTIONS,
                        "O-19: statuses that act on the payment",
                        "completed-captures-canceled-releases",
                        "custom-captures-too",
                        "none"),
                quirk(SKU_CASE, "O-23: SKUs that differ in case only are different", "false", "true"),
                quirk(SKU_SCOPE, "O-24: variants that filterSku looks at", "primary", "all"),
                quirk(PRODUCT_BUMP, "O-28: stock and prices raise a product's modifiedAt", "never", "stock-and-prices"),
                quirk(PRICE_IN_VARIANT, "O-26: prices in a variant's PATCH", "ignored", "written"),
                quirk(PRICE_SCALE, "O-29: decimals kept of a price", "4", Quirks.NUMBER),
                quirk(PRICE_VOLUME_IN_ROW, "O-30: volumePrices in a price row", "replace", "merge", "ignored"),
                quirk(ACTIVATION, "O-31: prices after a list's activation", "ZERO_ALL", "ZERO_MISSING"),
                quirk(STOCK_ID_CODES, "O-32: stock statuses with an idCode", "in-stock-only", "all"),
                quirk(STOCK_THRESHOLD, "O-33: quantity at which a status runs out", "below-zero", "zero"),
                quirk(STOCK_RULES_ON_VARIANT, "O-34: the status rules run on a variant's PATCH", "no", "yes"),
                quirk(
                        STOCK_MOVES,
                        "O-35: when an order takes stock, and whether a canceled one gives it back",
                        "completion-and-return",
                        "completion",
                        "placement-and-return",
                        "placement",
                        "never"),
                quirk(FOREIGN_CONNECTOR, "S-25: another connector undoes what the client writes", "off", "fights"),
                quirk(HOOK_STOCK, "O-39: stock changes fire product-updated", "no", "yes"),
                quirk(TRACKING, "O-21: check of the tracking number", "length", "format"),
                quirk(HOOK_CUSTOMER_KEY, "O-36: field of a customer's hook", "customerId", "id", "none"),
                quirk(HOOK_TRANSPORT, "O-37: how hooks come", "POST_JSON", "POST_FORM"),
                quirk(HOOK_EVENT_ID, "O-37: eventId of a retry", "same", "new"),
                quirk(HOOK_ECHO, "O-38: hooks for the client's own writes", "fires", "silent"),
                quirk(READ_LAG, "O-42: seconds until a read shows a write", "0", Quirks.NUMBER)));
    }

    private static Quirk quirk(String name, String meaning, String... values) {
        return new Quirk(name, List.of(values), meaning);
    }
}
