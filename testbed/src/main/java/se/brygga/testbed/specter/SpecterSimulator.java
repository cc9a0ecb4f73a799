package se.brygga.testbed.specter;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import se.brygga.testbed.sim.CommonControl;
import se.brygga.testbed.sim.Faults;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.sim.RequestLog;
import se.brygga.testbed.sim.SimClock;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.sim.SimServer;

/**
 * Specter with two accounts: 9999 (web shops 1 and 2) and 8888 (web shop 1). Faults match
 * {@code "METHOD /putInfo.asp action=newOrderSubmit sbmId=9999"}.
 */
public final class SpecterSimulator implements AutoCloseable {

    /** The integrator's key of both accounts, as in the reference's test vectors. */
    public static final String INTEGRATION_KEY = "11111111-2222-3333-4444-555555555555";

    public static final String USER_KEY_9999 = "0123456789abcdef0123456789abcdef";
    public static final String USER_KEY_8888 = "fedcba9876543210fedcba9876543210";

    /** A customer. */
    public record Customer(long id, boolean company, String name, String email, String orgNo, String city) {}

    /** A row as it was sent. */
    public record Row(String articleNo, String name, BigDecimal price, BigDecimal quantity, int vatPercent) {}

    /** @param total including VAT, as Specter computes it */
    public record Order(
            long number,
            String externalNo,
            String webshopId,
            long customerId,
            String currency,
            String payType,
            String payReference,
            List<Row> rows,
            BigDecimal total) {}

    /**
     * An article's stock in the default warehouse.
     *
     * @param type {@code GW} stocked, {@code PA} package, {@code EL} not stocked
     * @param available shelf less reserved
     */
    public record Stock(String articleNo, String name, String type, BigDecimal available) {}

    /** One call with its answer, without key and without texts. */
    public record Call(long sbmId, String action, String answer) {}

    private final Faults faults;
    private final SimClock clock;
    private final Map<Long, Account> accounts = new ConcurrentSkipListMap<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private final ConcurrentMap<Long, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ConcurrentMap<Long, AtomicInteger> thisMinute = new ConcurrentHashMap<>();
    private final SimServer server;
    private final CommonControl common;

    private SpecterSimulator(int port, long seed, Clock base) throws IOException {
        this.faults = new Faults(seed);
        this.clock = new SimClock(base);
        seed();
        this.server = SimServer.start(port, new Handler(), faults);
        this.common = new CommonControl(faults, clock, server.log(), sbmId -> quirks(Long.parseLong(sbmId)));
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
        accounts.put(
                9999L, new Account(new Account.Credentials(9999, "7", USER_KEY_9999, INTEGRATION_KEY), Set.of(1L, 2L)));
        accounts.put(
                8888L, new Account(new Account.Credentials(8888, "3", USER_KEY_8888, INTEGRATION_KEY), Set.of(1L)));
    }

    private final class Handler implements SimServer.Handler {

