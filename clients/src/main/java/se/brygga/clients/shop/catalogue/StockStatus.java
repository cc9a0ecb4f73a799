package se.brygga.clients.shop.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stock status of the shop.
 *
 * @param idCode only for standard ones; {@code inStock} is the only one that is known
 * @param buyable whether a product with it can be bought
 * @param inStock whether the shop shows such a product as in stock
 * @param stockoutNewStatusId what a product moves to by itself when its quantity runs out; it never moves back by itself
 * @param names in each language
 */
public record StockStatus(
        long stockStatusId,
        @Nullable String idCode,
        boolean buyable,
        boolean inStock,
        @Nullable Long stockoutNewStatusId,
        List<String> names) {

    public StockStatus {
        names = List.copyOf(names);
    }
}
