package se.brygga.starter.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
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
import se.brygga.workflows.refusal.Reason;

/**
 * Lets a request through if its token is good and has the right that the route needs. The token's limit of requests and
 * the size of the body are checked too.
 */
@Component
class Gate implements HandlerInterceptor {

    /** Name of the request attribute that holds the {@link Caller}. */
    static final String CALLER = "brygga.caller";

    /** The number of requests that a token may send at once. Each starter counts for itself. */
    private static final int AT_ONCE = 100;

    private static final int A_SECOND = 10;

    private static final String BEARER = "Bearer ";

    /**
     * Packages of Spring's own answers and of the API's description. Every other handler below the API's path is a
     * route of ours.
     */
    private static final List<String> OPEN = List.of("org.springframework.", "org.springdoc.");

    private final AccessDesk access;
    private final ConcurrentMap<String, Bucket> limits = new ConcurrentHashMap<>();

    Gate(AccessDesk access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route)
                || OPEN.stream().anyMatch(route.getBeanType().getName()::startsWith)) {
            return true;
        }
        Needs needs = route.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException("the route names no right that it needs");
        }
        Caller caller = caller(request.getHeader(HttpHeaders.AUTHORIZATION));
        requireRight(caller, needs.value());
        requireCalm(caller);
        requireSmall(request, needs.largestBody());
        Query.check(route, request);
        request.setAttribute(CALLER, caller);
        return true;
    }

    private Caller caller(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new HttpRefusal(HttpStatus.UNAUTHORIZED, Reason.TOKEN_NOT_SENT.of());
        }
        return access.caller(authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> new HttpRefusal(HttpStatus.UNAUTHORIZED, Reason.TOKEN_NOT_KNOWN.of()));
    }

    private static void requireRight(Caller caller, Right right) {
        if (!caller.rights().contains(right)) {
            throw new HttpRefusal(HttpStatus.FORBIDDEN, Reason.RIGHT_MISSING.of(caller.name(), right.word()));
        }
    }

    private void requireCalm(Caller caller) {
        ConsumptionProbe probe =
                limits.computeIfAbsent(caller.token(), _ -> limit()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new HttpRefusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    Reason.TOO_OFTEN.of(AT_ONCE, A_SECOND),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket limit() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                .build();
    }

    private static void requireSmall(HttpServletRequest request, int largest) {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            throw new HttpRefusal(HttpStatus.LENGTH_REQUIRED, Reason.LENGTH_MISSING.of());
        }
        if (request.getContentLengthLong() > largest) {
            throw new HttpRefusal(HttpStatus.CONTENT_TOO_LARGE, Reason.BODY_TOO_LARGE.of(largest));
        }
    }
}
