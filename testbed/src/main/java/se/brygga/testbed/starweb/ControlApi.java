package se.brygga.testbed.starweb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import se.brygga.testbed.sim.Fault;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /__sim/}: what shoppers, shop owners and testers do. Described in {@code testbed/README.md}. */
final class ControlApi {

    private final JsonMapper json = JsonMapper.builder().build();
    private final StarwebSimulator simulator;

    ControlApi(StarwebSimulator simulator) {
        this.simulator = simulator;
    }

    SimResponse handle(SimRequest request, List<String> path) {
        String what = path.size() > 1 ? path.get(1) : "";
        return switch (what) {
            case "shops" -> orders(request, path);
            case "faults" -> faults(request);
            case "clock" -> clock(request);
            case "web-hooks" -> webHooks(request);
            case "shopper-actions" -> ok(simulator.shopperActions());
            case "tokens" -> tokens(request);
            default -> throw ApiError.notFound();
        };
    }

    private SimResponse orders(SimRequest request, List<String> path) {
        if (path.size() < 4 || !path.get(3).equals("orders")) {
            throw ApiError.notFound();
        }
        String shop = path.get(2);
        simulator.state(shop);
        if (path.size() == 4) {
            return request.method().equals("POST") ? place(shop, request) : ok(simulator.orders(shop));
        }
        long orderId = Long.parseLong(path.get(4));
        if (request.method().equals("DELETE")) {
            simulator.delete(shop, orderId);
            return SimResponse.empty(204);
        }
        String action = path.size() > 5 ? path.get(5) : "";
        return switch (action) {
            case "pay" -> ok(simulator.pay(shop, orderId));
            case "edit" -> ok(simulator.edit(shop, orderId));
            case "cancel" -> ok(simulator.setStatus(shop, orderId, "canceled"));
            case "status" ->
                ok(simulator.setStatus(
                        shop, orderId, body(request).path("status").asString("")));
            default -> throw ApiError.notFound();
        };
    }

    /** {@code {"kind":"T1"}} or a whole order; paid at once unless {@code "pay":false}. */
    private SimResponse place(String shop, SimRequest request) {
        JsonNode body = body(request);
        String kind = body.path("kind").asString("");
        StarwebSimulator.OrderSummary placed = kind.isEmpty()
                ? simulator.place(shop, body.toString())
                : simulator.place(
                        shop, OrderKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')));
        return ok(body.path("pay").asBoolean(true) ? simulator.pay(shop, placed.orderId()) : placed);
    }

    private SimResponse faults(SimRequest request) {
        switch (request.method()) {
            case "POST" -> {
                JsonNode f = body(request);
                simulator
                        .faults()
                        .add(new Fault(
                                f.path("match").asString(""),
                                Fault.Kind.valueOf(f.path("kind")
                                        .asString("")
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_')),
                                f.path("times").asInt(0),
                                f.path("percent").asInt(100),
                                f.path("status").asInt(500),
                                f.path("body").asString(null),
                                f.path("delayMillis").asLong(0)));
            }
            case "DELETE" -> simulator.faults().clear();
            default -> {
                return ok(simulator.faults().played());
            }
        }
        return SimResponse.empty(204);
    }

    private SimResponse clock(SimRequest request) {
        simulator.clock().advance(Duration.parse(body(request).path("advance").asString("PT0S")));
        return ok(simulator.clock().instant().toString());
    }

    private SimResponse webHooks(SimRequest request) {
        if (request.method().equals("PUT")) {
            JsonNode body = body(request);
            simulator
                    .webHooks()
                    .disturb(
                            body.path("lostPercent").asInt(0),
                            body.path("doubledPercent").asInt(0));
            return SimResponse.empty(204);
        }
        return ok(simulator.webHooks().deliveries());
    }

    private SimResponse tokens(SimRequest request) {
        if (request.method().equals("DELETE")) {
            simulator.revokeTokens();
        } else {
            JsonNode body = body(request);
            simulator.tokenLife(Duration.parse(body.path("life").asString("PT1H")));
            simulator.limit(body.path("perMinute").asInt(1_000));
        }
        return SimResponse.empty(204);
    }

    private JsonNode body(SimRequest request) {
        String text = request.bodyAs(StandardCharsets.UTF_8);
        return text.isBlank() ? json.createObjectNode() : json.readTree(text);
    }

    private SimResponse ok(Object value) {
        return SimResponse.json(200, json.writeValueAsString(value));
    }
}
