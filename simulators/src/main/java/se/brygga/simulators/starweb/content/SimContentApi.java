package se.brygga.simulators.starweb.content;

import java.util.List;
import java.util.stream.Stream;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /products/{p}/languages}, {@code …/categories} and the other lists of one product: read and written alike. */
final class SimContentApi {

    private final SimContents rules;

    SimContentApi(SimContents rules) {
        this.rules = rules;
    }

    /** Answers a call of {@code /products/{p}/{list}…}. A list that does not exist is not found. */
    SimResponse handle(ApiCall call, SimContent content, SimContents.Commit commit) {
        SimPart part = Stream.of(SimPart.values())
                .filter(one -> one.path().equals(call.segment(2)))
                .findFirst()
                .orElseThrow(ApiError::notFound);
        if (call.is("GET", 3)) {
            List<ObjectNode> all = content.elements(part).stream()
                    .map(one -> view(part, one, call))
                    .toList();
            return part == SimPart.BUNDLED_PRODUCTS
                    ? Answers.page(all, call.page(), false, one -> one)
                    : Answers.ok(all);
        }
        if (call.is("POST", 3)) {
            return create(call, part, content, commit);
        }
        if (call.segments() == 3) {
            throw call.refused();
        }
        if (call.segments() > 4) {
            throw ApiError.notFound();
        }
        return one(call, part, content, commit);
    }

    private SimResponse create(ApiCall call, SimPart part, SimContent content, SimContents.Commit commit) {
        JsonNode body = part.rules().check(call.body());
        String key = part.keyOf(body);
        if (content.part(part).containsKey(key)) {
            throw ApiError.badRequest("the product has " + part.field() + " " + key);
        }
        SimContent after = content.copy();
        rules.put(after, part, body);
        commit.commit(part.written(), Act.CREATED, key, after);
        return Answers.created(view(part, element(after, part, key), call));
    }

    private SimResponse one(ApiCall call, SimPart part, SimContent content, SimContents.Commit commit) {
        String key = part == SimPart.VAT_RATES ? call.segment(3).toUpperCase(java.util.Locale.ROOT) : call.segment(3);
        boolean creates = part == SimPart.META_DATA && call.method().equals("PUT");
        if (!content.part(part).containsKey(key) && !creates) {
            throw ApiError.notFound();
        }
        return switch (call.method()) {
            case "GET" -> Answers.ok(view(part, element(content, part, key), call));
            case "DELETE" -> {
                SimContent after = content.copy();
                rules.remove(after, part, key);
                commit.commit(part.written(), Act.DELETED, key, after);
                yield SimResponse.empty(204);
            }
            case "PUT", "PATCH" -> change(call, part, key, content, commit);
            default -> throw call.refused();
        };
    }

    private SimResponse change(ApiCall call, SimPart part, String key, SimContent content, SimContents.Commit commit) {
        JsonNode body = part.rules().check(call.body());
        if (!part.keyOf(body).equals(key)) {
            throw ApiError.badRequest(part.keyField() + " is not that of the path");
        }
        SimContent after = content.copy();
        if (call.method().equals("PUT")) {
            rules.put(after, part, body);
        } else {
            rules.patch(after, part, key, body);
        }
        Act act = content.part(part).containsKey(key) ? Act.CHANGED : Act.CREATED;
        commit.commit(part.written(), act, key, after);
        return Answers.ok(view(part, element(after, part, key), call));
    }

    private static ObjectNode element(SimContent content, SimPart part, String key) {
        return java.util.Objects.requireNonNull(content.part(part).get(key));
    }

    /** An element as a read of the list itself shows it: whole, but without prices that were not asked for. */
    private static ObjectNode view(SimPart part, ObjectNode element, ApiCall call) {
        boolean prices = call.query("include").orElse("").contains("prices");
        return part == SimPart.BUNDLED_PRODUCTS && !prices ? without(element, "prices") : element.deepCopy();
    }

    /** The element of a list as a product shows it: texts are slim. */
    static ObjectNode inProduct(SimPart part, ObjectNode element, boolean prices) {
        return switch (part) {
            case LANGUAGES -> without(element, "longDescription", "pageTitle", "pageMetaDescription");
            case BUNDLED_PRODUCTS -> prices ? element.deepCopy() : without(element, "prices");
            case CATEGORIES, VAT_RATES, MEDIA_FILES, META_DATA -> element.deepCopy();
        };
    }

    private static ObjectNode without(ObjectNode element, String... fields) {
        ObjectNode view = JsonMapper.shared().createObjectNode().setAll(element);
        view.remove(List.of(fields));
        return view;
    }
}
