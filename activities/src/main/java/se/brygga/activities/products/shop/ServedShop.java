package se.brygga.activities.products.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.lists.Names;
import se.brygga.activities.products.shop.lists.Pictures;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.WebShop;
import se.brygga.workflows.ShopRef;

/** A shop during one look: its roles, and what is read of its lists once. Several products are carried at a time. */
final class ServedShop {

    private final ShopRef ref;
    private final WebShop web;
    private final String externalIdType;
    private final Names names;
    private final Pictures pictures;
    private @Nullable Long stockStatus;

    /** @param externalIdType the mark of products that we create */
    ServedShop(ShopRef ref, WebShop web, String externalIdType, Names names, Pictures pictures) {
        this.ref = ref;
        this.web = web;
        this.externalIdType = externalIdType;
        this.names = names;
        this.pictures = pictures;
    }

    ShopRef ref() {
        return ref;
    }

    WebShop web() {
        return web;
    }

    String externalIdType() {
        return externalIdType;
    }

    Names names() {
        return names;
    }

    Pictures pictures() {
        return pictures;
    }

    /** The stock status of a new variant, which has no stock: one that nobody can buy, if there is one. */
    synchronized long stockStatus() {
        Long known = stockStatus;
        if (known == null) {
            List<StockStatus> all = web.stock().stockStatuses();
            known = all.stream()
                    .filter(status -> !status.inStock())
                    .findFirst()
                    .or(() -> all.stream().findFirst())
                    .map(StockStatus::stockStatusId)
                    .orElse(0L);
            stockStatus = known;
        }
        return known;
    }
}
