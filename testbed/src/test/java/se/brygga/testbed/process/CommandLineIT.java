package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import tools.jackson.databind.JsonNode;

/** The command line as an operator uses it, against running apps. */
class CommandLineIT {

    private static final String SHOP = "kajak-se";
    private static final String UNMAPPED = """
            {"paymentMethod":"gammal","email":"klara.testsson@example.se","address":{"firstName":"Klara","lastName":"Testsson",
             "address":"Hemliga gatan 1","postalCode":"222 22","city":"Lund","countryCode":"SE"},
             "items":[{"sku":"KAJ-001","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25}]}""";

    @TempDir
    private Path folder;

    private static World world;
    private static Commands commands;

    @BeforeAll
    static void start() {
        world = new World(43);
        commands = new Commands(world);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anOrderThatWaitsIsListedExplainedAndSkipped() {
        OrderRef order = waiting();

        Said list = brygga("orders", "list");
        assertThat(list.out()).contains("ORDER", order.toString(), "payment-not-mapped", "125.00 SEK");

        assertThat(brygga("orders", "causes").out().lines())
                .anyMatch(line -> line.matches("\\d+ +payment-not-mapped .*"));
        assertThat(brygga("orders", "causes", "tehuset").out()).doesNotContain("payment-not-mapped");

        Said show = brygga("orders", "show", order.toString());
        assertThat(show.exit()).isZero();
        assertThat(show.out())
                .contains("Läge: väntar på ett beslut", "payment-not-mapped", "har ingen betalkod i Specter")
                .contains("\n./brygga orders retry " + order + "\n./brygga orders skip " + order + " --reason \"…\"\n"
                        + "./brygga orders done " + order + " --specter-number \"…\" --reason \"…\"\n");
        assertThat(brygga("orders", "show", order.toString(), "--lang", "en").out())
                .contains("State: waiting for a person", "has no pay code in Specter");
        assertThat(show.out())
                .doesNotContainPattern("(?i)\\b(state:|since|placed|waits|the|answer|called|calls it|seen)\\b");
        assertThat(show.out()).doesNotContain("Klara", "Testsson", "Hemliga", "example.se");

        Said noReason = brygga("orders", "skip", order.toString(), "--lang", "en");
        assertThat(noReason.exit()).isEqualTo(1);
        assertThat(noReason.err()).contains("reason");

        assertThat(brygga("orders", "skip", order.toString(), "--reason", "test")
                        .exit())
                .isZero();
        world.awaitSkipped(order, "operator");
        assertThat(brygga("audit", "nordkajak", "--limit", "1").out().lines())
                .as("a heading, one deed, and that there are more")
                .hasSize(3)
                .element(1)
                .asString()
                .matches(".* nordkajak +.* skip +order " + order + " +test");
        assertThat(brygga("audit", "tehuset").out()).doesNotContain(order.toString());
        assertThat(brygga("orders", "list", "--state", "skipped").out()).contains(order.toString());
        assertThat(brygga("orders", "show", order.toString()).out())
                .contains("En person har bestämt", "./brygga orders send-anyway " + order + " --reason \"…\"");
    }

    @Test
    void aSlipOfTheFingerIsRefusedOrTakenBack() {
        long known = world.awaitTransferred(placed(OrderKind.T1));
        OrderRef order = waiting();

        assertThat(brygga("orders", "retry", order.toString(), "--lang", "en").out())
                .contains("retry is followed: still waits for the same cause, payment-not-mapped");
        assertThat(brygga(
                                "orders",
                                "done",
                                order.toString(),
                                "--specter-number",
                                "777777",
                                "--reason",
                                "slip",
                                "--lang",
                                "en")
                        .err())
                .contains("777777 is far from them");
        Said done = brygga(
                "orders",
                "done",
                order.toString(),
                "--specter-number",
                Long.toString(known + 500),
                "--reason",
                "slip",
                "--lang",
                "en");
        assertThat(done.out()).contains("done is followed: in Specter as " + (known + 500));
        world.awaitTransferred(order);

        Said undo = brygga("orders", "undo", order.toString(), "--reason", "wrong number", "--lang", "en");
        assertThat(undo.err()).isEmpty();
        assertThat(undo.out()).contains("taken back: waits for payment-not-mapped now");
        assertThat(brygga("orders", "skip", order.toString(), "--reason", "test")
                        .exit())
                .isZero();
        assertThat(brygga("orders", "retry", order.toString(), "--lang", "en").err())
                .contains("it is skipped (", "orders undo");
        assertThat(brygga("orders", "undo", order.toString(), "--reason", "test", "--lang", "en")
                        .out())
                .contains("taken back");
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);
    }

