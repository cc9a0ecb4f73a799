package se.brygga.starter.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a web hook's body that is kept (Starweb reference section 11).
 *
 * @param statusCode the order's {@code orderStatusIdCode}; null for a status of the shop's own, or a code of unknown
 *     form
 * @param eventKey Starweb's {@code eventId}; the body's hash where it has none
 */
record WebHookPayload(long orderId, @Nullable String statusCode, String eventKey) {

    /** The form of all of Starweb's codes; anything else is not kept. */
    private static final Pattern CODE = Pattern.compile("[a-z-]{1,40}");

    /** The form of an event id that is kept. No column can hold some of the control characters. */
    private static final Pattern EVENT_ID = Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,100}");

    /** Reads bodies. */
    static final class Reader {

        private final JsonMapper json = JsonMapper.builder().build();

        /**
         * Reads a body.
         *
         * @throws IllegalArgumentException says what is wrong in words for the sender; never quotes the body
         */
        WebHookPayload read(byte[] body) {
            JsonNode root = tree(body);
            long orderId = id(root, "orderId");
            String eventId = root.path("eventId").asString("");
            boolean usable = EVENT_ID.matcher(eventId).matches();
            String code = root.path("orderStatusIdCode").asString("");
            return new WebHookPayload(
                    orderId, CODE.matcher(code).matches() ? code : null, usable ? eventId : "sha256:" + sha256(body));
        }

        /**
         * The product that a web hook is about.
         *
         * @throws IllegalArgumentException as {@link #read} throws it
         */
        long productId(byte[] body) {
            return id(tree(body), "productId");
        }

        private JsonNode tree(byte[] body) {
            try {
                return json.readTree(body);
            } catch (JacksonException e) {
                throw new IllegalArgumentException("the body is not JSON", e);
            }
        }

        private static long id(JsonNode root, String name) {
            JsonNode id = root.path(name);
            if (!id.isIntegralNumber() || !id.canConvertToLong() || id.asLong() <= 0) {
                throw new IllegalArgumentException(name + ": expected a positive whole number");
            }
            return id.asLong();
        }

        private static String sha256(byte[] body) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
