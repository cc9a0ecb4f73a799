package se.brygga.simulators.starweb.api;

import java.util.List;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import tools.jackson.databind.JsonNode;

/** {@code /web-hooks}. */
final class WebHooksApi {

    private static final BodyRules BODY = new BodyRules()
            .text(255, "name")
            .text(1, 255, "url")
            .id("statusId")
            .orNull("statusId")
            .oneOf(
                    List.of(
                            "product-created",
                            "product-updated",
                            "product-removed",
                            "order-created",
                            "order-completed",
                            "order-updated",
                            "order-deleted",
                            "order-status-changed",
                            "customer-created",
                            "customer-updated",
                            "customer-deleted",
                            "shop-opened",
                            "shop-closed",
                            "shop-removed"),
                    "event");

    private final SimShop shop;

    WebHooksApi(SimShop shop) {
        this.shop = shop;
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 1)) {
            return Answers.ok(shop.hooks());
        }
        if (call.is("GET", 2)) {
            return Answers.ok(shop.hook(call.id(1)));
        }
        if (call.is("DELETE", 2)) {
            shop.removeHook(call.id(1));
            return SimResponse.empty(204);
        }
        if (call.is("POST", 1)) {
            JsonNode body = checked(call.body());
            ApiCall.required(body, "event");
            ApiCall.required(body, "url");
            return Answers.created(shop.addHook(body));
        }
        if (call.is("PATCH", 2) || call.is("PUT", 2)) {
            return Answers.ok(shop.changeHook(call.id(1), checked(call.body())));
        }
        throw call.refused();
    }

    private JsonNode checked(JsonNode body) {
        BODY.check(body);
        JsonNode status = body.path("statusId");
        if (!status.isMissingNode() && !status.isNull()) {
            if (!body.path("event").asString("order-status-changed").equals("order-status-changed")) {
                throw ApiError.badRequest("statusId belongs to order-status-changed");
            }
            shop.statuses().require(status.asLong());
        }
        return body;
    }
}
