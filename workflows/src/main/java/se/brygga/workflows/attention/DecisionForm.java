package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision as somebody sent it: by a program, or typed as JSON in the Temporal UI. Any JSON can be one of these, so that what
 * is wrong is told in words. {@link #problem()} first, then {@link #decision}.
 */
public final class DecisionForm {

    private static final List<String> FIELDS = List.of("id", "kind", "by", "reason", "specterNumber", "about");
    private static final String EXAMPLE = "{\"kind\": \"retry\", \"by\": \"anna\"}";

    private final @Nullable Object sent;

    private DecisionForm(@Nullable Object sent) {
        this.sent = sent;
    }

    /** @param json what the JSON holds: an object as a map, or anything else */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DecisionForm of(@Nullable Object json) {
        return new DecisionForm(json);
    }

    /** The same JSON again. */
    @JsonValue
    @Nullable
    Object sent() {
        return sent;
    }

    /** Why this is no decision, in words for whoever sent it; empty when it is one. */
    public Optional<String> problem() {
        if (!(sent instanceof Map<?, ?> fields)) {
            return Optional.of("a decision is an object like " + EXAMPLE);
        }
        Optional<String> unknown = fields.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !FIELDS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("a decision has only the fields " + String.join(", ", FIELDS) + ", as in " + EXAMPLE);
        }
        try {
            decision("");
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /**
     * The decision that this is.
     *
     * @param id for one that has none of its own
     * @throws IllegalArgumentException it is none; {@link #problem()} says why
     */
    public Decision decision(String id) {
        String about = text("about");
        String own = text("id");
        return new Decision(
                own == null ? id : own,
                kind(),
                by(),
                text("reason"),
                number(),
                about == null ? null : Cause.ofCode(about));
    }

    private Decision.Kind kind() {
        String kind = text("kind");
        if (kind == null) {
            throw new IllegalArgumentException("say what is decided: kind is done-by-hand, retry, send-anyway or skip");
        }
        return Decision.Kind.ofCode(kind);
    }

    private String by() {
        String by = text("by");
        if (by == null) {
            throw new IllegalArgumentException("say who decides: by is your login");
        }
        return by;
    }

    private @Nullable Long number() {
        String number = text("specterNumber");
        if (number == null) {
            return null;
        }
        if (!number.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("specterNumber is Specter's order number, in digits");
        }
        return Long.valueOf(number);
    }

    /** Null where there is nothing, or only blanks. */
    private @Nullable String text(String field) {
        Object value = sent instanceof Map<?, ?> fields ? fields.get(field) : null;
        if (value == null) {
            return null;
        }
        if (!(value instanceof String || value instanceof Number)) {
            throw new IllegalArgumentException(field + " is a text, as in " + EXAMPLE);
        }
        String text = value.toString().strip();
        if (text.indexOf('\0') >= 0) {
            // No column holds it: the decision could never be written, and no other one would be taken meanwhile.
            throw new IllegalArgumentException(field + " holds a character that is none (NUL); write it anew");
        }
        return text.isEmpty() ? null : text;
    }
}
