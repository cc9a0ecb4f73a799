package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.workflows.attention.Phrase;

/** Stock over Starweb's API (reference sections 7 and 9). */
final class StarwebStock implements ShopStock {

    private static final String STOCK = VariantCalls.VARIANT + "/stocks/{id}";

    private final VariantCalls calls;

    StarwebStock(VariantCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<StockLocation> stockLocations() {
        return calls.json().list("/stock-locations", "GET /stock-locations", "stock locations").stream()
                .map(CatalogueReader::stockLocation)
                .toList();
    }

    @Override
    public List<StockStatus> stockStatuses() {
        return calls.json().list("/product-stock-statuses", "GET /product-stock-statuses", "stock statuses").stream()
                .map(CatalogueReader::stockStatus)
                .toList();
    }

    @Override
    public Optional<List<StockRow>> stocks(VariantRef variant) {
        String action = "GET " + VariantCalls.VARIANT + "/stocks";
        return VariantCalls.unlessGone(() -> calls.json()
                        .list(VariantCalls.path(variant) + "/stocks", action, VariantCalls.subject(variant)))
                .map(rows -> rows.stream().map(CatalogueReader::stockRow).toList());
    }

    @Override
    public Written putStock(
            VariantRef variant, long stockLocationId, BigDecimal quantity, @Nullable Long statusId, long statusIfNew) {
        String path = VariantCalls.path(variant) + "/stocks/" + stockLocationId;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("stockQuantity", plain(quantity));
        if (statusId != null) {
            body.put("stockStatusId", statusId);
        }
        if (VariantCalls.isThere(
                () -> calls.json().write("PATCH", path, body, "PATCH " + STOCK, VariantCalls.subject(variant)))) {
            return Written.DONE;
        }
        body.putIfAbsent("stockStatusId", statusIfNew);
        return VariantCalls.isThere(
                        () -> calls.json().write("PUT", path, body, "PUT " + STOCK, VariantCalls.subject(variant)))
                ? Written.DONE
                : calls.goneUnlessThere(variant, "PUT " + STOCK, Why.STOCK_LOCATION_GONE, Phrase.STOCK_LOCATION_GONE);
    }

    @Override
    public Written setVariantStock(VariantRef variant, String sku, int quantity, @Nullable Long statusId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("stockQuantity", quantity);
        if (statusId != null) {
            body.put("stockStatusId", statusId);
        }
        return calls.patch(variant, sku, body);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal shortest = quantity.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
