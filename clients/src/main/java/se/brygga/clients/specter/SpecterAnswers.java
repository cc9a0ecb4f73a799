package se.brygga.clients.specter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Exchange;
import se.brygga.clients.remote.Exchange.RetryAfter;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.SpecterReply;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * The answer table: what came back, or did not, and what it means (reference section 13). The first row that fits counts.
 *
 * <table>
 * <caption>Answers of Specter</caption>
 * <tr><th>Seen</th><th>Becomes</th></tr>
 * <tr><td>result 1 and a number, text or XML, at any status</td><td>Done</td></tr>
 * <tr><td>result 1 where no number is awaited</td><td>Done</td></tr>
 * <tr><td>result 1 without a number, with 0 or with something else</td>
 *     <td>OUTCOME_UNKNOWN {@code answer-without-number}: it may well be done</td></tr>
 * <tr><td>other result, or no readable one, at 429</td><td>BUSY {@code limit}, with Retry-After up to a ceiling</td></tr>
 * <tr><td>other result, code among authCodes</td><td>NOT_LET_IN {@code credentials-refused}, with Specter's words</td></tr>
 * <tr><td>other result to an order, code among duplicateOrderCodes or text with
 *     duplicateOrderPattern</td><td>Duplicate, with the number if told</td></tr>
 * <tr><td>other result, code 99 included</td><td>Refused; articleMissing by its list</td></tr>
 * <tr><td>code 99 without a result</td><td>Refused</td></tr>
 * <tr><td>2xx with an empty body, HTML, or what is neither text nor XML as expected (cut off, say)</td>
 *     <td>OUTCOME_UNKNOWN {@code empty-answer}, {@code html-page}, {@code unreadable-body}</td></tr>
 * <tr><td>such a body at 413, 414: too large for the web server, which has not read it (O7)</td>
 *     <td>REFUSED {@code http-413}, {@code http-414}</td></tr>
 * <tr><td>such a body at any other status: a proxy, a web server that is being renewed</td>
 *     <td>OUTCOME_UNKNOWN {@code http-…}, with Retry-After; a connection test says what it may mean</td></tr>
 * <tr><td>no answer</td><td>by the table of {@link Exchange}</td></tr>
 * </table>
 *
 * <p>A pull's list ({@code FeedReading}) adds rows of its own, and leaves the rest as it is:
 *
 * <table>
 * <caption>Answers to a pull</caption>
 * <tr><th>Seen</th><th>Becomes</th></tr>
 * <tr><td>a whole list, with result 1 or without any result or code</td><td>Batch</td></tr>
 * <tr><td>result 1 without a list; as text only {@code 1;…;words} on one line</td><td>an empty Batch</td></tr>
 * <tr><td>stock as text: a header, or rows that all end with our batch number, or both</td><td>Batch</td></tr>
 * <tr><td>a row without its number, or with something else in its place</td><td>noted in the Batch</td></tr>
 * <tr><td>code 99 that quotes another batch number</td><td>OtherBatchOpen</td></tr>
 * <tr><td>code 99 that quotes none, the same, or one that cannot be sent</td><td>Refused 99</td></tr>
 * <tr><td>any other text with a number in front, but not 0; a text row that does not end with our batch number (cut off);
 *     a list of unknown elements only; neither result nor list</td>
 *     <td>{@code unreadable-body}, as above: by its status</td></tr>
 * <tr><td>more than 64 MB</td><td>OUTCOME_UNKNOWN {@code connection-lost}</td></tr>
 * </table>
 */
final class SpecterAnswers {

    private static final Pattern NUMBER = Pattern.compile("0*([1-9]\\d{0,17})");

    private final SpecterSetup setup;
    private final @Nullable Pattern duplicate;
    private final @Nullable Pattern duplicateNumber;
    private final InstantSource clock;

    SpecterAnswers(SpecterSetup setup, InstantSource clock) {
        this.setup = setup;
        this.clock = clock;
        this.duplicate = pattern(setup.duplicateOrderPattern());
        this.duplicateNumber = pattern(setup.duplicateOrderNumberPattern());
    }

    private static @Nullable Pattern pattern(@Nullable String text) {
        return text == null ? null : Pattern.compile(text);
    }

