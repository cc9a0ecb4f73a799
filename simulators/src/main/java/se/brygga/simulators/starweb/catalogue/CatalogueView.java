package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Products, variants and prices as reads show them. */
final class CatalogueView {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Catalogue catalogue;

    CatalogueView(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param alone whether one product was asked for, which may have more languages than a list's (O-5) */
    ObjectNode product(Product product, Set<String> includes, boolean alone) {
        Quirks quirks = catalogue.quirks();
        ObjectNode view = JSON.createObjectNode().put("productId", product.id);
        view.put("createdAt", product.createdAt).put("modifiedAt", product.modifiedAt);
        view.setAll(product.content.fields().deepCopy());
        String rate = view.path("defaultVatRate").asString("");
        if (quirks.is(StarwebQuirk.CONTRACT, "GUIDE_2024") && !rate.isEmpty()) {
            view.put("defaultVatRate", new BigDecimal(rate));
        }
        view.put("hasSeveralVariants", product.variants.size() > 1);
        boolean prices = includes.contains("primaryVariant.prices");
        boolean values = includes.contains("primaryVariant.attributeValues");
        if (prices || values || includes.contains("primaryVariant")) {
            view.set(
                    quirks.get(StarwebQuirk.VARIANT_KEY),
                    Answers.wrapped(variant(product.variants.getFirst(), prices, values, false)));
        }
        boolean allLanguages = alone && quirks.is(StarwebQuirk.LANGUAGES, "all");
        catalogue.contents().show(view, product.content, includes, allLanguages);
        if (includes.contains("unit") && view.path("unitId").isNumber()) {
            catalogue
                    .references()
                    .find(SimListKind.UNIT, view.path("unitId").asLong())
                    .ifPresent(unit -> view.set("unit", Answers.wrapped(unit)));
        }
        if (includes.contains("attributes")) {
            view.set("attributes", Answers.wrapped(attributes(product)));
        }
        if (includes.contains("tags")) {
            view.set("tags", Answers.wrapped(List.of()));
        }
        return view;
    }

    /** The attributes by which the product's variants differ. */
    List<ObjectNode> attributes(Product product) {
        SimLists references = catalogue.references();
        return product.variants.stream()
                .flatMap(variant -> variant.links().stream())
                .map(references::attributeOf)
                .distinct()
                .flatMap(id -> references.find(SimListKind.ATTRIBUTE, id).stream())
                .toList();
    }

    /** @param attributes with the values, the attribute of each */
    ObjectNode variant(SimVariant variant, boolean prices, boolean values, boolean attributes) {
        ObjectNode view = JSON.createObjectNode().put("variantId", variant.id).put("sku", variant.sku);
        Stocks.Row home = catalogue.stocks().home(variant.stocks);
        view.put("stockStatusId", home.statusId());
        // A whole number, although locations count in decimals.
        view.put(
                "stockQuantity", home.quantity().setScale(0, RoundingMode.FLOOR).longValueExact());
        view.setAll(variant.written.deepCopy());
        if (prices) {
            ArrayNode rows = view.putArray("prices");
            prices(variant).forEach(rows::add);
        }
        if (values || attributes) {
            ArrayNode list = view.putArray("attributeValues");
            variant.links().forEach(id -> list.add(value(id, attributes)));
        }
        return view;
    }

    private ObjectNode value(long id, boolean attribute) {
        SimLists references = catalogue.references();
        ObjectNode value = references.find(SimListKind.ATTRIBUTE_VALUE, id).orElseThrow();
        if (attribute) {
            references
                    .find(SimListKind.ATTRIBUTE, references.attributeOf(id))
                    .ifPresent(whole -> value.set("attribute", Answers.wrapped(whole)));
        }
        return value;
    }

    /** A product with its variants and with names instead of ids. */
    ObjectNode forPeople(Product product) {
        ObjectNode view = JSON.createObjectNode().put("productId", product.id);
        view.put("name", product.content.name()).put("modifiedAt", product.modifiedAt);
        view.setAll(product.content.whole());
        SimLists references = catalogue.references();
        for (SimListKind kind : List.of(SimListKind.MANUFACTURER, SimListKind.UNIT)) {
            long id = product.content.fields().path(kind.idField()).asLong(0);
            view.put(kind.idField().replace("Id", ""), references.name(kind, id));
        }
        for (JsonNode link : view.path("categories")) {
            long id = link.path("categoryId").asLong();
            link.asObject().put("name", references.name(SimListKind.CATEGORY, id));
        }
        ArrayNode variants = view.putArray("variants");
        for (SimVariant variant : product.variants) {
            ObjectNode row = variants.add(variant(variant, true, false, false))
                    .path(variants.size() - 1)
                    .asObject();
            ObjectNode values = row.putObject("values");
            variant.links()
                    .forEach(id -> values.put(
                            references.name(SimListKind.ATTRIBUTE, references.attributeOf(id)),
                            references.name(SimListKind.ATTRIBUTE_VALUE, id)));
            SimPriceRow master = variant.prices.get(catalogue.lists().master().id);
            row.put("price", master == null ? null : master.price);
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
