package se.brygga.simulators.starweb.api;

import java.util.List;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.content.SimContents;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.orders.ShopSettings;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.ShapeNoise;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API of one shop below {@code /api/v2}, after token and limit. */
public final class ShopApi {

    private final JsonMapper json = JsonMapper.builder().build();
    private final SimShop shop;
    private final OrdersApi orders;
    private final CustomersApi customers;
    private final OrderStatusesApi statuses;
    private final WebHooksApi webHooks;
    private final ShapeNoise noise;

    public ShopApi(SimShop shop, WebHookSender hooks) {
        this.shop = shop;
        this.orders = new OrdersApi(shop, hooks);
        this.customers = new CustomersApi(shop, hooks);
        this.statuses = new OrderStatusesApi(shop);
        this.webHooks = new WebHooksApi(shop);
        this.noise = new ShapeNoise(shop.quirks(), shop.random());
    }

    /** Lets something happen after the next page of orders was read (S-19). */
    public void afterNextPage(Runnable what) {
        orders.afterNextPage(what);
    }

    /** @param path below {@code /api/v2}, split at slashes */
    public SimResponse handle(SimRequest request, List<String> path) {
        ApiCall call = new ApiCall(request, path);
        orders.waitForPayment(call);
        synchronized (shop) {
            return noise.over(resource(call));
        }
    }

    private SimResponse resource(ApiCall call) {
        return switch (call.segment(0)) {
            case "orders" -> orders.handle(call);
            case "customers" -> customers.handle(call);
            case "order-statuses" -> statuses.handle(call);
            case "products", "pricelists", "product-stock-statuses", "stock-locations" ->
                shop.assortment().handle(call);
            case "web-hooks" -> webHooks.handle(call);
            default -> SimLists.has(call.segment(0)) ? shop.assortment().handle(call) : setting(call);
        };
    }

    private SimResponse setting(ApiCall call) {
        if (call.segment(0).equals("shop")) {
            if (call.is("GET", 1)) {
                return Answers.ok(describe());
            }
            throw call.refused();
        }
        return ShopSettings.handle(call).orElseThrow(ApiError::notFound);
    }

    private ObjectNode describe() {
        ObjectNode description = json.createObjectNode();
        description
                .put("name", shop.id())
                .put("idCode", shop.id())
                .put("status", shop.quirks().get(StarwebQuirk.SHOP_STATUS))
                .put("baseCurrency", "SEK");
        description.put("defaultLangCode", "sv").put("shopCountryCode", "SE");
        SimContents.ACTIVE_LANGUAGES.forEach(description.putArray("activeLangCodes")::add);
        return description;
    }
}
