package se.brygga.starter.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The person who decides, and why. Both are written in the audit log.
 *
 * @param by login of the person, never a full name
 * @param reason null where the use case asks for none
 */
public record Operator(String by, @Nullable String reason) {

    /** What is missing if the login must be there; empty when nothing is missing. */
    public Optional<String> unnamed() {
        return by.isBlank() ? Optional.of("say who decides: --by must not be empty") : Optional.empty();
    }

    /** What is missing if login and reason must be there; empty when nothing is missing. */
    public Optional<String> incomplete() {
        return unnamed()
                .or(() ->
                        reason == null || reason.isBlank() ? Optional.of("say why: give a reason") : Optional.empty());
    }

    /**
     * Refuses a decision of nobody.
     *
     * @throws IllegalArgumentException the login is empty
     */
    public void requireName() {
        unnamed().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    /**
     * Refuses a decision of nobody, and one without a reason.
     *
     * @return the reason
     * @throws IllegalArgumentException the login or the reason is empty
     */
    public String requireReason() {
        incomplete().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return reason == null ? "" : reason;
    }
}