    /**
     * The meaning of an answer.
     *
     * @param body what the reply's body says
     * @throws RemoteFailure by the table
     */
    SpecterAnswer read(SpecterRequest request, SpecterReply reply, AnswerBody body) {
        return switch (body) {
            case AnswerBody.Success success -> done(request, success);
            case AnswerBody.Failure _, AnswerBody.Unreadable _ when reply.status() == 429 -> throw busy(request, reply);
            case AnswerBody.Failure failure -> refused(request, failure);
            case AnswerBody.Unreadable unreadable -> throw unreadable(request, reply, unreadable.why());
        };
    }

    /** The failure for a call without an answer. */
    RemoteFailure lost(SpecterRequest request, Exchange.Broken broken) {
        return failure(request, broken.kind(), broken.why(), broken);
    }

    private static SpecterAnswer done(SpecterRequest request, AnswerBody.Success success) {
        Matcher number = NUMBER.matcher(success.id());
        if (number.matches()) {
            return new SpecterAnswer.Done(Long.parseLong(number.group(1)));
        }
        return switch (request.wants()) {
            case NOTHING, CHANGES -> new SpecterAnswer.Done(0);
            case NUMBER, ORDER_NUMBER -> throw failure(request, Kind.OUTCOME_UNKNOWN, Why.ANSWER_WITHOUT_NUMBER, null);
        };
    }

    private SpecterAnswer refused(SpecterRequest request, AnswerBody.Failure failure) {
        String code = failure.code();
        if (setup.authCodes().contains(code)) {
            throw failure(request, Kind.NOT_LET_IN, Why.CREDENTIALS_REFUSED, null)
                    .saying(SpecterMask.notLetIn(request, setup, failure));
        }
        if (request.wants() == SpecterRequest.Wants.ORDER_NUMBER && isDuplicate(failure)) {
            return new SpecterAnswer.Duplicate(code, existingOrder(failure.message()));
        }
        return new SpecterAnswer.Refused(
                code, failure.message(), setup.articleMissingCodes().contains(code));
    }

    private boolean isDuplicate(AnswerBody.Failure failure) {
        return setup.duplicateOrderCodes().contains(failure.code())
                || (duplicate != null && duplicate.matcher(failure.message()).find());
    }

    private @Nullable Long existingOrder(String message) {
        if (duplicateNumber == null) {
            return null;
        }
        Matcher found = duplicateNumber.matcher(message);
        if (!found.find() || found.groupCount() < 1 || found.group(1) == null) {
            return null;
        }
        Matcher number = NUMBER.matcher(found.group(1));
        return number.matches() ? Long.valueOf(number.group(1)) : null;
    }

    private RemoteFailure busy(SpecterRequest request, SpecterReply reply) {
        return failure(request, reply, Kind.BUSY, Why.LIMIT, "");
    }

    /** The body is not Specter's, so nobody knows whether Specter had an effect before its answer got lost. */
    private RemoteFailure unreadable(SpecterRequest request, SpecterReply reply, Why why) {
        String status = Integer.toString(reply.status());
        if (reply.status() == 413 || reply.status() == 414) {
            return failure(request, reply, Kind.REFUSED, Why.HTTP, status);
        }
        return reply.status() >= 200 && reply.status() < 300
                ? failure(request, reply, Kind.OUTCOME_UNKNOWN, why, "")
                : failure(request, reply, Kind.OUTCOME_UNKNOWN, Why.HTTP, status);
    }

    private RemoteFailure failure(SpecterRequest request, SpecterReply reply, Kind kind, Why why, String own) {
        String code = own.isEmpty() ? why.key() : why.key() + "-" + own;
        Duration wait = RetryAfter.read(reply.retryAfter(), clock);
        return new RemoteFailure(RemoteSystem.SPECTER, kind, why, message(request, code), wait, null)
                .answering(own)
                .toldAs(told(request, code));
    }

    private static RemoteFailure failure(SpecterRequest request, Kind kind, Why why, @Nullable Throwable cause) {
        return new RemoteFailure(RemoteSystem.SPECTER, kind, why, message(request, why.key()), null, cause)
                .toldAs(told(request, why.key()));
    }

    private static Detail told(SpecterRequest request, String code) {
        return Phrase.SPECTER_FAILED.with(request.action(), request.subject(), code);
    }

    private static String message(SpecterRequest request, String code) {
        return request.action() + " " + request.subject() + ": " + code;
    }
}
