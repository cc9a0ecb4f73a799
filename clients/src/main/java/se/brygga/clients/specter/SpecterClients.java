package se.brygga.clients.specter;

import java.net.http.HttpClient;
import java.time.Duration;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.specter.feed.SpecterFeeds;

/** Makes each tenant's {@link SpecterClient} and {@link SpecterFeeds}. All of them share one {@link CallContext}. */
public final class SpecterClients {

    /** Specter reference section 14, O7. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Makes the client of one version of a tenant's set-up. */
    @FunctionalInterface
    public interface Maker {
        SpecterClient make(String tenant, SpecterSetup setup);
    }

    /** Makes the feeds of one version of a tenant's set-up. */
    @FunctionalInterface
    public interface FeedMaker {
        SpecterFeeds make(String tenant, SpecterSetup setup);
    }

    private final Maker maker;
    private final FeedMaker feedMaker;

    /**
     * @param context with an HTTP client from {@link #httpClient()}, or one with a connect time-out and without
     *     redirects
     */
    public SpecterClients(CallContext context) {
        this(
                (tenant, setup) -> new HttpSpecterClient(setup, new SpecterCalls(tenant, setup, context)),
                (tenant, setup) -> new HttpSpecterFeeds(setup, new SpecterCalls(tenant, setup, context)));
    }

    public SpecterClients(Maker maker, FeedMaker feedMaker) {
        this.maker = maker;
        this.feedMaker = feedMaker;
    }

    /** For clients only: {@link #feeds} throws UnsupportedOperationException. */
    public SpecterClients(Maker maker) {
        this(maker, (tenant, _) -> {
            throw new UnsupportedOperationException("no feeds were given for " + tenant);
        });
    }

    /**
     * An HTTP client that verifies TLS, follows no redirect (a redirected POST would lose its body), and connects
     * within 10 s.
     */
    public static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /**
     * The client of this version of the tenant's set-up. Cheap to make and thread-safe.
     *
     * @throws java.util.regex.PatternSyntaxException {@code duplicateOrderNumberPattern} is no regular expression
     */
    public SpecterClient forTenant(String tenant, SpecterSetup setup) {
        return maker.make(tenant, setup);
    }

    /**
     * The change journals by this version of the tenant's set-up. Cheap to make and thread-safe. Journals and client
     * share the tenant's places: at most {@code maxConcurrent} calls at a time for both.
     *
     * @throws java.util.regex.PatternSyntaxException {@code duplicateOrderNumberPattern} is no regular expression
     */
    public SpecterFeeds feeds(String tenant, SpecterSetup setup) {
        return feedMaker.make(tenant, setup);
    }
}
