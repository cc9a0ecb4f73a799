package se.brygga.simulators.starweb.shop;

import java.math.BigDecimal;
import java.util.List;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.orders.Customers;
import se.brygga.simulators.starweb.orders.Methods;
import se.brygga.simulators.starweb.orders.OrderTotals;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a shopper's wish becomes: the fields of an order that is not paid yet. */
public final class NewOrder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NewOrder() {}

    /** @param at when it was placed, as the shop writes times */
    static ObjectNode of(JsonNode wish, long orderId, String at, SimShop shop) {
        ObjectNode order = JSON.createObjectNode();
        order.put("orderId", orderId)
                .put("createdAt", at)
                .put("statusId", shop.statuses().id("created"));
        shop.shoppers().note(wish);
        Customers.Entry customer = shop.customers().of(wish);
        order.set("customerId", customer.customer().get("customerId"));
        order.put("currencyCode", wish.path("currencyCode").asString(shop.currency()))
                .put("baseCurrencyCode", "SEK");
        order.put("currencyPrecision", wish.path("currencyPrecision").asInt(2));
        order.put("currencyExchangeRate", number(wish, "currencyExchangeRate", BigDecimal.ONE));
        order.put("langCode", wish.path("langCode").asString("sv")).put("shopCountryCode", "SE");
        payAndShip(order, wish);
        order.put("discountCode", wish.path("discountCode").asString("")).put("isComplete", false);
        order.put("paymentStatus", "").put("paymentReference", "RES-" + shop.id() + "-" + orderId);
        order.put("amountPaid", BigDecimal.ZERO).put("isRead", false).put("hasComments", false);
        order.put("sendEmailsOnStatusChange", true).put("internalComment", "");
        order.put("customInfo1", wish.path("customInfo1").asString(""));
        order.put("originalCustomerEmail", wish.path("email").asString(""));
        order.put("originalCustomerNationalIdNo", wish.path("nationalIdNo").asString(""));
        order.put("originalCustomerVatNo", wish.path("vatNo").asString(""));
        order.put("externalId", "").put("externalIdType", "").put("shippingTrackingNo", "");
        for (String inner : List.of("address", "deliveryAddress", "paymentAddress")) {
            if (wish.path(inner).isObject()) {
                order.set(inner, wish.path(inner).deepCopy());
            }
        }
        order.set("items", wish.path("items").deepCopy());
        if (wish.path("services").isArray()) {
            order.set("services", wish.path("services").deepCopy());
        }
        return order;
    }

    /** The rows of an order that is sold without VAT have rate 0, or keep their goods' rates (O-15). */
    static void vatFree(ObjectNode order, boolean free, Quirks quirks) {
        boolean kept = free && quirks.is(StarwebQuirk.VAT_FREE, "rates-kept");
        order.put(OrderTotals.VAT_FREE, kept);
        if (kept) {
            order.path("items").forEach(item -> ((ObjectNode) item).put("vatRate", 25));
        }
    }

    private static void payAndShip(ObjectNode order, JsonNode wish) {
        method(order, "payment", wish.path("paymentMethod").asString("klarna"), Methods.PAYMENT);
        method(order, "shipping", wish.path("shippingMethod").asString("postnord"), Methods.SHIPPING);
        for (String amount : List.of("shippingCost", "shippingVatRate", "paymentFee", "paymentVatRate")) {
            order.put(amount, number(wish, amount, BigDecimal.ZERO));
        }
    }

    private static BigDecimal number(JsonNode node, String field, BigDecimal otherwise) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : otherwise;
    }

    private static void method(ObjectNode order, String what, String code, List<Methods.Method> known) {
        Methods.Method method = known.stream()
                .filter(m -> m.idCode().equals(code))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("unknown " + what + " method " + code));
        method(order, what, method);
    }

    /** @param what {@code payment} or {@code shipping} */
    public static void method(ObjectNode order, String what, Methods.Method method) {
        order.put(what + "MethodId", method.id()).put(what + "MethodName", method.name());
        order.put(what + "MethodExternalId", method.externalId());
        if (what.equals("payment")) {
            order.put("paymentMethodIdCode", method.idCode());
        }
    }
}
