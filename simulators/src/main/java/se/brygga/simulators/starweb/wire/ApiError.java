package se.brygga.simulators.starweb.wire;

import java.util.Set;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer other than success. Codes other than the three known ones are invented (O-6). */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> KNOWN = Set.of("invalid_client", "invalid_token", "Too Many Requests");

    private final int status;
    private final String code;
    private final int retryAfterSeconds;

    public ApiError(int status, String code, String description) {
        this(status, code, description, 0);
    }

    private ApiError(int status, String code, String description, int retryAfterSeconds) {
        super(description);
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ApiError badRequest(String description) {
        return new ApiError(400, "validation_error", description);
    }

    public static ApiError forbidden(String description) {
        return new ApiError(403, "forbidden", description);
    }

    public static ApiError notFound() {
        return new ApiError(404, "not_found", "Resource not found");
    }

    public static ApiError methodNotAllowed(String method) {
        return new ApiError(405, "method_not_allowed", method + " is not allowed here");
    }

    /** @param retryAfterSeconds 0 for no header */
    public static ApiError limited(int status, int perMinute, int retryAfterSeconds) {
        return new ApiError(
                status, "Too Many Requests", "More than " + perMinute + " requests per minute", retryAfterSeconds);
    }

    /** Outside of any shop. */
    public SimResponse answer() {
        return answer(code);
    }

    /** As a shop words it: the three known codes as they are, the others as nobody knows (O-6). */
    public SimResponse answer(Quirks quirks) {
        return answer(
                KNOWN.contains(code)
                        ? code
                        : switch (quirks.get(StarwebQuirk.ERROR_CODES)) {
                            case "numbers" -> "E" + status;
                            case "none" -> "";
                            default -> code;
                        });
    }

    private SimResponse answer(String shown) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (!shown.isEmpty()) {
            body.put("error", shown);
        }
        SimResponse answer = SimResponse.json(
                status, body.put("error_description", getMessage()).toString());
        return retryAfterSeconds == 0 ? answer : answer.withHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }
}
