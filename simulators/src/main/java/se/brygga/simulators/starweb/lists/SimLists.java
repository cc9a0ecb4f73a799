package se.brygga.simulators.starweb.lists;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.SimProductLog;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lists of a shop that its products refer to, and the API to them. Two entries may have the same name, manufacturers
 * excepted: nothing but the caller keeps them apart.
 */
public final class SimLists {

    /** Is told when an entry is gone, so that nothing refers to it any more. */
    public interface Watcher {

        /** @param idField the field by which products and variants refer to such an entry */
        void gone(String idField, long id);
    }

    /** A value's attribute, in the stored entry only. */
    static final String ATTRIBUTE = "attributeId";

    private final Map<SimListKind, NavigableMap<Long, ObjectNode>> entries = new EnumMap<>(SimListKind.class);
    private final Map<SimListKind, Long> next = new EnumMap<>(SimListKind.class);
    private final ListsApi api;
    private final MediaFiles files;

    /** @param random decides on the first ids: they differ from shop to shop */
    public SimLists(Quirks quirks, Clock clock, Random random, SimProductLog log, Watcher watcher) {
        for (SimListKind kind : SimListKind.values()) {
            entries.put(kind, new TreeMap<>());
            next.put(kind, 3L + random.nextInt(40));
        }
        next.put(SimListKind.UNIT, 1L);
        next.put(SimListKind.ATTRIBUTE_VALUE, 301L);
        this.api = new ListsApi(this, log, watcher);
        this.files = new MediaFiles(quirks, clock, log, watcher);
    }

    /** Whether a path belongs to one of the lists. */
    public static boolean has(String path) {
        return path.equals(MediaFiles.PATH)
                || Stream.of(SimListKind.values()).anyMatch(kind -> kind.path().equals(path));
    }

    public SimResponse handle(ApiCall call) {
        return call.segment(0).equals(MediaFiles.PATH) ? files.handle(call) : api.handle(call);
    }

    /** A picture or document as browsers get it. */
    public SimResponse download(String mediaFileId) {
        return files.download(mediaFileId);
    }

    /** Adds an entry with one name in Swedish. */
    public long add(SimListKind kind, String name, @Nullable Long parent) {
        ObjectNode entry = kind.empty();
        if (kind == SimListKind.MANUFACTURER) {
            entry.put("name", name);
        } else {
            entry.set("languages", Answers.inSwedish(name));
        }
        if (kind == SimListKind.UNIT) {
            entry.path("languages").path("data").path(0).asObject().put("symbol", name);
        }
        if (parent != null) {
            entry.put(kind == SimListKind.CATEGORY ? "parentId" : ATTRIBUTE, parent);
        }
        return add(kind, entry);
    }

    long add(SimListKind kind, ObjectNode entry) {
        long id = next.merge(kind, 1L, Long::sum) - 1;
        ObjectNode whole = JsonMapper.shared().createObjectNode().put(kind.idField(), id);
        all(kind).put(id, whole.setAll(entry));
        return id;
    }

    /** An uploaded file without an upload. */
    public long addFile(String name, byte[] content) {
        return files.add(new SimUpload(name, content), "");
    }

    NavigableMap<Long, ObjectNode> all(SimListKind kind) {
        return Objects.requireNonNull(entries.get(kind));
    }

    /** As reads show it, with its names. Empty when there is none. */
    public Optional<ObjectNode> find(SimListKind kind, long id) {
        return Optional.ofNullable(all(kind).get(id)).map(entry -> ListsApi.plain(kind, entry));
    }

    /** The entries with a name, which may be more than one. */
    public List<Long> named(SimListKind kind, String name) {
        return all(kind).entrySet().stream()
                .filter(entry -> name(entry.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An entry in a body that does not exist makes the body wrong. */
    public void referenced(SimListKind kind, long id) {
        if (!all(kind).containsKey(id)) {
            throw ApiError.badRequest("unknown " + kind.idField() + " " + id);
        }
    }

    /** A file in a body that does not exist makes the body wrong. */
    public void referencedFile(JsonNode mediaFileId) {
        if (!mediaFileId.isMissingNode() && !mediaFileId.isNull() && !files.has(mediaFileId.asLong())) {
            throw ApiError.badRequest("unknown mediaFileId " + mediaFileId);
        }
    }

    public boolean isPicture(long mediaFileId) {
        return files.isPicture(mediaFileId);
    }

    /** The attribute of a value that exists. */
    public long attributeOf(long valueId) {
        return Objects.requireNonNull(all(SimListKind.ATTRIBUTE_VALUE).get(valueId))
                .path(ATTRIBUTE)
                .asLong();
    }

    /** For people: the entry's first name. */
    public String name(SimListKind kind, long id) {
        ObjectNode entry = all(kind).get(id);
        return entry == null ? "" : name(entry);
    }

    static String name(JsonNode entry) {
        return entry.has("name")
                ? entry.path("name").asString("")
                : entry.path("languages").path("data").path(0).path("name").asString("");
    }

    /** What is there twice: entries with the same name in the same place, and files with the same content. For people. */
    public List<String> doubles() {
        Map<String, Long> times = Stream.concat(
                        Stream.of(SimListKind.values())
                                .flatMap(kind -> all(kind).values().stream().map(entry -> place(kind, entry))),
                        files.contents())
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
        times.values().removeIf(count -> count == 1);
        return List.copyOf(times.keySet());
    }

    private static String place(SimListKind kind, ObjectNode entry) {
        String place = entry.path(kind == SimListKind.CATEGORY ? "parentId" : ATTRIBUTE)
                .asString("");
        return kind + " " + (kind == SimListKind.ATTRIBUTE ? "" : place + " ") + name(entry);
    }
}
