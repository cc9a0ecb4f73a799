package se.brygga.testbed.crash.lost;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.testbed.crash.Decisions;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** Something that is under way, or waits, when Temporal is lost. */
abstract class Situation {

    static final long ACCOUNT = 9999;
    static final String SHOP = "kajak-se";
    static final String TENANT = "nordkajak";

    private final String name;
    final StarwebSimulator starweb;
    final SpecterSimulator specter;

    /** Every situation but that of the stock has an order. */
    @Nullable
    OrderRef order;

    Situation(String name, StarwebSimulator starweb, SpecterSimulator specter) {
        this.name = name;
        this.starweb = starweb;
        this.specter = specter;
    }

    final String name() {
        return name;
    }

    /** Most begin with an order that is placed and paid. */
    void begin(Apps apps) {
        place(OrderKind.PRIVATE_KLARNA);
        pay();
    }

    /** Whether it is where the engine is to be lost. May push it on. */
    abstract boolean isThere(Apps apps);

    /** Whether it has ended with the new engine. May push it on, as a person would. */
    boolean hasGoneOn(Apps apps) {
        return isTransferred(apps) && isMarked();
    }

    /** @throws AssertionError it is lost, or there twice */
    String outcome(Apps apps) {
        return once(apps);
    }

    final OrderRef order() {
        return Objects.requireNonNull(order, name);
    }

    final void place(String json) {
        long id = starweb.place(SHOP, json).orderId();
        order = Merchants.order(SHOP, id);
    }

    final void place(OrderKind kind) {
        order = Merchants.order(SHOP, starweb.place(SHOP, kind).orderId());
    }

    final void pay() {
        starweb.pay(SHOP, order().orderId());
    }

    final Optional<OrderLists.Line> line(Apps apps) {
        return apps.bean(OrderLists.class).find(order());
    }

    final boolean isTransferred(Apps apps) {
        return line(apps).filter(line -> line.specterNumber() != null).isPresent();
    }

    final boolean isMarked() {
        return !starweb.orderOf(SHOP, order().orderId()).order().externalId().isEmpty();
    }

    final boolean waitsFor(Apps apps, Cause cause) {
        return line(apps).filter(line -> line.cause() == cause).isPresent();
    }

    final boolean decide(Apps apps, Cause about, Decision.Kind kind) {
        Wish wish = Wish.of(kind, new Operator("anna", "after the loss")).withId(order() + ", " + kind.code());
        return Decisions.isFollowed(apps, order(), about, wish);
    }

    final long copies() {
        return specter.account(ACCOUNT).orders().stream()
                .filter(o -> o.externalNo().equals(Merchants.externalNo(order())))
                .count();
    }

    final String once(Apps apps) {
        assertThat(copies()).as("orders in Specter").isEqualTo(1);
        OrderLists.Line line = line(apps).orElseThrow();
        assertThat(line.cause()).isNull();
        return "once, as " + line.specterNumber();
    }

    final void poke(Apps apps, String workflowId) {
        try {
            apps.bean(WorkflowClient.class).newUntypedWorkflowStub(workflowId).signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // The worker starts it some seconds after its own start.
        }
    }

    /** Exactly one request path of this order, below the shop's API. */
    final String path(String method) {
        return method + " .*/orders/" + order().orderId() + "(\\?|$)";
    }
}
