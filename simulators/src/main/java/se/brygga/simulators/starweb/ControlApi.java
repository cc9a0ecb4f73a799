package se.brygga.simulators.starweb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.products.ProductsPage;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;

/** {@code /__sim/}: what shoppers, shop owners and testers do. Described in {@code simulators/README.md}. */
final class ControlApi {

    private final StarwebSimulator simulator;
    private final CommonControl common;
    private final CatalogueControl catalogue;

    ControlApi(StarwebSimulator simulator, CommonControl common) {
        this.simulator = simulator;
        this.common = common;
        this.catalogue = new CatalogueControl(simulator);
    }

    /** @param path below {@code /__sim} */
    SimResponse handle(SimRequest request, List<String> path) {
        if (path.isEmpty()) {
            throw ApiError.notFound();
        }
        return common.handle(request, path).orElseGet(() -> switch (path.getFirst()) {
            case "products" -> products(request, path);
            case "shops" -> shop(request, path.subList(1, path.size()));
            case "web-hooks" -> webHooks(request);
            case "shopper-actions" -> CommonControl.json(simulator.shopperActions());
            case "tokens" -> tokens(request);
            default -> throw ApiError.notFound();
        });
    }

    /** The page of a shop's products. */
    private SimResponse products(SimRequest request, List<String> path) {
        if (path.size() != 2) {
            throw ApiError.notFound();
        }
        int page = Integer.parseInt(request.query(StandardCharsets.UTF_8)
                .getOrDefault("page", List.of("1"))
                .getFirst());
        return SimResponse.html(
                200, simulator.products(path.get(1), products -> ProductsPage.render(path.get(1), page, products)));
    }

    /** {@code {shop}/orders…}, {@code {shop}/drift}, {@code {shop}/forged-hooks}, {@code {shop}/articles/{sku}}. */
    private SimResponse shop(SimRequest request, List<String> path) {
        if (path.size() == 1 && request.method().equals("POST")) {
            simulator.openEmpty(path.getFirst());
            return SimResponse.empty(204);
        }
        if (path.size() < 2) {
            throw ApiError.notFound();
        }
        String shop = path.getFirst();
        JsonNode body = CommonControl.body(request);
        switch (path.get(1)) {
            case "orders" -> {
                return orders(request, shop, path.subList(2, path.size()), body);
            }
            case "shoppers" -> {
                return CommonControl.json(simulator.shoppers(shop));
            }
            case "drift" ->
                simulator.driftAfterNextPage(
                        shop,
                        CommonControl.constant(
                                StarwebSimulator.Drift.class, body.path("what").asString("")));
            case "forged-hooks" ->
                simulator.forgeHook(
                        shop,
                        body.path("event").asString("order-completed"),
                        body.path("orderId").asLong(0));
            case "articles" ->
                simulator.renameArticle(shop, path.get(2), body.path("to").asString(""));
            case "leftovers" -> simulator.leaveConnectorMarks(shop);
            case "custom-status" -> simulator.removeCustomStatus(shop);
            case "statuses" ->
                simulator.mailOnStatus(
                        shop, path.get(2), body.path("shouldSendEmail").asBoolean(true));
            default -> {
                return catalogue.handle(request, shop, path.subList(1, path.size()));
            }
        }
        return SimResponse.empty(204);
    }

    private SimResponse orders(SimRequest request, String shop, List<String> path, JsonNode body) {
        if (path.isEmpty()) {
            return request.method().equals("POST") ? place(shop, body) : CommonControl.json(simulator.orders(shop));
        }
        long orderId = Long.parseLong(path.getFirst());
        if (request.method().equals("DELETE")) {
            simulator.delete(shop, orderId);
            return SimResponse.empty(204);
        }
        return CommonControl.json(
                switch (path.size() > 1 ? path.get(1) : "") {
                    case "pay" -> simulator.pay(shop, orderId);
                    case "abandon" -> simulator.abandon(shop, orderId);
                    case "edit" ->
                        simulator.edit(
                                shop,
                                orderId,
                                CommonControl.constant(
                                        Orders.Edit.class, body.path("rows").asString("quantity")));
                    case "cancel" -> simulator.setStatus(shop, orderId, "canceled");
                    case "status" ->
                        simulator.setStatus(shop, orderId, body.path("status").asString(""));
                    case "foreign" ->
                        simulator.markForeign(shop, orderId, body.path("type").asString("Specter"));
                    case "" -> simulator.orderOf(shop, orderId);
                    default -> throw ApiError.notFound();
                });
    }

    /**
     * Places an order: {@code {"kind":"T1"}}, {@code {"goods":{"KAJ-001":2}}} or a whole order. It is paid at once
     * unless {@code "pay":false}. {@code "admin":true} is an order that the shop owner makes, without a payment step.
     * {@code "count"} places this many in the same second. {@code "respectStock":true} is refused with 409 when the
     * shop has too little stock.
     */
    private SimResponse place(String shop, JsonNode body) {
        boolean pay = body.path("pay").asBoolean(true);
        String kind = body.path("kind").asString("");
        if (body.has("count")) {
            return CommonControl.json(simulator.placeAtOnce(
                    shop,
                    CommonControl.constant(OrderKind.class, kind),
                    body.path("count").asInt()));
        }
        if (body.path("admin").asBoolean(false)) {
            return CommonControl.json(simulator.placeInAdmin(shop, body.toString()));
        }
        Optional<OrderSummary> placed = body.path("respectStock").asBoolean(false)
                ? simulator.placeIfInStock(shop, body.toString())
                : Optional.of(simulator.place(shop, body.toString()));
        return placed.map(order -> CommonControl.json(pay ? simulator.pay(shop, order.orderId()) : order))
                .orElseThrow(
                        () -> new ApiError(409, "out_of_stock", "the shop has not enough to sell; nothing was placed"));
    }

    private SimResponse webHooks(SimRequest request) {
        if (request.method().equals("PUT")) {
            JsonNode body = CommonControl.body(request);
            simulator
                    .webHooks()
                    .disturb(new WebHookSender.Disturbance(
                            body.path("lostPercent").asInt(0),
                            body.path("doubledPercent").asInt(0),
                            body.path("latePercent").asInt(0),
                            Duration.parse(body.path("late").asString("PT0S"))));
            return SimResponse.empty(204);
        }
        return CommonControl.json(simulator.webHooks().deliveries());
    }

    private SimResponse tokens(SimRequest request) {
        if (request.method().equals("DELETE")) {
            simulator.revokeTokens();
        } else {
            JsonNode body = CommonControl.body(request);
            simulator.tokenLife(Duration.parse(body.path("life").asString("PT1H")));
            simulator.limit(body.path("perMinute").asInt(1_000));
        }
        return SimResponse.empty(204);
    }
}
