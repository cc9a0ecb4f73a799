package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import se.brygga.simulators.starweb.wire.Fields;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a variant may be, and what makes it different from its siblings. */
final class VariantWrites {

    /** What nothing else looks at. */
    private static final BodyRules PLAIN = new BodyRules()
            .text(40, "externalId", "mpn")
            .text(20, "externalIdType", "ean")
            .amountText("costPrice")
            .truth("isActive")
            .whole(0, 10_000, "sortIndex")
            .id("imageFileId")
            .number(0, "weightInKg")
            .ids("attributeValueLinks", "volumePricingInheritancePricelistIds");

    /** All of it, in a POST and a PUT, where null is as good as nothing. */
    static final BodyRules BODY = new BodyRules()
            .text(40, "externalId", "mpn", "sku")
            .text(20, "externalIdType", "ean")
            .amountText("costPrice")
            .truth("isActive")
            .whole(0, 10_000, "sortIndex")
            .id("imageFileId", "stockStatusId")
            .number(0, "weightInKg")
            .ids("attributeValueLinks", "volumePricingInheritancePricelistIds")
            .orNull(
                    "externalId",
                    "externalIdType",
                    "isActive",
                    "sortIndex",
                    "stockStatusId",
                    "stockQuantity",
                    "weightInKg",
                    "costPrice",
                    "ean",
                    "mpn",
                    "imageFileId",
                    "attributeValueLinks",
                    "volumePricingInheritancePricelistIds");

    private static final long MOST = 100_000_000;

    private final Catalogue catalogue;
    private final SimLists references;
    private final PricesApi prices;

    VariantWrites(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.references = catalogue.references();
        this.prices = new PricesApi(catalogue);
    }

    /** What a new variant and a PUT must have. */
    void checkWhole(JsonNode body) {
        BODY.check(body);
        Fields.required(Fields.text(body, "sku", 40), "sku");
        if (!body.has("attributeValueLinks")) {
            throw ApiError.badRequest("attributeValueLinks is required");
        }
    }

    /**
     * A variant of a product that has the others already. It is not among them yet.
     *
     * @param several whether the product will have several variants
     */
    SimVariant draft(Product product, JsonNode body, boolean several) {
        checkWhole(body);
        String sku = body.path("sku").asString();
        catalogue.checkSku(sku, null);
        if (product.variants.stream().anyMatch(other -> other.sku.equalsIgnoreCase(sku))) {
            throw ApiError.badRequest("sku " + sku + " is there twice");
        }
        checkReferences(body);
        checkLinks(body.path("attributeValueLinks"), product.variants, several);
        checkStock(body);
        SimVariant variant = catalogue.draft(product, sku);
        describe(variant, body);
        Optional<Long> quantity = quantity(body);
        Optional<Long> status = status(body);
        if (quantity.isPresent() || status.isPresent()) {
            long home = catalogue.stocks().settings().home();
            long is = status.orElseGet(catalogue.stocks().settings()::inStock);
            catalogue
                    .stocks()
                    .set(variant.stocks, home, new Stocks.Row(BigDecimal.valueOf(quantity.orElse(0L)), is, ""));
        }
        if (catalogue.quirks().is(StarwebQuirk.CONTRACT, "GUIDE_2024") && body.has("prices")) {
            prices.inNewVariant(variant, body.get("prices"));
        }
        return variant;
    }

    void checkReferences(JsonNode body) {
        references.referencedFile(body.path("imageFileId"));
        body.path("volumePricingInheritancePricelistIds")
                .forEach(list -> catalogue.lists().referenced(list.asLong()));
    }

    void checkStock(JsonNode body) {
        quantity(body);
        status(body).ifPresent(catalogue.stocks().settings()::status);
    }

    static Optional<Long> quantity(JsonNode body) {
        return body.path("stockQuantity").isNull()
                ? Optional.empty()
                : Fields.integer(body, "stockQuantity", -MOST, MOST);
    }

    static Optional<Long> status(JsonNode body) {
        return body.path("stockStatusId").isNull()
                ? Optional.empty()
                : Fields.integer(body, "stockStatusId", 1, Integer.MAX_VALUE);
    }

    /**
     * Whether values tell a variant from its siblings.
     *
     * @param siblings without the variant itself
     */
    void checkLinks(JsonNode links, List<SimVariant> siblings, boolean several) {
        Set<Long> values = new HashSet<>();
        for (JsonNode link : links) {
            references.referenced(SimListKind.ATTRIBUTE_VALUE, link.asLong());
            values.add(link.asLong());
        }
        Set<Long> attributes = attributes(values);
        if (attributes.size() < links.size()) {
            throw ApiError.badRequest("attributeValueLinks has two values of one attribute");
        }
        if (!several) {
            return;
        }
        if (values.isEmpty()) {
            throw ApiError.badRequest("attributeValueLinks is required when a product has several variants");
        }
        boolean same = catalogue.quirks().is(StarwebQuirk.VARIANT_ATTRIBUTES, "same");
        for (SimVariant sibling : siblings) {
            Set<Long> theirs = new HashSet<>(sibling.links());
            if (theirs.equals(values)) {
                throw ApiError.badRequest("another variant has the same attributeValueLinks");
            }
            if (same && !attributes(theirs).equals(attributes)) {
                throw ApiError.badRequest("all variants of a product must have values of the same attributes");
            }
        }
    }

    private Set<Long> attributes(Set<Long> values) {
        return values.stream().map(references::attributeOf).collect(Collectors.toSet());
    }

    /** Whether a body says anything but stock and prices. */
    static boolean describes(JsonNode body) {
        return body.has("sku") || PLAIN.namedIn(body);
    }

    /** Writes what nothing else looks at. A null is what the field is without a write. */
    static void describe(SimVariant variant, JsonNode body) {
        PLAIN.copy(body, variant.written);
        SimVariant.empty().properties().forEach(usual -> {
            JsonNode now = variant.written.path(usual.getKey());
            if (now.isNull()) {
                variant.written.set(usual.getKey(), usual.getValue());
            }
        });
    }

    /** A PUT: what it leaves out is as in a new variant. Stock that it leaves out stays. */
    static void describeAnew(SimVariant variant, JsonNode body) {
        variant.written = SimVariant.empty();
        describe(variant, body);
    }

    /** The siblings of a variant. */
    static List<SimVariant> siblings(SimVariant variant) {
        return variant.product.variants.stream()
                .filter(other -> other.id != variant.id)
                .toList();
    }

    /** @return what the product's log of writes knows of a variant */
    static ObjectNode logged(@Nullable SimVariant variant) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        return variant == null ? whole : whole.put("sku", variant.sku).setAll(variant.written.deepCopy());
    }
}
