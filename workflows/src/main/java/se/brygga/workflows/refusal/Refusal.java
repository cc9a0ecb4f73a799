package se.brygga.workflows.refusal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a person's request is refused, or not followed yet. {@link RefusalTexts} has the texts.
 *
 * @param code one of a closed set
 * @param parameters the values that the text names, by the names in {@link RefusalCode#parameters()} and in their
 *     order. A missing value is empty, and the text leaves out empty values
 * @param parts for {@link Reason#SEVERAL} only: each mistake by itself
 */
public record Refusal(
        RefusalCode code,
        Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal> parts) {

    /**
     * Checks that only {@link Reason#SEVERAL} has parts.
     *
     * @throws IllegalArgumentException {@link Reason#SEVERAL} without parts, or another code with parts
     */
    public Refusal {
        if ((code == Reason.SEVERAL) == parts.isEmpty()) {
            throw new IllegalArgumentException(code + " has " + parts.size() + " parts");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (String name : code.parameters()) {
            named.put(name, Objects.requireNonNullElse(parameters.get(name), ""));
        }
        parameters = Collections.unmodifiableMap(named);
        parts = List.copyOf(parts);
    }

    /**
     * A refusal as a history, the books or an answer holds it. Another release may have written it. A parameter that is
     * newer than the stored refusal is empty, and a parameter that no longer exists is dropped. An unknown code becomes
     * {@link Reason#WORKFLOW_REFUSED} with that code as the text.
     */
    @JsonCreator
    static Refusal stored(
            @JsonProperty("code") String code,
            @JsonProperty("parameters") @Nullable Map<String, String> parameters,
            @JsonProperty("parts") @Nullable List<Refusal> parts) {
        List<Refusal> mistakes = Objects.requireNonNullElse(parts, List.of());
        return RefusalCode.ofCode(code)
                .filter(known -> known != Reason.SEVERAL || !mistakes.isEmpty())
                .map(known -> new Refusal(
                        known,
                        Objects.requireNonNullElse(parameters, Map.of()),
                        known == Reason.SEVERAL ? mistakes : List.of()))
                .orElseGet(() -> Reason.WORKFLOW_REFUSED.of(code));
    }

    /** This refusal with another value of one parameter. */
    public Refusal with(String parameter, @Nullable Object value) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.put(parameter, value == null ? "" : value.toString());
        return new Refusal(code, others, parts);
    }

    /** All mistakes as one refusal; empty when there are none. */
    public static Optional<Refusal> together(List<Refusal> mistakes) {
        return mistakes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        mistakes.size() == 1 ? mistakes.getFirst() : new Refusal(Reason.SEVERAL, Map.of(), mistakes));
    }

    /** The English text, for logs and the Temporal UI. */
    @Override
    public String toString() {
        return RefusalTexts.in(Locale.ENGLISH).text(this);
    }
}
