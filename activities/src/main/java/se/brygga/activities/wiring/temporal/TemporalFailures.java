package se.brygga.activities.wiring.temporal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Logs failed calls to Temporal in one line a minute for each reason, whoever logs them. Without this filter each of
 * some fifty pollers prints its stack trace: thousands of lines in the first minute of an outage.
 * {@code logback-spring.xml} names this class.
 */
public final class TemporalFailures extends TurboFilter {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Most reasons that are remembered. A reason that names a workflow is one of its own. */
    private static final int REASONS = 100;

    /** A reason that was logged, and the number of calls that have failed for it since. */
    private record Told(Instant at, int more) {}

    private final InstantSource time;
    private final Map<String, Told> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > REASONS;
        }
    };

    /** Called by Logback. */
    public TemporalFailures() {
        this(InstantSource.system());
    }

    TemporalFailures(InstantSource time) {
        this.time = time;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable last) {
        // Among other parameters the exception is one of them.
        Throwable thrown = last != null ? last : MessageFormatter.getThrowableCandidate(params);
        if (thrown == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Optional<StatusRuntimeException> failure = causes(thrown)
                .filter(StatusRuntimeException.class::isInstance)
                .map(StatusRuntimeException.class::cast)
                .findFirst();
        if (failure.isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        String what = MessageFormatter.arrayFormat(format, params).getMessage();
        tell(
                logger,
                thrown instanceof StatusRuntimeException ? what : what + ": " + thrown.getMessage(),
                failure.get());
        return FilterReply.DENY;
    }

    private void tell(Logger logger, @Nullable String what, StatusRuntimeException failure) {
        String reason = reason(failure);
        int more = newsOf(kind(failure, reason));
        if (more >= 0) {
            // Logged without the exception, so that this line does not come here again.
            logger.warn("{}: {}{}", what, reason, more == 0 ? "" : " (and " + more + " more calls since it was told)");
        }
    }

    /**
     * How many calls have failed for this reason since it was last logged; below zero when it must not be logged yet.
     */
    private synchronized int newsOf(String kind) {
        Instant now = time.instant();
        Told before = told.get(kind);
        if (before != null && before.at().plus(EVERY).isAfter(now)) {
            told.put(kind, new Told(before.at(), before.more() + 1));
            return -1;
        }
        told.remove(kind);
        told.put(kind, new Told(now, 0));
        return before == null ? 0 : before.more();
    }

    /** The kind of a failure. A server that is away is one kind, whatever times and ports the text names. */
    private static String kind(StatusRuntimeException failure, String reason) {
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> reason.replaceAll("\\d+", "");
            default -> reason;
        };
    }

    /**
     * The reason: what the server says, and the connection, which names the address. The outer text is often only "io
     * exception".
     */
    private static String reason(StatusRuntimeException failure) {
        String said = String.valueOf(failure.getMessage());
        String connection =
                failure.getCause() == null ? null : failure.getCause().getMessage();
        return connection == null || said.contains(connection) ? said : said + ": " + connection;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause);
    }
}
