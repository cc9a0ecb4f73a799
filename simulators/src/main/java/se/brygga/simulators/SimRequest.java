package se.brygga.simulators;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read to its end before a simulator acts on it.
 *
 * @param path decoded path without the query
 * @param rawQuery the query as it came, still encoded; empty when there is none
 * @param headers names in lower case
 */
public record SimRequest(String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body) {

    /** Decoding of {@code a=1&b=2}. */
    private static final class FormParameters {

        private FormParameters() {}

        static Map<String, List<String>> parse(String encoded, Charset charset) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            for (String pair : encoded.split("&")) {
                if (pair.isEmpty()) {
                    continue;
                }
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals), charset);
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), charset);
                parameters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
            return parameters;
        }

        /** A wrong encoding is left as it is: the sender's mistake becomes a wrong value. */
        private static String decoded(String text, Charset charset) {
            try {
                return URLDecoder.decode(text, charset);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }

    /** First value of a header, by any spelling of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    public String bodyAs(Charset charset) {
        return new String(body, charset);
    }

    /** Parameters of the query, decoded with the given charset; a repeated name keeps all its values. */
    public Map<String, List<String>> query(Charset charset) {
        return FormParameters.parse(rawQuery, charset);
    }

    /** Parameters of a form-urlencoded body, decoded with the given charset. */
    public Map<String, List<String>> form(Charset charset) {
        return FormParameters.parse(new String(body, java.nio.charset.StandardCharsets.US_ASCII), charset);
    }
}
