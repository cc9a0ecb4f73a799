package se.brygga.activities.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not get its answer. Every odd answer of a remote system ends in exactly one {@link Kind}; which one,
 * says the answer table of its client. Messages hold the action, ids and codes, never bodies or personal data: they end
 * in histories and on pages.
 */
public final class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller may do next. */
    public enum Kind {
        /** The request surely had no effect (no connection, refused before it was read): any call may be repeated. */
        NOT_SENT,
        /** Nobody knows whether it had an effect: repeat what is idempotent, look first otherwise. */
        OUTCOME_UNKNOWN,
        /** The remote, or our own limit, says later. It had no effect. */
        BUSY,
        /** The remote understood and said no. Repeating the same does not help; a person decides. */
        REFUSED,
        /** We are at fault (an answer or state that no row of the table foresees): no repeat, alarm. */
        OUR_FAULT
    }

    private final RemoteSystem system;
    private final Kind kind;
    private final String code;
    private final @Nullable Duration retryAfter;
    private final String text;

    /**
     * @param code short and stable, for causes and metrics: {@code credentials-refused}, {@code http-503},
     *     {@code specter-41}
     * @param retryAfter what the remote asked for, already capped; null when it said nothing
     */
    public RemoteFailure(
            RemoteSystem system,
            Kind kind,
            String code,
            String message,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.system = system;
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
        this.text = message;
    }

    public RemoteFailure(RemoteSystem system, Kind kind, String code, String message) {
        this(system, kind, code, message, null, null);
    }

    /** The same, for another thread that waited for the same answer. */
    public RemoteFailure again() {
        return new RemoteFailure(system, kind, code, text, retryAfter, this);
    }

    /** Action, ids and codes; fit for histories and pages. */
    @Override
    public String getMessage() {
        return text;
    }

    public RemoteSystem system() {
        return system;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
