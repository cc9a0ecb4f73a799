package se.brygga.starter.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;

/** Lets through who has a good token, with the right that the route needs, not too often, and with a body that is not too large. */
@Component
class Gate implements HandlerInterceptor {

    /** Name of the request's attribute that holds the {@link Caller}. */
    static final String CALLER = "brygga.caller";

    /** So many requests a token may send at once; so many more each second. Each starter counts for itself. */
    private static final int AT_ONCE = 100;

    private static final int A_SECOND = 10;

    /** A decision about a hundred orders takes a tenth of it. */
    private static final long LARGEST_BODY = 64 * 1024;

    private static final String BEARER = "Bearer ";

    /** Everything else that answers a path of the API is a route of ours, wherever it lies. */
    private static final String SPRING = "org.springframework.";

    private final AccessDesk access;
    private final ConcurrentMap<String, Bucket> limits = new ConcurrentHashMap<>();

    Gate(AccessDesk access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route)
                || route.getBeanType().getPackageName().startsWith(SPRING)) {
            // Spring's own answers: what methods a path takes, and that there is no such path.
            return true;
        }
        Caller caller = caller(request.getHeader(HttpHeaders.AUTHORIZATION));
        requireRight(caller, route.getMethodAnnotation(Needs.class));
        requireCalm(caller);
        requireSmall(request);
        request.setAttribute(CALLER, caller);
        return true;
    }

    private Caller caller(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "say who asks: send the header Authorization: Bearer TOKEN; brygga token new makes a token");
        }
        return access.caller(authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> new Refusal(
                        HttpStatus.UNAUTHORIZED,
                        "the token is not known, or was revoked; brygga token list shows all"));
    }

    private static void requireRight(Caller caller, @Nullable Needs needs) {
        if (needs == null) {
            throw new IllegalStateException("the route names no right that it needs");
        }
        Right right = needs.value();
        if (!caller.rights().contains(right)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "the token of " + caller.name() + " may not " + right.word() + "; brygga token new --scope "
                            + right.word() + " makes one that may");
        }
    }

    private void requireCalm(Caller caller) {
        ConsumptionProbe probe =
                limits.computeIfAbsent(caller.token(), _ -> limit()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "the token has sent " + AT_ONCE + " requests at once; it may send " + A_SECOND + " a second",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket limit() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                .build();
    }

    private static void requireSmall(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw new Refusal(HttpStatus.LENGTH_REQUIRED, "send the body's length in the header Content-Length");
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the body has more than " + LARGEST_BODY + " bytes; send less at a time");
        }
    }
}
