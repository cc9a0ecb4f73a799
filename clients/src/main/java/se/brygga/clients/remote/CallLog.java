package se.brygga.clients.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Kind;

/** Keeps the record of each call, for the operator who asks "what did we say, and what came back?". */
@FunctionalInterface
public interface CallLog {

    /** Records one call. Never throws: a call must not fail because its record could not be kept. */
    void record(CallRecord call);

    /**
     * One call to a remote system, masked. The record holds names of parameters, ids and codes. It never holds a secret
     * or a value that identifies a person. Longer texts are cut. NUL is left out, because PostgreSQL refuses it and one
     * odd record must not cost others.
     *
     * @param action {@code newOrderSubmit}, {@code GET /orders/{id}}
     * @param subject what the call was about: an order number, an article number; never a person
     * @param request masked request, at most 2,000 characters
     * @param status HTTP status, 0 when no answer came
     * @param answer masked answer, at most 500 characters
     * @param failure class of failure, null after success
     */
    record CallRecord(
            RemoteSystem system,
            String tenant,
            @Nullable String shop,
            String action,
            String subject,
            String request,
            int status,
            String answer,
            @Nullable Kind failure,
            Duration took) {

        private static final int REQUEST_AT_MOST = 2_000;
        private static final int ANSWER_AT_MOST = 500;

        public CallRecord {
            subject = cut(subject, ANSWER_AT_MOST);
            request = cut(request, REQUEST_AT_MOST);
            answer = cut(answer, ANSWER_AT_MOST);
        }

        private static String cut(String text, int most) {
            String clean = text.replace("\0", "");
            if (clean.length() <= most) {
                return clean;
            }
            boolean splitsPair = Character.isHighSurrogate(clean.charAt(most - 1));
            return clean.substring(0, splitsPair ? most - 1 : most);
        }
    }
}
