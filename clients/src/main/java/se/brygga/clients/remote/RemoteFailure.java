package se.brygga.clients.remote;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.attention.Detail;

/**
 * A call that did not succeed. The answer table of each client assigns exactly one {@link Kind} to every odd answer.
 * Messages hold the action, ids and codes, never bodies or personal data, because they appear in histories and on
 * pages.
 */
public final class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a caller may do next. */
    public enum Kind {
        /** The request surely had no effect (no connection, refused before it was read). Any call may be repeated. */
        NOT_SENT,
        /** Nobody knows whether the request had an effect. Repeat an idempotent call. Before any other, look first. */
        OUTCOME_UNKNOWN,
        /** The remote, or our own limit, says "later". The request had no effect. */
        BUSY,
        /**
         * The remote lets none of our calls in: credentials, rights or address are wrong. The request had no effect,
         * and nothing is wrong with the request. Repeat it when the access is mended.
         */
        NOT_LET_IN,
        /** The remote understood the request and refused it. A repeat does not help; a person decides. */
        REFUSED,
        /**
         * We are at fault: no row of the table foresees the answer or the state. Not repeated, and an alarm is raised.
         */
        OUR_FAULT;

        /** Whether the same call may succeed later without anybody's help. */
        public boolean passes() {
            return switch (this) {
                case NOT_SENT, OUTCOME_UNKNOWN, BUSY -> true;
                case NOT_LET_IN, REFUSED, OUR_FAULT -> false;
            };
        }
    }

    /**
     * What happened. The set is closed, so callers compare constants. A code of the remote's own, which nobody can
     * list, is kept beside the constant as data.
     */
    public enum Why {
        /** No connection could be made. */
        NO_CONNECTION,
        /** The connection's certificate or its encryption was not accepted. */
        TLS_FAILED,
        /** The call was sent, and its whole answer did not arrive in time. */
        NO_ANSWER_IN_TIME,
        /** The connection broke, or the answer did not end. */
        CONNECTION_LOST,
        /** This thread was interrupted while it waited for the answer. */
        INTERRUPTED,
        /** An exception that no table foresees. */
        UNEXPECTED_EXCEPTION,
        /** An HTTP status that says nothing more than its number, which {@link #own()} holds. */
        HTTP,
        /** The remote's own limit of calls. */
        LIMIT,
        /** Credentials that the remote does not accept. */
        CREDENTIALS_REFUSED,
        /** Something answers at the address, but not the remote's API. */
        WRONG_ADDRESS,
        /** The remote refuses what was sent. */
        BAD_REQUEST,
        /** The credentials lack a right. */
        FORBIDDEN,
        /** The remote has no such thing. */
        NOT_FOUND,
        /** The shop has the variant, but not the stock location. */
        STOCK_LOCATION_GONE,
        /** The shop has the variant, but no row for it in the price list. */
        PRICE_ROW_GONE,
        /** Several variants have the SKU. */
        SKU_NOT_UNIQUE,
        /** An answer without anything in it. */
        EMPTY_ANSWER,
        /** A page for people instead of an answer. */
        HTML_PAGE,
        /** The answer is cut off, or does not have the format that was asked for. */
        UNREADABLE_BODY,
        /** The answer has the right format, but lacks what every such answer has. */
        UNREADABLE_ANSWER,
        /** The remote says "done", without the number that it gave. */
        ANSWER_WITHOUT_NUMBER,
        /** The remote gave out no usable access token. */
        NO_TOKEN,
        /** A list that changed each time it was read. */
        RESTLESS_LIST,
        /** A code of Specter's own, which {@link #own()} holds. */
        SPECTER,
        /** Specter's stock answer names its warehouses in another way than before. */
        WAREHOUSES_NOT_NAMED,
        /** A connection test had no answer. */
        NO_SIGN_OF_LIFE,
        /** Not sent: as many calls are running as may run at a time. */
        NO_PLACE,
        /** Not sent: the shop's budget of calls is used up. */
        BUDGET,
        /** Not sent: the system is out of order, and another call probes it. */
        OUTAGE,
        /** Not sent: the remote could not read such a call. */
        VIOLATES_LIMITS,
        /** Not sent: the shop was removed. */
        SHOP_REMOVED;

        /** The word in the books and on pages: {@code credentials-refused}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final RemoteSystem system;
    private final Kind kind;
    private final Why why;
    private final String own;
    private final @Nullable Duration retryAfter;
    private final String text;
    private final @Nullable String said;
    private final String told;
    private final boolean inOutage;

    /** @param retryAfter the time that the remote asked for, already capped; null when it named none */
    public RemoteFailure(
            RemoteSystem system,
            Kind kind,
            Why why,
            String message,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(system, kind, why, "", message, retryAfter, null, "", false, cause);
    }

    public RemoteFailure(RemoteSystem system, Kind kind, Why why, String message) {
        this(system, kind, why, message, null, null);
    }

    private RemoteFailure(
            RemoteSystem system,
            Kind kind,
            Why why,
            String own,
            String message,
            @Nullable Duration retryAfter,
            @Nullable String said,
            String told,
            boolean inOutage,
            @Nullable Throwable cause) {
        super(message, cause);
        this.system = system;
        this.kind = kind;
        this.why = why;
        this.own = own;
        this.retryAfter = retryAfter;
        this.text = message;
        this.said = said;
        this.told = told;
        this.inOutage = inOutage;
    }

    /** A copy of this failure, for another thread that waited for the same answer. */
    public RemoteFailure copy() {
        return new RemoteFailure(system, kind, why, own, text, retryAfter, said, told, inOutage, this);
    }

    /** This failure with the remote's own code: an HTTP status, a code of Specter. */
    public RemoteFailure answering(String code) {
        return new RemoteFailure(system, kind, why, code, text, retryAfter, said, told, inOutage, getCause());
    }

    /** This failure with the remote's own words, masked. They appear on pages and in the books, never in a history. */
    public RemoteFailure saying(String words) {
        return new RemoteFailure(system, kind, why, own, text, retryAfter, words, told, inOutage, getCause());
    }

    /** This failure told in whole sentences, in the language of whoever reads them. */
    public RemoteFailure toldAs(Detail sentences) {
        return new RemoteFailure(
                system, kind, why, own, text, retryAfter, said, sentences.stored(), inOutage, getCause());
    }

    /** This failure, with the time to wait before the next try. */
    public RemoteFailure retriedAfter(Duration wait) {
        return new RemoteFailure(system, kind, why, own, text, wait, said, told, inOutage, getCause());
    }

    /**
     * This failure as one of a system that is out of order. The call waits for the system, however long the outage
     * lasts.
     */
    public RemoteFailure inOutage(Duration wait) {
        return new RemoteFailure(system, kind, why, own, text, wait, said, told, true, getCause());
    }

    /** Action, ids and codes. Safe for histories and pages. */
    @Override
    public String getMessage() {
        return text;
    }

    public RemoteSystem system() {
        return system;
    }

    /** What a caller may do next. */
    public Kind kind() {
        return kind;
    }

    /** What happened. */
    public Why why() {
        return why;
    }

    /**
     * Short and stable, for the books and pages: {@code credentials-refused}, {@code http-503}, {@code specter-41}.
     */
    public String code() {
        return own.isEmpty() ? why.key() : why.key() + "-" + own;
    }

    /** The remote's own code, such as an HTTP status; empty when it gave none. */
    public String own() {
        return own;
    }

    /** The time to wait before the next try; null when nobody named one. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What an operator is shown: the remote's own words if there are any, otherwise the code. */
    public String said() {
        return said == null ? code() : said;
    }

    /** What is shown beside a cause's text or in a list. Safe for the books and pages. */
    public Detail told() {
        return told.isEmpty() ? Detail.value(text) : new Detail(told);
    }

    /** Whether the whole system is out of order. Nothing is wrong with the request then. */
    public boolean ofSystem() {
        return inOutage || kind == Kind.NOT_LET_IN;
    }
}
