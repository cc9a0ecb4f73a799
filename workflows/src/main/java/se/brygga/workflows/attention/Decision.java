package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * What an operator says about an order that waits. Sent as a Temporal Update whose id is {@link #id()}, so that the same
 * decision sent twice counts once.
 *
 * @param id unique per decision; also the key of its line in the audit log
 * @param by login of the operator, never a full name
 * @param reason why; required for all but a retry
 * @param specterNumber Specter's order number, for {@link Kind#DONE_BY_HAND} only
 * @param about what it answers; null for whatever the order waits for
 */
public record Decision(
        String id,
        Kind kind,
        String by,
        @Nullable String reason,
        @Nullable Long specterNumber,
        @Nullable Cause about) {

    /** What can be decided. */
    public enum Kind {
        /** Look again, with what is now in the shop and in the set-up. */
        RETRY,
        /** Transfer although a rule, or the totals, say no. */
        SEND_ANYWAY,
        /** Leave it: this order does not go to Specter through us, or its change is noted. */
        SKIP,
        /** Somebody entered the order in Specter; this is its number. */
        DONE_BY_HAND;

        /** As operators type it: {@code done-by-hand}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What to tell somebody who answers with this an order that waits for a cause that does not allow it. */
        public Refusal notAllowed(Cause cause) {
            return Reason.DECISION_NOT_ALLOWED.of(
                    cause.code(),
                    code(),
                    cause.decisions().stream().map(Kind::code).sorted().toList());
        }

        /**
         * The inverse of {@link #code()}. Takes the constant's name too, in any case of letters, and {@code done}, the command.
         *
         * @throws RequestRefused no such kind; the refusal says which there are
         */
        @JsonCreator
        public static Kind ofCode(String code) {
            return code.strip().equalsIgnoreCase("done")
                    ? DONE_BY_HAND
                    : Words.find(values(), code)
                            .orElseThrow(
                                    () -> new RequestRefused(Words.unknown("decision", code, values(), Kind::code)));
        }
    }

    /** What is wrong with this decision for an order that waits for {@code cause}; empty when it can be followed. */
    public Optional<Refusal> objection(Cause cause) {
        if (about != null && about != cause) {
            return Optional.of(Reason.DECISION_ABOUT_ANOTHER.of(cause.code(), about.code()));
        }
        if (!cause.allows(kind)) {
            return Optional.of(kind.notAllowed(cause));
        }
        return incomplete();
    }

    /** What it lacks, whatever it answers; empty when nothing. */
    public Optional<Refusal> incomplete() {
        if (by.isBlank()) {
            return Optional.of(Reason.NOBODY_NAMED.of());
        }
        if (kind != Kind.RETRY && (reason == null || reason.isBlank())) {
            return Optional.of(Reason.DECISION_NEEDS_REASON.of(kind.code()));
        }
        if (kind == Kind.DONE_BY_HAND && (specterNumber == null || specterNumber <= 0)) {
            return Optional.of(Reason.SPECTER_NUMBER_MISSING.of());
        }
        if (kind != Kind.DONE_BY_HAND && specterNumber != null) {
            return Optional.of(Reason.SPECTER_NUMBER_NOT_TAKEN.of());
        }
        return Optional.empty();
    }
}
