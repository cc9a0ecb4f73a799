package se.brygga.simulators.starweb.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.SimProductWrite;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The content of products: what may be written to it, what a write does, and what reads show of it. */
public final class SimContents {

    /** The languages that {@code /shop} tells, the first one first. */
    public static final List<String> ACTIVE_LANGUAGES = List.of("sv", "no");

    /** The other products, which a bundle consists of. */
    public interface Others {

        /** Whether a product exists. */
        boolean has(long productId);

        /** Whether a product has a variant. */
        boolean has(long productId, String sku);

        boolean isBundle(long productId);
    }

    /** Takes the content that a write to one of its lists has made. */
    public interface Commit {

        /** @param key of the element that was written */
        void commit(SimProductWrite.Kind what, SimProductWrite.Act act, String key, SimContent after);
    }

    /** What a list in a product's body does to the elements that are there. */
    private enum How {
        MERGE,
        REPLACE
    }

    private static final BodyRules BODY = rules();

    private final SimLists lists;
    private final PriceLists prices;
    private final Quirks quirks;
    private final SimElements elements;

    public SimContents(SimLists lists, PriceLists prices, Quirks quirks, Others others) {
        this.lists = lists;
        this.prices = prices;
        this.quirks = quirks;
        this.elements = new SimElements(lists, prices, quirks, others);
    }

    private static BodyRules rules() {
        BodyRules rules = new BodyRules()
                .text(40, "externalId")
                .text(20, "externalIdType")
                .oneOf(List.of("hidden", "visible", "pricelists"), "visibility")
                .ids("visibilityPricelistIds")
                .text(255, "moreInfoUrl")
                .id("manufacturerId", "unitId")
                .whole(1, 10_000, "sortIndex")
                .oneOf(List.of("basic", "bundle"), "type")
                .truth("isBackInStockWatchable", "bundleUseManualPrice")
                .whole(100, 9_999, "accounting");
        return rules.orNull(
                "externalId",
                "externalIdType",
                "visibilityPricelistIds",
                "moreInfoUrl",
                "manufacturerId",
                "unitId",
                "sortIndex",
                "bundleUseManualPrice",
                "accounting");
    }

    /** Answers a call of {@code /products/{p}/{list}…}. A list that does not exist is not found. */
    public SimResponse handle(ApiCall call, SimContent content, Commit commit) {
        return new SimContentApi(this).handle(call, content, commit);
    }

    /** Adds the lists that a read of a product asks for; texts are slim, and by default one only. */
    public void show(ObjectNode view, SimContent content, Set<String> includes, boolean allLanguages) {
        boolean bundlePrices = includes.contains("bundledProducts.prices");
        for (SimPart part : SimPart.values()) {
            if (!includes.contains(part.field()) && !(part == SimPart.BUNDLED_PRODUCTS && bundlePrices)) {
                continue;
            }
            List<ObjectNode> elements = content.elements(part).stream()
                    .filter(one -> part != SimPart.LANGUAGES || allLanguages || one.equals(content.primaryText()))
                    .map(one -> SimContentApi.inProduct(part, one, bundlePrices))
                    .toList();
            view.set(part.field(), Answers.wrapped(elements));
        }
    }

    /** The content of a new product. */
    public SimContent created(JsonNode body) {
        SimContent content = SimContent.empty();
        write(content, body, How.REPLACE, How.REPLACE);
        if (content.elements(SimPart.LANGUAGES).isEmpty()) {
            throw ApiError.badRequest("languages must have a name in one language at least");
        }
        return content;
    }

    /** The content after a PATCH; what a list in it does is not known (O-25). */
    public SimContent patched(SimContent before, JsonNode body) {
        SimContent after = before.copy();
        String arrays = quirks.get(StarwebQuirk.PATCH_ARRAYS);
        How texts = arrays.equals("all-replace") ? How.REPLACE : How.MERGE;
        write(after, body, texts, arrays.equals("all-merge") ? How.MERGE : How.REPLACE);
        return after;
    }

    /** The content after a PUT, which resets the fields that it leaves out. Lists that it leaves out stay. */
    public SimContent put(SimContent before, JsonNode body) {
        SimContent after = before.copy();
        after.fields().setAll(SimContent.emptyFields());
        write(after, body, How.REPLACE, How.REPLACE);
        return after;
    }

