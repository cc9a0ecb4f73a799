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
 * Why a request of a person is refused, or why it is not followed yet. {@link RefusalTexts} has it in words.
 *
 * @param code one of a closed set
 * @param parameters what the text names, by the names that {@link Reason#parameters()} has; empty values are left out of the text
 * @param parts for {@link Reason#SEVERAL} only: each mistake by itself
 */
public record Refusal(
        Reason code,
        Map<String, String> parameters,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal> parts) {

    /** @throws IllegalArgumentException the parameters are not those of the code */
    @JsonCreator
    public Refusal(
            @JsonProperty("code") Reason code,
            @JsonProperty("parameters") @Nullable Map<String, String> parameters,
            @JsonProperty("parts") @Nullable List<Refusal> parts) {
        this.code = code;
        this.parameters =
                Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNullElse(parameters, Map.of())));
        this.parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
        if (!List.copyOf(this.parameters.keySet()).equals(code.parameters())) {
            throw new IllegalArgumentException(code + " has the parameters " + code.parameters());
        }
    }

    /** Everything that is wrong, at once; empty when nothing is. */
    public static Optional<Refusal> together(List<Refusal> mistakes) {
        return mistakes.isEmpty()
                ? Optional.empty()
                : Optional.of(mistakes.size() == 1 ? mistakes.getFirst() : new Refusal(Reason.SEVERAL, null, mistakes));
    }

    /** The English text, for logs and the Temporal UI. */
    @Override
    public String toString() {
        return RefusalTexts.in(Locale.ENGLISH).text(this);
    }
}
