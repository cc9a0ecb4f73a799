package se.brygga.setup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.feed.Feed;

/**
 * One shop of a tenant.
 *
 * @param webshopId Specter's number of the web shop; null where Specter gave none
 * @param orderNoPrefix goes before the shop's order number in Specter's {@code externalOrderNo}; may be empty with one
 *     shop only
 * @param status null: the shop is not told what happens to its orders
 * @param stock null: the shop gets no stock
 * @param prices null: the shop gets no prices
 * @param products null: the shop's products are not kept equal to Specter's articles
 */
public record ShopSetup(
        String shop,
        @Nullable Integer webshopId,
        String orderNoPrefix,
        StarwebSetup starweb,
        OrderSetup orders,
        @Nullable StatusSetup status,
        @Nullable StockSetup stock,
        @Nullable PriceSetup prices,
        @Nullable ProductSetup products) {

    /** The mark of another party on an order; empty when there is none, or when the mark is ours. */
    public Optional<String> foreignMark(ShopOrder order) {
        return Optional.ofNullable(order.externalIdType())
                .filter(type -> !type.isBlank() && !type.equals(starweb.externalIdType()));
    }

    /** The currency of the articles' own prices in Specter, which Specter does not name. */
    public String articleCurrency() {
        return prices == null ? PriceSetup.USUAL_CURRENCY : prices.currency();
    }

    /** Whether the shop needs what this feed tells. */
    public boolean wants(Feed feed) {
        return switch (feed) {
            case ORDERS -> status != null;
            case STOCK -> stock != null;
            case PRICES -> prices != null;
        };
    }
}
