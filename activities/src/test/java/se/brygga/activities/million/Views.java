package se.brygga.activities.million;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.attention.AttentionLists;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.feed.FeedLists;
import se.brygga.activities.feed.FeedLoops;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord.State;
import se.brygga.activities.orders.PagedLists;
import se.brygga.activities.orders.SearchBook;
import se.brygga.activities.orders.SearchTerm;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.activities.sql.TimeKey;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.Callbacks;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SilentLists;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** What each view of the desk asks the books. */
final class Views {

    private static final int PAGE = 100;
    private static final String SMALL = "t7";
    private static final String SHOP = "s1";
    private static final MovableTime TIME = new MovableTime("2026-11-01T00:00:00Z");

    /** Where a reader of a long list is after half of the orders. */
    private static final PagedLists.Key HALF_WAY = new PagedLists.Key(
            Instant.parse("2026-11-01T00:00:00Z").minusSeconds(15L * ManyOrders.count()),
            OrderRef.of(ManyOrders.BIG, "s0", 12),
            0);

    private static final Map<String, Set<String>> WHOSE = new LinkedHashMap<>();

    static {
        WHOSE.put("", Set.of());
        WHOSE.put(" of a big tenant", Set.of(ManyOrders.BIG));
        WHOSE.put(" of a small tenant", Set.of(SMALL));
        WHOSE.put(" of two tenants", Set.of(ManyOrders.BIG, SMALL));
        WHOSE.put(" of a tenant that has all skipped", Set.of(ManyOrders.ALL_SKIPPED));
        WHOSE.put(" of a tenant that has nothing", Set.of("t0"));
    }

    private final Map<String, Runnable> all = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Views(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        orders(new PagedLists(jdbc));
        story(new OrderLists(jdbc));
        trouble();
        callbacks();
        audit();
        searches(new SearchBook(jdbc, new BlindIndex(jdbc, Vault.demo())));
    }

    /** Each view by its name. */
    Map<String, Runnable> all() {
        return all;
    }

    private void orders(PagedLists pages) {
        for (@Nullable
        State state : new State[] {null, State.WAITING, State.ON_ITS_WAY, State.SKIPPED, State.TRANSFERRED}) {
            String name = "orders list " + (state == null ? "all" : Sql.code(state));
            WHOSE.forEach((of, tenants) -> filter(name + of, pages, tenants, null, state, null));
            filter(name + " of a shop", pages, Set.of(ManyOrders.BIG), SHOP, state, null);
            filter(
                    name + " of a shop that has all skipped",
                    pages,
                    Set.of(ManyOrders.SHOPS_SKIPPED),
                    "s1",
                    state,
                    null);
            filter(
                    name + " of a shop that has none skipped",
                    pages,
                    Set.of(ManyOrders.SHOPS_SKIPPED),
                    "s2",
                    state,
                    null);
        }
        filter("orders list of a cause", pages, Set.of(), null, null, Cause.NO_ROWS);
    }

    private void filter(
            String name,
            PagedLists pages,
            Set<String> tenants,
            @Nullable String shop,
            @Nullable State state,
            @Nullable Cause cause) {
        PagedLists.Filter first = new PagedLists.Filter(tenants, shop, state, cause, null, PAGE);
        PagedLists.Filter later = new PagedLists.Filter(tenants, shop, state, cause, HALF_WAY, PAGE);
        all.put(name, () -> pages.list(first));
        all.put(name + ", half-way", () -> pages.list(later));
        all.put(name + ", counted", () -> pages.count(first));
    }

    private void story(OrderLists lists) {
        OrderRef order = OrderRef.of(ManyOrders.BIG, "s0", 12_006);
        AttentionBook attention = new AttentionBook(jdbc, TIME);
        AttentionLists waiting = new AttentionLists(jdbc);
        all.put("orders show", () -> lists.find(order));
        all.put("orders show: number alone", () -> lists.withNumber(12_006));
        all.put("orders show: calls", () -> lists.calls(order, "X-12006"));
        all.put("orders show: what waited", () -> attention.ofOrder(order));
        all.put("orders show: in Specter", () -> specterOrders().told(ManyOrders.BIG, 100_012_006));
        all.put("orders show: counted", () -> lists.counted(order));
        all.put(
                "sums of a day",
                () -> lists.countedBetween(TIME.instant().minus(Duration.ofDays(1)), TIME.instant(), SMALL, null));
        all.put("causes", () -> waiting.waiting(null));
        all.put("causes of a tenant", () -> waiting.waiting(SMALL));
        all.put("waiting for a cause", () -> attention.open(null, Cause.NO_ROWS));
    }

