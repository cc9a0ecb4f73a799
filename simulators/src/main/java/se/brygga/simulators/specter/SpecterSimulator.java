package se.brygga.simulators.specter;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import se.brygga.simulators.Article;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.Faults;
import se.brygga.simulators.RequestLog;
import se.brygga.simulators.SimClock;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.SimServer;
import se.brygga.simulators.specter.pictures.SimPicture;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.triggers.TriggerSender;

/**
 * Specter with two accounts, each with the articles of its shops: 9999 (web shops 1 and 2) and 8888 (web shop 1).
 * Faults match {@code "METHOD /putInfo.asp action=newOrderSubmit sbmId=9999"}. What people do in Specter are methods of
 * its {@link SpecterAccount}s.
 */
public final class SpecterSimulator implements AutoCloseable {

    /** The integrator's key of both accounts, as in the reference's test vectors. */
    public static final String INTEGRATION_KEY = "11111111-2222-3333-4444-555555555555";

    public static final String USER_KEY_9999 = "0123456789abcdef0123456789abcdef";
    public static final String USER_KEY_8888 = "fedcba9876543210fedcba9876543210";

    /** Key of two more users in both accounts: {@code 21} only reads, and {@code 22} only writes. */
    public static final String OTHER_USERS_KEY = "00112233445566778899aabbccddeeff";

    /** One call with its answer, without key and without texts; of a read, how many records it told. */
    public record Call(long sbmId, String action, String answer) {}

    private final Faults faults;
    private final SimClock clock;
    private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>();
    private final Scripts scripts;
    private final TriggerSender triggers;
    private final SimServer server;
    private final ControlApi control;

    private SpecterSimulator(int port, long seed, Clock base) throws IOException {
        this.faults = new Faults(seed);
        this.clock = new SimClock(base);
        this.scripts = new Scripts(accounts, clock);
        this.triggers = new TriggerSender(clock, seed);
        seed();
        this.server = SimServer.start(port, new Handler(), faults);
        this.control = new ControlApi(
                this,
                new CommonControl(
                        faults,
                        clock,
                        server.log(),
                        sbmId -> state(Long.parseLong(sbmId)).quirks()));
    }

    /**
     * Starts the simulator on loopback.
     *
     * @param port 0 picks a free one
     * @param seed the same seed gives the same faults
     * @throws IOException the port is taken
     */
    public static SpecterSimulator start(int port, long seed, Clock clock) throws IOException {
        return new SpecterSimulator(port, seed, clock);
    }

    private void seed() {
        add(9999, new KeyCheck.User("7", USER_KEY_9999, "RW"), Set.of(1L, 2L), Article.outdoor());
        add(8888, new KeyCheck.User("3", USER_KEY_8888, "RW"), Set.of(1L), Article.tea());
    }

    private void add(long sbmId, KeyCheck.User first, Set<Long> webShops, List<Article> assortment) {
        List<KeyCheck.User> users = List.of(
                first, new KeyCheck.User("21", OTHER_USERS_KEY, "R"), new KeyCheck.User("22", OTHER_USERS_KEY, "W"));
        KeyCheck.Credentials credentials = new KeyCheck.Credentials(sbmId, users, INTEGRATION_KEY);
        accounts.put(sbmId, new Account(credentials, webShops, assortment, clock, triggers, this::uri));
    }

    private final class Handler implements SimServer.Handler {

        @Override
        public SimResponse handle(SimRequest request) {
            String path = request.path();
            if (path.equals("/")) {
                return SimResponse.html(200, SpecterPage.render(SpecterSimulator.this));
            }
            if (path.startsWith("/__sim/")) {
                return control.handle(
                        request,
                        Arrays.stream(path.substring("/__sim/".length()).split("/"))
                                // A number with a slash is written %252F in an address.
                                .map(part -> part.replace("%2F", "/"))
                                .toList());
            }
            Optional<SimPicture> picture = SimPicture.at(path);
            if (picture.isPresent()) {
                return new SimResponse(
                        200, Map.of("Content-Type", "image/png"), picture.get().bytes());
            }
            return switch (path) {
                case "/putInfo.asp" -> scripts.answer(request, "putInfo");
                case "/getInfo.asp" -> scripts.answer(request, "getInfo");
                default -> SimResponse.html(404, "<html><body>404</body></html>");
            };
        }

        @Override
        public String describe(SimRequest request) {
            SpecterParameters p = new SpecterParameters(request);
            return request.method() + " " + request.path() + " action=" + p.text("action") + " sbmId="
                    + p.text("sbmId");
        }
    }

    public URI uri() {
        return server.uri();
    }

    public Faults faults() {
        return faults;
    }

    public SimClock clock() {
        return clock;
    }

    public RequestLog requests() {
        return server.log();
    }

    /** The last calls, newest first. */
    public List<Call> calls() {
        return scripts.calls();
    }

    /** The largest number of calls of one account that ever ran at once. */
    public int mostCallsAtOnce() {
        return scripts.mostAtOnce();
    }

    /** Opens one more account like 8888: one web shop, the tea shop's articles, {@link #USER_KEY_8888}. */
    public void open(long sbmId) {
        add(sbmId, new KeyCheck.User("3", USER_KEY_8888, "RW"), Set.of(1L), Article.tea());
    }

    public List<Long> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /**
     * What people do in an account.
     *
     * @throws IllegalArgumentException there is no such account
     */
    public SpecterAccount account(long sbmId) {
        state(sbmId);
        return new SpecterAccount(() -> state(sbmId));
    }

    /** Resets both accounts to their start. */
    public void reset() {
        seed();
    }

    /** Who is called about what, and what became of the calls. */
    public TriggerSender triggers() {
        return triggers;
    }

    private Account state(long sbmId) {
        return Optional.ofNullable(accounts.get(sbmId))
                .orElseThrow(() -> new IllegalArgumentException("no account " + sbmId));
    }

    @Override
    public void close() {
        server.close();
        triggers.close();
    }
}
