package se.brygga.clients.remote;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;

/**
 * Sends one request and reads its answer, within limits for the answer's size and for the time that both take together.
 *
 * <p>Every failure on the way ends in one row of this table. The meaning of an answer is in the table of each client.
 *
 * <table>
 * <caption>Exceptions</caption>
 * <tr><th>Seen</th><th>Kind</th><th>Why</th></tr>
 * <tr><td>unknown host, no route, refused, connect time-out</td><td>NOT_SENT</td><td>NO_CONNECTION</td></tr>
 * <tr><td>TLS handshake failed</td><td>NOT_SENT</td><td>TLS_FAILED</td></tr>
 * <tr><td>no whole answer in time</td><td>OUTCOME_UNKNOWN</td><td>NO_ANSWER_IN_TIME</td></tr>
 * <tr><td>reset, closed, cut off or too long an answer</td><td>OUTCOME_UNKNOWN</td><td>CONNECTION_LOST</td></tr>
 * <tr><td>our thread was interrupted</td><td>OUTCOME_UNKNOWN</td><td>INTERRUPTED</td></tr>
 * <tr><td>any other exception</td><td>OUR_FAULT</td><td>UNEXPECTED_EXCEPTION</td></tr>
 * </table>
 */
public final class Exchange {

    /** Two tries, and only where the first surely reached nobody. Longer waits belong to the engine. */
    private static final Retry ONCE_MORE = Retry.of(
            "remote",
            RetryConfig.custom()
                    .maxAttempts(2)
                    .waitDuration(Duration.ofMillis(200))
                    .retryOnException(e -> e instanceof RemoteFailure failure && reachedNobody(failure))
                    .build());

    /** A read that changes nothing may be repeated after a lost answer too. */
    private static final Retry TWICE_MORE = Retry.of(
            "remote-read",
            RetryConfig.custom()
                    .maxAttempts(3)
                    .waitDuration(Duration.ofMillis(500))
                    .retryOnException(e -> e instanceof RemoteFailure failure
                            && (failure.kind() == Kind.OUTCOME_UNKNOWN || reachedNobody(failure))
                            && failure.why() != Why.INTERRUPTED
                            && !failure.ofSystem())
                    .build());

    /** No answer came. */
    public static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private final Kind kind;
        private final Why why;
        private final String name;

        private Broken(Kind kind, Why why, Throwable cause) {
            super(why.key(), cause);
            this.kind = kind;
            this.why = why;
            this.name = cause.getClass().getSimpleName();
        }

        /** The kind by the table of {@link Exchange}. */
        public Kind kind() {
            return kind;
        }

        /** The reason by the table of {@link Exchange}. */
        public Why why() {
            return why;
        }

        /** The simple name of the exception. It tells nothing of what was sent. */
        public String name() {
            return name;
        }
    }

    private final HttpClient http;
    private final Duration longest;

    /** @param readTimeout time from the established connection to the end of the answer */
    public Exchange(HttpClient http, Duration readTimeout) {
        this.http = http;
        this.longest = http.connectTimeout().orElse(Duration.ZERO).plus(readTimeout);
    }

    /**
     * Sends the request and waits for the whole answer.
     *
     * @param most largest number of bytes of the answer's body
     * @throws Broken there is no whole answer
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body, long most) throws Broken {
        CompletableFuture<HttpResponse<T>> sending = http.sendAsync(request, BodyHandlers.limiting(body, most));
        try {
            // The request's own time-out ends with the head of the answer. This one limits a body that never ends.
            return sending.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            throw broken(e);
        } catch (TimeoutException e) {
            sending.cancel(true);
            throw broken(e);
        } catch (ExecutionException e) {
            throw broken(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Makes the call. Makes it once more a moment later if the first try surely reached nobody. */
    public static <T> T withOneRetry(Supplier<T> call) {
        return ONCE_MORE.executeSupplier(call);
    }

    /** Makes the call, which changes nothing. Makes it up to twice more if no answer came. */
    public static <T> T withTwoRetries(Supplier<T> call) {
        return TWICE_MORE.executeSupplier(call);
    }

    /**
     * Whether a second try makes sense. It does not where the token was refused. Nor does it while the system is known
     * to be out of order, because another call probes it.
     */
    private static boolean reachedNobody(RemoteFailure failure) {
        return failure.kind() == Kind.NOT_SENT && failure.why() != Why.NO_TOKEN && !failure.ofSystem();
    }

    static Broken broken(Throwable e) {
        return switch (e) {
            case HttpConnectTimeoutException _,
                    ConnectException _,
                    NoRouteToHostException _,
                    UnknownHostException _,
                    UnresolvedAddressException _ -> new Broken(Kind.NOT_SENT, Why.NO_CONNECTION, e);
            case IOException io
            when io.getCause() instanceof UnresolvedAddressException -> new Broken(Kind.NOT_SENT, Why.NO_CONNECTION, e);
            case SSLHandshakeException _ -> new Broken(Kind.NOT_SENT, Why.TLS_FAILED, e);
            case HttpTimeoutException _, TimeoutException _ ->
                new Broken(Kind.OUTCOME_UNKNOWN, Why.NO_ANSWER_IN_TIME, e);
            case IOException _ -> new Broken(Kind.OUTCOME_UNKNOWN, Why.CONNECTION_LOST, e);
            case InterruptedException _ -> new Broken(Kind.OUTCOME_UNKNOWN, Why.INTERRUPTED, e);
            default -> new Broken(Kind.OUR_FAULT, Why.UNEXPECTED_EXCEPTION, e);
        };
    }

    /**
     * The {@code Retry-After} header: seconds or a date. The header delays the next try. It never decides whether there
     * is one.
     */
    public static final class RetryAfter {

        /** A wrong clock or a typing mistake of the remote must not stop a tenant for days. */
        public static final Duration CEILING = Duration.ofMinutes(15);

        private RetryAfter() {}

        /**
         * The time to wait.
         *
         * @return null when the header is missing, unreadable, or names a time that has passed
         */
        public static @Nullable Duration read(@Nullable String header, InstantSource clock) {
            if (header == null) {
                return null;
            }
            Duration wait = parse(header.strip(), clock);
            if (wait == null || !wait.isPositive()) {
                return null;
            }
            return wait.compareTo(CEILING) > 0 ? CEILING : wait;
        }

        private static @Nullable Duration parse(String header, InstantSource clock) {
            if (header.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            try {
                return Duration.between(
                        clock.instant(),
                        ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }
}
