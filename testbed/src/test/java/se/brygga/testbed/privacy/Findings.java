package se.brygga.testbed.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found, and how much was looked at. */
final class Findings {

    /** Of places that differ by their numbers only; the rest says nothing new. */
    private static final int TOLD = 3;

    private final PersonalValues values;
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private String control = "";
    private boolean controlSeen;
    private long looked;
    private long nanos;

    Findings(PersonalValues values) {
        this.values = values;
    }

    /**
     * Looks through a whole source.
     *
     * @param word that stands in each such source and is nobody's secret: where it is not seen, nothing would be
     */
    void lookThrough(String source, String word, Runnable look) {
        control = word;
        controlSeen = false;
        look.run();
        if (!controlSeen) {
            throw new AssertionError("the look through " + source + " sees nothing, not even \"" + word + "\"");
        }
    }

    boolean anythingIn(String text) {
        return !in(text).isEmpty();
    }

    private Set<String> in(String text) {
        long begun = System.nanoTime();
        looked += text.length();
        controlSeen |= text.contains(control);
        Set<String> in = values.in(text);
        nanos += System.nanoTime() - begun;
        return in;
    }

    /** @param place where the text stands, for the one who must find it again */
    void look(String place, String text) {
        String kind = place.replaceAll("workflow \\S+|\\d+", "#");
        in(text).forEach(what ->
                found.computeIfAbsent(kind, _ -> new ArrayList<>()).add(place + ": " + what));
    }

    /** How much was looked at, and how long that took. */
    String told() {
        return "%d letters, %d ms".formatted(looked, nanos / 1_000_000);
    }

    /** @throws AssertionError something was found */
    void assertNone() {
        if (found.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("something tells who a shopper is:");
        found.forEach((kind, places) -> {
            places.stream().limit(TOLD).forEach(place -> text.append("\n  ").append(place));
            if (places.size() > TOLD) {
                text.append("\n  and %d more of %s".formatted(places.size() - TOLD, kind));
            }
        });
        throw new AssertionError(text.toString());
    }
}
