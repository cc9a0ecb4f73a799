package se.brygga.starter.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * The person who decides, and why. Both are written in the audit log.
 *
 * @param by login of the person, never a full name
 * @param reason null where the use case asks for none
 */
public record Operator(String by, @Nullable String reason) {

    /** What is missing if the login must be there; empty when nothing is missing. */
    public Optional<Refusal> unnamed() {
        return by.isBlank() ? Optional.of(Reason.NOBODY_NAMED.of()) : Optional.empty();
    }

    /** What is missing if login and reason must be there; empty when nothing is missing. */
    public Optional<Refusal> incomplete() {
        return unnamed()
                .or(() -> reason == null || reason.isBlank()
                        ? Optional.of(Reason.REASON_MISSING.of())
                        : Optional.empty());
    }

    /**
     * Refuses a decision of nobody.
     *
     * @throws RequestRefused the login is empty
     */
    public void requireName() {
        unnamed().ifPresent(why -> {
            throw new RequestRefused(why);
        });
    }

    /**
     * Refuses a decision of nobody, and one without a reason.
     *
     * @return the reason
     * @throws RequestRefused the login or the reason is empty
     */
    public String requireReason() {
        incomplete().ifPresent(why -> {
            throw new RequestRefused(why);
        });
        return reason == null ? "" : reason;
    }
}
