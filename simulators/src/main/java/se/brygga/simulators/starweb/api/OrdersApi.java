package se.brygga.simulators.starweb.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /orders} and what lies below it. */
final class OrdersApi {

    private static final Set<String> INCLUDES =
            Set.of("items", "items.bundledItems", "externalServices", "status", "customer", "addresses");
    private final SimShop shop;
    private final WebHookSender hooks;
    private final ItemsApi items;
    private final AddressesApi addresses;
    private final CommentsApi comments;
    private final ExternalServicesApi services;
    private final OrderWrite write;
    private final OrderView view;
    private final Deque<Runnable> afterPages = new ArrayDeque<>();

    OrdersApi(SimShop shop, WebHookSender hooks) {
        this.shop = shop;
        this.hooks = hooks;
        this.items = new ItemsApi(shop.orders());
        this.addresses = new AddressesApi(shop.orders(), shop.customers());
        this.comments = new CommentsApi(shop.orders());
        this.services = new ExternalServicesApi(shop.orders());
        this.write = new OrderWrite(shop, items);
        this.view = new OrderView(shop, addresses);
    }

    /** Page drift (S-19): happens after the next page of orders was served. */
    void afterNextPage(Runnable change) {
        afterPages.add(change);
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("POST", 1)) {
            return create(call.body());
        }
        if (call.segments() == 1) {
            throw call.refused();
        }
        ObjectNode order = shop.orders().require(call.id(1));
        if (call.segments() == 2) {
            return switch (call.method()) {
                case "GET" -> Answers.ok(view.of(seen(order), call.includes(INCLUDES)));
                case "PATCH" -> written(order, call.body(), write::patch);
                case "PUT" -> written(order, call.body(), write::put);
                case "DELETE" -> delete(order);
                default -> throw call.refused();
            };
        }
        ObjectNode seen = call.method().equals("GET") ? seen(order) : order;
        return switch (call.segment(2)) {
            case "items" -> items.handle(call, order, seen);
            case "addresses" -> addresses.handle(call, order, seen);
            case "comments" -> comments.handle(call, order);
            case "external-services" -> services.handle(call, order);
            default -> throw ApiError.notFound();
        };
    }

    private ObjectNode seen(ObjectNode order) {
        return shop.orders().visible(order).orElseThrow(ApiError::notFound);
    }

    private SimResponse list(ApiCall call) {
        int page = call.page();
        Set<String> includes = call.includes(INCLUDES);
        List<ObjectNode> rows = SimOrderList.of(call, shop.orders());
        SimResponse answer = Answers.page(rows, page, true, order -> view.of(order, includes));
        Runnable drift = afterPages.poll();
        if (drift != null) {
            drift.run();
        }
        return answer;
    }

    /** A slow payment provider (S-14 (e)): nothing has changed yet while the client waits. */
    void waitForPayment(ApiCall call) {
        if (call.segments() != 2
                || !Set.of("PATCH", "PUT").contains(call.method())
                || !call.segment(0).equals("orders")
                || !shop.quirks().is(StarwebQuirk.PAYMENT_FAILURE, "slow")) {
            return;
        }
        synchronized (shop) {
            if (write.actsOnPayment(call.body()) == null) {
                return;
            }
        }
        try {
            Thread.sleep(shop.quirks().number(StarwebQuirk.PAYMENT_WAIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SimResponse create(JsonNode body) {
        ObjectNode order = write.create(body);
        shop.orders().changed(order);
        if (shop.quirks().is(StarwebQuirk.HOOK_ECHO, "fires")) {
            hooks.fire(shop, "order-created", order);
            if (order.path("isComplete").asBoolean()) {
                hooks.fire(shop, "order-completed", order);
            }
        }
        return Answers.created(view.of(order, Set.of()));
    }

    private SimResponse delete(ObjectNode order) {
        shop.orders().delete(order.path("orderId").asLong());
        if (shop.quirks().is(StarwebQuirk.HOOK_ECHO, "fires")) {
            hooks.fire(shop, "order-deleted", order);
        }
        return SimResponse.empty(204);
    }

    private SimResponse written(
            ObjectNode order, JsonNode body, BiFunction<ObjectNode, JsonNode, OrderWrite.Outcome> how) {
        long before = order.path("statusId").asLong();
        OrderWrite.Outcome outcome = how.apply(order, body);
        if (outcome != OrderWrite.Outcome.NOTHING) {
            shop.orders().changed(order);
            echo(order, before);
        }
        if (body.has("statusId") && shop.quirks().is(StarwebQuirk.FOREIGN_CONNECTOR, "fights")) {
            order.put("externalId", "999").put("externalIdType", "Specter");
            shop.orders().moveTo(order, before);
            shop.orders().changed(order);
        }
        return outcome == OrderWrite.Outcome.BROKEN
                ? SimResponse.html(500, "<html><body><h1>500 Internal Server Error</h1></body></html>")
                : Answers.ok(view.of(order, Set.of()));
    }

    private void echo(ObjectNode order, long statusBefore) {
        if (shop.quirks().is(StarwebQuirk.HOOK_ECHO, "fires")) {
            hooks.fire(shop, "order-updated", order);
            if (order.path("statusId").asLong() != statusBefore) {
                hooks.fire(shop, "order-status-changed", order);
            }
        }
    }
}
