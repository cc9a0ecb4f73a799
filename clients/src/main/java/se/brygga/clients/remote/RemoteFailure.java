package se.brygga.clients.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Detail;

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
        /**
         * The remote lets none of our calls in: credentials, rights or address are wrong. It had no effect and says nothing of
         * the request. Repeat it when that is mended.
         */
        NOT_LET_IN,
        /** The remote understood and said no. Repeating the same does not help; a person decides. */
        REFUSED,
        /** We are at fault (an answer or state that no row of the table foresees): no repeat, alarm. */
        OUR_FAULT;

        /** Whether the same call may succeed some time later without anybody's doing. */
        public boolean passes() {
            return switch (this) {
                case NOT_SENT, OUTCOME_UNKNOWN, BUSY -> true;
                case NOT_LET_IN, REFUSED, OUR_FAULT -> false;
            };
        }
    }

    private final RemoteSystem system;
    private final Kind kind;
    private final String code;
    private final @Nullable Duration retryAfter;
    private final String text;
    private final @Nullable String said;
    private final String told;
    private final boolean inOutage;

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
        this(system, kind, code, message, retryAfter, null, "", false, cause);
    }

    public RemoteFailure(RemoteSystem system, Kind kind, String code, String message) {
        this(system, kind, code, message, null, null);
    }

    private RemoteFailure(
            RemoteSystem system,
            Kind kind,
            String code,
            String message,
            @Nullable Duration retryAfter,
            @Nullable String said,
            String told,
            boolean inOutage,
            @Nullable Throwable cause) {
        super(message, cause);
        this.system = system;
        this.kind = kind;
        this.code = code;
        this.retryAfter = retryAfter;
        this.text = message;
        this.said = said;
        this.told = told;
        this.inOutage = inOutage;
    }

    /** The same, for another thread that waited for the same answer. */
    public RemoteFailure again() {
        return new RemoteFailure(system, kind, code, text, retryAfter, said, told, inOutage, this);
    }

    /** The same with the remote's own words, masked. They stand on pages and in the books, never in a history. */
    public RemoteFailure saying(String words) {
        return new RemoteFailure(system, kind, code, text, retryAfter, words, told, inOutage, getCause());
    }

    /** The same, told in whole sentences, in whatever language they are read. */
    public RemoteFailure toldAs(Detail sentences) {
        return new RemoteFailure(system, kind, code, text, retryAfter, said, sentences.stored(), inOutage, getCause());
    }

    /** The same, to be tried again after this time. */
    public RemoteFailure comingAgainAfter(Duration wait) {
        return new RemoteFailure(system, kind, code, text, wait, said, told, inOutage, getCause());
    }

    /** The same, of a system that is known to be out of order: the call waits for that, however long it takes. */
    public RemoteFailure inOutage(Duration wait) {
        return new RemoteFailure(system, kind, code, text, wait, said, told, true, getCause());
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

    /** What an operator is shown: the remote's own words where they are known, the code otherwise. */
    public String said() {
        return said == null ? code : said;
    }

    /** What stands beside a cause's text or in a list: fit for the books and pages. */
    public Detail told() {
        return told.isEmpty() ? Detail.value(text) : new Detail(told);
    }

    /** Whether the whole system is out of order, and not just this call: then nothing is wrong with what was asked. */
    public boolean ofSystem() {
        return inOutage || kind == Kind.NOT_LET_IN;
    }
}
