package se.brygga.clients.remote;

import java.time.Duration;
import java.util.Locale;
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

    /**
     * What happened. The set is closed, so whoever must know compares constants. A code of the remote's own, which nobody can
     * list, stands beside the constant as data.
     */
    public enum Why {
        /** No connection came about. */
        NO_CONNECTION,
        /** The connection's certificate or its encryption was not accepted. */
        TLS_FAILED,
        /** The call was sent, and its whole answer did not come in time. */
        NO_ANSWER_IN_TIME,
        /** The connection broke, or the answer did not end. */
        CONNECTION_LOST,
        /** This thread was interrupted while it waited for the answer. */
        INTERRUPTED,
        /** An exception that no table foresees. */
        UNEXPECTED_EXCEPTION,
        /** An HTTP status that says nothing more than its number, which stands beside. */
        HTTP,
        /** The remote's own limit of calls. */
        LIMIT,
        /** Credentials that the remote does not accept. */
        CREDENTIALS_REFUSED,
        /** Something answers at the address that is not the remote's API. */
        WRONG_ADDRESS,
        /** The remote refuses what was sent. */
        BAD_REQUEST,
        /** The credentials lack a right. */
        FORBIDDEN,
        /** The remote has no such thing. */
        NOT_FOUND,
        /** The shop has the variant, and not the stock location. */
        STOCK_LOCATION_GONE,
        /** The shop has the variant, and not its row in the price list. */
        PRICE_ROW_GONE,
        /** Several variants have the SKU. */
        SKU_NOT_UNIQUE,
        /** An answer without anything in it. */
        EMPTY_ANSWER,
        /** A page for people instead of an answer. */
        HTML_PAGE,
        /** The form of the answer cannot be read: cut off, or not the format that was asked for. */
        UNREADABLE_BODY,
        /** The form of the answer can be read, and its content lacks what every such answer has. */
        UNREADABLE_ANSWER,
        /** Done, as the remote says, without the number that it has given. */
        ANSWER_WITHOUT_NUMBER,
        /** The remote gave out no usable access token. */
        NO_TOKEN,
        /** A list that changed whenever it was read. */
        RESTLESS_LIST,
        /** A code of Specter's own, which stands beside. */
        SPECTER,
        /** Specter's stock answer names its warehouses in another way than before. */
        WAREHOUSES_NOT_NAMED,
        /** A connection test had no answer. */
        NO_SIGN_OF_LIFE,
        /** Not sent: more calls are under way than may be at a time. */
        NO_PLACE,
        /** Not sent: the shop's budget of calls is used up. */
        BUDGET,
        /** Not sent: the system is out of order, and another call tries it. */
        OUTAGE,
        /** Not sent: the call itself is not one that the remote could read. */
        VIOLATES_LIMITS,
        /** Not sent: the shop was removed. */
        SHOP_REMOVED;

        /** As it stands in the books and on pages: {@code credentials-refused}. */
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

    /** @param retryAfter what the remote asked for, already capped; null when it said nothing */
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

    /** The same, for another thread that waited for the same answer. */
    public RemoteFailure again() {
        return new RemoteFailure(system, kind, why, own, text, retryAfter, said, told, inOutage, this);
    }

    /** The same with the remote's own code: an HTTP status, a code of Specter. */
    public RemoteFailure answering(String code) {
        return new RemoteFailure(system, kind, why, code, text, retryAfter, said, told, inOutage, getCause());
    }

    /** The same with the remote's own words, masked. They stand on pages and in the books, never in a history. */
    public RemoteFailure saying(String words) {
        return new RemoteFailure(system, kind, why, own, text, retryAfter, words, told, inOutage, getCause());
    }

    /** The same, told in whole sentences, in whatever language they are read. */
    public RemoteFailure toldAs(Detail sentences) {
        return new RemoteFailure(
                system, kind, why, own, text, retryAfter, said, sentences.stored(), inOutage, getCause());
    }

    /** The same, to be tried again after this time. */
    public RemoteFailure comingAgainAfter(Duration wait) {
        return new RemoteFailure(system, kind, why, own, text, wait, said, told, inOutage, getCause());
    }

    /** The same, of a system that is known to be out of order: the call waits for that, however long it takes. */
    public RemoteFailure inOutage(Duration wait) {
        return new RemoteFailure(system, kind, why, own, text, wait, said, told, true, getCause());
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

    public Why why() {
        return why;
    }

    /** Short and stable, for the books and pages: {@code credentials-refused}, {@code http-503}, {@code specter-41}. */
    public String code() {
        return own.isEmpty() ? why.key() : why.key() + "-" + own;
    }

    /** The remote's own code, such as an HTTP status; empty when it gave none. */
    public String own() {
        return own;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What an operator is shown: the remote's own words where they are known, the code otherwise. */
    public String said() {
        return said == null ? code() : said;
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