    private void write(SimContent content, JsonNode body, How texts, How rest) {
        BODY.check(body);
        vatRate(content, body);
        BODY.copy(body, content.fields());
        for (String empty : List.of("visibilityPricelistIds", "moreInfoUrl", "bundleUseManualPrice")) {
            if (content.fields().path(empty).isNull()) {
                content.fields().set(empty, SimContent.emptyFields().path(empty));
            }
        }
        visibility(content.fields());
        reference(SimListKind.MANUFACTURER, body);
        reference(SimListKind.UNIT, body);
        for (SimPart part : SimPart.values()) {
            if (body.has(part.field()) && !body.path(part.field()).isNull()) {
                list(content, part, body.path(part.field()), part == SimPart.LANGUAGES ? texts : rest);
            }
        }
    }

    /** Text in the contract, a number in the guide: the contract's shape only, unless the shop is of the guide. */
    private void vatRate(SimContent content, JsonNode body) {
        JsonNode rate = body.path("defaultVatRate");
        boolean guide = quirks.is(StarwebQuirk.CONTRACT, "GUIDE_2024");
        BodyRules rules = guide && rate.isNumber()
                ? new BodyRules().percent("defaultVatRate")
                : new BodyRules().percentText("defaultVatRate").orNull("defaultVatRate");
        rules.check(body);
        if (body.has("defaultVatRate")) {
            content.fields().put("defaultVatRate", rate.isNull() ? null : rate.asString());
        }
    }

    private void visibility(ObjectNode fields) {
        boolean some = fields.path("visibility").asString().equals("pricelists");
        JsonNode ids = fields.path("visibilityPricelistIds");
        if (some == ids.isEmpty()) {
            throw ApiError.badRequest("visibilityPricelistIds is required for visibility pricelists, and only then");
        }
        ids.forEach(id -> prices.referenced(id.asLong()));
    }

    private void reference(SimListKind kind, JsonNode body) {
        if (body.path(kind.idField()).isNumber()) {
            lists.referenced(kind, body.path(kind.idField()).asLong());
        }
    }

    private void list(SimContent content, SimPart part, JsonNode list, How how) {
        new BodyRules()
                .list(part.field(), part.rules())
                .check(JsonMapper.shared().createObjectNode().set(part.field(), list));
        SequencedMap<String, ObjectNode> old = new LinkedHashMap<>(content.part(part));
        if (how == How.REPLACE) {
            content.part(part).clear();
        }
        List<String> seen = new ArrayList<>();
        for (JsonNode element : list) {
            String key = part.keyOf(element);
            if (seen.contains(key)) {
                throw ApiError.badRequest(part.field() + " has " + key + " twice");
            }
            seen.add(key);
            ObjectNode start = how == How.MERGE ? content.part(part).get(key) : null;
            content.part(part)
                    .put(
                            key,
                            start == null
                                    ? elements.whole(content, part, element, old.get(key))
                                    : elements.changed(content, part, element, start));
        }
        inOrder(content, part);
    }

    /** Adds an element, or puts another in its place. */
    void put(SimContent content, SimPart part, JsonNode element) {
        String key = part.keyOf(element);
        ObjectNode old = content.part(part).get(key);
        content.part(part).put(key, elements.whole(content, part, element, old));
        inOrder(content, part);
    }

    void patch(SimContent content, SimPart part, String key, JsonNode element) {
        ObjectNode before = java.util.Objects.requireNonNull(content.part(part).get(key));
        content.part(part).put(key, elements.changed(content, part, element, before));
        inOrder(content, part);
    }

    void remove(SimContent content, SimPart part, String key) {
        content.part(part).remove(key);
        inOrder(content, part);
    }

    /** Pictures are numbered from 0 in their order after every save; the other lists keep the order of their keys' coming. */
    private static void inOrder(SimContent content, SimPart part) {
        if (part != SimPart.MEDIA_FILES) {
            return;
        }
        SequencedMap<String, ObjectNode> pictures = content.part(part);
        List<Map.Entry<String, ObjectNode>> sorted = pictures.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(
                        entry -> entry.getValue().path("sortIndex").asInt()))
                .toList();
        pictures.clear();
        for (Map.Entry<String, ObjectNode> entry : sorted) {
            pictures.put(entry.getKey(), entry.getValue().put("sortIndex", pictures.size()));
        }
    }
}
