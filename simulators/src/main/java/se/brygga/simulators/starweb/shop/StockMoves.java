package se.brygga.simulators.starweb.shop;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.catalogue.Assortment;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;

/**
 * What orders take from the shelf, by the SKUs of their rows, and what a cancelled order gives back (O-35). Rows that
 * are edited later move nothing.
 */
final class StockMoves {

    private final Assortment assortment;
    private final Quirks quirks;
    private final Map<Long, Map<String, BigDecimal>> taken = new HashMap<>();

    StockMoves(Assortment assortment, Quirks quirks) {
        this.assortment = assortment;
        this.quirks = quirks;
    }

    void placed(JsonNode order) {
        take(order, "placement");
    }

    void completed(JsonNode order) {
        take(order, "completion");
    }

    private void take(JsonNode order, String when) {
        long orderId = order.path("orderId").asLong();
        if (quirks.get(StarwebQuirk.STOCK_MOVES).startsWith(when) && !taken.containsKey(orderId)) {
            Map<String, BigDecimal> wanted = wanted(order);
            // Goods that the shop does not have were not taken, so they are not given back.
            wanted.keySet().removeIf(sku -> !assortment.has(sku));
            wanted.forEach(assortment::take);
            taken.put(orderId, wanted);
        }
    }

    /** Gives back what the order took, once. */
    void canceled(JsonNode order) {
        if (quirks.get(StarwebQuirk.STOCK_MOVES).endsWith("return")) {
            Map<String, BigDecimal> back = taken.remove(order.path("orderId").asLong());
            if (back != null) {
                back.forEach((sku, quantity) -> assortment.take(sku, quantity.negate()));
            }
        }
    }

    /** Whether the shop has all that an order wants. */
    boolean canBeSold(JsonNode order) {
        return wanted(order).entrySet().stream().allMatch(wish -> assortment.sells(wish.getKey(), wish.getValue()));
    }

    /** Goods only: a row without SKU is a code or a gift card. A bundle takes its parts as well. */
    private static Map<String, BigDecimal> wanted(JsonNode order) {
        Map<String, BigDecimal> wanted = new LinkedHashMap<>();
        for (JsonNode row : order.path("items")) {
            add(wanted, row, BigDecimal.ONE);
            for (JsonNode part : row.path("bundledItems")) {
                add(wanted, part, row.path("quantity").decimalValue());
            }
        }
        return wanted;
    }

    private static void add(Map<String, BigDecimal> wanted, JsonNode row, BigDecimal times) {
        String sku = row.path("sku").asString("");
        if (!sku.isEmpty()) {
            wanted.merge(sku, row.path("quantity").decimalValue().multiply(times), BigDecimal::add);
        }
    }
}
