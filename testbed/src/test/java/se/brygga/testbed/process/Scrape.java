package se.brygga.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus gets from an app at one time. */
record Scrape(String text, List<Line> lines) {

    /** One series with its value. */
    record Line(String name, Map<String, String> labels, double value) {

        boolean is(String wanted, Map<String, String> of) {
            return name.equals(wanted) && labels.entrySet().containsAll(of.entrySet());
        }
    }

    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    static Scrape of(URI pages) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String text = http.send(
                            HttpRequest.newBuilder(pages.resolve("/actuator/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return new Scrape(text, lines(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Line> lines(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(found -> new Line(
                        found.group(1),
                        labels(found.group(2) == null ? "" : found.group(2)),
                        Double.parseDouble(found.group(3))))
                .toList();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }

    int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Of all series of this name that have these labels; 0 when there is none. */
    int sum(String name, Map<String, String> of) {
        return (int) lines.stream()
                .filter(line -> line.is(name, of))
                .mapToDouble(Line::value)
                .sum();
    }
}
