package se.brygga.testbed.starweb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order's totals as the reference's worked example computes them: exact rows, rounded once per order. */
final class OrderTotals {

    private OrderTotals() {}

    /** Writes {@code totalAmount}, {@code totalVat}, {@code amountToPay} and their values in the base currency. */
    static void compute(ObjectNode order) {
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        for (JsonNode item : order.path("items")) {
            BigDecimal row = number(item, "unitPrice").multiply(number(item, "quantity"));
            BigDecimal discount = number(item, "discount");
            BigDecimal off = item.path("discountType").asString("percent").equals("amount")
                    ? discount
                    : row.multiply(discount).movePointLeft(2);
            net = net.add(row.subtract(off));
            vat = vat.add(vatOf(row.subtract(off), number(item, "vatRate")));
        }
        BigDecimal shipping = number(order, "shippingCost");
        BigDecimal fee = number(order, "paymentFee");
        net = net.add(shipping).add(fee);
        vat = vat.add(vatOf(shipping, number(order, "shippingVatRate")))
                .add(vatOf(fee, number(order, "paymentVatRate")));
        int precision = order.path("currencyPrecision").asInt(2);
        BigDecimal rate = number(order, "currencyExchangeRate");
        put(order, "totalAmount", net, precision, rate);
        put(order, "totalVat", vat, precision, rate);
        BigDecimal toPay =
                net.setScale(precision, RoundingMode.HALF_UP).add(vat.setScale(precision, RoundingMode.HALF_UP));
        put(order, "amountToPay", toPay, precision, rate);
    }

    private static void put(ObjectNode order, String field, BigDecimal value, int precision, BigDecimal rate) {
        BigDecimal rounded = value.setScale(precision, RoundingMode.HALF_UP);
        order.put(field, rounded);
        order.put(field + "InBaseCurrency", rounded.divide(rate, 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal vatOf(BigDecimal net, BigDecimal rate) {
        return net.multiply(rate).movePointLeft(2);
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : BigDecimal.ZERO;
    }
}