    private SpecterOrderBook specterOrders() {
        return new SpecterOrderBook(jdbc, transactions, TIME);
    }

    private Database database() {
        return new Database(TestDatabase.source(), jdbc, transactions, TIME);
    }

    private void trouble() {
        all.put("trouble: outages", () -> new OutageBook(jdbc, transactions, TIME).known());
        all.put("trouble: notices", () -> new NoticeBook(jdbc, TIME).open(null));
        all.put("trouble: web hooks", () -> new WebHookInbox(jdbc, TIME).overdue(null));
        all.put("trouble: web hooks of a tenant", () -> new WebHookInbox(jdbc, TIME).overdue(SMALL));
        all.put("trouble: unswept", () -> new IntakeBook(jdbc).unsweptSince(TIME.instant()));
        FeedLists feeds = new FeedLoops(database(), new NoticeBook(jdbc, TIME)).lists();
        all.put("feeds: loops", feeds::loops);
        all.put("feeds: open batches", feeds::openBatches);
        Instant yesterday = TIME.instant().minus(Duration.ofDays(1));
        all.put("feeds: foreign batches", () -> feeds.foreignSince(yesterday));
    }

    private void callbacks() {
        CallbackBook book = new Callbacks(database(), new AttentionBook(jdbc, TIME), specterOrders()).book();
        WHOSE.forEach((of, tenants) -> {
            all.put("callbacks list" + of, () -> book.list(tenants, null, null, 0, PAGE));
            for (CallbackBook.State state : CallbackBook.State.values()) {
                all.put("callbacks list " + Sql.code(state) + of, () -> book.list(tenants, state, null, 0, PAGE));
            }
            all.put("callbacks list undone" + of, () -> book.list(tenants, null, OrderEvent.UNDONE, 0, PAGE));
            all.put("callbacks list delivered" + of, () -> book.list(tenants, null, OrderEvent.DELIVERED, 0, PAGE));
        });
        silent(new SilentLists(jdbc));
        all.put("orders show: callbacks", () -> book.ofOrder(OrderRef.of(ManyOrders.BIG, "s0", 12_006)));
    }

    private void silent(SilentLists silent) {
        for (String shop : List.of("s0", SHOP, "s2")) {
            Map<String, Instant> one = Map.of(shop, TIME.instant());
            all.put("callbacks silent of " + shop, () -> silent.list(ManyOrders.BIG, one, null, PAGE));
        }
        Map<String, Instant> shops = Map.of("s0", TIME.instant(), SHOP, TIME.instant());
        all.put("callbacks silent of two shops", () -> silent.list(ManyOrders.BIG, shops, null, PAGE));
        TimeKey later = new TimeKey(HALF_WAY.at(), ManyOrders.BIG + "/s0/12");
        all.put("callbacks silent, half-way", () -> silent.list(ManyOrders.BIG, shops, later, PAGE));
    }

    private void audit() {
        AuditBook audit = new AuditBook(jdbc, TIME);
        TimeKey later = new TimeKey(HALF_WAY.at(), "d12");
        WHOSE.forEach((of, tenants) -> {
            all.put("audit" + of, () -> audit.list(tenants, null, PAGE));
            all.put("audit" + of + ", half-way", () -> audit.list(tenants, later, PAGE));
        });
    }

    private void searches(SearchBook book) {
        List<String> everybody =
                IntStream.rangeClosed(1, 20).mapToObj(n -> "t" + n).toList();
        for (String text : List.of(
                ManyOrders.NAME,
                ManyOrders.NAME + " " + ManyOrders.SURNAME,
                ManyOrders.SKU,
                ManyOrders.EMAIL,
                "12006",
                "100012006",
                "UA 12006",
                "nobody")) {
            search(book, text, List.of(ManyOrders.BIG), "a tenant");
            search(book, text, everybody, "all");
        }
    }

    private void search(SearchBook book, String text, List<String> tenants, String among) {
        Map<SearchTerm.Kind, Set<SearchTerm>> terms =
                SearchTerm.typed(text).stream().collect(Collectors.groupingBy(SearchTerm::kind, Collectors.toSet()));
        terms.forEach((kind, of) ->
                all.put("search " + text + " as " + kind + " among " + among, () -> book.find(of, tenants, PAGE + 1)));
    }
}
