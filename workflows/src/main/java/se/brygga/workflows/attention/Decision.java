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
 * What an operator decides about an order that waits. A decision is sent as a Temporal Update whose id is
 * {@link #id()}, so that the same decision sent twice counts once.
 *
 * @param id unique per decision; also the key of its line in the audit log
 * @param by login of the operator, never a full name
 * @param reason why; required for every kind but retry
 * @param specterNumber Specter's order number, for {@link Kind#DONE_BY_HAND} only
 * @param about the cause that the decision answers; null for whatever the order waits for
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
        /** Read the order again, with the shop and the set-up of today. */
        RETRY,
        /** Transfer the order although a rule or the totals forbid it. */
        SEND_ANYWAY,
        /** Do not transfer the order, or take note of its change. */
        SKIP,
        /** Somebody entered the order in Specter by hand; the decision carries Specter's number. */
        DONE_BY_HAND;

        /** The code as operators type it: {@code done-by-hand}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The refusal for somebody who decides this about an order whose cause does not allow this decision. */
        public Refusal notAllowed(Cause cause) {
            return Reason.DECISION_NOT_ALLOWED.of(
                    cause.code(),
                    code(),
                    cause.decisions().stream().map(Kind::code).sorted().toList());
        }

        /**
         * The inverse of {@link #code()}. The constant's name is accepted too, in any case of letters, and
         * {@code done}, the name of the command.
         *
         * @throws RequestRefused there is no such kind; the refusal names all kinds
         */
        @JsonCreator
        public static Kind ofCode(String code) {
            return code.strip().equalsIgnoreCase("done")
                    ? DONE_BY_HAND
                    : EnumWords.find(values(), code)
                            .orElseThrow(() ->
                                    new RequestRefused(EnumWords.unknown("decision", code, values(), Kind::code)));
        }
    }

    /** Why this decision does not fit an order that waits for {@code cause}; empty when it fits. */
    public Optional<Refusal> objection(Cause cause) {
        if (about != null && about != cause) {
            return Optional.of(Reason.DECISION_ABOUT_ANOTHER.of(cause.code(), about.code()));
        }
        if (!cause.allows(kind)) {
            return Optional.of(kind.notAllowed(cause));
        }
        return incomplete();
    }

    /** What this decision lacks, whatever it answers; empty when nothing is missing. */
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
