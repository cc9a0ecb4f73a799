package se.brygga.testbed.specter;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import se.brygga.testbed.sim.Fault;
import se.brygga.testbed.sim.Faults;
import se.brygga.testbed.sim.Page;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.sim.SimServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** One call with its answer, without key and without texts. */
    public record Call(long sbmId, String action, String answer) {}

    /**
     * How this Specter behaves where nobody knows (reference section 14).
     *
     * @param duplicateTellsNumber O17: whether "duplicate" quotes the existing number
     * @param invoices O4: whether the assumed invoice action is there
     */
    public record Quirks(boolean duplicateTellsNumber, boolean invoices) {
        public static final Quirks DEFAULT = new Quirks(false, true);
    }

    private final Faults faults;
    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private final ConcurrentMap<Long, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final JsonMapper json = JsonMapper.builder().build();
    private final SimServer server;

    private SpecterSimulator(int port, long seed) throws IOException {
        this.faults = new Faults(seed);
        accounts.put(9999L, new Account(9999, "7", USER_KEY_9999, INTEGRATION_KEY, Set.of(1L, 2L)));
        accounts.put(8888L, new Account(8888, "3", USER_KEY_8888, INTEGRATION_KEY, Set.of(1L)));
        this.server = SimServer.start(port, new Handler(), faults);
    }

    /**
     * Starts the simulator on loopback.
     *
     * @param port 0 picks a free one
     * @param seed the same seed gives the same faults
     * @throws IOException the port is taken
     */
    public static SpecterSimulator start(int port, long seed) throws IOException {
        return new SpecterSimulator(port, seed);
    }

    private final class Handler implements SimServer.Handler {

        @Override
        public SimResponse handle(SimRequest request) {
            String path = request.path().replace("//", "/");
            if (path.equals("/")) {
                return SimResponse.html(200, page());
            }
            if (path.startsWith("/__sim/")) {
                return control(request, path.substring("/__sim/".length()));
            }
            if (!path.equals("/putInfo.asp") && !path.equals("/getInfo.asp")) {
                return SimResponse.html(404, "<html><body>404</body></html>");
            }
            return script(request);
        }

        @Override
        public String describe(SimRequest request) {
            SpecterParameters p = new SpecterParameters(request);
            return request.method() + " " + request.path() + " action=" + p.text("action") + " sbmId="
                    + p.text("sbmId");
        }
    }

    private SimResponse script(SimRequest request) {
        SpecterParameters p = new SpecterParameters(request);
        String action = p.text("action");
        long sbmId = p.text("sbmId").matches("\\d{1,9}") ? Long.parseLong(p.text("sbmId")) : 0;
        AtomicInteger now = running.computeIfAbsent(sbmId, ignored -> new AtomicInteger());
        mostAtOnce.accumulateAndGet(now.incrementAndGet(), Math::max);
        String answer;
        try {
            Account account =
                    Optional.ofNullable(accounts.get(sbmId)).orElseThrow(() -> new Refusal(11, "Okänt SBMID"));
            answer = "1;" + account.act(action, p) + ";OK";
        } catch (Refusal refusal) {
            answer = "0;" + refusal.code + ";" + refusal.getMessage();
        } finally {
            now.decrementAndGet();
        }
        note(new Call(sbmId, action, answer.startsWith("1") ? answer : answer.substring(0, answer.lastIndexOf(';'))));
        return p.text("useXML").equals("2") ? xml(answer) : latin1("text/plain", answer);
    }

    private static SimResponse xml(String answer) {
        String[] parts = answer.split(";", 3);
        boolean ok = parts[0].equals("1");
        return latin1(
                "text/xml",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><response><APIresponse><result>" + parts[0]
                        + "</result>" + (ok ? "<id>" + parts[1] + "</id>" : "<code>" + parts[1] + "</code>")
                        + "<message><![CDATA[" + parts[2] + "]]></message></APIresponse></response>");
    }

    private static SimResponse latin1(String type, String text) {
        return SimResponse.of(200, type + "; charset=ISO-8859-1", text, StandardCharsets.ISO_8859_1);
    }

    private void note(Call call) {
        synchronized (calls) {
            calls.addFirst(call);
            if (calls.size() > 5_000) {
                calls.removeLast();
            }
        }
    }

    /** {@code orders/9999}, {@code customers/9999}, {@code calls}, {@code faults}, {@code quirks/9999}. */
    private SimResponse control(SimRequest request, String path) {
        String[] parts = path.split("/");
        long sbmId = parts.length > 1 ? Long.parseLong(parts[1]) : 0;
        String body = request.bodyAs(StandardCharsets.UTF_8);
        JsonNode wish = body.isBlank() ? json.createObjectNode() : json.readTree(body);
        return switch (parts[0]) {
            case "orders" -> ok(orders(sbmId));
            case "customers" -> ok(customers(sbmId));
            case "calls" -> ok(calls());
            case "quirks" -> {
                quirks(
                        sbmId,
                        new Quirks(
                                wish.path("duplicateTellsNumber").asBoolean(false),
                                wish.path("invoices").asBoolean(true)));
                yield SimResponse.empty(204);
            }
            case "faults" -> faults(request.method(), wish);
            default -> SimResponse.of(404, "text/plain", "unknown control path", StandardCharsets.UTF_8);
        };
    }

    private SimResponse faults(String method, JsonNode f) {
        switch (method) {
            case "POST" ->
                faults.add(new Fault(
                        f.path("match").asString(""),
                        Fault.Kind.valueOf(f.path("kind")
                                .asString("")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_')),
                        f.path("times").asInt(0),
                        f.path("percent").asInt(100),
                        f.path("status").asInt(500),
                        f.path("body").asString(null),
                        f.path("delayMillis").asLong(0)));
            case "DELETE" -> faults.clear();
            default -> {
                return ok(faults.played());
            }
        }
        return SimResponse.empty(204);
    }

    private SimResponse ok(Object value) {
        return SimResponse.json(200, json.writeValueAsString(value));
    }

    public URI uri() {
        return server.uri();
    }

    public Faults faults() {
        return faults;
    }

    public List<Order> orders(long sbmId) {
        return account(sbmId).allOrders();
    }

    public Optional<Order> order(long sbmId, String externalNo) {
        return Optional.ofNullable(account(sbmId).find(externalNo));
    }

    public List<Customer> customers(long sbmId) {
        return account(sbmId).allCustomers();
    }

    public void quirks(long sbmId, Quirks quirks) {
        account(sbmId).quirks = quirks;
    }

    public void removeArticle(long sbmId, String articleNo) {
        account(sbmId).removeArticle(articleNo);
    }

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

    private String page() {
        Page page = new Page("Specter (simulator)", "#2b4a7f", "Affärssystemet. Sidan uppdateras av sig själv.");
        for (Account account : accounts.values()) {
            List<Order> orders = account.allOrders();
            page.table(
                    "Konto " + account.sbmId + ": " + orders.size() + " order, "
                            + account.allCustomers().size() + " kunder",
                    List.of("Order", "Webbutikens nr", "Kund", "Rader", "Summa inkl. moms", "Betalsätt"),
                    orders.reversed().stream()
                            .limit(15)
                            .map(o -> List.of(
                                    Long.toString(o.number()),
                                    o.externalNo(),
                                    Long.toString(o.customerId()),
                                    Integer.toString(o.rows().size()),
                                    o.total() + " " + o.currency(),
                                    o.payType()))
                            .toList());
        }
        page.table(
                "Senaste anrop",
                List.of("Konto", "Action", "Svar"),
                calls().stream()
                        .limit(15)
                        .map(c -> List.of(Long.toString(c.sbmId()), c.action(), c.answer()))
                        .toList());
        page.table(
                "Fel som spelas",
                List.of("Anrop", "Fel", "Gånger"),
                faults.played().stream()
                        .map(p -> List.of(p.fault().match(), p.fault().kind().name(), Integer.toString(p.hits())))
                        .toList());
        return page.render();
    }

    @Override
    public void close() {
        server.close();
    }
}
