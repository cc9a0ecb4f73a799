package se.brygga.simulators.starweb.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One element of a product's lists: what it refers to must exist, and what is left out has a usual value. */
final class SimElements {

    private final SimLists lists;
    private final PriceLists prices;
    private final Quirks quirks;
    private final SimContents.Others others;
    private long nextLink = 70_001;

    SimElements(SimLists lists, PriceLists prices, Quirks quirks, SimContents.Others others) {
        this.lists = lists;
        this.prices = prices;
        this.quirks = quirks;
        this.others = others;
    }

    private static ObjectNode keptId(@Nullable ObjectNode old, ObjectNode element) {
        if (old != null) {
            for (String id : List.of("productMediaFileId", "metaDataId")) {
                if (old.has(id)) {
                    element.set(id, old.path(id));
                }
            }
        }
        return element;
    }

    /** An element after a PATCH. */
    ObjectNode changed(SimContent content, SimPart part, JsonNode element, ObjectNode before) {
        check(content, part, element);
        ObjectNode after = before.deepCopy();
        ObjectNode written = JsonMapper.shared().createObjectNode();
        part.rules().copy(element, written);
        if (part == SimPart.META_DATA && written.has("languages")) {
            written.set("languages", Answers.wrapped(written.path("languages").deepCopy()));
        }
        after.setAll(written);
        return after;
    }

    /** An element that is written whole; what was left out has its usual value. */
    ObjectNode whole(SimContent content, SimPart part, JsonNode element, @Nullable ObjectNode before) {
        ObjectNode whole = changed(content, part, element, JsonMapper.shared().createObjectNode());
        return keptId(before, completed(content, part, whole));
    }

    private ObjectNode completed(SimContent content, SimPart part, ObjectNode whole) {
        return switch (part) {
            case LANGUAGES -> wholeText(whole);
            case CATEGORIES -> defaults(whole, Map.of("sortIndex", 0));
            case VAT_RATES -> defaults(whole.put("countryCode", part.keyOf(whole)), Map.of("vatRate", 0));
            case MEDIA_FILES -> {
                defaults(whole, Map.of("sortIndex", content.part(part).size()));
                whole.put("type", lists.isPicture(whole.path("mediaFileId").asLong()) ? "image" : "document");
                yield whole.put("productMediaFileId", nextLink++);
            }
            case META_DATA -> {
                if (!whole.has("languages")) {
                    whole.set("languages", Answers.wrapped(List.of()));
                }
                yield defaults(whole.put("metaDataId", nextLink++), Map.of("sortIndex", 0));
            }
            case BUNDLED_PRODUCTS -> {
                if (!whole.has("prices")) {
                    whole.putArray("prices");
                }
                whole.put("singleVariant", whole.path("singleVariant").asBoolean(false));
                yield defaults(whole, Map.of("quantity", 1, "sortIndex", 0));
            }
        };
    }

    private static ObjectNode defaults(ObjectNode element, Map<String, Integer> values) {
        values.forEach((field, value) -> {
            if (!element.hasNonNull(field)) {
                element.put(field, value);
            }
        });
        return element;
    }

    /** Texts that were left out are empty, and the permalink is made of the name. */
    static ObjectNode wholeText(ObjectNode text) {
        for (String field : List.of("shortDescription", "longDescription", "pageTitle", "pageMetaDescription")) {
            if (!text.has(field)) {
                text.put(field, "");
            }
        }
        String name = text.path("name").asString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return text.has("permalink") ? text : text.put("permalink", name.substring(0, Math.min(128, name.length())));
    }

    private void check(SimContent content, SimPart part, JsonNode element) {
        switch (part) {
            case LANGUAGES -> language(element.path("langCode").asString(""));
            case CATEGORIES ->
                lists.referenced(
                        SimListKind.CATEGORY, element.path("categoryId").asLong());
            case VAT_RATES -> {}
            case MEDIA_FILES -> lists.referencedFile(element.path("mediaFileId"));
            case META_DATA ->
                lists.referenced(
                        SimListKind.META_DATA_TYPE,
                        element.path("metaDataTypeId").asLong());
            case BUNDLED_PRODUCTS -> bundled(content, element);
        }
    }

    private void language(String code) {
        if (!SimContents.ACTIVE_LANGUAGES.contains(code) && quirks.is(StarwebQuirk.OTHER_LANGUAGES, "refused")) {
            throw ApiError.badRequest("the shop does not use the language " + code);
        }
    }

    private void bundled(SimContent content, JsonNode element) {
        long part = element.path("bundledProductId").asLong();
        if (!content.isBundle()) {
            throw ApiError.badRequest("only a bundle consists of other products");
        }
        if (!others.has(part)) {
            throw ApiError.badRequest("unknown bundledProductId " + part);
        }
        if (others.isBundle(part) && quirks.is(StarwebQuirk.NESTED_BUNDLES, "refused")) {
            throw ApiError.badRequest("a bundle cannot be a part of a bundle");
        }
        String sku = element.path("variantSku").asString("");
        if (!sku.isEmpty() && !others.has(part, sku)) {
            throw ApiError.badRequest("variantSku is not one of the bundled product's");
        }
        element.path("prices")
                .forEach(price -> prices.referenced(price.path("pricelistId").asLong()));
    }
}
