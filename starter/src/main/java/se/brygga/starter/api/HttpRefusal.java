package se.brygga.starter.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import se.brygga.workflows.refusal.Refusal;

/** Refuses a request with an HTTP status of its own. Nothing was changed. */
public final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient Refusal refusal;
    private final @Nullable Duration retryAfter;

    /** @param refusal what is wrong, and how to mend it */
    public HttpRefusal(HttpStatus status, Refusal refusal) {
        this(status, refusal, null);
    }

    /** @param retryAfter when the same request may be sent again; null if the request must be mended first */
    public HttpRefusal(HttpStatus status, Refusal refusal, @Nullable Duration retryAfter) {
        super(refusal.toString());
        this.status = status;
        this.refusal = refusal;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
