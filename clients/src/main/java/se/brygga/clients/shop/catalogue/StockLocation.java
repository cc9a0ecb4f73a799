package se.brygga.clients.shop.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where the shop has stock.
 *
 * @param ecommerce whether web orders are sold from it; exactly one location has it
 * @param names in each language
 */
public record StockLocation(long stockLocationId, @Nullable String externalId, boolean ecommerce, List<String> names) {

    public StockLocation {
        names = List.copyOf(names);
    }
}
