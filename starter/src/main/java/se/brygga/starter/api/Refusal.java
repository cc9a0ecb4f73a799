package se.brygga.starter.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is refused before the desk is asked. Nothing was changed. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final @Nullable Duration retryAfter;

    /** @param detail what is wrong, and how to mend it */
    public Refusal(HttpStatus status, String detail) {
        this(status, detail, null);
    }

    /** @param retryAfter when the same request may be sent again; null: it must be mended first */
    public Refusal(HttpStatus status, String detail, @Nullable Duration retryAfter) {
        super(detail);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
