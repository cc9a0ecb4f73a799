package se.brygga.simulators.starweb.catalogue;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.StockSettings;
import se.brygga.simulators.starweb.stock.Stocks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the shop sells by one SKU. */
final class SimVariant {

    final long id;
    final Product product;
    final String name;

    String sku;

    /** By location; by {@link StockSettings#home()} in a shop that has none. */
    final NavigableMap<Long, Stocks.Row> stocks = new TreeMap<>();

    /** By price list. */
    final NavigableMap<Long, SimPriceRow> prices = new TreeMap<>();

    /** The value of the attribute by which the product's variants differ; null when there is only one. */
    final @Nullable Long attributeValueId;

    /** The rest of what can be written, as it was sent. */
    final ObjectNode written = JsonMapper.shared().createObjectNode();

    SimVariant(long id, Product product, String name, String sku, @Nullable Long attributeValueId) {
        this.id = id;
        this.product = product;
        this.name = name;
        this.sku = sku;
        this.attributeValueId = attributeValueId;
    }

    boolean active() {
        return written.path("isActive").asBoolean(true);
    }
}
