package se.brygga.clients.starweb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.starweb.StarwebCalls.Body;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls with JSON in both directions. A body is written exactly as its map, so that an absent field and a null stay two
 * things (reference section 2). Decimals are written as plain numbers with all their decimals.
 */
final class JsonCalls {

    private static final int PAGE_SIZE = 100;

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private final StarwebCalls calls;
    private final Urgency urgency;

    JsonCalls(StarwebCalls calls, Urgency urgency) {
        this.calls = calls;
        this.urgency = urgency;
    }

    JsonNode get(String path, String action, String subject) {
        return calls.call("GET", path, null, action, subject, urgency);
    }

    List<JsonNode> list(String path, String action, String subject) {
        return rows(get(path, action, subject), action);
    }

    JsonNode write(String method, String path, Map<String, @Nullable Object> body, String action, String subject) {
        return write(method, path, Body.json(json.writeValueAsString(body)), action, subject);
    }

    JsonNode write(String method, String path, Body body, String action, String subject) {
        return calls.call(method, path, body, action, subject, urgency);
    }

    /**
     * Creates something.
     *
     * @param idField the field of the answer that holds the new id
     * @return the new id
     */
    long create(String path, Map<String, @Nullable Object> body, String action, String subject, String idField) {
        return newId(write("POST", path, body, action, subject), action, idField);
    }

    /** The id that a creation answers with. Without the id nobody can tell what was made, so somebody must look. */
    static long newId(JsonNode answer, String action, String idField) {
        Long id = Json.number(answer.path("data"), idField);
        if (id == null) {
            throw StarwebAnswers.noNumber(action);
        }
        return id;
    }

    /** Deletes something. What does not exist counts as deleted. */
    void delete(String path, String action, String subject) {
        try {
            calls.call("DELETE", path, null, action, subject, urgency);
        } catch (RemoteFailure failure) {
            if (!isNotFound(failure)) {
                throw failure;
            }
        }
    }

    /** An answer without data is a failure and no empty list, because an empty list would end a scan too early. */
    static List<JsonNode> rows(JsonNode answer, String action) {
        if (!answer.has("data")) {
            throw StarwebAnswers.noList(action);
        }
        return Json.children(answer, "data");
    }

    /**
     * Whether a page is the last one: as the shop says of its pages, or else because it is short (reference section 3,
     * O-3).
     */
    static boolean isLast(JsonNode answer, int rows, int page) {
        Long pages = Json.number(answer.path("meta").path("pagination"), "total_pages");
        return pages == null ? rows < PAGE_SIZE : page >= pages;
    }

    /** Whether the shop itself says that it has no such thing. */
    static boolean isNotFound(RemoteFailure failure) {
        return failure.why() == RemoteFailure.Why.NOT_FOUND;
    }
}
