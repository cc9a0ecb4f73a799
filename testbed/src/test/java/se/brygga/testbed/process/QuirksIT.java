package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * Whatever the answers to the protocols' open points are: an order arrives once and to the öre, or waits for a person. One
 * order for each quirk and each value that is not the usual one.
 */
class QuirksIT {

    private static final String SHOP = "te-butiken";
    private static final String TENANT = "tehuset";
    private static final long ACCOUNT = 8888;
    private static final String ARRIVED = "in Specter";

    /** Where the order must wait, and for what; everywhere else it must arrive. */
    private static final Map<String, Cause> MUST_WAIT = Map.ofEntries(
            Map.entry("order.amountDiscount=INC_VAT", Cause.TOTALS_DIFFER),
            Map.entry("order.adjustments=hidden", Cause.TOTALS_DIFFER),
            Map.entry("order.addresses=none", Cause.ADDRESS_UNUSABLE),
            Map.entry("maxBodyBytes=100", Cause.SPECTER_REFUSED_CUSTOMER),
            Map.entry("maxUrlBytes=1", Cause.SPECTER_REFUSED_CUSTOMER),
            Map.entry("person.nameRequired=true", Cause.SPECTER_REFUSED_CUSTOMER),
            Map.entry("order.maxRows=2", Cause.SPECTER_REFUSED_ORDER),
            Map.entry("price.decimals=2", Cause.SPECTER_REFUSED_ORDER));

    /** What keeps everybody from going on: the order stays on its way, and arrives by itself when that is mended. */
    private static final Map<String, Set<Cause>> MUST_STAY = Map.of(
            "access=withdrawn", Set.of(Cause.STARWEB_CREDENTIALS_REFUSED),
            "host.mode=host", Set.of(Cause.STARWEB_ADDRESS_WRONG),
            "host.mode=redirect", Set.of(Cause.STARWEB_ADDRESS_WRONG),
            "tenant.apiVersion=1", Set.of(Cause.SPECTER_CREDENTIALS_REFUSED),
            "user.rights=R", Set.of(Cause.SPECTER_CREDENTIALS_REFUSED, Cause.SPECTER_RIGHTS_MISSING));

    /** Here an order's content was lost on its way: it may wait for whatever is missing, but never arrive as another one. */
    private static final String LOSS = "noise.loss=30";

    private static final Set<String> BACK_ORDER = Set.of("order.sameStatus", "order.paymentStatuses");

    /** What comes of a delivery where it is not told as usual. */
    private static final Map<String, String> BACK = Map.of(
            "payment.failMode=refused", "waits for PAYMENT_REFUSED, created reserved \\[]",
            "payment.failMode=status-only", "waits for PAYMENT_NOT_CAPTURED, completed reserved \\[MAIL]",
            "payment.failMode=nothing", "waits for STATUS_NOT_TAKEN, created untracked reserved \\[]",
            "payment.failMode=error-after-status", "waits for PAYMENT_NOT_CAPTURED, completed reserved \\[MAIL]",
            "payment.actions=none", "waits for PAYMENT_NOT_CAPTURED, completed reserved \\[MAIL]");

    /** Quirks that no order, quantity or price gets past, or in which an answer cannot be believed. */
    private static final Map<String, String> STOPS = Map.of(
            "foreign.connector=fights",
            "stock missing, waits for STATUS_NOT_TAKEN, created captured \\[MAIL, CAPTURE]",
            LOSS,
            ".*",
            "host.mode=host",
            ".*behind STARWEB_ADDRESS_WRONG, created untracked reserved \\[]",
            "host.mode=redirect",
            ".*behind STARWEB_ADDRESS_WRONG, created untracked reserved \\[]",
            "access=withdrawn",
            ".*behind STARWEB_CREDENTIALS_REFUSED, created untracked reserved \\[]");

    /** Nothing that Specter answers tells of it: only a look at the order there does. */
    private static final Set<String> CANNOT_BE_SEEN = Set.of("rounding=WHOLE_KRONA");

    private static World world;
    private static ExecutorService side;
    private static Future<List<String>> wrongOrders;
    private static Future<Map<String, String>> changesShown;

