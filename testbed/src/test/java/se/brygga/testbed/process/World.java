package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.outage.OutageBook;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.testbed.contract.ContractWatch;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Both simulators, a database, Temporal (the real development server where it is at hand) and both apps. */
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static {
        // Ten seconds, which Awaitility waits by itself, are too few on a machine under load.
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    final StarwebSimulator starweb;
    final SpecterSimulator specter;
    final Database database;
    final TemporalServer temporal;
    final Apps apps;
    private Optional<ContractWatch> contract = Optional.empty();

    World(long seed) {
        this(seed, Instant.now().minus(Duration.ofHours(1)));
    }

    /** @param ordersSince the simulated shops have orders of the last two days */
    World(long seed, Instant ordersSince) {
        this(seed, ordersSince, Clock.systemUTC());
    }

    /** @param shopClock of the shops, which may be behind and is moved on by hand */
    World(long seed, Instant ordersSince, Clock shopClock) {
        this(seed, ordersSince, shopClock, false, Merchants.file());
    }

    /** One in which everything that passes between Brygga and Starweb is held against Starweb's contract. */
    static World watched(long seed) {
        return watched(seed, Merchants.file());
    }

    /** The same with another set-up. */
    static World watched(long seed, String file) {
        return new World(seed, Instant.now().minus(Duration.ofHours(1)), Clock.systemUTC(), true, file);
    }

    private World(long seed, Instant ordersSince, Clock shopClock, boolean watched, String file) {
        try {
            Path folder = Files.createTempDirectory("brygga-world");
            starweb = SimulatorsAtWork.starweb(seed, shopClock);
            contract = watched ? ContractWatch.over(starweb) : Optional.empty();
            specter = SimulatorsAtWork.specter(seed, Clock.systemUTC());
            database = Database.embedded(folder.resolve("postgres"));
            temporal = temporal(folder);
            apps = Apps.start(
                    database,
                    temporal,
                    0,
                    Map.of(
                            "logging.level.root",
                            "WARN",
                            "brygga.worker.write-shown-within",
                            "1s",
                            "brygga.worker.write-under-way-for",
                            "2s",
                            // Nobody needs the calls that still run when a test is over.
                            "brygga.worker.stop-within",
                            "2s"));
            Merchants.setUp(apps, file, Merchants.environment(starweb, specter), ordersSince);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TemporalServer temporal(Path folder) {
        return TemporalServer.program()
                .map(program -> TemporalServer.development(program, 0, folder))
                .orElseGet(TemporalServer::inMemory);
    }

    Optional<OrderLists.Line> line(OrderRef order) {
        return apps.bean(OrderLists.class).find(order);
    }

    /** Waits until the order is in Specter and the shop knows its number there. */
    long awaitTransferred(OrderRef order) {
        await("order " + order + " in Specter")
                .atMost(PATIENCE)
                .until(() ->
                        line(order).filter(line -> line.specterNumber() != null).isPresent());
        long number = Objects.requireNonNull(line(order).orElseThrow().specterNumber());
        String shop = order.shop().shop();
        await("order " + order + " marked in the shop")
                .atMost(PATIENCE)
                .until(() -> starweb.orders(shop).stream()
                        .anyMatch(o -> o.orderId() == order.orderId()
                                && !o.externalId().isEmpty()));
        return number;
    }

    void awaitWaiting(OrderRef order, Cause cause) {
        await("order " + order + " waits for " + cause)
                .atMost(PATIENCE)
                .until(() -> line(order).filter(line -> line.cause() == cause).isPresent());
    }

    void awaitNothingWaits(OrderRef order) {
        await("nothing about order " + order + " waits")
                .atMost(PATIENCE)
                .until(() -> line(order).filter(line -> line.cause() == null).isPresent());
    }

    /** What keeps all of the shop or its tenant from going on. */
    Optional<Cause> behind(OrderRef order) {
        return apps.bean(OutageBook.class).knownTo(order).stream()
                .map(told -> told.outage().cause())
                .findFirst();
    }

    void awaitNoOutage() {
        await("all systems in order")
                .atMost(PATIENCE)
                .until(() -> apps.bean(OutageBook.class).known().isEmpty());
    }

    void awaitNoOutage(String tenant) {
        await("all systems of " + tenant + " in order")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> apps.bean(OutageBook.class).known().stream()
                        .noneMatch(told -> told.outage().door().tenant().equals(tenant)));
    }

    void awaitSkipped(OrderRef order, String rule) {
        await("order " + order + " skipped by " + rule)
                .atMost(PATIENCE)
                .until(() -> line(order)
                        .filter(line -> rule.equals(line.skippedBy()))
                        .isPresent());
    }

    /** Web hooks of a shop that are stored and not handed on. */
    int openHooks(String shop) {
        return apps.bean(JdbcClient.class)
                .sql("select count(*) from web_hook_event where shop = :shop and dispatched_at is null")
                .param("shop", shop)
                .query(Integer.class)
                .single();
    }

    /** Waits until the shop has said that it has no such order, and nothing of it is left. */
    void awaitForgotten(OrderRef order) {
        await("order " + order + " is forgotten")
                .atMost(PATIENCE)
                .until(() -> openHooks(order.shop().shop()) == 0 && line(order).isEmpty());
    }

    Outcome<Result> decide(OrderRef order, Decision.Kind kind, String reason, @Nullable Long number) {
        return apps.bean(DecisionDesk.class).decide(order, null, new Wish(kind, new Operator("anna", reason), number));
    }

    /** Lets the shop's intake look now instead of in half a minute; one that has not begun looks at its start. */
    void lookNow(String shop) {
        try {
            apps.bean(WorkflowClient.class)
                    .newUntypedWorkflowStub(
                            OrderIntakeWorkflow.idOf(Merchants.order(shop, 1).shop()))
                    .signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // The worker starts it some seconds after its own start.
        }
    }

    /** Lets a tenant's loop poll now; one that has not begun polls at its start. */
    void poke(Feed feed, String tenant) {
        try {
            apps.bean(WorkflowClient.class)
                    .newUntypedWorkflowStub(feed.workflowId(tenant))
                    .signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // The worker starts it some seconds after its own start.
        }
    }

    /** An order of kind T1 that is in Specter. */
    OrderRef placeTransferred(String shop) {
        OrderRef order =
                Merchants.order(shop, starweb.placeAndPay(shop, OrderKind.T1).orderId());
        awaitTransferred(order);
        return order;
    }

    /** The order as Specter has it. */
    Order inSpecter(OrderRef order) {
        return specter.account(Merchants.account(order.shop().shop()))
                .order(Merchants.externalNo(order))
                .orElseThrow();
    }

    /** Specter delivers one piece of the order's first row. */
    void deliverOnePiece(OrderRef order, String parcel) {
        Order booked = inSpecter(order);
        specter.account(Merchants.account(order.shop().shop()))
                .deliverPart(booked.number(), booked.rows().getFirst().articleNo(), BigDecimal.ONE, parcel);
    }

    /** How many orders Specter has under the order's number. */
    long copiesInSpecter(OrderRef order) {
        return specter.account(Merchants.account(order.shop().shop())).orders().stream()
                .filter(o -> o.externalNo().equals(Merchants.externalNo(order)))
                .count();
    }

    /** Whatever the look for personal data finds, nothing is left running. */
    @Override
    public void close() {
        try {
            apps.close();
        } finally {
            temporal.close();
            database.close();
            specter.close();
            starweb.close();
        }
        contract.ifPresent(watch -> assertThat(watch.complaints()).isEmpty());
    }
}
