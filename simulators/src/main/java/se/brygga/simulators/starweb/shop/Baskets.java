package se.brygga.simulators.starweb.shop;

import java.util.Map;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.starweb.catalogue.Assortment;
import se.brygga.simulators.starweb.goods.Goods;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders of chosen goods: {@code {"goods":{"KAJ-001":2}}} in the control API. */
public final class Baskets {

    private Baskets() {}

    /** A wish for goods, as JSON. */
    public static String wish(Map<String, Integer> goods) {
        ObjectNode wish = JsonMapper.shared().createObjectNode();
        ObjectNode list = wish.putObject("goods");
        goods.forEach(list::put);
        return wish.toString();
    }

    /** The order as it can be placed: of a kind, with chosen goods at the shop's prices, or whole as it is. */
    public static JsonNode filled(JsonNode wish, SimShop shop) {
        boolean goods = wish.path("goods").isObject();
        if (!goods && !wish.has("kind")) {
            return wish;
        }
        OrderKind kind =
                CommonControl.constant(OrderKind.class, wish.path("kind").asString("PRIVATE_KLARNA"));
        ObjectNode order = kind.body(shop.random(), shop.articles(), shop.currency());
        if (goods) {
            ArrayNode items = order.putArray("items");
            wish.path("goods")
                    .forEachEntry((sku, quantity) -> row(
                            items,
                            shop.assortment(),
                            sku,
                            order.path("currencyCode").asString(),
                            quantity));
        }
        return order;
    }

    /** Whether the shop has every SKU that is asked for by name. */
    public static boolean known(JsonNode wish, Assortment assortment) {
        return wish.path("goods").propertyStream().allMatch(entry -> assortment.has(entry.getKey()));
    }

    private static void row(ArrayNode items, Assortment assortment, String sku, String currency, JsonNode quantity) {
        Goods goods = assortment.goods(sku);
        items.addObject()
                .put("sku", goods.sku())
                .put("description", goods.name())
                .put("unitPrice", assortment.asked(sku, currency))
                .put("quantity", quantity.asInt())
                .put("vatRate", goods.vatRate())
                .put("discount", 0)
                .put("discountType", "percent");
    }
}
