package se.brygga.workflows.refusal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal says, without its language: a code, and the names of its parameters. The texts are in
 * {@code refusals_sv.properties} and {@code refusals_en.properties} under {@link #code()}.
 *
 * <p>Codes are stored in the database and in histories, and programs know them. They may be added, never renamed.
 * Parameters may be added too: a parameter that a stored refusal lacks is empty, so the text has brackets around its
 * place.
 */
public sealed interface RefusalCode permits Reason, SetupReason {

    /** The code as programs read it: {@code no-order}. */
    @JsonValue
    String code();

    /** The names of the parameters. */
    List<String> parameters();

    /** All codes. */
    static Stream<RefusalCode> all() {
        return Stream.concat(Arrays.stream(Reason.values()), Arrays.stream(SetupReason.values()));
    }

    /** The inverse of {@link #code()}; empty where this release has no such code. */
    static Optional<RefusalCode> ofCode(String code) {
        return all().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * The parameters with their values, in their order.
     *
     * @param values null is empty, a time is cut to whole seconds, and a collection becomes its elements with commas
     *     between
     * @throws IllegalArgumentException the number of values is not the number of names
     */
    static Map<String, String> named(RefusalCode code, List<String> names, @Nullable Object... values) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException(code + " has the parameters " + names);
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), text(values[i]));
        }
        return named;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant at -> at.truncatedTo(ChronoUnit.SECONDS).toString();
            case Collection<?> all -> all.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Object[] all -> Arrays.stream(all).map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
