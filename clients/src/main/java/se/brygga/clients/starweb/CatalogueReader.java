package se.brygga.clients.starweb;

import java.util.List;
import java.util.Optional;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/** Reads variants, stock and prices from Starweb's JSON. */
final class CatalogueReader {

    private CatalogueReader() {}

    /**
     * One product.
     *
     * @return empty for a product without an id, and for one whose only variant cannot be read
     */
    static Optional<VariantPage.Product> product(JsonNode row) {
        long productId = id(row, "productId");
        Optional<Variant> primary = ProductReader.primary(row).flatMap(variant -> variant(productId, variant));
        // True where the shop does not say: a look at the variants then costs a call, but none is missed.
        boolean several = Json.flag(row, "hasSeveralVariants", true);
        return productId == 0 || (primary.isEmpty() && !several)
                ? Optional.empty()
                : Optional.of(new VariantPage.Product(productId, several, primary.orElse(null)));
    }

    /**
     * One variant. Of a variant whose SKU no article can have, only its ids and SKU are read.
     *
     * @return empty without an id or a SKU, and when the books could not hold its stock or prices; other variants are
     *     not affected
     */
    static Optional<Variant> variant(long productId, JsonNode row) {
        try {
            return readable(productId, row);
        } catch (RemoteFailure unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Variant> readable(long productId, JsonNode row) {
        long variantId = id(row, "variantId");
        String sku = row.path("sku").asString("");
        if (variantId == 0 || sku.isBlank()) {
            return Optional.empty();
        }
        VariantRef ref = new VariantRef(productId, variantId);
        Variant bare = new Variant(ref, sku, null, null, Variant.Visibility.VISIBLE, List.of());
        return Optional.of(
                bare.canBeAnArticle()
                        ? new Variant(
                                ref,
                                sku,
                                Json.decimal(row, "stockQuantity").orElse(null),
                                Json.number(row, "stockStatusId"),
                                Json.flag(row, "isActive", true)
                                        ? Variant.Visibility.VISIBLE
                                        : Variant.Visibility.HIDDEN,
                                priceRows(Json.children(row, "prices")))
                        : bare);
    }

    static StockLocation stockLocation(JsonNode row) {
        return new StockLocation(
                required(row, "stockLocationId", "GET /stock-locations"),
                Json.text(row, "externalId"),
                Json.flag(row, "ecommerceStockLocation", false),
                OrderReader.names(row));
    }

    static StockStatus stockStatus(JsonNode row) {
        return new StockStatus(
                required(row, "stockStatusId", "GET /product-stock-statuses"),
                Json.text(row, "idCode"),
                Json.flag(row, "productBuyable", false),
                Json.flag(row, "inStock", false),
                Json.number(row, "stockoutNewStatusId"),
                OrderReader.names(row));
    }

    static StockRow stockRow(JsonNode row) {
        return new StockRow(
                required(row, "stockLocationId", "a stock row"),
                Json.decimal(row, "stockQuantity").orElse(null),
                Json.number(row, "stockStatusId"));
    }

    static PriceList priceList(JsonNode row) {
        return new PriceList(
                required(row, "pricelistId", "GET /pricelists"),
                Json.flag(row, "isMaster", false),
                Json.flag(row, "isActive", false),
                Json.text(row, "currencyCode"),
                Json.number(row, "parentPricelistId"),
                Json.text(row, "name"),
                Json.text(row, "externalId"));
    }

    static List<PriceRow> priceRows(List<JsonNode> rows) {
        return rows.stream().map(CatalogueReader::priceRow).toList();
    }

    /** A row without a price has price 0, which is the contract's default. */
    private static PriceRow priceRow(JsonNode row) {
        return new PriceRow(
                required(row, "pricelistId", "a price row"),
                Json.decimalOrZero(row, "priceExVat"),
                Json.decimal(row, "specialPriceExVat").orElse(null));
    }

    static Tier tier(JsonNode row) {
        return new Tier((int) required(row, "quantity", "a tier"), Json.decimalOrZero(row, "priceExVat"));
    }

    /** @return 0 when the id is missing */
    static long id(JsonNode row, String field) {
        Long id = Json.number(row, field);
        return id == null ? 0 : id;
    }

    private static long required(JsonNode row, String field, String where) {
        Long value = Json.number(row, field);
        if (value == null) {
            throw StarwebAnswers.unreadable(where, Phrase.FIELD_MISSING.with(field));
        }
        return value;
    }
}
