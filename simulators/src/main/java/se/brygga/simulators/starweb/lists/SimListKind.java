package se.brygga.simulators.starweb.lists;

import java.util.List;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import se.brygga.simulators.starweb.wire.BodyRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of entries that products refer to, with what an entry may hold. */
public enum SimListKind {
    MANUFACTURER(
            SimProductWrite.Kind.MANUFACTURER,
            "product-manufacturers",
            "manufacturerId",
            marked().text(1, 30, "name").text(255, "url").orNull("url"),
            "{\"externalId\":null,\"externalIdType\":null,\"name\":\"\",\"url\":null}"),
    UNIT(
            SimProductWrite.Kind.UNIT,
            "product-units",
            "unitId",
            marked().list("languages", named(30).text(5, "symbol")),
            "{\"externalId\":null,\"externalIdType\":null}"),
    CATEGORY(
            SimProductWrite.Kind.CATEGORY,
            "product-categories",
            "categoryId",
            marked().id("parentId", "imageFileId")
                    .text(20, "externalType")
                    .oneOf(List.of("visible", "hidden", "pricelists"), "visibility")
                    .whole(0, 10_000, "sortIndex")
                    .truth("openPage")
                    .orNull("parentId", "imageFileId", "externalType")
                    .list("languages", categoryTexts()),
            "{\"parentId\":null,\"visibility\":\"visible\",\"sortIndex\":0,\"openPage\":true,\"imageFileId\":null,"
                    + "\"externalId\":null,\"externalType\":null,\"externalIdType\":null}"),
    ATTRIBUTE(
            SimProductWrite.Kind.ATTRIBUTE,
            "product-attributes",
            "attributeId",
            marked().list("languages", named(50)),
            "{\"externalId\":null,\"externalIdType\":null}"),
    ATTRIBUTE_VALUE(
            SimProductWrite.Kind.ATTRIBUTE_VALUE,
            "values",
            "attributeValueId",
            marked().text(40, "skuSuffix").whole(0, 10_000, "sortIndex").list("languages", named(50)),
            "{\"externalId\":null,\"externalIdType\":null,\"skuSuffix\":\"\",\"sortIndex\":0}"),
    META_DATA_TYPE(
            SimProductWrite.Kind.META_DATA_TYPE,
            "product-meta-data-types",
            "metaDataTypeId",
            // Wrapped in requests too (reference, section 2).
            new BodyRules().wrappedList("languages", named(40)),
            "{}");

    private final SimProductWrite.Kind written;
    private final String path;
    private final String idField;
    private final BodyRules rules;
    private final String defaults;

    SimListKind(SimProductWrite.Kind written, String path, String idField, BodyRules rules, String defaults) {
        this.written = written;
        this.path = path;
        this.idField = idField;
        this.rules = rules;
        this.defaults = defaults;
    }

    private static BodyRules marked() {
        return new BodyRules().text(40, "externalId").text(20, "externalIdType").orNull("externalId", "externalIdType");
    }

    private static BodyRules named(int longest) {
        return new BodyRules().language("langCode").text(1, longest, "name");
    }

    private static BodyRules categoryTexts() {
        return named(90)
                .text(90, "pageTitle")
                .text(65_535, "description", "bottomDescription")
                .text(278, "pageMetaDescription")
                .text(128, "permalink")
                .orNull("pageTitle", "description", "bottomDescription", "pageMetaDescription", "permalink");
    }

    SimProductWrite.Kind written() {
        return written;
    }

    String path() {
        return path;
    }

    /** The field by which products and paths name an entry. */
    public String idField() {
        return idField;
    }

    BodyRules rules() {
        return rules;
    }

    /** An entry before anything is written to it. */
    ObjectNode empty() {
        return JsonMapper.shared().readTree(defaults).asObject();
    }

    /** The languages of a request body; a missing node when it has none. */
    JsonNode languages(JsonNode body) {
        JsonNode languages = body.path("languages");
        return this == META_DATA_TYPE ? languages.path("data") : languages;
    }
}
