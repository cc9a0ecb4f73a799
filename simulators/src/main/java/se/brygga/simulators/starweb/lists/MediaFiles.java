package se.brygga.simulators.starweb.lists;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.SimProductLog;
import se.brygga.simulators.starweb.goods.SimProductWrite.Act;
import se.brygga.simulators.starweb.goods.SimProductWrite.Kind;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /media-files}: pictures and documents. The content decides on the type, and no checksum tells of doubles. */
final class MediaFiles {

    static final String PATH = "media-files";

    private static final long FIRST = 9001;
    private static final int MEGABYTE = 1024 * 1024;

    private record File(ObjectNode entry, byte[] content) {}

    /** Types that the shop takes (O-27), by the bytes that such a file begins with. */
    private static final Map<String, String> TYPES = Map.of(
            "image/jpeg", "\u00ff\u00d8\u00ff",
            "image/png", "\u0089PNG",
            "image/gif", "GIF8",
            "image/webp", "RIFF",
            "application/pdf", "%PDF");

    private final Quirks quirks;
    private final Clock clock;
    private final SimProductLog log;
    private final SimLists.Watcher watcher;
    private final NavigableMap<Long, File> all = new TreeMap<>();
    private long next = FIRST;

    MediaFiles(Quirks quirks, Clock clock, SimProductLog log, SimLists.Watcher watcher) {
        this.quirks = quirks;
        this.clock = clock;
        this.log = log;
        this.watcher = watcher;
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 1)) {
            return Answers.page(
                    List.copyOf(all.values()),
                    call.page(),
                    true,
                    file -> file.entry().deepCopy());
        }
        if (call.is("POST", 1)) {
            long id = add(checked(call), call.shopAddress());
            return written(Act.CREATED, id, JsonMapper.shared().createObjectNode(), 201);
        }
        if (call.segments() == 1) {
            throw call.refused();
        }
        long id = call.id(1);
        File before = Optional.ofNullable(all.get(id)).orElseThrow(ApiError::notFound);
        if (call.segments() > 2) {
            throw ApiError.notFound();
        }
        return switch (call.method()) {
            case "GET" -> Answers.ok(before.entry());
            case "PUT", "PATCH" -> {
                put(id, checked(call), call.shopAddress());
                yield written(Act.CHANGED, id, before.entry(), 200);
            }
            case "DELETE" -> {
                all.remove(id);
                log.add(Kind.MEDIA_FILE, Act.DELETED, id, name(before), before.entry(), empty());
                watcher.gone("mediaFileId", id);
                yield SimResponse.empty(204);
            }
            default -> throw call.refused();
        };
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }

    private SimResponse written(Act act, long id, ObjectNode before, int status) {
        ObjectNode after = file(id).entry();
        log.add(Kind.MEDIA_FILE, act, id, name(file(id)), before, after);
        return status == 201 ? Answers.created(after) : Answers.ok(after);
    }

    private static String name(File file) {
        return file.entry().path("name").asString();
    }

    private SimUpload checked(ApiCall call) {
        SimUpload upload = SimUpload.of(call.request());
        int most = quirks.number(StarwebQuirk.MEDIA_MAX);
        if (upload.content().length > most * MEGABYTE) {
            throw ApiError.badRequest("the file is larger than " + most + " MB");
        }
        if (upload.name().length() > 255) {
            throw ApiError.badRequest("the file's name is longer than 255");
        }
        type(upload.content());
        return upload;
    }

    private static String type(byte[] content) {
        String start = new String(Arrays.copyOf(content, 8), StandardCharsets.ISO_8859_1);
        return TYPES.entrySet().stream()
                .filter(type -> start.startsWith(type.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("the file must be one of " + TYPES.keySet()));
    }

    long add(SimUpload upload, String address) {
        put(next, upload, address);
        return next++;
    }

    private void put(long id, SimUpload upload, String address) {
        ObjectNode entry = empty().put("mediaFileId", id).put("name", upload.name());
        String now = Answers.time(clock.instant());
        String created =
                all.containsKey(id) ? file(id).entry().path("createdAt").asString() : now;
        entry.put("createdAt", created).put("modifiedAt", now);
        entry.put("size", upload.content().length).put("mime", type(upload.content()));
        entry.put("url", address + "/media/" + id);
        all.put(id, new File(entry, upload.content()));
    }

    private File file(long id) {
        return java.util.Objects.requireNonNull(all.get(id));
    }

    boolean has(long id) {
        return all.containsKey(id);
    }

    boolean isPicture(long id) {
        return has(id) && file(id).entry().path("mime").asString().startsWith("image/");
    }

    SimResponse download(String id) {
        File file = all.values().stream()
                .filter(one -> one.entry().path("mediaFileId").asString().equals(id))
                .findFirst()
                .orElseThrow(ApiError::notFound);
        return new SimResponse(
                200, Map.of("Content-Type", file.entry().path("mime").asString()), file.content());
    }

    /** A text for each file, the same for the same content. */
    Stream<String> contents() {
        return all.values().stream().map(file -> Kind.MEDIA_FILE + " " + sum(file.content()));
    }

    private static String sum(byte[] content) {
        return content.length + " bytes " + Integer.toHexString(Arrays.hashCode(content));
    }
}
