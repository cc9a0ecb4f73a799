package se.brygga.simulators;

import java.nio.charset.Charset;
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
