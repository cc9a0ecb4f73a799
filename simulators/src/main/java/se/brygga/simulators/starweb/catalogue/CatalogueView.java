package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Products, variants and prices as reads show them. */
final class CatalogueView {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> LANGUAGES = List.of("sv", "no");

    private CatalogueView() {}

    /** @param alone whether one product was asked for, which may have more languages than a list's (O-5) */
    static ObjectNode product(Product product, Set<String> includes, boolean alone, Quirks quirks, Stocks stocks) {
        String key = quirks.get(StarwebQuirk.VARIANT_KEY);
        boolean guide = quirks.is(StarwebQuirk.CONTRACT, "GUIDE_2024");
        ObjectNode view = JSON.createObjectNode().put("productId", product.id);
        view.put("createdAt", product.createdAt).put("modifiedAt", product.modifiedAt);
        if (guide) {
            view.put("defaultVatRate", product.vatRate);
        } else {
            view.put("defaultVatRate", Integer.toString(product.vatRate));
        }
        view.put("visibility", "visible").put("type", "basic");
        view.put("hasSeveralVariants", product.variants.size() > 1);
        view.putNull("externalId").putNull("externalIdType");
        boolean prices = includes.contains("primaryVariant.prices");
        boolean values = includes.contains("primaryVariant.attributeValues");
        if (prices || values || includes.contains("primaryVariant")) {
            view.set(key, Answers.wrapped(variant(product.variants.getFirst(), prices, values, stocks)));
        }
        if (includes.contains("languages")) {
            boolean all = alone && quirks.is(StarwebQuirk.LANGUAGES, "all");
            view.set("languages", Answers.wrapped(languages(product, all ? LANGUAGES : LANGUAGES.subList(0, 1))));
        }
        return view;
    }

    /** Slim ones, without the long texts. */
    private static List<ObjectNode> languages(Product product, List<String> codes) {
        return codes.stream()
                .map(code -> JSON.createObjectNode()
                        .put("langCode", code)
                        .put("name", product.name)
                        .put("shortDescription", ""))
                .toList();
    }

    static ObjectNode variant(SimVariant variant, boolean prices, boolean values, Stocks stocks) {
        ObjectNode view = JSON.createObjectNode().put("variantId", variant.id).put("sku", variant.sku);
        Stocks.Row home = stocks.home(variant.stocks);
        view.put("isActive", true).put("stockStatusId", home.statusId());
        // A whole number, although locations count in decimals.
        view.put(
                "stockQuantity", home.quantity().setScale(0, RoundingMode.FLOOR).longValueExact());
        view.putNull("externalId").putNull("externalIdType");
        ArrayNode links = view.putArray("attributeValueLinks");
        view.setAll(variant.written);
        if (variant.attributeValueId != null && !variant.written.has("attributeValueLinks")) {
            links.add(variant.attributeValueId.longValue());
        }
        if (prices) {
            ArrayNode rows = view.putArray("prices");
            prices(variant).forEach(rows::add);
        }
        if (values) {
            ArrayNode list = view.putArray("attributeValues");
            if (variant.attributeValueId != null) {
                list.addObject()
                        .put("attributeValueId", variant.attributeValueId)
                        .set("languages", Answers.inSwedish(variant.name));
            }
        }
        return view;
    }

    static List<ObjectNode> prices(SimVariant variant) {
        return variant.prices.entrySet().stream()
                .map(entry -> price(entry.getKey(), entry.getValue()))
                .toList();
    }

    static ObjectNode price(long list, SimPriceRow row) {
        ObjectNode view = JSON.createObjectNode().put("pricelistId", list);
        view.set("externalId", Answers.orNull(row.externalId));
        view.set("externalIdType", Answers.orNull(row.externalIdType));
        view.put("priceExVat", row.price).put("specialPriceExVat", row.special);
        view.set("volumePrices", Answers.wrapped(tiers(list, row)));
        return view;
    }

    static List<ObjectNode> tiers(long list, SimPriceRow row) {
        return row.tiers.entrySet().stream()
                .map(entry -> tier(list, entry.getKey(), entry.getValue()))
                .toList();
    }

    static ObjectNode tier(long list, long quantity, BigDecimal price) {
        return JSON.createObjectNode()
                .put("pricelistId", list)
                .put("quantity", quantity)
                .put("priceExVat", price);
    }
}
