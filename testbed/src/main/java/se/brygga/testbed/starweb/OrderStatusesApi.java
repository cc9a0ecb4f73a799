package se.brygga.testbed.starweb;

import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.starweb.orders.OrderStatuses;
import se.brygga.testbed.starweb.wire.Answers;
import se.brygga.testbed.starweb.wire.ApiCall;
import se.brygga.testbed.starweb.wire.ApiError;
import se.brygga.testbed.starweb.wire.Fields;

/** {@code /order-statuses}: Starweb's own cannot be changed, and one that an order has cannot be deleted (section 4). */
final class OrderStatusesApi {

    private final SimShop shop;

    OrderStatusesApi(SimShop shop) {
        this.shop = shop;
    }

    SimResponse handle(ApiCall call) {
        OrderStatuses statuses = shop.statuses();
        if (call.is("GET", 1)) {
            return Answers.ok(statuses.list());
        }
        if (call.segments() != 2) {
            throw call.refused();
        }
        long id = call.id(1);
        if (!statuses.has(id)) {
            throw ApiError.notFound();
        }
        if (call.method().equals("GET")) {
            return Answers.ok(statuses.view(id));
        }
        if (statuses.idCode(id) != null) {
            throw ApiError.forbidden("a standard status cannot be changed");
        }
        switch (call.method()) {
            case "PATCH", "PUT" ->
                Fields.truth(call.body(), "shouldSendEmail")
                        .ifPresent(mails -> statuses.mail(OrderStatuses.CUSTOM, mails));
            case "DELETE" -> {
                if (shop.orders().sorted(false, true).stream()
                        .anyMatch(order -> order.path("statusId").asLong() == id)) {
                    throw ApiError.forbidden("an order has this status");
                }
                statuses.removeCustom();
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        return Answers.ok(statuses.view(id));
    }
}
