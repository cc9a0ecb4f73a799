package se.brygga.starter.doors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.RequestInfo;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's connector, extended: it also cuts a request whose headers are not complete in time. Tomcat itself limits
 * only the pause between two bytes. With a byte every few seconds a connection would stay open for ever. Public because
 * Tomcat makes it by its name.
 */
public final class SlowHeaders extends Http11NioProtocol {

    /** Number of looks within the allowed time. A request is cut at most this part of the time too late. */
    private static final int LOOKS = 6;

    /** A request whose headers have begun, by its number on its connection. */
    private record Begun(int request, Instant seen) {}

    // Tomcat makes its connector itself, so nobody can hand it a clock.
    private final InstantSource time = InstantSource.system();
    private Duration longest = Duration.ofSeconds(30);
    private final Map<SocketWrapperBase<NioChannel>, Begun> incomplete = new HashMap<>();

    /** Sets the allowed time. Call this before the start. */
    void allow(Duration most) {
        longest = most;
    }

    @Override
    public void start() throws Exception {
        super.start();
        long pause = longest.dividedBy(LOOKS).toMillis();
        var _ = getUtilityExecutor().scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Instant now = time.instant();
        Set<SocketWrapperBase<NioChannel>> open = getEndpoint().getConnections();
        incomplete.keySet().retainAll(open);
        open.forEach(connection -> look(connection, now));
    }

    private void look(SocketWrapperBase<NioChannel> connection, Instant now) {
        // A connection keeps its processor only while it waits for the rest of a request's headers, or for an
        // asynchronous answer.
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor waiting) || waiting.isAsync()) {
            incomplete.remove(connection);
            return;
        }
        RequestInfo request = waiting.getRequest().getRequestProcessor();
        Begun begun = incomplete.get(connection);
        if (begun == null || begun.request() != request.getRequestCount()) {
            incomplete.put(connection, new Begun(request.getRequestCount(), now));
        } else if (begun.seen().plus(longest).isBefore(now)) {
            incomplete.remove(connection);
            connection.close();
        }
    }
}
