package se.brygga.simulators.starweb.lists;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.SimProductLog;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API to all lists but the media files: each can be read, added to, changed and deleted from in the same way. */
final class ListsApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimLists lists;
    private final SimProductLog log;
    private final SimLists.Watcher watcher;

    ListsApi(SimLists lists, SimProductLog log, SimLists.Watcher watcher) {
        this.lists = lists;
        this.log = log;
        this.watcher = watcher;
    }

    SimResponse handle(ApiCall call) {
        boolean values = call.segments() > 2
                && call.segment(0).equals(SimListKind.ATTRIBUTE.path())
                && call.segment(2).equals(SimListKind.ATTRIBUTE_VALUE.path());
        if (!values) {
            SimListKind kind = Stream.of(SimListKind.values())
                    .filter(one -> one.path().equals(call.segment(0)) && one != SimListKind.ATTRIBUTE_VALUE)
                    .findFirst()
                    .orElseThrow(ApiError::notFound);
            return handle(call, kind, 1, null);
        }
        long attribute = call.id(1);
        existing(SimListKind.ATTRIBUTE, attribute);
        return handle(call, SimListKind.ATTRIBUTE_VALUE, 3, attribute);
    }

    /** @param depth of the list in the path */
    private SimResponse handle(ApiCall call, SimListKind kind, int depth, @Nullable Long attribute) {
        if (call.is("GET", depth)) {
            return list(call, kind, attribute);
        }
        if (call.is("POST", depth)) {
            return create(call, kind, attribute);
        }
        if (call.segments() == depth) {
            throw call.refused();
        }
        if (call.segments() > depth + 1) {
            throw ApiError.notFound();
        }
        long id = call.id(depth);
        ObjectNode entry = existing(kind, id);
        if (attribute != null && entry.path(SimLists.ATTRIBUTE).asLong() != attribute) {
            throw ApiError.notFound();
        }
        return switch (call.method()) {
            case "GET" -> Answers.ok(view(kind, entry, includes(call, kind)));
            case "PUT", "PATCH" -> change(call, kind, id, entry);
            case "DELETE" -> delete(kind, id, entry);
            default -> throw call.refused();
        };
    }

    private ObjectNode existing(SimListKind kind, long id) {
        return Optional.ofNullable(lists.all(kind).get(id)).orElseThrow(ApiError::notFound);
    }

    private static Set<String> includes(ApiCall call, SimListKind kind) {
        return switch (kind) {
            case CATEGORY -> call.includes(Set.of("languages"));
            case ATTRIBUTE_VALUE -> call.includes(Set.of("attribute"));
            case MANUFACTURER, UNIT, ATTRIBUTE, META_DATA_TYPE -> Set.of();
        };
    }

    private SimResponse list(ApiCall call, SimListKind kind, @Nullable Long attribute) {
        Set<String> includes = includes(call, kind);
        Collection<ObjectNode> all = lists.all(kind).values();
        if (kind == SimListKind.CATEGORY) {
            List<ObjectNode> wanted =
                    all.stream().filter(entry -> wanted(call, entry)).toList();
            return Answers.page(wanted, call.page(), true, entry -> view(kind, entry, includes));
        }
        return Answers.ok(all.stream()
                .filter(entry ->
                        attribute == null || entry.path(SimLists.ATTRIBUTE).asLong() == attribute)
                .map(entry -> view(kind, entry, includes))
                .toList());
    }

    private static boolean wanted(ApiCall call, ObjectNode category) {
        return call.query("externalId")
                        .filter(id -> !category.path("externalId").asString("").equals(id))
                        .isEmpty()
                && call.number("parent")
                        .filter(parent -> category.path("parentId").asLong(0) != parent)
                        .isEmpty()
                && (!call.flag("filterVisible")
                        || category.path("visibility").asString().equals("visible"));
    }

    private SimResponse create(ApiCall call, SimListKind kind, @Nullable Long attribute) {
        ObjectNode entry = written(kind, 0, kind.empty(), call.body());
        if (attribute != null) {
            entry.put(SimLists.ATTRIBUTE, attribute);
        }
        if (SimLists.name(entry).isBlank()) {
            throw ApiError.badRequest("a name is required");
        }
        long id = lists.add(kind, entry);
        ObjectNode whole = existing(kind, id);
        log.add(kind.written(), Act.CREATED, id, SimLists.name(entry), JSON.createObjectNode(), whole);
        return Answers.created(view(kind, whole, Set.of()));
    }

    private SimResponse change(ApiCall call, SimListKind kind, long id, ObjectNode before) {
        ObjectNode start = before.deepCopy();
        if (call.method().equals("PUT")) {
            start.setAll(kind.empty());
            start.remove("languages");
        }
        ObjectNode after = written(kind, id, start, call.body());
        lists.all(kind).put(id, after);
        log.add(kind.written(), Act.CHANGED, id, SimLists.name(after), before, after);
        return Answers.ok(view(kind, after, Set.of()));
    }

    private SimResponse delete(SimListKind kind, long id, ObjectNode entry) {
        NavigableMap<Long, ObjectNode> all = lists.all(kind);
        all.remove(id);
        if (kind == SimListKind.CATEGORY) {
            all.values().stream()
                    .filter(child -> child.path("parentId").asLong(0) == id)
                    .forEach(child -> child.putNull("parentId"));
        }
        if (kind == SimListKind.ATTRIBUTE) {
            NavigableMap<Long, ObjectNode> values = lists.all(SimListKind.ATTRIBUTE_VALUE);
            List<Long> theirs = values.entrySet().stream()
                    .filter(value -> value.getValue().path(SimLists.ATTRIBUTE).asLong() == id)
                    .map(Map.Entry::getKey)
                    .toList();
            theirs.forEach(value -> watcher.gone(SimListKind.ATTRIBUTE_VALUE.idField(), value));
            theirs.forEach(values::remove);
        }
        log.add(kind.written(), Act.DELETED, id, SimLists.name(entry), entry, JSON.createObjectNode());
        watcher.gone(kind.idField(), id);
        return SimResponse.empty(204);
    }

    /** @param id 0 for a new entry */
    private ObjectNode written(SimListKind kind, long id, ObjectNode entry, JsonNode body) {
        kind.rules().check(body);
        if (kind == SimListKind.MANUFACTURER) {
            manufacturer(id, body);
        }
        if (body.path("parentId").isNumber()) {
            parent(id, body.path("parentId").asLong());
        }
        lists.referencedFile(body.path("imageFileId"));
        kind.rules().copy(body, entry);
        entry.remove("languages");
        ArrayNode languages = JSON.createArrayNode();
        ObjectNode before = lists.all(kind).getOrDefault(id, JSON.createObjectNode());
        before.path("languages").path("data").forEach(languages::add);
        kind.languages(body).forEach(language -> merge(languages, language));
        if (kind != SimListKind.MANUFACTURER) {
            entry.set("languages", Answers.wrapped(languages));
        }
        return entry;
    }

    /** The contract requires the name of a manufacturer in every write, a PATCH included. */
    private void manufacturer(long id, JsonNode body) {
        ApiCall.required(body, "name");
        boolean taken = lists.named(SimListKind.MANUFACTURER, body.path("name").asString()).stream()
                .anyMatch(other -> other != id);
        if (taken) {
            throw ApiError.badRequest("a manufacturer with this name exists");
        }
    }

    private void parent(long id, long parent) {
        lists.referenced(SimListKind.CATEGORY, parent);
        for (long above = parent; above != 0; above = above(above)) {
            if (above == id) {
                throw ApiError.badRequest("a category cannot lie below itself");
            }
        }
    }

    private long above(long category) {
        return existing(SimListKind.CATEGORY, category).path("parentId").asLong(0);
    }

    /** A language that is there changes, another one is added. */
    private static void merge(ArrayNode languages, JsonNode written) {
        ApiCall.required(written, "langCode");
        String code = written.path("langCode").asString();
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i).path("langCode").asString().equals(code)) {
                ObjectNode changed = languages.get(i).deepCopy().asObject();
                written.properties().forEach(field -> changed.set(field.getKey(), field.getValue()));
                languages.set(i, changed);
                return;
            }
        }
        ApiCall.required(written, "name");
        languages.add(written.deepCopy());
    }

    private ObjectNode view(SimListKind kind, ObjectNode entry, Set<String> includes) {
        ObjectNode view = plain(kind, entry);
        switch (kind) {
            case CATEGORY -> {
                long id = entry.path("categoryId").asLong();
                if (!includes.contains("languages")) {
                    view.remove("languages");
                }
                view.put(
                        "hasChildren",
                        lists.all(kind).values().stream()
                                .anyMatch(other -> other.path("parentId").asLong(0) == id));
            }
            case ATTRIBUTE_VALUE -> {
                if (includes.contains("attribute")) {
                    long attribute = entry.path(SimLists.ATTRIBUTE).asLong();
                    view.set("attribute", Answers.wrapped(existing(SimListKind.ATTRIBUTE, attribute)));
                }
            }
            case MANUFACTURER, UNIT, ATTRIBUTE, META_DATA_TYPE -> {}
        }
        return view;
    }

    /** An entry as it was written, without what only the simulator knows. */
    static ObjectNode plain(SimListKind kind, ObjectNode entry) {
        ObjectNode plain = entry.deepCopy();
        if (kind == SimListKind.ATTRIBUTE_VALUE) {
            plain.remove(SimLists.ATTRIBUTE);
        }
        return plain;
    }
}
