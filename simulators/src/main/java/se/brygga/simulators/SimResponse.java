package se.brygga.simulators;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
public record SimResponse(int status, Map<String, String> headers, byte[] body) {

    public static SimResponse json(int status, String body) {
        return of(status, "application/json", body, StandardCharsets.UTF_8);
    }

    public static SimResponse html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body, StandardCharsets.UTF_8);
    }

    public static SimResponse of(int status, String contentType, String body, Charset charset) {
        return new SimResponse(status, Map.of("Content-Type", contentType), body.getBytes(charset));
    }

    public static SimResponse empty(int status) {
        return new SimResponse(status, Map.of(), new byte[0]);
    }

    /** The same answer with one header more. */
    public SimResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SimResponse(status, more, body);
    }
}
