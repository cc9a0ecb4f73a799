package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import tools.jackson.databind.JsonNode;

/**
 * A remote system is out of order: one thing is told of it, every order stays on its way, and all go on by themselves when it is
 * mended.
 */
class OutageIT {

    private static final String SHOP = "te-butiken";
    private static final String TENANT = "tehuset";
    private static final int ORDERS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static World world;
    private static Commands commands;

    @BeforeAll
    static void start() {
        world = new World(47);
        commands = new Commands(world);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @AfterEach
    void mend() {
        world.specter.faults().clear();
        world.starweb.faults().clear();
        world.awaitNoOutage();
    }

    @Test
    void ordersGoOnByThemselvesWhenSpectersUserMayWriteAgain() {
        world.specter
                .faults()
                .add(Fault.share("new[A-Z][a-z]+Submit", Fault.Kind.STATUS, 100)
                        .withStatus(200, "0;12;API user 7 may not write"));
        Instant begin = Instant.now();
        List<OrderRef> orders = place();

        awaitBehind(orders, Cause.SPECTER_RIGHTS_MISSING, Cause.SPECTER_CREDENTIALS_REFUSED);
        assertToldOnce("code 12: API user 7 may not write");
        assertThat(brygga("feeds", "list", TENANT).out()).contains("code 12: API user 7 may not write");
        Said show = brygga("orders", "show", orders.getFirst().toString());
        assertThat(show.out()).contains("Läge: på väg", "Väntar på " + TENANT, "nästa försök", "may not write");
        // However slow the machine is: those that were under way at first, and one in five seconds since.
        int asked = asked("may not write");
        long tries = Duration.between(begin, Instant.now()).toSeconds() / 5;
        assertThat(asked).as("one at a time tries").isLessThanOrEqualTo(ORDERS + Math.toIntExact(tries));

        world.specter.faults().clear();

        assertAllArriveOnce(orders);
    }

    @Test
    void ordersGoOnByThemselvesWhenSpecterAnswersAgain() {
        world.specter.faults().add(Fault.share("action=", Fault.Kind.DROP_BEFORE_COMMIT, 100));
        List<OrderRef> orders = place();

        awaitBehind(orders, Cause.SPECTER_AWAY);
        assertToldOnce("connection-lost");
        world.specter.faults().clear();

        assertAllArriveOnce(orders);
    }

    @Test
    void aShopThatIsTooBusyForLongIsToldAndItsPauseEndedByAnOperator() {
        world.starweb
                .faults()
                .add(Fault.share("/" + SHOP + "/api", Fault.Kind.STATUS, 100)
                        .withStatus(429, "{\"error\":\"Too Many Requests\"}")
                        .withRetryAfter("86400"));
        OrderRef order = Merchants.order(
                SHOP, world.starweb.placeAndPay(SHOP, OrderKind.T1).orderId());
        JdbcClient database = world.apps.bean(JdbcClient.class);
        await("a pause")
                .atMost(PATIENCE)
                .until(() -> database.sql(
                                        "select count(*) from outage where kind = 'busy' and next_try_at > now() + interval '10 minutes'")
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(brygga("orders", "list").out()).as("a storm").doesNotContain("! " + TENANT + "/" + SHOP + ": ");

        database.sql("update outage set since = since - interval '5 minutes'").update();

        assertThat(brygga("orders", "list").out()).contains("! " + TENANT + "/" + SHOP + ": ", "limit", "nästa försök");
        assertThat(brygga("orders", "show", order.toString()).out()).contains("starweb-busy", "nästa försök");
        assertThat(brygga("systems", "retry", TENANT + "/nirgends").err()).contains("har ingen butik \"nirgends\"");
        Said still = brygga("systems", "retry", TENANT + "/" + SHOP, "--by", "anna", "--reason", "case 22");
        assertThat(still.exit()).isEqualTo(1);
        assertThat(still.out()).contains("limit");
        world.starweb.faults().clear();
        Said over = brygga("systems", "retry", TENANT + "/" + SHOP, "--by", "anna", "--reason", "case 22");
        assertThat(over.out()).contains("fungerar igen");
        assertThat(over.exit()).isZero();
        world.awaitTransferred(order);
        assertThat(brygga("systems", "list").out()).contains("Inget system");
        assertThat(brygga("systems", "retry", TENANT).out()).contains("inte känt för att vara ur funktion");
    }

    private static List<OrderRef> place() {
        List<OrderRef> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(Merchants.order(
                    SHOP,
                    world.starweb.placeAndPay(SHOP, OrderKind.PRIVATE_KLARNA).orderId()));
        }
        return orders;
    }

    private static void awaitBehind(List<OrderRef> orders, Cause... causes) {
        await("behind").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(world.behind(orders.getFirst()))
                    .hasValueSatisfying(cause -> assertThat(cause).isIn((Object[]) causes));
            assertThat(orders).allSatisfy(order -> assertThat(world.line(order)).isPresent());
        });
    }

    /** One line of Specter in each list, one notice, and no order that waits for a person. */
    private static void assertToldOnce(String answer) {
        JsonNode told = brygga("notices", TENANT, "--json").json().path("outages");
        assertThat(told.size()).isEqualTo(1);
        assertThat(told.get(0).path("lastAnswer").asString()).isEqualTo(answer);
        assertThat(told.get(0).path("waiting").asInt()).isEqualTo(ORDERS);
        // A notice of an article that an order has made may stand beside it.
        assertThat(brygga("orders", "list")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("! " + TENANT + ": ") && line.contains("nästa försök")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains(answer, "går vidare av sig själva: " + ORDERS));
        assertThat(world.apps.bean(AttentionBook.class).open(TENANT, null)).isEmpty();
    }

    private static void assertAllArriveOnce(List<OrderRef> orders) {
        orders.forEach(world::awaitTransferred);
        assertThat(orders)
                .allSatisfy(order -> assertThat(world.copiesInSpecter(order)).isOne());
        world.awaitNoOutage();
    }

    private static int asked(String answer) {
        return world.apps
                .bean(JdbcClient.class)
                .sql("select count(*) from remote_call where answer like '%' || :answer")
                .param("answer", answer)
                .query(Integer.class)
                .single();
    }

    private static Said brygga(String... arguments) {
        return commands.brygga(arguments);
    }
}