        @Override
        public SimResponse handle(SimRequest request) {
            String path = request.path();
            if (path.equals("/")) {
                return SimResponse.html(200, SpecterPage.render(SpecterSimulator.this));
            }
            if (path.startsWith("/__sim/")) {
                return control(
                        request,
                        Arrays.asList(path.substring("/__sim/".length()).split("/")));
            }
            return switch (path) {
                case "/putInfo.asp" -> script(request, "putInfo");
                case "/getInfo.asp" -> script(request, "getInfo");
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

    private SimResponse script(SimRequest request, String script) {
        SpecterParameters p = new SpecterParameters(request);
        String action = p.text("action");
        boolean xml = p.text("useXML").equals("2");
        Account account = p.text("sbmId").matches("\\d{1,9}") ? accounts.get(Long.parseLong(p.text("sbmId"))) : null;
        if (account == null) {
            return SpecterAnswer.refused(new Refusal(11, "Okänt SBMID")).response(xml, SpecterQuirks.create());
        }
        Quirks quirks = account.quirks();
        Optional<SimResponse> limit = limit(request, account);
        if (limit.isPresent()) {
            return limit.get();
        }
        AtomicInteger now = running.computeIfAbsent(account.sbmId(), ignored -> new AtomicInteger());
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        SpecterAnswer answer;
        try {
            Thread.sleep(quirks.number(SpecterQuirks.LATENCY));
            answer = SpecterAnswer.done(account.act(script, action, p));
        } catch (Refusal refusal) {
            answer = SpecterAnswer.refused(refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SimResponse.html(503, "<html><body>503</body></html>");
        } finally {
            now.decrementAndGet();
        }
        note(new Call(account.sbmId(), action, answer.brief()));
        return answer.response(xml, quirks);
    }

    /** O7: limits of calls a minute and of bytes. */
    private Optional<SimResponse> limit(SimRequest request, Account account) {
        int bytes = account.quirks().number(SpecterQuirks.MOST_BODY_BYTES);
        if (bytes > 0 && request.body().length > bytes) {
            return Optional.of(SimResponse.html(413, "<html><body>413</body></html>"));
        }
        int perMinute = account.quirks().number(SpecterQuirks.RATE_LIMIT);
        long minute = clock.instant().getEpochSecond() / 60;
        thisMinute.keySet().removeIf(key -> key / 100_000 != minute);
        int used = thisMinute
                .computeIfAbsent(minute * 100_000 + account.sbmId(), ignored -> new AtomicInteger())
                .incrementAndGet();
        return perMinute > 0 && used > perMinute
                ? Optional.of(SimResponse.html(429, "<html><body>429</body></html>"))
                : Optional.empty();
    }

    private void note(Call call) {
        synchronized (calls) {
            calls.addFirst(call);
            if (calls.size() > 5_000) {
                calls.removeLast();
            }
        }
    }

    private SimResponse control(SimRequest request, List<String> path) {
        try {
            return common.handle(request, path).orElseGet(() -> own(request, path));
        } catch (IllegalArgumentException e) {
            return CommonControl.refused(e);
        }
    }

    /** {@code orders|customers|articles/{sbmId}[/{one}]}, {@code occupied/{sbmId}/{number}}, {@code calls}, {@code reset}. */
    private SimResponse own(SimRequest request, List<String> path) {
        long sbmId = path.size() > 1 ? Long.parseLong(path.get(1)) : 0;
        boolean delete = request.method().equals("DELETE") && path.size() > 2;
        switch (path.getFirst()) {
            case "calls" -> {
                return CommonControl.json(calls());
            }
            case "orders" -> {
                return CommonControl.json(orders(sbmId));
            }
            case "customers" -> {
                if (!delete) {
                    return CommonControl.json(customers(sbmId));
                }
                removeCustomer(sbmId, Long.parseLong(path.get(2)));
            }
            case "articles" -> {
                if (!delete) {
                    return CommonControl.json(stock(sbmId));
                }
                removeArticle(sbmId, path.get(2));
            }
            case "occupied" -> occupy(sbmId, path.get(2));
            case "reset" -> seed();
            default -> {
                return SimResponse.of(404, "text/plain", "unknown control path", StandardCharsets.UTF_8);
            }
        }
        return SimResponse.empty(204);
    }

    public URI uri() {
        return server.uri();
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return server.log();
    }

    public List<Long> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /** How an account behaves where nobody knows; names and values stand on {@code /__sim/quirks/{sbmId}}. */
    public Quirks quirks(long sbmId) {
        return account(sbmId).quirks();
    }

    public List<Order> orders(long sbmId) {
        return account(sbmId).orders();
    }

    public Optional<Order> order(long sbmId, String externalNo) {
        return account(sbmId).find(externalNo);
    }

    public List<Customer> customers(long sbmId) {
        return account(sbmId).customers();
    }

    public List<Stock> stock(long sbmId) {
        return account(sbmId).stock();
    }

    /** Somebody removes an article by hand. */
    public void removeArticle(long sbmId, String articleNo) {
        account(sbmId).removeArticle(articleNo);
    }

    /** Somebody merges or removes a customer by hand. */
    public void removeCustomer(long sbmId, long customerId) {
        account(sbmId).removeCustomer(customerId);
    }

    /** Another party uses an order number. */
    public void occupy(long sbmId, String externalNo) {
        account(sbmId).occupy(externalNo);
    }

    /** The last calls, newest first. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The largest number of calls of one account that were ever under way at once. */
    public int mostCallsAtOnce() {
        return mostAtOnce.get();
    }

    private Account account(long sbmId) {
        return Optional.ofNullable(accounts.get(sbmId))
                .orElseThrow(() -> new IllegalArgumentException("no account " + sbmId));
    }

    @Override
    public void close() {
        server.close();
    }
}
