package se.brygga.workflows.attention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Why an order that has a number of Specter's cannot be done by hand. */
    public static String inSpecterAlready(long specterNumber) {
        return "the order is in Specter already, as number " + specterNumber
                + "; what is left is done with retry, or left with skip";
    }

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

        /**
         * The inverse of {@link #code()}. Takes the constant's name too, in any case of letters, and {@code done}, the command.
         *
         * @throws IllegalArgumentException no such kind; the text says which there are
         */
        @JsonCreator
        public static Kind ofCode(String code) {
            return code.strip().equalsIgnoreCase("done")
                    ? DONE_BY_HAND
                    : Words.find(values(), code)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    Words.unknown("kind of decision", code, values(), Kind::code)));
        }
    }

    /** What is wrong with this decision for an order that waits for {@code cause}; empty when it can be followed. */
    public Optional<String> objection(Cause cause) {
        if (about != null && about != cause) {
            return Optional.of("the order now waits for \"" + cause.code() + "\", and the decision is about \""
                    + about.code() + "\"; look at the order again");
        }
        if (!cause.allows(kind)) {
            return Optional.of("an order that waits for \"" + cause.code() + "\" cannot be answered with "
                    + kind.code() + ", only with one of "
                    + cause.decisions().stream().map(Kind::code).sorted().toList());
        }
        return incomplete();
    }

    /** What it lacks, whatever it answers; empty when nothing. */
    public Optional<String> incomplete() {
        if (by.isBlank()) {
            return Optional.of("say who decides");
        }
        if (kind != Kind.RETRY && (reason == null || reason.isBlank())) {
            return Optional.of("say why: " + kind.code() + " needs a reason");
        }
        if (kind == Kind.DONE_BY_HAND && (specterNumber == null || specterNumber <= 0)) {
            return Optional.of("say which: done-by-hand needs Specter's order number");
        }
        if (kind != Kind.DONE_BY_HAND && specterNumber != null) {
            return Optional.of("only done-by-hand takes a Specter number");
        }
        return Optional.empty();
    }
}
