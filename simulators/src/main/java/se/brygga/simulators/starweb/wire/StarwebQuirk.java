package se.brygga.simulators.starweb.wire;

import java.util.List;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.Quirks.Quirk;

/**
 * How a shop behaves where nobody outside Starweb knows: rows of the reference's section 14, and faults of its section
 * 17 that last.
 */
public enum StarwebQuirk implements Quirk {
    LINKS("links", "entities carry links", "off", "on"),
    NOISE("noise", "percent of answers in odd shapes (S-22)", "0", Quirks.NUMBER),
    LOSS("noise.loss", "percent of answers without some child, and with some nulls (S-22)", "0", Quirks.NUMBER),
    HOST("host.mode", "O-1: where the API is", "path", "host", "redirect"),
    CONTRACT("contract", "O-41: generation of the contract", "STRICT_2_12", "GUIDE_2024"),
    ERROR_CODES("error.codes", "O-6: codes of errors other than the three known ones", "words", "numbers", "none"),
    SHOP_STATUS("shop.status", "what GET /shop tells", "open", "closed", "inactive"),
    ACCESS("access", "whether the shop owner still lets the client in", "granted", "withdrawn"),
    SINGLE_TOKEN("auth.singleToken", "O-2: a new token ends the one before", "false", "true"),
    LIMIT_SIGNAL("rate.signal", "O-7: status of a limited call", "429", Quirks.NUMBER),
    LIMIT_RETRY_AFTER("rate.retryAfter", "O-7: seconds in Retry-After, 0 for none", "0", Quirks.NUMBER),
    VARIANT_META("paging.variantMeta", "O-3: meta on variants", "none", "meta"),
    VARIANT_KEY("product.variantKey", "O-4: key of the included variant", "primaryVariant", "variants"),
    LANGUAGES("product.languages", "O-5: languages of one product", "slim", "all"),
    SAME_STATUS("order.sameStatus", "O-8: the same status again", "mails-again", "ignored"),
    SILENCE("order.silenceWritable", "O-18: sendEmailsOnStatusChange in a write", "ignored", "written"),
    BUMP_ON("order.bumpOn", "O-9: what raises modifiedAt", "writes", "writes-and-completion", "the-order-itself"),
    MANUAL_COMPLETE("order.manualComplete", "O-10: isComplete of orders made in the admin", "true", "false"),
    AMOUNT_DISCOUNT("order.amountDiscount", "O-11: basis of an amount discount", "EX_VAT", "INC_VAT"),
    ROUNDING("order.rounding", "O-12: where totals are rounded", "PER_ORDER", "PER_ROW"),
    ADJUSTMENTS("order.adjustments", "O-13: how codes and gift cards show", "rows", "hidden"),
    BUNDLE_MONEY("order.bundleMoney", "O-14: which level of a bundle counts", "PARENT", "CHILDREN"),
    VAT_FREE("order.vatFree", "O-15: rates of rows sold without VAT", "rate-0", "rates-kept"),
    PAYMENT_STATUSES("order.paymentStatuses", "O-17: payment states", "known", "other-words", "reserved-only"),
    PATCH_ITEMS("order.patchItems", "O-22: items in a write of an order", "REPLACE", "MERGE", "IGNORED"),
    ADDRESSES("order.addresses", "which addresses an order has", "usual", "payment", "invoice-only", "none"),
    CUSTOMER_CREATE(
            "customer.create",
            "O-16: a second customer with the same e-mail",
            "refused",
            "created",
            "created-and-mailed"),
    PAYMENT_FAILURE(
            "payment.failMode",
            "O-20, S-14: a payment action fails",
            "off",
            "refused",
            "status-only",
            "nothing",
            "error-after-status",
            "slow"),
    PAYMENT_WAIT("payment.waitMillis", "S-14 (e): how long a slow payment action takes", "30000", Quirks.NUMBER),
    PAYMENT_ACTIONS(
            "payment.actions",
            "O-19: statuses that act on the payment",
            "completed-captures-canceled-releases",
            "custom-captures-too",
            "none"),
    SKU_CASE("sku.caseSensitive", "O-23: SKUs that differ in case only are different", "false", "true"),
    SKU_SCOPE("sku.filterScope", "O-24: variants that filterSku looks at", "primary", "all"),
    PATCH_ARRAYS(
            "product.patchArrays",
            "O-25: lists in a product's PATCH",
            "languages-merge-others-replace",
            "all-merge",
            "all-replace"),
    VARIANT_ATTRIBUTES(
            "product.variantAttributes",
            "variants of a product need values of the same attributes, the first variant too",
            "same",
            "any"),
    OTHER_LANGUAGES("product.otherLanguages", "texts in a language that the shop does not use", "refused", "kept"),
    NESTED_BUNDLES("product.nestedBundles", "a bundle as a part of another bundle", "refused", "kept"),
    MEDIA_MAX("media.max", "O-27: largest media file in MB", "10", Quirks.NUMBER),
    PRODUCT_BUMP(
            "product.bumpOn",
            "O-28: variants, stock and prices raise a product's modifiedAt",
            "never",
            "stock-and-prices"),
    PRICE_IN_VARIANT("price.inVariant", "O-26: prices in a variant's PATCH", "ignored", "written"),
    PRICE_SCALE("price.scale", "O-29: decimals kept of a price", "4", Quirks.NUMBER),
    PRICE_VOLUME_IN_ROW("price.volumeInRow", "O-30: volumePrices in a price row", "replace", "merge", "ignored"),
    ACTIVATION("pricelist.activation", "O-31: prices after a list's activation", "ZERO_ALL", "ZERO_MISSING"),
    STOCK_ID_CODES("stock.idCodes", "O-32: stock statuses with an idCode", "in-stock-only", "all"),
    STOCK_THRESHOLD("stock.threshold", "O-33: quantity at which a status runs out", "below-zero", "zero"),
    STOCK_RULES_ON_VARIANT("stock.rulesOnVariant", "O-34: the status rules run on a variant's PATCH", "no", "yes"),
    STOCK_MOVES(
            "stock.moves",
            "O-35: when an order takes stock, and whether a canceled one gives it back",
            "completion-and-return",
            "completion",
            "placement-and-return",
            "placement",
            "never"),
    FOREIGN_CONNECTOR("foreign.connector", "S-25: another connector undoes what the client writes", "off", "fights"),
    HOOK_STOCK("hook.stockFires", "O-39: stock changes fire product-updated", "no", "yes"),
    TRACKING("tracking.validate", "O-21: check of the tracking number", "length", "format"),
    HOOK_CUSTOMER_KEY("hook.customerKey", "O-36: field of a customer's hook", "customerId", "id", "none"),
    HOOK_TRANSPORT("hook.transport", "O-37: how hooks come", "POST_JSON", "POST_FORM"),
    HOOK_EVENT_ID("hook.eventId", "O-37: eventId of a retry", "same", "new"),
    HOOK_ECHO("hook.echo", "O-38: hooks for the client's own writes", "fires", "silent"),
    READ_LAG("read.lag", "O-42: seconds until a read shows a write", "0", Quirks.NUMBER);

    private final Quirks.Description description;

    StarwebQuirk(String key, String meaning, String... choices) {
        this.description = Quirk.of(key, meaning, choices);
    }

    @Override
    public Quirks.Description description() {
        return description;
    }

    /** A shop's quirks, all as usual. */
    public static Quirks asUsual() {
        return new Quirks(List.of(values()));
    }
}