    @Test
    void anOrderWhoseWorkflowWasEndedByMistakeIsStartedByADecisionAboutIt() {
        OrderRef order = waiting();
        world.apps
                .bean(WorkflowClient.class)
                .newUntypedWorkflowStub(Question.transfer(order).workflowId())
                .terminate("by mistake");

        Said skip = brygga("orders", "skip", order.toString(), "--reason", "test", "--lang", "en");

        assertThat(skip.err()).isEmpty();
        assertThat(skip.out()).contains("skip is followed: skipped by the rule operator");
    }

    @Test
    void aDecisionThatNoWorkerAnswersEndsInWords() {
        OrderRef order = waiting();
        world.apps.stopWorker();
        try {
            Said skip = brygga("orders", "skip", order.toString(), "--reason", "test", "--lang", "en");

            assertThat(skip.exit()).isEqualTo(1);
            assertThat(skip.err()).contains(order.toString(), "no worker");
        } finally {
            world.apps.startWorker();
        }
    }

    @Test
    void allOrdersOfACauseAreRetriedAtOnce() {
        world.specter
                .faults()
                .add(Fault.share("newOrderSubmit", Fault.Kind.STATUS, 100).withStatus(200, "0;77;Nej"));
        OrderRef first = placed(OrderKind.T1);
        OrderRef second = placed(OrderKind.T1);
        world.awaitWaiting(first, Cause.SPECTER_REFUSED_ORDER);
        world.awaitWaiting(second, Cause.SPECTER_REFUSED_ORDER);
        world.specter.faults().clear();

        Said retry =
                brygga("orders", "retry", "--cause", "specter-refused-order", "--all-tenants", "--yes", "--lang", "en");

        assertThat(retry.out()).contains("2 followed, 0 refused, 0 failed", "2 in Specter", "nordkajak 2");
        world.awaitTransferred(first);
        world.awaitTransferred(second);
    }

