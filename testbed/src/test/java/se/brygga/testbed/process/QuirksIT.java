package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.brygga.activities.store.OrderLists;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.specter.protocol.FeedQuirks;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * Whatever the answers to the protocols' open points are: an order arrives once and to the öre, or waits for a person. One
 * order for each quirk and each value that is not the usual one.
 */
class QuirksIT {

    private static final String SHOP = "te-butiken";
    private static final long ACCOUNT = 8888;
    private static final String ARRIVED = "in Specter";

    /** Samples for quirks that take a number. */
    private static final Map<String, String> NUMBERS = Map.of(
            "noise", "100",
            "read.lag", "2",
            "rate.signal", "403",
            "rate.retryAfter", "1",
            "order.maxRows", "2",
            "maxBodyBytes", "100",
            "latencyMs", "300",
            "rateLimitPerMinute", "100000");

    /** Where the order must wait, and for what; everywhere else it must arrive. */
    private static final Map<String, Cause> MUST_WAIT = Map.ofEntries(
            Map.entry("access=withdrawn", Cause.STARWEB_CREDENTIALS_REFUSED),
            Map.entry("order.amountDiscount=INC_VAT", Cause.TOTALS_DIFFER),
            Map.entry("order.adjustments=hidden", Cause.TOTALS_DIFFER),
            Map.entry("order.addresses=none", Cause.ADDRESS_UNUSABLE),
            Map.entry("tenant.apiVersion=1", Cause.SPECTER_CREDENTIALS_REFUSED),
            Map.entry("user.rights=R", Cause.SPECTER_CREDENTIALS_REFUSED),
            Map.entry("maxBodyBytes=100", Cause.SPECTER_REFUSED_CUSTOMER),
            Map.entry("person.nameRequired=true", Cause.SPECTER_REFUSED_CUSTOMER),
            Map.entry("order.maxRows=2", Cause.SPECTER_REFUSED_ORDER),
            Map.entry("price.decimals=2", Cause.SPECTER_REFUSED_ORDER));

    /** Nothing that Specter answers tells of it: only a look at the order there does. */
    private static final Set<String> CANNOT_BE_SEEN = Set.of("rounding=WHOLE_KRONA");

    private static World world;

    @BeforeAll
    static void start() {
        world = new World(31);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anOrderArrivesOnceAndToTheOreOrWaitsWhateverTheOpenPointsTurnOutToBe() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Quirks quirks : List.of(world.starweb.quirks(SHOP), world.specter.quirks(ACCOUNT))) {
            for (Quirks.Quirk quirk : quirks.known()) {
                if (FeedQuirks.names().contains(quirk.name())) {
                    continue; // An order on its way in does not meet it.
                }
                for (String value : unusual(quirk)) {
                    String name = quirk.name() + "=" + value;
                    quirks.set(quirk.name(), value);
                    OrderRef order = placeAndSettle(kindFor(quirk.name()), name);
                    quirks.reset();
                    outcomes.put(name, outcome(order));
                    check(name, order).ifPresent(wrong::add);
                }
            }
        }
        System.out.println("One order for each quirk:");
        outcomes.forEach((name, outcome) -> System.out.printf("  %-45s %s%n", name, outcome));
        assertThat(wrong).isEmpty();
    }

    private static List<String> unusual(Quirks.Quirk quirk) {
        return quirk.values().stream()
                .filter(value -> !value.equals(quirk.usual()))
                .map(value -> value.equals(Quirks.NUMBER) ? NUMBERS.getOrDefault(quirk.name(), "1") : value)
                .toList();
    }

    private static OrderKind kindFor(String quirk) {
        return switch (quirk) {
            case "order.bundleMoney" -> OrderKind.BUNDLE;
            case "order.adjustments" -> OrderKind.T3;
            case "order.rounding" -> OrderKind.T4;
            default -> OrderKind.T1;
        };
    }

    private static OrderRef placeAndSettle(OrderKind kind, String name) {
        OrderRef order =
                Merchants.order(SHOP, world.starweb.placeAndPay(SHOP, kind).orderId());
        await(name)
                .atMost(Duration.ofSeconds(40))
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
                .order(ACCOUNT, Merchants.externalNo(order))
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
