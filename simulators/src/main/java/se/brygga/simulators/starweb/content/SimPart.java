package se.brygga.simulators.starweb.content;

import java.util.List;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import tools.jackson.databind.JsonNode;

/** The lists that belong to one product, each element of which has a key. */
enum SimPart {
    LANGUAGES(
            SimProductWrite.Kind.TEXT,
            "languages",
            "languages",
            "langCode",
            new BodyRules()
                    .language("langCode")
                    .text(1, 150, "name")
                    .text(65_535, "shortDescription", "longDescription")
                    .text(128, "permalink")
                    .text(90, "pageTitle")
                    .text(278, "pageMetaDescription")),
    CATEGORIES(
            SimProductWrite.Kind.CATEGORY_LINK,
            "categories",
            "categories",
            "categoryId",
            new BodyRules().id("categoryId").whole(0, 1_000_000, "sortIndex")),
    VAT_RATES(
            SimProductWrite.Kind.VAT_RATE,
            "vat-rates",
            "vatRates",
            "countryCode",
            new BodyRules().text(2, 2, "countryCode").percent("vatRate")),
    MEDIA_FILES(
            SimProductWrite.Kind.IMAGE,
            "media-files",
            "mediaFiles",
            "mediaFileId",
            new BodyRules().id("mediaFileId").whole(0, 1_000_000, "sortIndex")),
    META_DATA(
            SimProductWrite.Kind.META_DATA,
            "meta-data",
            "metaData",
            "metaDataTypeId",
            new BodyRules()
                    .id("metaDataTypeId")
                    .whole(0, 1_000_000, "sortIndex")
                    .list("languages", new BodyRules().language("langCode").text(255, "value"))),
    BUNDLED_PRODUCTS(
            SimProductWrite.Kind.BUNDLED_PRODUCT,
            "bundled-products",
            "bundledProducts",
            "bundledProductId",
            new BodyRules()
                    .id("bundledProductId")
                    .truth("singleVariant")
                    .text(40, "variantSku")
                    .whole(1, 100_000_000, "quantity")
                    .whole(0, 1_000_000, "sortIndex")
                    .orNull("quantity")
                    .list(
                            "prices",
                            new BodyRules()
                                    .id("pricelistId")
                                    .number(0, "specialPriceExVat")
                                    .orNull("specialPriceExVat")));

    private final SimProductWrite.Kind written;
    private final String path;
    private final String field;
    private final String key;
    private final BodyRules rules;

    SimPart(SimProductWrite.Kind written, String path, String field, String key, BodyRules rules) {
        this.written = written;
        this.path = path;
        this.field = field;
        this.key = key;
        this.rules = rules;
    }

    /** What the log of writes calls a write to an element. */
    SimProductWrite.Kind written() {
        return written;
    }

    String path() {
        return path;
    }

    /** The name of the list in a product, and of its include. */
    String field() {
        return field;
    }

    BodyRules rules() {
        return rules;
    }

    /** The key of an element, which every write of one must have. */
    String keyOf(JsonNode element) {
        for (String needed : this == LANGUAGES ? List.of(key, "name") : List.of(key)) {
            ApiCall.required(element, needed);
        }
        return spelled(element.path(key).asString());
    }

    /** A key as it is kept: countries in capitals. */
    String spelled(String text) {
        return this == VAT_RATES ? country(text) : text;
    }

    private static String country(String text) {
        if (!text.matches("[A-Za-z]{2}")) {
            throw ApiError.badRequest("countryCode must be two letters");
        }
        return text.toUpperCase(java.util.Locale.ROOT);
    }

    String keyField() {
        return key;
    }
}