    @Test
    void aShopThatCannotBeLookedThroughIsNamedAboveTheList() {
        String shop = "kajak-no";
        await("the intake has begun").until(() -> sweptAt(shop) != null);
        world.starweb
                .faults()
                .add(Fault.share("/" + shop + "/api/v2/", Fault.Kind.STATUS, 100)
                        .withStatus(401, "{\"error\":\"invalid_token\"}"));
        world.lookNow(shop);

        await("a notice").untilAsserted(() -> {
            // A sweep that was under way when the shop closed its door says when it has ended.
            sweptLongAgo(shop);
            assertThat(brygga("orders", "list", "--shop", shop).out())
                    .contains("! nordkajak/" + shop + ": ", "! nordkajak/" + shop + " lästes senast igenom ");
        });
        Said sums = brygga("orders", "sums", "--shop", shop, "--lang", "en");
        assertThat(sums.exit()).isEqualTo(1);
        assertThat(sums.err()).contains("nordkajak/" + shop + " does not tell its orders");
        JsonNode list = brygga("orders", "list", "--json").json();
        assertThat(list.path("trouble").path("outages").get(0).path("cause").asString())
                .isEqualTo("starweb-credentials-refused");
        assertThat(list.path("trouble").path("unswept").size()).isEqualTo(1);
        assertThat(brygga("orders", "list", "--tenant", "tehuset").out()).doesNotContain("!");

        world.starweb.faults().clear();
        world.lookNow(shop);
        await("no outage")
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(brygga("orders", "list").out()).doesNotContain("!"));
    }

    private static void sweptLongAgo(String shop) {
        JdbcClient jdbc = world.apps.bean(JdbcClient.class);
        jdbc.sql("update intake_mark set swept_at = now() - interval '3 hours' where shop = :shop")
                .param("shop", shop)
                .update();
        jdbc.sql("update tenant_setup set applied_at = now() - interval '3 hours'")
                .update();
    }

    private static @Nullable Instant sweptAt(String shop) {
        return world.apps
                .bean(JdbcClient.class)
                .sql("select swept_at from intake_mark where shop = :shop and swept_at > 'epoch'")
                .param("shop", shop)
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    @Test
    void aDecisionAnswersTheCauseItIsAboutAndNoOther() {
        // The first sweep looks at all that waits, and would find that nobody has changed the order.
        await("the intake has begun").until(() -> sweptAt(SHOP) != null);
        OrderRef order = waiting();
        world.apps
                .bean(AttentionBook.class)
                .open(Question.change(order), Cause.CHANGED_AFTER_TRANSFER, Detail.value("as if sent before"));

        assertThat(brygga("orders", "list").out()).contains("payment-not-mapped", "changed-after-transfer");
        assertThat(brygga("orders", "list", "--limit", "1", "--lang", "en").out())
                .containsPattern("\\n1 of \\d+ shown; --limit \\d+ shows all\\.\\n");
        Said which = brygga("orders", "skip", order.toString(), "--reason", "test", "--lang", "en");
        assertThat(which.exit()).isEqualTo(1);
        assertThat(which.err()).contains("several", "changed-after-transfer, payment-not-mapped");
        assertThat(brygga("orders", "skip", "--reason", "test", "--lang", "en").err())
                .contains("Say which");
        assertThat(brygga("orders", "skip", order.toString(), "--cause", "no-rows", "--reason", "test", "--lang", "en")
                        .err())
                .contains("does not wait for \"no-rows\"");

        assertThat(brygga("orders", "skip", "--cause", "payment-not-mapped", "--reason", "test", "--lang", "en")
                        .err())
                .contains("--tenant", "--all-tenants");
        assertThat(brygga(
                                "orders",
                                "skip",
                                "--cause",
                                "payment-not-mapped",
                                "--tenant",
                                "nordkajak",
                                "--yes",
                                "--reason",
                                "test",
                                "--lang",
                                "en")
                        .out())
                .contains("wait for payment-not-mapped: nordkajak", order + ": skip is followed: skipped");

        world.awaitSkipped(order, "operator");
        world.apps.bean(AttentionBook.class).close(Question.change(order));
    }

    @Test
    void programsGetJson() {
        OrderRef order = placed(OrderKind.T1);
        long number = world.awaitTransferred(order);

        JsonNode list = brygga("orders", "list", "--state", "all", "--json").json();
        assertThat(list.path("orders")
                        .valueStream()
                        .anyMatch(line -> line.path("specterNumber").asLong() == number))
                .isTrue();
        JsonNode shown = brygga("orders", "show", order.toString(), "--json").json();
        assertThat(shown.path("calls").size()).isPositive();
    }

    @Test
    void theShopsOwnCountStandsBesideOurs() {
        String shop = "te-butiken";
        OrderRef sent = placed(shop, OrderKind.T1);
        OrderRef gone = placed(shop, OrderKind.T1);
        world.awaitTransferred(sent);
        world.awaitTransferred(gone);
        world.starweb.delete(shop, gone.orderId());
        // Nobody tells of the next one: neither a web hook, nor the intake, whose list is broken.
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(100, 0, 0, Duration.ZERO));
        world.starweb.faults().add(Fault.share("/" + shop + "/.*sortBy=modifiedAt", Fault.Kind.STATUS, 100));
        OrderRef untold = placed(shop, OrderKind.T1);

        // Two days, when midnight comes in between.
        JsonNode days =
                brygga("orders", "sums", "--shop", shop, "--json").json().path("sums");
        Said table = brygga("orders", "sums", "--shop", shop, "--lang", "en");
        Said books = brygga("orders", "sums", "--shop", shop, "--no-shop", "--lang", "en");
        world.starweb.faults().clear();
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(0, 0, 0, Duration.ZERO));

        assertThat(sum(days, "/placed")).isEqualTo(2);
        assertThat(sum(days, "/transferred")).isEqualTo(2);
        assertThat(sum(days, "/inShop/count")).isEqualTo(2);
        assertThat(orders(days, "/inShop/onlyInShop")).containsExactly(untold.orderId());
        assertThat(orders(days, "/inShop/onlyHere")).containsExactly(gone.orderId());
        assertThat(table.exit()).isZero();
        assertThat(table.out())
                .contains(
                        "SHOP SAYS",
                        "UNREAD",
                        "in the shop and not known here: " + untold.orderId(),
                        "not in the shop's list, deleted there or not paid: " + gone.orderId());
        assertThat(books.out()).contains("tehuset/" + shop).doesNotContain("not known here");
        assertThat(brygga("orders", "sums", "--from", "2020-01-01", "--to", "2020-01-02", "--lang", "en")
                        .out())
                .contains("No orders");
        assertThat(brygga("orders", "sums", "--from", "2020-01-02", "--to", "2020-01-01", "--lang", "en")
                        .err())
                .contains("comes before");
    }

    private static int sum(JsonNode days, String field) {
        return days.valueStream().mapToInt(day -> day.at(field).asInt()).sum();
    }

    private static List<Long> orders(JsonNode days, String field) {
        return days.valueStream()
                .flatMap(day -> day.at(field).valueStream())
                .map(JsonNode::asLong)
                .toList();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithTheReason() {
        OrderRef order = placed(OrderKind.T1);
        world.awaitTransferred(order);

        Said retry = brygga("orders", "retry", order.toString());
        assertThat(retry.exit()).isEqualTo(1);
        assertThat(retry.err()).contains("Ordern väntar inte på något beslut: den är överförd");
        assertThat(brygga("orders", "show", "nordkajak/kajak-se/1", "--lang", "en")
                        .err())
                .contains("no order");
        assertThat(brygga("orders", "list", "--cause", "bad-weather").exit()).isEqualTo(2);
        assertThat(brygga("orders", "list", "--state", "asleep").exit()).isEqualTo(2);
        assertThat(brygga("orders", "done", order.toString()).exit()).isEqualTo(2);
        for (String[] place : List.of(
                new String[] {"--tenant", "nordkajjak"},
                new String[] {"--tenant", "tehuset", "--shop", "kajak-se"},
                new String[] {"--shop", "kajak"})) {
            for (String command : List.of("list", "sums")) {
                Said nobody = brygga(Stream.concat(Stream.of("orders", command), Stream.of(place))
                        .toArray(String[]::new));
                assertThat(nobody.exit()).isEqualTo(1);
                assertThat(nobody.err())
                        .containsPattern("(Kunden|Butiken) \".*\" finns inte. De som finns: .*nordkajak");
                assertThat(nobody.out()).doesNotContain("Nothing is waiting");
            }
        }
        assertThat(brygga("orders", "dance").exit()).isEqualTo(2);
        assertThat(brygga("orders", "show", "asa@example.se").exit()).isEqualTo(2);
        Said misspelt =
                brygga("orders", "retry", "--cause", "payment-not-maped", "--all-tenants", "--yes", "--lang", "en");
        assertThat(misspelt.exit()).isEqualTo(2);
        assertThat(misspelt.err()).contains("did you mean \"payment-not-mapped\"?", "totals-differ");
        assertThat(brygga("orders", "done", "--cause", "no-rows", "--specter-number", "7", "--reason", "x")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void everyMistakeInAFileIsNamedAtOnceAndNothingChanges() throws Exception {
        Path file = file(Merchants.file()
                .replace("sbmId: 9999", "sbmId: many")
                .replace("orderNoPrefix: N", "orderNoPrefix: K")
                .replace("package: 100", "pakage: 100"));

        Said check = brygga("tenant", "check", file.toString());

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err()).contains("sbmId", "orderNoPrefix", "pakage: ", "rad ");
        int before = versions();
        assertThat(brygga("tenant", "apply", file.toString()).exit()).isEqualTo(1);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aWrongSecretIsFoundBeforeAnythingIsStored() throws Exception {
        Path file = file(Merchants.file().replace("${KAJAK_SE_SECRET}", "wrong"));
        int before = versions();

        Said apply = brygga("tenant", "apply", file.toString(), "--lang", "en");

        assertThat(apply.exit()).isEqualTo(1);
        assertThat(apply.err()).contains("kajak-se", "nothing was changed").doesNotContain("wrong");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aStatusThatTheShopDoesNotHaveIsFoundBeforeAnythingIsStored() throws Exception {
        Path file = file(Merchants.file().replaceFirst("set: completed", "set: levererad"));
        int before = versions();

        Said apply = brygga("tenant", "apply", file.toString(), "--lang", "en");

        assertThat(apply.exit()).isEqualTo(1);
        assertThat(apply.err())
                .contains(
                        "kajak-se: status.delivered.set", "\"levererad\"", "There are: created", "nothing was changed");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void applyShowsTheDifferenceAndASecondTimeThatThereIsNone() throws Exception {
        Path changed = file(Merchants.file()
                .replace("payments:\n        klarna: { code: KG }", "payments:\n        klarna: { code: K }"));

        Said apply = brygga("tenant", "apply", changed.toString(), "--lang", "en");
        // What is fetched in the shop has no carrier, and that is all there is to say.
        assertThat(apply.err().lines())
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line)
                        .contains("warning: ")
                        .containsPattern("no carrier for the shipping methods Hämta i butik \\(3\\)\\."));
        assertThat(apply.out())
                .contains("is in force", "-         klarna: { code: KG }", "+         klarna: { code: K }");

        Said again = brygga("tenant", "apply", changed.toString(), "--lang", "en");
        assertThat(again.out())
                .contains("is in force already", "/trigger/nordkajak/stock/", "/trigger/tehuset/invoice/")
                .doesNotContain("version");
        Path one = file(Merchants.file().split("(?m)^---$")[1]);
        assertThat(brygga("tenant", "apply", one.toString(), "--replaces", "77", "--lang", "en")
                        .err())
                .containsPattern(
                        "version \\d+ is in force, since .+ applied it at \\S+, and this set-up was made for version 77");
        assertThat(brygga("tenant", "apply", file(Merchants.file()).toString()).exit())
                .isZero();
        assertThat(brygga("tenant", "versions", "nordkajak", "--json").json().size())
                .isGreaterThan(2);
        assertThat(brygga("tenant", "export", "nordkajak", "--version", "1").out())
                .contains("tenant: nordkajak");
    }

    @Test
    void theExportedFileHasNoSecretAndIsTakenBack() throws Exception {
        Said export = brygga("tenant", "export", "nordkajak");

        assertThat(export.exit()).isZero();
        // By name, or masked where another test has applied the file with the value in it.
        assertThat(export.out())
                .containsPattern("kajak-se, clientSecret: \"(\\$\\{KAJAK_SE_SECRET}|<secret>)\"")
                .doesNotContain("secret-kajak-se", "0123456789");
        String with = export.out().replace("<secret>", "a-secret-of-its-own");
        assertThat(brygga("tenant", "check", file(with).toString()).exit()).isZero();
        assertThat(brygga("tenant", "export", "nobody", "--lang", "en").err()).contains("nordkajak");
    }

    @Test
    void aNewKeyIsPrintedForTheDatabase() {
        assertThat(brygga("key", "new").out().strip()).matches("[A-Za-z0-9+/=]{100,}");
    }

    private static OrderRef waiting() {
        OrderRef order = unmapped(world);
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);
        return order;
    }

    /** A new order whose payment method is in no set-up. */
    static OrderRef unmapped(World world) {
        long orderId = world.starweb.place(SHOP, UNMAPPED).orderId();
        world.starweb.pay(SHOP, orderId);
        return Merchants.order(SHOP, orderId);
    }

    private static OrderRef placed(OrderKind kind) {
        return placed(SHOP, kind);
    }

    private static OrderRef placed(String shop, OrderKind kind) {
        return Merchants.order(shop, world.starweb.placeAndPay(shop, kind).orderId());
    }

    /** A file with the values that stand in the environment of a real operator. */
    private Path file(String text) throws Exception {
        String filled = text;
        for (Map.Entry<String, String> value :
                Merchants.environment(world.starweb, world.specter).entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return Files.writeString(Files.createTempFile(folder, "setup", ".yaml"), filled);
    }

    private static int versions() {
        return world.apps
                .bean(JdbcClient.class)
                .sql("select count(*) from tenant_setup")
                .query(Integer.class)
                .single();
    }

    private static Said brygga(String... arguments) {
        return commands.brygga(arguments);
    }
}
