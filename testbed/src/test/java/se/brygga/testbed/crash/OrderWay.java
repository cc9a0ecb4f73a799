package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.specter.sales.Order;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** An order of a new customer with an article of its own is paid, and nothing speaks against it. */
class OrderWay extends Way {

    OrderWay(Scene scene, String name) {
        super(scene, name);
    }

    @Override
    Merchant.Use use() {
        return Merchant.Use.ORDERS;
    }

    @Override
    @Nullable
    String lane() {
        return null;
    }

    @Override
    String workflows(Victim victim) {
        return "(order|change)/" + victim.order();
    }

    @Override
    @Nullable
    String about(Victim victim) {
        return "\\b(" + victim.sku() + "|v" + victim.number + "|" + victim.orderId + ")\\b";
    }

    @Override
    Optional<String> shopCall(Victim victim, String request) {
        String order = "orders/" + victim.orderId;
        return request.matches("\\w+ " + order + "(/.*)?")
                ? Optional.of(request.replace(order, "orders/{id}"))
                : Optional.empty();
    }

    @Override
    String shopRequest(Victim victim, String call) {
        return call.replace("{id}", Long.toString(victim.orderId));
    }

    @Override
    boolean isSpecterCall(String action) {
        return action.endsWith("Submit");
    }

    @Override
    void place(Victim victim) {
        victim.orderId =
                scene.starweb.place(victim.merchant.name(), order(victim)).orderId();
    }

    String order(Victim victim) {
        return order(victim, "klarna", "");
    }

    static String order(Victim victim, String payment, String row) {
        return """
                {"paymentMethod":"%s","shippingMethod":"postnord","email":"%s",
                 "address":{"firstName":"Eva","lastName":"Ek %d","address":"Ekgatan 1","postalCode":"222 22","city":"Lund","countryCode":"SE"},
                 "items":[{"sku":"%s","description":"Vara","unitPrice":100,"quantity":1,"vatRate":25%s}]}""".formatted(payment, victim.email(), victim.number, victim.sku(), row);
    }

    @Override
    void act(Victim victim) {
        scene.starweb.pay(victim.merchant.name(), victim.orderId);
    }

    @Override
    boolean isSettled(Victim victim) {
        return hasEnded(Question.transfer(victim.order()).workflowId());
    }

    final boolean hasEnded(String workflowId) {
        try {
            return scene.apps
                            .bean(WorkflowClient.class)
                            .newUntypedWorkflowStub(workflowId)
                            .describe()
                            .getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
        } catch (WorkflowNotFoundException notBegun) {
            return false;
        }
    }

    final Optional<Cause> waitsFor(Victim victim) {
        return scene.apps.bean(OrderLists.class).find(victim.order()).map(OrderLists.Line::cause);
    }

    /** A person decides once: an accepted decision is never lost. Nobody waits here for a worker that stands still. */
    final void decide(Victim victim, Cause about, Decision.Kind kind, @Nullable Long number) {
        String what = about.code() + ", " + kind.code();
        if (victim.decided.contains(what) || !victim.deciding.compareAndSet(false, true)) {
            return;
        }
        Wish wish = new Wish(kind, new Operator("anna", "crash matrix"), number).withId(victim.id() + ", " + what);
        Thread.ofVirtual().start(() -> {
            try {
                if (Decisions.isFollowed(scene.apps, victim.order(), about, wish)) {
                    victim.decided.add(what);
                }
            } finally {
                victim.deciding.set(false);
            }
        });
    }

    @Override
    String outcome(Victim victim) {
        assertThat(isSettled(victim)).as("its workflow has ended").isTrue();
        long number = onceInSpecter(victim);
        assertThat(inShop(victim).externalId()).as("mark in the shop").isEqualTo(Long.toString(number));
        assertThat(waitsFor(victim)).isEmpty();
        return decisions(victim) + "once, as " + number;
    }

    /** @return Specter's number of its only order there */
    final long onceInSpecter(Victim victim) {
        List<Order> there = scene.specter.account(victim.merchant.account()).orders().stream()
                .filter(order -> order.externalNo().equals(Long.toString(victim.orderId)))
                .toList();
        assertThat(there).as("orders in Specter").hasSize(1);
        OrderLists.Line line =
                scene.apps.bean(OrderLists.class).find(victim.order()).orElseThrow();
        assertThat(line.specterNumber()).isEqualTo(there.getFirst().number());
        return there.getFirst().number();
    }

    /** To the öre, and of one customer. */
    final void likeInTheShop(Victim victim) {
        Order order = scene.specter
                .account(victim.merchant.account())
                .order(Long.toString(victim.orderId))
                .orElseThrow();
        assertThat(order.total()).isEqualByComparingTo(inShop(victim).total());
        assertThat(scene.specter.account(victim.merchant.account()).customers())
                .filteredOn(customer -> customer.email().equals(victim.email()))
                .hasSize(1);
    }

    final OrderSummary inShop(Victim victim) {
        return scene.starweb.orderOf(victim.merchant.name(), victim.orderId).order();
    }

    /** What was decided, and that the audit log has each decision once. */
    final String decisions(Victim victim) {
        long logged = Objects.requireNonNull(scene.sql()
                .sql("select count(*) from audit where subject = :subject")
                .param("subject", "order " + victim.order())
                .query(Long.class)
                .single());
        assertThat(logged).as("decisions in the audit log").isEqualTo(victim.decided.size());
        return victim.decided.isEmpty() ? "" : "waited for " + String.join("; ", victim.decided) + " worked; ";
    }
}
