package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * A decision as somebody sent it: by a program, or typed as JSON in the Temporal UI. Any JSON can be read as a form, so
 * that mistakes are answered in words. Call {@link #problem()} first, then {@link #decision}.
 */
public final class DecisionForm {

    private static final List<String> FIELDS = List.of("id", "kind", "by", "reason", "specterNumber", "about");
    private static final String EXAMPLE = "{\"kind\": \"retry\", \"by\": \"anna\"}";

    private final @Nullable Object sent;

    private DecisionForm(@Nullable Object sent) {
        this.sent = sent;
    }

    /**
     * Makes a form of any JSON.
     *
     * @param json the JSON: an object as a map, or anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DecisionForm of(@Nullable Object json) {
        return new DecisionForm(json);
    }

    /** The JSON from which the form was made. */
    @JsonValue
    @Nullable
    Object sent() {
        return sent;
    }

    /** Why the form is not a decision; empty when it is one. */
    public Optional<Refusal> problem() {
        if (!(sent instanceof Map<?, ?> fields)) {
            return Optional.of(Reason.FORM_NO_OBJECT.of(EXAMPLE));
        }
        Optional<String> unknown = fields.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !FIELDS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of(Reason.FORM_FIELD_UNKNOWN.of(FIELDS, EXAMPLE));
        }
        try {
            decision("");
            return Optional.empty();
        } catch (RequestRefused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /**
     * The decision that the form holds.
     *
     * @param id for a decision that has no id of its own
     * @throws RequestRefused the form is not a decision; {@link #problem()} says why
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
            throw Reason.FIELD_MISSING.refused(
                    "kind",
                    Arrays.stream(Decision.Kind.values())
                            .map(Decision.Kind::code)
                            .sorted()
                            .toList());
        }
        return Decision.Kind.ofCode(kind);
    }

    private String by() {
        String by = text("by");
        if (by == null) {
            throw Reason.NOBODY_NAMED.refused();
        }
        return by;
    }

    private @Nullable Long number() {
        String number = text("specterNumber");
        if (number == null) {
            return null;
        }
        if (!number.matches("\\d{1,18}")) {
            throw Reason.FORM_FIELD_NO_DIGITS.refused("specterNumber");
        }
        return Long.valueOf(number);
    }

    /** The text of a field; null where the field is missing or blank. */
    private @Nullable String text(String field) {
        Object value = sent instanceof Map<?, ?> fields ? fields.get(field) : null;
        if (value == null) {
            return null;
        }
        if (!(value instanceof String || value instanceof Number)) {
            throw Reason.FORM_FIELD_NO_TEXT.refused(field, EXAMPLE);
        }
        String text = value.toString().strip();
        if (text.indexOf('\0') >= 0) {
            // No column can hold a NUL. The decision could never be stored, and no other decision would be taken
            // meanwhile.
            throw Reason.FIELD_HOLDS_NUL.refused(field);
        }
        return text.isEmpty() ? null : text;
    }
}
