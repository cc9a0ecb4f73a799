package se.brygga.activities.remote;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call to a remote system, masked: parameter names, ids and codes, never values that identify a person, never a
 * secret.
 *
 * @param action {@code newOrderSubmit}, {@code GET /orders/{id}}
 * @param subject what it was about: an order number, an article number; never a person
 * @param request masked request, at most 2,000 characters
 * @param status HTTP status, 0 when no answer came
 * @param answer masked answer, at most 500 characters
 * @param failure class of failure, null after success
 */
public record CallRecord(
        RemoteSystem system,
        String tenant,
        @Nullable String shop,
        String action,
        String subject,
        String request,
        int status,
        String answer,
        RemoteFailure.@Nullable Kind failure,
        Duration took) {}
