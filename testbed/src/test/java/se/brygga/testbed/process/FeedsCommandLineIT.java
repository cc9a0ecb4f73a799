package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.FeedBook;
import se.brygga.activities.status.CallbackBook;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.simulators.Fault;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.starter.StarterApplication;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.feed.Feed;
import tools.jackson.databind.JsonNode;

/** The commands about what comes back from Specter, as an operator uses them, against running apps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedsCommandLineIT {

    private static final String SHOP = "kajak-se";
    private static final String REF = "nordkajak/kajak-se";
    private static final long ACCOUNT = 9999;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private World world;
    private Commands commands;

    @BeforeAll
    void open() {
        world = new World(74);
        commands = new Commands(world);
        polled("nordkajak", Feed.STOCK);
        polled("nordkajak", Feed.ORDERS);
        polled("tehuset", Feed.ORDERS);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void theLoopsAreListedWithTheirIntervals() {
        Said list = brygga("feeds", "list", "--lang", "en");

        assertThat(list.exit()).isZero();
        assertThat(list.out().lines())
                .anyMatch(line -> line.matches("nordkajak +stock +polls .*PT10S to PT30S.*"))
                .anyMatch(line -> line.matches("tehuset +orders +polls .*PT10S to PT30S.*"));
        JsonNode json = brygga("feeds", "list", "nordkajak", "--json").json();
        assertThat(json.path("loops")
                        .valueStream()
                        .map(loop -> loop.path("tenant").asString()))
                .containsOnly("nordkajak");
        assertThat(brygga("feeds", "list", "nobody", "--lang", "en").err()).contains("nobody", "nordkajak");
    }

    @Test
    void aLoopIsPausedAndGoesOn() {
        Said pause = english("feeds", "pause", "tehuset", "orders", "--by", "anna", "--reason", "Specter byter server");

        assertThat(pause.err()).isEmpty();
        assertThat(pause.out()).contains("tehuset orders: paused");
        assertThat(brygga("feeds", "list", "--lang", "en").out().lines())
                .anyMatch(line -> line.matches("tehuset +orders +paused by anna \\(token tests\\) .*"));
        Said poke = english("feeds", "poke", "tehuset", "orders");
        assertThat(poke.exit()).isEqualTo(1);
        assertThat(poke.err()).contains("paused by anna");

        assertThat(brygga("feeds", "resume", "tehuset", "orders", "--by", "bo").exit())
                .isZero();
        polled("tehuset", Feed.ORDERS);
        assertThat(audit("tehuset"))
                .contains(
                        "anna (token tests) pause feed orders Specter byter server",
                        "bo (token tests) resume feed orders -");
    }

    @Test
    void anArticleThatAnOrderHadMadeIsListedAndAccepted() {
        ArticleBook articles = world.apps.bean(ArticleBook.class);
        articles.making("nordkajak", List.of("Ny-Kajak"));

        assertThat(brygga("stock", "articles", "nordkajak").out().lines())
                .anyMatch(line -> line.matches("Ny-Kajak .*made-by-order.*"));
        assertThat(english("stock", "show", "nordkajak/kajak-se", "ny-kajak").out())
                .contains("an order had it made");

        Said accepted = brygga("stock", "accept", "nordkajak", "NY-KAJAK", "--by", "anna", "--reason", "lagd rätt");
        assertThat(accepted.err()).isEmpty();
        assertThat(brygga("stock", "articles", "nordkajak").out()).doesNotContain("Ny-Kajak");
        assertThat(audit("nordkajak")).contains("anna (token tests) accept-article article NY-KAJAK lagd rätt");
        assertThat(brygga("stock", "accept", "nordkajak", "NY-KAJAK", "--lang", "en")
                        .err())
                .contains("nothing is withheld");
    }

    @Test
    void anIntervalIsSetAndGivenBackToTheSetUp() {
        Said interval = brygga("feeds", "interval", "nordkajak", "stock", "PT5M", "--by", "anna");

        assertThat(interval.err()).isEmpty();
        assertThat(brygga("feeds", "list", "--lang", "en").out().lines())
                .anyMatch(line -> line.matches("nordkajak +stock .*PT5M \\(operator\\).*"));
        assertThat(english("feeds", "interval", "nordkajak", "stock", "set-up").out())
                .contains("as the set-up says");
        assertThat(brygga("feeds", "list", "--lang", "en").out()).doesNotContain("operator");
        assertThat(audit("nordkajak")).contains("anna (token tests) interval PT5M feed stock -");
    }

    @Test
    void allLoopsOfATenantArePoked() {
        Said poke = english("feeds", "poke", "nordkajak", "--all", "--by", "anna");

        assertThat(poke.exit()).isZero();
        assertThat(poke.out()).contains("nordkajak orders: polls now", "nordkajak stock: polls now");
        assertThat(audit("nordkajak")).contains("anna (token tests) poke feed stock -");
    }

    @Test
    void wrongValuesAreRefusedWithTheRemedy() {
        assertThat(brygga("feeds", "interval", "nordkajak", "stock", "PT1S", "--lang", "en")
                        .err())
                .contains("from 10 seconds to 24 hours");
        assertThat(brygga("feeds", "interval", "nordkajak", "stock", "often", "--lang", "en")
                        .err())
                .contains("write something like PT30S");
        assertThat(brygga("feeds", "pause", "nordkajak", "weather", "--lang", "en")
                        .err())
                .contains("orders, prices, stock");
        assertThat(brygga("feeds", "pause", "nobody", "stock", "--lang", "en").err())
                .contains("there are: ");
        assertThat(brygga("feeds", "pause", "nordkajak").exit()).isEqualTo(2);
        assertThat(brygga("feeds", "pause", "nordkajak", "stock", "--all").exit())
                .isEqualTo(2);
        assertThat(brygga("callbacks", "list", "--event", "eaten", "--lang", "en")
                        .err())
                .contains("part-delivered");
        assertThat(brygga("callbacks", "list", "--state", "eaten", "--lang", "en")
                        .err())
                .contains("waiting");
        assertThat(brygga("stock", "show", "nordkajak", "KAJ-001", "--lang", "en")
                        .err())
                .contains("tenant/shop");
        assertThat(brygga("stock", "show", "nordkajak/kajak-dk", "KAJ-001", "--lang", "en")
                        .err())
                .contains("no shop \"kajak-dk\"");
        assertThat(brygga("stock", "drift", "tehuset", "--lang", "en").err()).contains("tenant/shop");
        assertThat(brygga("prices", "drift", "nordkajak/kajak-dk", "--lang", "en")
                        .err())
                .contains("no shop \"kajak-dk\"");
        assertThat(brygga("stock", "show", REF, "NOT-THERE", "--lang", "en").err())
                .contains("nothing is known");
    }

    @Test
    void whatIsOutOfReachIsSaidAndNothingIsWrittenDown() {
        try (ConfigurableApplicationContext other = withoutTemporal()) {
            Server lonely = commands.at(() -> URI.create("http://127.0.0.1:"
                    + Objects.requireNonNull(((WebServerApplicationContext) other).getWebServer())
                            .getPort()));
            Said pause =
                    Commands.asked(lonely, "feeds", "pause", "nordkajak", "orders", "--by", "carl", "--lang", "en");

            assertThat(pause.exit()).isEqualTo(1);
            assertThat(pause.err()).contains("127.0.0.1:1", "does not answer");
            assertThat(Commands.asked(lonely, "stock", "compare", REF, "--by", "carl", "--lang", "en")
                            .err())
                    .contains("does not answer");
            assertThat(audit("nordkajak")).noneMatch(line -> line.startsWith("carl"));
            for (String list : List.of("orders list", "feeds list", "notices", "systems list")) {
                assertThat(Commands.asked(lonely, list.split(" ")).out())
                        .as(list)
                        .startsWith("! Temporal svarar inte (Temporal på 127.0.0.1:1, namnrymden default, svarar inte")
                        .doesNotContain("\nInga ordrar", "Det finns inget att ta del av", "Inget system är känt");
            }
        }
    }

    private ConfigurableApplicationContext withoutTemporal() {
        Map<String, String> properties = Apps.withManagementPort(
                Apps.properties(world.database, world.temporal, 0, Map.of("brygga.temporal.target", "127.0.0.1:1")));
        return StarterApplication.application()
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    @Test
    void anotherTenantsTokenSeesNothingOfItAndChangesNothing() {
        world.apps.bean(NoticeBook.class).open("nordkajak", "", Cause.FEED_REFUSED, "stock", Detail.value("a test"));
        String id = brygga("notices", "nordkajak", "--json")
                .json()
                .path("notices")
                .get(0)
                .path("id")
                .asString();
        String secret = world.apps
                .bean(AccessDesk.class)
                .make(
                        new NewToken.Wish("other", Set.of(Right.READ, Right.DECIDE), Set.of("tehuset")),
                        new Operator("root", null))
                .secret();
        Server foreign = Server.of(() -> new Profile(world.apps.starterUri().toString(), secret));

        for (String line : List.of(
                "feeds list nordkajak",
                "feeds pause nordkajak orders",
                "notices nordkajak",
                "notices close " + id,
                "systems list nordkajak",
                "systems retry nordkajak",
                "stock show " + REF + " KAJ-001",
                "stock articles nordkajak",
                "stock drift " + REF,
                "stock compare " + REF,
                "stock compare " + REF + " --stop",
                "prices waiting nordkajak",
                "prices drift " + REF,
                "prices approve " + REF + " --all --yes --reason x")) {
            Said said = Commands.asked(foreign, line.split(" "));
            assertThat(said.exit()).as(line).isEqualTo(1);
            assertThat(said.out()).as(line).isEmpty();
            assertThat(said.err()).as(line).containsPattern("Det finns ingen sådan kund|inget öppet meddelande");
        }
        for (String line : List.of("feeds list", "notices", "systems list", "prices waiting")) {
            assertThat(Commands.asked(foreign, line.split(" ")).out()).as(line).doesNotContain("nordkajak");
        }
        assertThat(audit("nordkajak")).noneMatch(line -> line.contains("other"));
        assertThat(brygga("notices", "close", id).exit()).isZero();
    }

    @Test
    void aComparisonIsAJobThatIsLookedAtAndStopped() {
        assertThat(brygga("feeds", "pause", "tehuset", "stock", "--by", "anna").exit())
                .isZero();
        try {
            world.apps.stopWorker();
            Said asked = english("stock", "compare", "tehuset/te-butiken", "--wait", "PT0S");
            assertThat(asked.exit()).isEqualTo(1);
            assertThat(asked.err()).contains("is not compared yet; the comparison waits for its turn");

            assertThat(english("stock", "compare", "tehuset/te-butiken", "--stop")
                            .out())
                    .contains("is stopped");
            assertThat(english("stock", "compare", "tehuset/te-butiken", "--stop")
                            .err())
                    .contains("no comparison of its stock is asked for");
        } finally {
            world.apps.startWorker();
        }
        assertThat(brygga("feeds", "resume", "tehuset", "stock").exit()).isZero();
        assertThat(audit("tehuset")).anyMatch(line -> line.contains("stop-compare-stock shop tehuset/te-butiken"));
    }

    @Test
    void aDeliveryIsShownWithTheOrderAndAmongTheCallbacks() {
        OrderRef order = transferred();
        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of("373500012345678905"));
        world.poke(Feed.ORDERS, "nordkajak");
        settled(order);

        Said show = brygga("orders", "show", order.toString(), "--lang", "en");
        assertThat(show.out())
                .contains("delivery status D (delivered)", "parcels 373500012345678905", "not paid")
                .contains("newOrderSubmit", "PATCH /orders/{id}");
        assertThat(show.out().lines()).anyMatch(line -> line.matches(".* delivered +reported .*373500012345678905.*"));
        assertThat(brygga("callbacks", "list", "nordkajak", "--event", "delivered", "--state", "reported")
                        .out())
                .contains(order.toString());
        assertThat(brygga("callbacks", "list", "tehuset").out()).doesNotContain(order.toString());
        JsonNode json = brygga("orders", "show", order.toString(), "--json").json();
        assertThat(json.path("inSpecter").path("deliveryStatus").asString()).isEqualTo("D");
        assertThat(json.path("callbacks").size()).isEqualTo(1);
    }

    @Test
    void partialAndUndoneDeliveriesAreFound() {
        OrderRef order = transferred();
        world.deliverOnePiece(order, "2001");
        world.poke(Feed.ORDERS, "nordkajak");
        shows("callbacks", order, "--event", "part-delivered");
        assertThat(brygga("orders", "show", order.toString(), "--lang", "en").out())
                .contains("(in part)");

        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of());
        world.poke(Feed.ORDERS, "nordkajak");
        shows("callbacks", order, "--event", "delivered");
        world.specter.account(ACCOUNT).undoDelivery(specterNumber(order));
        world.poke(Feed.ORDERS, "nordkajak");
        shows("callbacks", order, "--event", "undone");
    }

    @Test
    void aCallbackThatWaitsIsDecidedAsAnOrderIs() {
        OrderRef order = transferred();
        world.starweb.quirks(SHOP).set("payment.failMode", "status-only");
        try {
            world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of());
            world.poke(Feed.ORDERS, "nordkajak");
            world.awaitWaiting(order, Cause.PAYMENT_NOT_CAPTURED);
        } finally {
            world.starweb.quirks(SHOP).set("payment.failMode", "off");
        }
        assertThat(brygga("callbacks", "list", "--state", "waiting").out().lines())
                .anyMatch(line -> line.startsWith(order.toString()) && line.endsWith("payment-not-captured"));

        Said skip = brygga("orders", "skip", order.toString(), "--by", "anna", "--reason", "dragen hos Klarna");

        assertThat(skip.err()).isEmpty();
        settled(order);
        assertThat(brygga("callbacks", "list", "--state", "skipped").out()).contains(order.toString());
        assertThat(brygga("callbacks", "list", "--state", "waiting").out()).doesNotContain(order.toString());
    }

    @Test
    void ordersThatSpecterIsSilentAboutAreListed() {
        OrderRef order = transferred();
        assertThat(brygga("callbacks", "silent", "nordkajak").out()).doesNotContain(order.toString());
        jdbc().sql("update shop_order set transferred_at = transferred_at - interval '15 days' where order_id = :order")
                .param("order", order.orderId())
                .update();
        jdbc().sql(
                        "update specter_order set changed_at = changed_at - interval '15 days' where specter_number = :specterNumber")
                .param("specterNumber", specterNumber(order))
                .update();

        assertThat(brygga("callbacks", "silent", "nordkajak", "--shop", SHOP).out())
                .contains(order.toString(), Long.toString(specterNumber(order)));
        assertThat(brygga("callbacks", "silent", "nordkajak", "--shop", "kajak-no")
                        .out())
                .doesNotContain(order.toString());
    }

    @Test
    void aSkuIsExplained() {
        world.specter.account(ACCOUNT).setStock("KAJ-003", 1, 41);
        world.poke(Feed.STOCK, "nordkajak");
        BigDecimal available = world.specter.account(ACCOUNT).article("KAJ-003").total();
        awaitOnSale("KAJ-003", available);

        Said show = english("stock", "show", REF, "KAJ-003");

        assertThat(show.err()).isEmpty();
        assertThat(show.out().lines())
                .anyMatch(line -> line.matches("Specter has +warehouse 1 +41 .*"))
                .anyMatch(line -> line.matches("shop should show +- +" + available.toPlainString() + " .*"))
                .anyMatch(line -> line.matches("shop was told .* " + available.toPlainString() + " .*"));
        assertThat(show.out()).contains("sold, not booked", "In the shop: product ");
        assertThat(brygga("stock", "show", "nordkajak/kajak-no", "KAJ-003").out())
                .contains("lager 1 i Bergen", "VAD")
                .doesNotContainPattern("(?i)\\b(warehouse|shop|told|sold|should)\\b");
    }

    @Test
    void aComparisonIsAskedForAndSaysWhatDiffered() {
        world.specter.account(ACCOUNT).setStock("KAJ-008", 1, 12);
        world.poke(Feed.STOCK, "nordkajak");
        awaitOnSale("KAJ-008", world.specter.account(ACCOUNT).article("KAJ-008").total());
        world.starweb.setStock(SHOP, "KAJ-008", BigDecimal.valueOf(99));

        Said compare = english("stock", "compare", REF, "--by", "anna");

        assertThat(compare.err()).isEmpty();
        assertThat(compare.out().lines()).anyMatch(line -> line.matches("KAJ-008 .* 99 .*changed in the shop.*"));
        assertThat(brygga("stock", "drift", REF).out())
                .contains("KAJ-008", "ändrat i butiken", "Jämförd ")
                .doesNotContainPattern("(?i)\\b(shop|told|should|likely|changed|compared)\\b");
        assertThat(audit("nordkajak")).contains("anna (token tests) compare-stock shop " + REF + " -");
        awaitOnSale("KAJ-008", world.specter.account(ACCOUNT).article("KAJ-008").total());
    }

    @Test
    void aComparisonOfPricesIsAskedForAndSaysWhatDiffered() {
        BigDecimal price = world.starweb.goods(SHOP, "KAJ-013").price();
        BigDecimal edited = price.add(BigDecimal.ONE);
        world.specter.account(ACCOUNT).markAllChanged(SimFeedKind.ARTICLES);
        world.poke(Feed.PRICES, "nordkajak");
        await("Specter's prices are known")
                .atMost(PATIENCE)
                .until(() -> world.specter.account(ACCOUNT).pending(SimFeedKind.ARTICLES) == 0);
        assertThat(brygga("prices", "compare", REF, "--by", "anna").err()).isEmpty();
        long master = world.starweb.priceLists(SHOP).stream()
                .filter(list -> list.name().equals("Standard"))
                .findFirst()
                .orElseThrow()
                .id();
        world.starweb.setPrice(SHOP, "KAJ-013", master, edited, null);

        Said compare = english("prices", "compare", REF, "--by", "anna", "--reason", "kund ringde");

        assertThat(compare.err()).isEmpty();
        assertThat(compare.out().lines())
                .anyMatch(line -> line.matches("KAJ-013 +Standard \\(" + master + "\\) +1 +" + price.toPlainString()
                        + " .* " + edited.toPlainString() + " +changed in the shop.*"));
        assertThat(brygga("prices", "drift", REF).out())
                .contains("KAJ-013", "ändrat i butiken")
                .doesNotContainPattern("(?i)\\b(shop|told|likely|changed|compared|none)\\b");
        assertThat(audit("nordkajak")).contains("anna (token tests) compare-prices shop " + REF + " kund ringde");
        await("the price is mended")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(world.starweb.goods(SHOP, "KAJ-013").price()).isEqualByComparingTo(price));
        JsonNode asked = brygga("prices", "compare", REF, "--json").json();
        assertThat(asked.path("outcome").asString()).isEqualTo("followed");
        JsonNode again = asked.path("result");
        assertThat(again.path("state").asString()).isEqualTo("compared");
        assertThat(again.path("found").path("looked").asInt()).isPositive();
        assertThat(again.path("differences")
                        .valueStream()
                        .map(line -> line.path("sku").asString()))
                .doesNotContain("KAJ-013");
    }

    @Test
    void aComparisonThatTheShopRefusesIsNoComparisonAndThatNothingIsWrittenIsSaid() {
        world.starweb
                .faults()
                .add(Fault.share("/kajak-no/api", Fault.Kind.STATUS, 100).withStatus(403, null));
        try {
            Said compare = english("stock", "compare", "nordkajak/kajak-no", "--by", "anna", "--wait", "PT50S");

            assertThat(compare.exit()).isEqualTo(1);
            assertThat(compare.err())
                    .contains("nordkajak/kajak-no was not compared: ")
                    .as("in the language of the reader")
                    .doesNotContain("tried again");
            assertThat(compare.out()).doesNotContain("No difference", "no difference");
            assertThat(brygga("feeds", "list", "nordkajak", "--lang", "en").out())
                    .contains("! stock of nordkajak/kajak-no is not written since ", "feeds poke nordkajak stock");
            assertThat(brygga("stock", "show", "nordkajak/kajak-no", "KAJ-003", "--lang", "en")
                            .out())
                    .contains("! stock of nordkajak/kajak-no is not written since ");
        } finally {
            world.starweb.faults().clear();
        }

        brygga("feeds", "poke", "nordkajak", "stock");
        await("the shop is written to again")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(brygga("feeds", "list", "nordkajak", "--lang", "en")
                                .out())
                        .doesNotContain("! stock of nordkajak"));
        assertThat(english("stock", "compare", "nordkajak/kajak-no").out()).contains("Compared at ");
    }

    @Test
    void aLoopThatWasEndedByMistakeRunsAgain() {
        WorkflowClient client = world.apps.bean(WorkflowClient.class);
        client.newUntypedWorkflowStub(Feed.ORDERS.workflowId("tehuset")).terminate("by mistake");

        // A worker looks three times a minute; an engine without a list of what has ended is asked for two loops each
        // time.
        await("it runs")
                .atMost(Duration.ofMinutes(3))
                .until(() -> client.newUntypedWorkflowStub(Feed.ORDERS.workflowId("tehuset"))
                                .describe()
                                .getStatus()
                        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
    }

    @Test
    void noticesAreExplainedAndClosed() {
        world.apps
                .bean(NoticeBook.class)
                .open("tehuset", "te-butiken", Cause.STOCK_REFUSED, "TE-001", Detail.value("starweb stocks 422"));
        long id = brygga("notices", "tehuset", "--json")
                .json()
                .path("notices")
                .get(0)
                .path("id")
                .asLong();

        assertThat(brygga("notices").out())
                .contains(
                        "Butiken tog inte emot",
                        "tehuset/te-butiken, TE-001",
                        "starweb stocks 422",
                        "notices close " + id);
        assertThat(brygga("notices", "tehuset", "--lang", "en").out()).contains("stock-refused", "shop");
        assertThat(brygga("notices", "close", Long.toString(id), "--by", "anna").exit())
                .isZero();
        assertThat(brygga("notices", "close", Long.toString(id), "--by", "anna", "--lang", "en")
                        .err())
                .contains("no notice " + id);
        assertThat(brygga("notices", "tehuset").out()).doesNotContain("TE-001");
        assertThat(audit("tehuset"))
                .contains("anna (token tests) close-notice notice " + id + " stock-refused te-butiken TE-001 -");
    }

    private Said english(String... arguments) {
        return brygga(
                Stream.concat(Stream.of(arguments), Stream.of("--lang", "en")).toArray(String[]::new));
    }

    private Said brygga(String... arguments) {
        return commands.brygga(arguments);
    }

    private JdbcClient jdbc() {
        return world.apps.bean(JdbcClient.class);
    }

    private List<String> audit(String tenant) {
        return jdbc().sql("select who || ' ' || what || ' ' || subject || ' ' || coalesce(reason, '-') from audit "
                        + "where tenant = :tenant")
                .param("tenant", tenant)
                .query(String.class)
                .list();
    }

    private void shows(String group, OrderRef order, String option, String value) {
        await(value + " of " + order)
                .atMost(PATIENCE)
                .until(() -> brygga(group, "list", option, value).out().contains(order.toString()));
    }

    private void awaitOnSale(String sku, BigDecimal quantity) {
        await(sku + " shows " + quantity)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.starweb.onSale(SHOP, sku)).isEqualByComparingTo(quantity));
    }

    private OrderRef transferred() {
        return world.placeTransferred(SHOP);
    }

    private long specterNumber(OrderRef order) {
        return world.inSpecter(order).number();
    }

    private void settled(OrderRef order) {
        CallbackBook book = world.apps.bean(CallbackBook.class);
        await("callbacks of " + order).atMost(PATIENCE).until(() -> {
            List<CallbackBook.Callback> all = book.ofOrder(order);
            return !all.isEmpty() && all.stream().allMatch(callback -> callback.settledAt() != null);
        });
    }

    private void polled(String tenant, Feed feed) {
        FeedBook book = world.apps.bean(FeedBook.class);
        await(feed + " of " + tenant + " polls").atMost(PATIENCE).until(() -> {
            FeedBook.State state = book.state(tenant, feed);
            return state.polledAt() != null && state.pausedBy() == null;
        });
    }
}
