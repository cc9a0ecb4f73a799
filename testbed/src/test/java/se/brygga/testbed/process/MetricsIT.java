package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.yaml.snakeyaml.Yaml;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.metrics.Metric;
import se.brygga.activities.prices.ApprovalBook;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.Project;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.feed.Feed;
import tools.jackson.databind.JsonNode;

/** What worker and starter tell Prometheus: enough for an alert, the same as the lists, and not too much. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LIMIT = 200_000;
    private static final List<String> SHOPS = List.of("kajak-se", "kajak-no", "te-butiken");

    /** What Temporal's documentation tells operators of workers to watch, as far as it happens here. */
    private static final List<String> WATCHED = List.of(
            "temporal_workflow_task_schedule_to_start_latency_seconds_bucket",
            "temporal_activity_schedule_to_start_latency_seconds_bucket",
            "temporal_worker_task_slots_available",
            "temporal_worker_task_slots_used",
            "temporal_num_pollers",
            "temporal_request_latency_seconds_bucket",
            "temporal_request_failure_total",
            "temporal_sticky_cache_size",
            "temporal_sticky_cache_hit_total");

    /** They come with the first failure. */
    private static final List<String> SELDOM =
            List.of("temporal_workflow_task_execution_failed_total", "temporal_long_request_failure_total");

    private static World world;
    private static Commands commands;

    @BeforeAll
    static void start() {
        world = new World(53);
        commands = new Commands(world);
        Merchants.registerTriggers(world.apps, world.specter);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @Order(1)
    void aScrapeAfterALivelyRunIsSmallAndHasWhatOperatorsOfTemporalWatch() {
        SHOPS.forEach(shop -> Stream.of(OrderKind.T1, OrderKind.PRIVATE_KLARNA)
                .forEach(kind -> world.starweb.placeAndPay(shop, kind)));
        SHOPS.forEach(shop -> world.deliverOnePiece(world.placeTransferred(shop), "P-" + shop));
        for (Feed feed : Feed.values()) {
            world.poke(feed, "nordkajak");
            world.poke(feed, "tehuset");
        }
        WorkflowStub nobody = world.apps.workerBean(WorkflowClient.class).newUntypedWorkflowStub("nobody is called so");
        assertThatThrownBy(() -> nobody.signal("poke")).isInstanceOf(WorkflowNotFoundException.class);
        await("all loops have been busy")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Scrape.of(world.apps.workerPages()).lines())
                                .extracting(Scrape.Line::name)
                                .containsAll(WATCHED));
        // Each reads the books at times of its own.
        await("transfers are counted by both")
                .atMost(PATIENCE)
                .until(() -> Stream.of(world.apps.workerPages(), world.apps.starterPages())
                        .map(Scrape::of)
                        .allMatch(app -> app.sum("brygga_transfers_total", Map.of()) > 0
                                && app.sum("brygga_transfer_time_seconds_count", Map.of()) > 0));

        Scrape worker = Scrape.of(world.apps.workerPages());
        Scrape starter = Scrape.of(world.apps.starterPages());

        assertThat(worker.bytes()).isLessThan(LIMIT / 2);
        assertThat(starter.bytes()).isLessThan(LIMIT / 2);
        assertThat(worker.lines())
                .filteredOn(line -> line.name().equals("temporal_worker_task_slots_available"))
                .as("by queue and kind, each with its own number")
                .hasSizeGreaterThan(6)
                .allSatisfy(line -> assertThat(line.labels()).containsOnlyKeys("task_queue", "worker_type"));
    }

    @Test
    @Order(2)
    void theListsTellTheSame() {
        OrderRef refused = trouble();

        Map<Map<String, String>, Integer> waiting =
                waiting(commands.brygga("orders", "list", "--json").json().path("orders"));
        assertThat(waiting.keySet()).extracting(labels -> labels.get("cause")).contains("payment-not-mapped");
        JsonNode notices = commands.brygga("notices", "--json").json();
        await("the books are read").atMost(PATIENCE).untilAsserted(() -> {
            Scrape now = Scrape.of(world.apps.starterPages());
            waiting.forEach((labels, number) -> assertThat(now.sum("brygga_orders_waiting", labels))
                    .as(labels.toString())
                    .isEqualTo(number));
            assertThat(now.sum("brygga_orders_waiting", Map.of())).isEqualTo(sum(waiting));
            assertThat(now.sum("brygga_orders_skipped", Map.of())).isEqualTo(listed("skipped"));
            assertThat(now.sum("brygga_orders_on_its_way", Map.of()))
                    .isEqualTo(listed("on-its-way"))
                    .isPositive();
            assertThat(now.sum("brygga_systems_out_of_order", Map.of("system", "specter")))
                    .isEqualTo(notices.path("outages").size())
                    .isEqualTo(2);
            assertThat(now.sum("brygga_systems_out_of_order_waiting", Map.of("tenant", "tehuset")))
                    .isEqualTo(waiting(notices, "tehuset"))
                    .isPositive();
            assertThat(now.sum("brygga_notices_open", Map.of()))
                    .isEqualTo(notices.path("notices").size());
            assertThat(now.sum("brygga_notices_open", Map.of("cause", "feed-refused")))
                    .isEqualTo(1);
            assertThat(now.sum("brygga_prices_waiting", Map.of("tenant", "tehuset")))
                    .isEqualTo(1);
            assertThat(now.sum("brygga_pushes_asleep", Map.of("tenant", "tehuset", "why", "refused")))
                    .isEqualTo(1);
        });
        assertThat(commands.brygga("feeds", "list", "--lang", "en").out())
                .containsOnlyOnce("is not written since")
                .contains("! nordkajak: ", "! tehuset: ");
        assertThat(commands.brygga("prices", "waiting", "tehuset", "--json")
                        .json()
                        .path("prices")
                        .size())
                .isEqualTo(1);
        assertThat(commands.brygga("orders", "show", refused.toString()).out()).contains("Läge: överhoppad");
    }

    @Test
    @Order(3)
    void theTableInRunningMdIsWhatThereIs() throws IOException {
        Map<String, Set<String>> table = table();

        assertThat(table)
                .isEqualTo(Arrays.stream(Metric.values())
                        .collect(Collectors.toMap(Metric::prometheusName, metric -> new TreeSet<>(metric.labels()))));
        Stream.of(world.apps.workerPages(), world.apps.starterPages())
                .flatMap(pages -> Scrape.of(pages).lines().stream())
                .filter(line -> line.name().startsWith("brygga_"))
                .forEach(line -> {
                    Set<String> labels = new TreeSet<>(line.labels().keySet());
                    labels.remove("le");
                    assertThat(table).containsEntry(withoutPart(line.name()), labels);
                });
    }

    @Test
    @Order(4)
    void alertsAndTextNameMetricsThatThereAre() throws IOException {
        Set<String> there = new TreeSet<>(table().keySet());
        there.addAll(SELDOM);
        Scrape.of(world.apps.workerPages()).lines().forEach(line -> {
            there.add(line.name());
            there.add(withoutPart(line.name()));
        });
        there.add("temporal_sticky_cache_total_forced_eviction_total");

        Set<String> named = new TreeSet<>(matches("\\b(?:brygga|temporal)_[a-z_]+", runningMd())
                .map(MatchResult::group)
                .toList());

        assertThat(alerts()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr");
            assertThat(matches("\\bbrygga_[a-z_]+|\\btemporal_[a-z_]+", Objects.toString(rule.get("expr"))))
                    .isNotEmpty();
        });
        assertThat(named).hasSizeGreaterThan(25);
        assertThat(there).containsAll(named.stream().map(MetricsIT::withoutPart).toList());
    }

    /** An outage of Specter, orders of two causes that wait, one that is skipped, a sleeping push, a notice, a price that waits. */
    private static OrderRef trouble() {
        world.specter
                .faults()
                .add(Fault.share("newOrderSubmit", Fault.Kind.STATUS, 100).withStatus(200, "0;77;Nej"));
        OrderRef refused = placed("te-butiken");
        world.awaitWaiting(refused, Cause.SPECTER_REFUSED_ORDER);
        OrderRef skipped = placed("kajak-se");
        world.awaitWaiting(skipped, Cause.SPECTER_REFUSED_ORDER);
        world.decide(skipped, Decision.Kind.SKIP, "test", null);
        world.awaitSkipped(skipped, "operator");
        OrderRef unmapped = CommandLineIT.unmapped(world);
        world.awaitWaiting(unmapped, Cause.PAYMENT_NOT_MAPPED);
        world.specter.faults().clear();
        world.specter.faults().add(Fault.share("action=", Fault.Kind.DROP_BEFORE_COMMIT, 100));
        // Fewer orders could have trouble of their own.
        List<OrderRef> behind = Stream.of("te-butiken", "kajak-no")
                .flatMap(shop -> Stream.generate(() -> placed(shop)).limit(5))
                .toList();
        await("Specter is out of order")
                .atMost(PATIENCE)
                .until(() ->
                        behind.stream().allMatch(order -> world.behind(order).isPresent()));
        // Else the next push finds that there is nothing to hold, and that the shop is not asleep.
        List.of("stock", "prices")
                .forEach(feed -> assertThat(commands.brygga("feeds", "pause", "tehuset", feed, "--reason", "test")
                                .exit())
                        .isZero());
        OrderRef order = Merchants.order("te-butiken", 1);
        world.apps
                .bean(SleepBook.class)
                .sleeps(Feed.STOCK, order.shop(), SleepBook.Why.REFUSED, "http-403", Detail.value("forbidden"), null);
        world.apps.bean(NoticeBook.class).open("tehuset", "", Cause.FEED_REFUSED, "stock", Detail.value("test"));
        world.apps
                .bean(ApprovalBook.class)
                .ask(
                        order.shop(),
                        new ShopPriceBook.PriceKey(1, "TE-001", 1),
                        null,
                        new PriceValue(BigDecimal.TEN, null),
                        ApprovalBook.Ground.ABOVE_LIMIT);
        return skipped;
    }

    private static OrderRef placed(String shop) {
        return Merchants.order(
                shop, world.starweb.placeAndPay(shop, OrderKind.PRIVATE_KLARNA).orderId());
    }

    private static Map<Map<String, String>, Integer> waiting(JsonNode orders) {
        Map<Map<String, String>, Integer> counted = new HashMap<>();
        StreamSupport.stream(orders.spliterator(), false)
                .map(line -> Map.of(
                        "tenant",
                        line.path("order").asString().split("/")[0],
                        "cause",
                        line.path("cause").asString()))
                .forEach(labels -> counted.merge(labels, 1, Integer::sum));
        return counted;
    }

    /** How many orders wait for the tenant's systems, as {@code notices} tells. */
    private static int waiting(JsonNode notices, String tenant) {
        return StreamSupport.stream(notices.path("outages").spliterator(), false)
                .filter(told -> told.path("tenant").asString().equals(tenant))
                .mapToInt(told -> told.path("waiting").asInt())
                .sum();
    }

    private static int sum(Map<?, Integer> counted) {
        return counted.values().stream().mapToInt(number -> number).sum();
    }

    private static int listed(String state) {
        return commands.brygga("orders", "list", "--state", state, "--limit", "1000", "--json")
                .json()
                .path("orders")
                .size();
    }

    private static Map<String, Set<String>> table() throws IOException {
        return matches("(?m)^\\| `(brygga_\\w+)` \\| ([^|]*)\\|", runningMd())
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> matches("`(\\w+)`", row.group(2))
                                .map(label -> label.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** The rules of the page, as Prometheus would read them. */
    private static List<Map<String, Object>> alerts() throws IOException {
        String yaml = matches("(?s)```yaml\\n(groups:.*?)```", runningMd())
                .findFirst()
                .orElseThrow()
                .group(1);
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(yaml);
        return Objects.requireNonNull(
                Objects.requireNonNull(file.get("groups")).getFirst().get("rules"));
    }

    private static Stream<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private static String runningMd() throws IOException {
        return Files.readString(Project.root().resolve("docs/running.md"));
    }

    /** The metric of a series of a histogram. */
    private static String withoutPart(String name) {
        return name.replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds");
    }
}
