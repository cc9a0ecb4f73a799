package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopProduct.ExternalId;
import se.brygga.clients.shop.catalogue.ShopProduct.Kind;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.starweb.StarwebLists.Basics;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/**
 * Reads whole products from Starweb's JSON. An id or a number that the books could not hold is a failure, so that a
 * product is read whole or not at all. A SKU or a text with an odd character is kept with a mark in its place, so that a
 * plan names the product.
 */
record ProductReader(Basics basics) {

    private static final Map<String, Kind> KINDS = Map.of("basic", Kind.BASIC, "bundle", Kind.BUNDLE);

    /** A word that nobody knows yet counts as the contract's default. */
    private static final Map<String, Shown> SHOWN =
            Map.of("hidden", Shown.HIDDEN, "visible", Shown.VISIBLE, "pricelists", Shown.PRICE_LISTS);

    ShopProduct product(JsonNode row, List<ProductText> texts, List<ShopVariant> variants) {
        return new ShopProduct(
                id(row, "productId"),
                externalId(row),
                KINDS.getOrDefault(word(row, "type"), Kind.BASIC),
                SHOWN.getOrDefault(word(row, "visibility"), Shown.HIDDEN),
                vatRate(row),
                Json.number(row, "unitId"),
                Json.number(row, "manufacturerId"),
                texts,
                ids(row, "categories", "categoryId"),
                ids(row, "mediaFiles", "mediaFileId"),
                variants);
    }

    private static @Nullable ExternalId externalId(JsonNode row) {
        String id = Json.text(row, "externalId");
        String type = Json.text(row, "externalIdType");
        return id == null && type == null
                ? null
                : new ExternalId(Objects.requireNonNullElse(id, ""), Objects.requireNonNullElse(type, ""));
    }

    private static String word(JsonNode row, String field) {
        return Objects.requireNonNullElse(Json.text(row, field), "");
    }

    /** The rate in the shop's own country goes before the product's default. */
    private @Nullable BigDecimal vatRate(JsonNode row) {
        return Json.children(row, "vatRates").stream()
                .filter(rate -> basics.country().equalsIgnoreCase(Json.text(rate, "countryCode")))
                .flatMap(rate -> Json.decimal(rate, "vatRate").stream())
                .findFirst()
                .or(() -> Json.decimal(row, "defaultVatRate"))
                .orElse(null);
    }

    private static List<Long> ids(JsonNode row, String children, String idField) {
        return Json.children(row, children).stream()
                .map(child -> Json.number(child, idField))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<ProductText> texts(List<JsonNode> languages) {
        return languages.stream()
                .filter(language -> Json.text(language, "langCode") != null)
                .map(language -> new ProductText(
                        Objects.requireNonNull(Json.text(language, "langCode")),
                        Json.shown(language, "name"),
                        Json.shown(language, "shortDescription"),
                        Json.shown(language, "longDescription")))
                .toList();
    }

    /**
     * The only variant of a product, with all that makes the variant different.
     *
     * @return empty when the product's variants must be asked for
     */
    Optional<ShopVariant> only(JsonNode row) {
        return Json.flag(row, "hasSeveralVariants", true)
                ? Optional.empty()
                : primary(row)
                        .map(this::variant)
                        .filter(variant -> variant.values().stream().noneMatch(value -> value.attributeId() == 0));
    }

    /**
     * The product's primary variant. Nobody knows its name in the answer (O-4), or whether it is an object or a list of
     * one.
     */
    static Optional<JsonNode> primary(JsonNode product) {
        return Stream.of("primaryVariant", "variants")
                .flatMap(key -> Stream.concat(
                        Stream.of(Json.child(product, key)).filter(JsonNode::isObject),
                        Json.children(product, key).stream()))
                .findFirst();
    }

    ShopVariant variant(JsonNode row) {
        return new ShopVariant(
                id(row, "variantId"),
                Objects.requireNonNullElse(Json.shown(row, "sku"), ""),
                Json.flag(row, "isActive", true),
                values(row),
                Json.shown(row, "ean"),
                Json.decimal(row, "weightInKg").orElse(null),
                Json.decimal(row, "costPrice").orElse(null),
                masterPrice(row),
                Json.decimal(row, "stockQuantity").orElse(null));
    }

    private @Nullable BigDecimal masterPrice(JsonNode row) {
        return CatalogueReader.priceRows(Json.children(row, "prices")).stream()
                .filter(price -> Objects.equals(price.priceListId(), basics.masterList()))
                .map(PriceRow::priceExVat)
                .findFirst()
                .orElse(null);
    }

    /** The values that the answer shows, or else the ids of the values. */
    private List<ShopVariant.Value> values(JsonNode row) {
        List<ShopVariant.Value> shown = Json.children(row, "attributeValues").stream()
                .filter(value -> Json.number(value, "attributeValueId") != null)
                .map(this::value)
                .toList();
        return shown.isEmpty()
                ? Json.children(row, "attributeValueLinks").stream()
                        .map(link -> new ShopVariant.Value(0, link.asLong(0), "", ""))
                        .filter(value -> value.valueId() != 0)
                        .toList()
                : shown;
    }

    private ShopVariant.Value value(JsonNode value) {
        JsonNode attribute = Json.child(value, "attribute");
        return new ShopVariant.Value(
                Json.numberOrZero(attribute, "attributeId"),
                Json.numberOrZero(value, "attributeValueId"),
                inFirstLanguage(attribute),
                inFirstLanguage(value));
    }

    private String inFirstLanguage(JsonNode named) {
        Map<String, String> names = names(named);
        return names.getOrDefault(
                basics.language(), names.values().stream().findFirst().orElse(""));
    }

    /** The names of a list's entry by language. A name without a language lies under the empty one. */
    static Map<String, String> names(JsonNode row) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(Stream.of(row), Json.children(row, "languages").stream()).forEach(named -> {
            String name = Json.shown(named, "name");
            if (name != null) {
                names.put(Objects.requireNonNullElse(Json.text(named, "langCode"), ""), name);
            }
        });
        return names;
    }

    /** An id without which nothing can be done with the row. */
    static long id(JsonNode row, String field) {
        Long id = Json.number(row, field);
        if (id == null || id == 0) {
            throw StarwebAnswers.unreadable("Starweb", Phrase.FIELD_MISSING.with(field));
        }
        return id;
    }
}
