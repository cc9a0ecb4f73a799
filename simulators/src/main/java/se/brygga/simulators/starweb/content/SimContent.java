package se.brygga.simulators.starweb.content;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A product's own fields and its lists. A write makes another one, so that a refused write has changed nothing. */
public final class SimContent {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String EMPTY =
            "{\"externalId\":null,\"externalIdType\":null,\"defaultVatRate\":null,\"visibility\":\"hidden\","
                    + "\"visibilityPricelistIds\":[],\"moreInfoUrl\":\"\",\"manufacturerId\":null,\"unitId\":null,"
                    + "\"sortIndex\":null,\"type\":\"basic\",\"isBackInStockWatchable\":true,"
                    + "\"bundleUseManualPrice\":false,\"priceMode\":\"normal\",\"accounting\":null}";

    private final ObjectNode fields;
    private final Map<SimPart, SequencedMap<String, ObjectNode>> parts = new EnumMap<>(SimPart.class);

    private SimContent(ObjectNode fields) {
        this.fields = fields;
        for (SimPart part : SimPart.values()) {
            parts.put(part, new LinkedHashMap<>());
        }
    }

    /** A hidden product without anything. */
    static SimContent empty() {
        return new SimContent(emptyFields());
    }

    /** What a product is before anything is written to it. */
    static ObjectNode emptyFields() {
        return JSON.readTree(EMPTY).asObject();
    }

    /** A visible product with the same name in some languages, as seeds have it. */
    public static SimContent named(String name, int vatRate, String... languages) {
        SimContent content = empty();
        content.fields.put("visibility", "visible").put("defaultVatRate", Integer.toString(vatRate));
        for (String language : languages) {
            ObjectNode text = JSON.createObjectNode().put("langCode", language).put("name", name);
            content.part(SimPart.LANGUAGES).put(language, SimElements.wholeText(text));
        }
        return content;
    }

    SimContent copy() {
        SimContent copy = new SimContent(fields.deepCopy());
        parts.forEach((part, elements) ->
                elements.forEach((key, element) -> copy.part(part).put(key, element.deepCopy())));
        return copy;
    }

    /** The fields as they were written. */
    public ObjectNode fields() {
        return fields;
    }

    SequencedMap<String, ObjectNode> part(SimPart part) {
        return Objects.requireNonNull(parts.get(part));
    }

    /** The elements of a list, in their order. */
    Collection<ObjectNode> elements(SimPart part) {
        return part(part).values();
    }

    /** All of it in one object, for the log of writes and for people. */
    public ObjectNode whole() {
        ObjectNode whole = fields.deepCopy();
        parts.forEach((part, elements) -> elements.values().forEach(whole.putArray(part.field())::add));
        return whole;
    }

    public boolean visible() {
        return !fields.path("visibility").asString().equals("hidden");
    }

    public boolean isBundle() {
        return fields.path("type").asString().equals("bundle");
    }

    /** In the shop's first language, or whichever there is. */
    public String name() {
        return primaryText().path("name").asString("");
    }

    /** The text that a list shows; an empty object when there is none. */
    ObjectNode primaryText() {
        SequencedMap<String, ObjectNode> texts = part(SimPart.LANGUAGES);
        ObjectNode first =
                texts.isEmpty() ? JSON.createObjectNode() : texts.firstEntry().getValue();
        return texts.getOrDefault("sv", first);
    }

    /** Something that a product referred to is gone. */
    public void forget(String field, long id) {
        if (fields.path(field).asLong(0) == id) {
            fields.putNull(field);
        }
        for (SimPart part : SimPart.values()) {
            if (part.keyField().equals(field)) {
                part(part).remove(Long.toString(id));
            }
        }
    }
}
