package se.brygga.workflows.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads a stored {@link Detail} and has each phrase in it written out, the innermost first. */
final class DetailText {

    private final String stored;
    private final BiFunction<String, List<String>, String> writer;
    private int at;

    private DetailText(String stored, BiFunction<String, List<String>, String> writer) {
        this.stored = stored;
        this.writer = writer;
    }

    /**
     * The text of a stored detail.
     *
     * @param writer gets a phrase's key and its values, which are written out already
     */
    static String written(String stored, BiFunction<String, List<String>, String> writer) {
        return new DetailText(stored, writer).until("");
    }

    /** The text up to one of these characters, or up to the end. */
    private String until(String ends) {
        StringBuilder text = new StringBuilder();
        while (at < stored.length() && ends.indexOf(stored.charAt(at)) < 0) {
            char next = stored.charAt(at++);
            if (next == '\\' && at < stored.length()) {
                text.append(stored.charAt(at++));
            } else if (next == '{') {
                text.append(phrase());
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    private String phrase() {
        String key = until("|}");
        List<String> values = new ArrayList<>();
        while (at < stored.length() && stored.charAt(at) == '|') {
            at++;
            values.add(until("|}"));
        }
        at++;
        return writer.apply(key, values);
    }
}
