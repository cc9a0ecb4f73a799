package se.brygga.clients.specter.wire;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer. Its status is the least reliable part (O6).
 *
 * @param contentType null when the header is missing, as {@code retryAfter}
 */
public record SpecterReply(
        int status, @Nullable String contentType, @Nullable String retryAfter, byte[] body) {

    public static SpecterReply of(HttpResponse<byte[]> response) {
        return new SpecterReply(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(null),
                response.headers().firstValue("Retry-After").orElse(null),
                response.body());
    }
}
