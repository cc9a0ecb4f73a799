package se.brygga.simulators.starweb.catalogue;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.StockSettings;
import se.brygga.simulators.starweb.stock.Stocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the shop sells by one SKU. */
final class SimVariant {

    private static final String EMPTY =
            "{\"externalId\":null,\"externalIdType\":null,\"isActive\":true,\"sortIndex\":null,"
                    + "\"weightInKg\":null,\"costPrice\":null,\"ean\":null,\"mpn\":null,\"imageFileId\":null,"
                    + "\"attributeValueLinks\":[],\"volumePricingInheritancePricelistIds\":[]}";

    final long id;
    final Product product;

    String sku;

    /** By location; by {@link StockSettings#home()} in a shop that has none. */
    NavigableMap<Long, Stocks.Row> stocks = new TreeMap<>();

    /** By price list. */
    NavigableMap<Long, SimPriceRow> prices = new TreeMap<>();

    /** The rest of what can be written, as it was sent. */
    ObjectNode written = empty();

    SimVariant(long id, Product product, String sku) {
        this.id = id;
        this.product = product;
        this.sku = sku;
    }

    /** What a variant is before anything is written to it. */
    static ObjectNode empty() {
        return JsonMapper.shared().readTree(EMPTY).asObject();
    }

    /** Stock and prices are shared with the copy: only the rest of it may be read late. */
    SimVariant copy(Product of) {
        SimVariant copy = new SimVariant(id, of, sku);
        copy.stocks = stocks;
        copy.prices = prices;
        copy.written = written.deepCopy();
        return copy;
    }

    boolean active() {
        return written.path("isActive").asBoolean(true);
    }

    /** Something that a variant referred to is gone: an attribute value, or a picture. */
    void forget(String idField, long id) {
        if (idField.equals("attributeValueId")) {
            List<Long> left = links().stream().filter(link -> link != id).toList();
            left.forEach(written.putArray("attributeValueLinks")::add);
        }
        if (idField.equals("mediaFileId") && written.path("imageFileId").asLong(0) == id) {
            written.putNull("imageFileId");
        }
    }

    /** The attribute values that make the variant different from its siblings. */
    List<Long> links() {
        return written.path("attributeValueLinks")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }
}
