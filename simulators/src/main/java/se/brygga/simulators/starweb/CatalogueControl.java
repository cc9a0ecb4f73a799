package se.brygga.simulators.starweb;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.ShopPriceList;
import se.brygga.simulators.starweb.products.ProductsControl;
import tools.jackson.databind.JsonNode;

/** {@code /__sim/shops/{shop}/…}: goods, stock, prices and price lists, and what the client has written to them. */
final class CatalogueControl {

    private static final int SHOWN = 500;

    private final StarwebSimulator simulator;

    CatalogueControl(StarwebSimulator simulator) {
        this.simulator = simulator;
    }

    /** @param path below {@code /__sim/shops/{shop}} */
    SimResponse handle(SimRequest request, String shop, List<String> path) {
        String rest = path.size() > 1 ? path.get(1) : "";
        JsonNode body = CommonControl.body(request);
        String call = request.method() + " " + path.getFirst() + (rest.isEmpty() ? "" : "/");
        switch (call) {
            case "GET goods" -> {
                return CommonControl.json(simulator.goods(shop, goods -> goods.goods(SHOWN)));
            }
            case "GET goods/" -> {
                return CommonControl.json(simulator.goods(shop, rest));
            }
            case "GET stock/" -> {
                return CommonControl.json(simulator.stock(shop, rest));
            }
            case "GET price-lists" -> {
                return CommonControl.json(simulator.priceLists(shop));
            }
            case "GET writes" -> {
                return CommonControl.json(simulator.writes(shop));
            }
            case "GET writes/" -> {
                return CommonControl.json(simulator.writes(shop, rest));
            }
            case "PUT stock/", "POST stock/" -> stock(shop, rest, body);
            case "PUT prices/", "POST prices/" -> price(shop, rest, body);
            case "POST price-lists/" -> simulator.activatePriceList(shop, priceList(shop, rest));
            case "DELETE price-lists/" -> simulator.switchOffPriceList(shop, priceList(shop, rest));
            case "DELETE writes" -> simulator.forgetWrites(shop);
            default -> {
                return simulator.products(shop, products -> ProductsControl.handle(request, shop, path, products));
            }
        }
        return SimResponse.empty(204);
    }

    private void stock(String shop, String sku, JsonNode body) {
        BigDecimal quantity = number(body, "quantity");
        if (body.path("by").asString("hand").equals("connector")) {
            simulator.setStockAsForeignConnector(shop, sku, quantity);
        } else {
            simulator.setStock(shop, sku, quantity);
        }
    }

    private void price(String shop, String sku, JsonNode body) {
        @Nullable BigDecimal special = body.path("special").isNumber() ? number(body, "special") : null;
        long list = priceList(shop, body.path("priceList").asString(""));
        simulator.setPrice(shop, sku, list, number(body, "price"), special);
    }

    /** A list by its name or its id, which differs from shop to shop. */
    private long priceList(String shop, String name) {
        return simulator.priceLists(shop).stream()
                .filter(list ->
                        list.name().equals(name) || Long.toString(list.id()).equals(name))
                .mapToLong(ShopPriceList::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no price list " + name + "; there are "
                        + simulator.priceLists(shop).stream()
                                .map(ShopPriceList::name)
                                .toList()));
    }

    private static BigDecimal number(JsonNode body, String field) {
        if (!body.path(field).isNumber()) {
            throw new IllegalArgumentException(field + " must be a number");
        }
        return body.path(field).decimalValue();
    }
}
