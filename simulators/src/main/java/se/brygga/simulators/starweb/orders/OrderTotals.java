package se.brygga.simulators.starweb.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order's totals as the reference's worked example (section 5.2) computes them, with the variants of O-11 to O-14. */
public final class OrderTotals {

    /** Kept with an order: whether it is sold without VAT (O-15). */
    public static final String VAT_FREE = "vatFree";

    private final Quirks quirks;
    private final int precision;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal vat = BigDecimal.ZERO;

    private OrderTotals(Quirks quirks, int precision) {
        this.quirks = quirks;
        this.precision = precision;
    }

    /** Writes {@code totalAmount}, {@code totalVat}, {@code amountToPay} and their values in the base currency. */
    public static void compute(ObjectNode order, Quirks quirks) {
        OrderTotals totals =
                new OrderTotals(quirks, order.path("currencyPrecision").asInt(2));
        boolean children = quirks.is(StarwebQuirk.BUNDLE_MONEY, "CHILDREN");
        boolean hidden = quirks.is(StarwebQuirk.ADJUSTMENTS, "hidden");
        for (JsonNode item : order.path("items")) {
            if (children && item.path("bundledItems").isArray()) {
                item.path("bundledItems").forEach(totals::addRow);
            } else {
                totals.addRow(item);
            }
        }
        totals.add(number(order, "shippingCost"), number(order, "shippingVatRate"));
        totals.add(number(order, "paymentFee"), number(order, "paymentVatRate"));
        if (order.path(VAT_FREE).asBoolean(false)) {
            totals.vat = BigDecimal.ZERO;
        }
        totals.write(order);
        if (hidden) {
            hideAdjustments(order);
        }
    }

    /** Codes and gift cards count in the totals, yet no row shows them. */
    private static void hideAdjustments(ObjectNode order) {
        ((tools.jackson.databind.node.ArrayNode) order.path("items"))
                .removeIf(item -> item.path("sku").asString("").isEmpty());
    }

    private void addRow(JsonNode item) {
        BigDecimal rate = number(item, "vatRate");
        BigDecimal row = number(item, "unitPrice").multiply(number(item, "quantity"));
        add(row.subtract(discount(item, row, rate)), rate);
    }

    private BigDecimal discount(JsonNode item, BigDecimal row, BigDecimal rate) {
        BigDecimal discount = number(item, "discount");
        if (!item.path("discountType").asString("percent").equals("amount")) {
            return row.multiply(discount).movePointLeft(2);
        }
        return quirks.is(StarwebQuirk.AMOUNT_DISCOUNT, "INC_VAT")
                ? discount.divide(BigDecimal.ONE.add(rate.movePointLeft(2)), 8, RoundingMode.HALF_UP)
                : discount;
    }

    private void add(BigDecimal amount, BigDecimal rate) {
        BigDecimal tax = amount.multiply(rate).movePointLeft(2);
        boolean perRow = quirks.is(StarwebQuirk.ROUNDING, "PER_ROW");
        net = net.add(perRow ? round(amount) : amount);
        vat = vat.add(perRow ? round(tax) : tax);
    }

    private void write(ObjectNode order) {
        BigDecimal rate = number(order, "currencyExchangeRate");
        put(order, "totalAmount", round(net), rate);
        put(order, "totalVat", round(vat), rate);
        put(order, "amountToPay", round(net).add(round(vat)), rate);
    }

    private BigDecimal round(BigDecimal value) {
        return value.setScale(precision, RoundingMode.HALF_UP);
    }

    private static void put(ObjectNode order, String field, BigDecimal value, BigDecimal rate) {
        order.put(field, value);
        order.put(field + "InBaseCurrency", value.divide(rate, 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : BigDecimal.ZERO;
    }
}