    /** Both ways go side by side: they meet in no shop, no account and no tenant. */
    @BeforeAll
    static void start() {
        world = new World(31);
        side = Executors.newVirtualThreadPerTaskExecutor();
        wrongOrders = side.submit(QuirksIT::placeOrders);
        changesShown = side.submit(QuirksIT::changeInSpecter);
    }

    @AfterAll
    static void stop() {
        side.shutdownNow();
        world.close();
    }

    @Test
    void anOrderArrivesOnceAndToTheOreOrWaitsWhateverTheOpenPointsTurnOutToBe() throws Exception {
        assertThat(wrongOrders.get()).isEmpty();
    }

    @Test
    void whatHappensInSpecterReachesTheShopOnceOrWaitsWhateverTheOpenPointsTurnOutToBe() throws Exception {
        assertThat(changesShown.get())
                .allSatisfy((names, outcome) -> assertThat(outcome).matches(expected(names)));
    }

    private static List<String> placeOrders() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Quirks quirks : List.of(
                world.starweb.quirks(SHOP), world.specter.account(ACCOUNT).quirks())) {
            for (Quirks.Quirk quirk : quirks.known()) {
                if (FeedQuirk.keys().contains(quirk.key()) || quirk.key().startsWith("error.codes.")) {
                    continue; // An order on its way in does not meet it.
                }
                for (String value : Choice.unusual(quirk)) {
                    String name = quirk.key() + "=" + value;
                    quirks.set(quirk.key(), value);
                    OrderRef order = MUST_STAY.containsKey(name) ? placeBehind(name) : placeAndSettle(quirk, name);
                    quirks.reset();
                    world.awaitNoOutage(TENANT);
                    if (MUST_STAY.containsKey(name)) {
                        world.awaitTransferred(order);
                    }
                    outcomes.put(name, outcome(order));
                    check(name, order).ifPresent(wrong::add);
                }
            }
        }
        System.out.println("One order for each quirk:");
        outcomes.forEach((name, outcome) -> System.out.printf("  %-45s %s%n", name, outcome));
        return wrong;
    }

    /** Two quirks at a time, one of each system: what they do does not meet. Those that stop a whole shop come alone, last. */
    private static Map<String, String> changeInSpecter() {
        Deque<Choice> inShop = choices(world.starweb.quirks(WayBack.SHOP), QuirksIT::concernsTheWayBack);
        Deque<Choice> inSpecter = choices(world.specter.account(WayBack.ACCOUNT).quirks(), QuirksIT::concernsFeeds);
        List<Choice> stopping = inShop.stream()
                .filter(choice -> STOPS.containsKey(choice.name()))
                // Loss last: what it has made unreadable of other orders waits until they can be read again.
                .sorted(Comparator.comparing(choice -> choice.name().equals(LOSS)))
                .toList();
        inShop.removeAll(stopping);
        WayBack back = new WayBack(world, Math.max(inShop.size(), inSpecter.size()) + stopping.size());
        Map<String, String> outcomes = new LinkedHashMap<>();
        while (!inShop.isEmpty() || !inSpecter.isEmpty()) {
            List<Choice> two = Stream.of(inShop, inSpecter)
                    .flatMap(queue -> Stream.ofNullable(queue.poll()))
                    .toList();
            outcomes.put(names(two), withQuirks(two, back));
        }
        stopping.forEach(choice -> outcomes.put(choice.name(), withQuirks(List.of(choice), back)));
        System.out.println("A delivery, a quantity and a price in Specter, for each quirk:");
        outcomes.forEach((name, outcome) -> System.out.printf("  %-75s %s%n", name, outcome));
        return outcomes;
    }

    private static String names(List<Choice> choices) {
        return String.join(" + ", choices.stream().map(Choice::name).toList());
    }

    private static String withQuirks(List<Choice> choices, WayBack back) {
        choices.forEach(Choice::set);
        String names = names(choices);
        // Where content is lost, nothing tells that it will not come later.
        String outcome = names.equals(LOSS)
                ? back.round(Duration.ofSeconds(10), _ -> false)
                : back.round(Duration.ofMinutes(3), shown -> shown.matches(expected(names)));
        choices.forEach(choice -> choice.quirks().reset());
        world.awaitNoOutage(WayBack.TENANT);
        return outcome;
    }

    private static String expected(String names) {
        return Stream.of(names.split(" \\+ "))
                .flatMap(name -> Stream.of(BACK, STOPS).flatMap(known -> Stream.ofNullable(known.get(name))))
                .findFirst()
                .orElse(WayBack.REACHED);
    }

    /** An order has been placed, its customer made and its hooks sent long before it is delivered. */
    private static boolean concernsTheWayBack(String quirk) {
        boolean before = quirk.startsWith("order.") && !BACK_ORDER.contains(quirk);
        return !before
                && Stream.of("customer.", "hook.customerKey", "hook.transport", "hook.eventId", "shop.status")
                        .noneMatch(quirk::startsWith)
                && !quirk.equals("payment.waitMillis");
    }

    private static boolean concernsFeeds(String quirk) {
        return FeedQuirk.keys().contains(quirk) && !quirk.contains("trigger");
    }

    private static Deque<Choice> choices(Quirks quirks, Predicate<String> wanted) {
        return quirks.known().stream()
                .filter(quirk -> wanted.test(quirk.key()))
                .flatMap(quirk -> Choice.unusual(quirk).stream().map(value -> new Choice(quirks, quirk.key(), value)))
                // A merchant's warehouses do not lose their numbers from one day to the next.
                .filter(choice -> !choice.name().equals("stock.siteAttr=NONE"))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static OrderKind kindFor(String quirk) {
        return switch (quirk) {
            case "order.bundleMoney" -> OrderKind.BUNDLE;
            case "order.adjustments" -> OrderKind.T3;
            case "order.rounding" -> OrderKind.T4;
            default -> OrderKind.T1;
        };
    }

    private static OrderRef placeBehind(String name) {
        OrderRef order = Merchants.order(
                SHOP, world.starweb.placeAndPay(SHOP, OrderKind.T1).orderId());
        await(name)
                .atMost(Duration.ofMinutes(3))
                .until(() -> world.behind(order)
                        .filter(MUST_STAY.getOrDefault(name, Set.of())::contains)
                        .isPresent());
        return order;
    }

    private static OrderRef placeAndSettle(Quirks.Quirk quirk, String name) {
        OrderRef order = Merchants.order(
                SHOP, world.starweb.placeAndPay(SHOP, kindFor(quirk.key())).orderId());
        await(name)
                .atMost(Duration.ofMinutes(3))
                .until(() -> world.line(order)
                        .filter(line -> line.specterNumber() != null || line.cause() != null)
                        .isPresent());
        return order;
    }

    private static String outcome(OrderRef order) {
        OrderLists.Line line = world.line(order).orElseThrow();
        Cause cause = line.cause();
        return cause == null ? ARRIVED : "waits for " + cause;
    }

    private static Optional<String> check(String name, OrderRef order) {
        Cause expected = MUST_WAIT.get(name);
        Cause cause = world.line(order).orElseThrow().cause();
        if (name.equals(LOSS) && cause != null) {
            return Optional.empty();
        }
        if (cause != expected) {
            return Optional.of(name + ": waits for " + cause + ", expected " + expected);
        }
        if (cause != null) {
            return world.copiesInSpecter(order) == 0 ? Optional.empty() : Optional.of(name + ": waits, but is there");
        }
        BigDecimal inShop = new BigDecimal(world.starweb.orders(SHOP).stream()
                .filter(o -> o.orderId() == order.orderId())
                .findFirst()
                .orElseThrow()
                .total());
        BigDecimal inSpecter = world.specter
                .account(ACCOUNT)
                .order(Merchants.externalNo(order))
                .orElseThrow()
                .total();
        if (world.copiesInSpecter(order) != 1) {
            return Optional.of(name + ": " + world.copiesInSpecter(order) + " copies");
        }
        return inShop.compareTo(inSpecter) == 0 || CANNOT_BE_SEEN.contains(name)
                ? Optional.empty()
                : Optional.of(name + ": " + inShop + " in the shop, " + inSpecter + " in Specter");
    }
}
