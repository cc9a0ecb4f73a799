package se.brygga.simulators.starweb.products;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.catalogue.SimProducts;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /__sim/shops/{shop}/…}: products, variants, assortments, and what the client has written to them. A body is
 * JSON, or a form of the page, which gets the way back to the page.
 */
public final class ProductsControl {

    private static final int SHOWN = 500;

    private ProductsControl() {}

    /** @param path below {@code /__sim/shops/{shop}} */
    public static SimResponse handle(SimRequest request, String shop, List<String> path, SimProducts products) {
        boolean form = CommonControl.isForm(request);
        JsonNode body = CommonControl.body(request);
        SimResponse answer = act(request, path, form ? wish(body) : body, products);
        return form ? SimResponse.empty(303).withHeader("Location", ProductsPage.path(shop)) : answer;
    }

    private static SimResponse act(SimRequest request, List<String> path, JsonNode body, SimProducts products) {
        String sku = path.size() > 1 ? path.get(1) : "";
        String more = path.size() > 2 ? "/" + path.get(2) : "";
        String call = request.method() + " " + path.getFirst() + (sku.isEmpty() ? "" : "/") + more;
        switch (call) {
            case "GET products" -> {
                return CommonControl.json(products.list(0, SHOWN));
            }
            case "GET products/" -> {
                return CommonControl.json(products.product(sku));
            }
            case "GET product-writes" -> {
                return CommonControl.json(products.writes().list());
            }
            case "GET doubles" -> {
                return CommonControl.json(products.doubles());
            }
            case "POST products" -> {
                return body.has("name") ? CommonControl.json(products.add(body)) : numbered(products, body);
            }
            case "POST products/" -> {
                return CommonControl.json(products.change(sku, body));
            }
            case "POST assortment" -> {
                return CommonControl.json(products.fill(
                        body.path("seed").asLong(1),
                        body.path("products").asInt(100),
                        body.path("variants").asInt(0),
                        body.path("dirtyPercent").asInt(20)));
            }
            case "POST products//variants" -> products.addVariant(sku, body);
            case "POST variants/" -> products.changeVariant(sku, body);
            case "DELETE products" -> products.removeAll();
            case "DELETE products/", "POST products//remove" -> remove(products, sku, body);
            case "DELETE variants/", "POST variants//remove" -> products.removeVariant(sku);
            default -> throw ApiError.notFound();
        }
        return SimResponse.empty(204);
    }

    private static SimResponse numbered(SimProducts products, JsonNode body) {
        products.addNumbered(body.path("count").asInt(1));
        return SimResponse.empty(204);
    }

    private static void remove(SimProducts products, String sku, JsonNode body) {
        if (body.path("afterNextList").asBoolean(false)) {
            products.removeProductAfterNextList(sku);
        } else {
            products.removeProduct(sku);
        }
    }

    /** The fields of a form as a wish: a new product has its first variant in the same form, a new variant is the form. */
    private static JsonNode wish(JsonNode fields) {
        ObjectNode wish = JsonMapper.shared().createObjectNode();
        ObjectNode variant = fields.has("name") ? JsonMapper.shared().createObjectNode() : wish;
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String text = field.getValue().asString();
            if (text.isEmpty()) {
                continue;
            }
            switch (field.getKey()) {
                case "sku" -> variant.put("sku", text);
                case "price" -> variant.put("price", number("price", text));
                case "stock" -> variant.put("stock", number("stock", text).intValue());
                case "attribute" ->
                    variant.putObject("values").put(text, fields.path("value").asString(""));
                case "visible" -> wish.put("visible", text.equals("true"));
                case "value" -> {}
                default -> wish.put(field.getKey(), text);
            }
        }
        if (variant.has("sku") && fields.has("name")) {
            wish.putArray("variants").add(variant);
        }
        return wish;
    }

    private static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, not " + text, e);
        }
    }
}
