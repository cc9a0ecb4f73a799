package se.brygga.simulators.starweb.shop;

import tools.jackson.databind.node.ObjectNode;

/**
 * One order as tests and people look at it.
 *
 * @param status an idCode, or the name of the custom status
 * @param paymentStatus {@code reserved}, {@code captured}, {@code cancelled} or empty
 * @param tracking the parcel's number; empty when there is none
 */
public record OrderSummary(
        long orderId,
        boolean complete,
        String status,
        String paymentStatus,
        String tracking,
        String total,
        String currency,
        String externalId) {

    public static OrderSummary of(SimShop shop, ObjectNode order) {
        long status = order.path("statusId").asLong();
        return new OrderSummary(
                order.path("orderId").asLong(),
                order.path("isComplete").asBoolean(),
                shop.statuses().name(status),
                order.path("paymentStatus").asString(""),
                order.path("shippingTrackingNo").asString(""),
                order.path("amountToPay").asString(),
                order.path("currencyCode").asString(),
                order.path("externalId").asString(""));
    }
}
