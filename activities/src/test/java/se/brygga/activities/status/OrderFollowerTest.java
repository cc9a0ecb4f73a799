package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.client.WorkflowClient;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.intake.Engine;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;

/** What has happened in Specter becomes mail in an order's inbox, and its workflow is told of it. */
@Timeout(120)
class OrderFollowerTest {

    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final Question CALLBACK = Question.callback(ORDER);
    private static final long NUMBER = 5001;

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);

    @AutoClose
    private final Engine engine = new Engine();

    private final TenantSetup setup = SampleSetup.withStatus(new StatusSetup(
            Map.of(Event.DELIVERED, new StatusSetup.Rule("completed", true, true, true, false)),
            Map.of(),
            List.of(),
            7));

    OrderFollowerTest() {
        books.orders.transferred(ORDER, NUMBER, "hash");
    }

    @Test
    void aDeliveryIsMailAndItsCallbackBegins() {
        changed("D", "1", "11");

        follower(engine.client()).handOn(setup, false);

        assertThat(books.callbacks.next(ORDER)).hasValueSatisfying(mail -> {
            assertThat(mail.event()).isEqualTo(OrderEvent.DELIVERED);
            assertThat(mail.tracking()).containsExactly("11");
        });
        assertThat(engine.knows(CALLBACK)).isTrue();
    }

    @Test
    void furtherNewsAreToldToTheCallbackThatRunsEachOnce() {
        changed("D", "1", "11");
        follower(engine.client()).handOn(setup, false);
        changed("D", "1", "12");
        follower(engine.client()).handOn(setup, false);
        follower(engine.client()).handOn(setup, false);

        assertThat(events()).containsExactly(OrderEvent.DELIVERED, OrderEvent.PARCELS);
        assertThat(engine.signals(CALLBACK)).isEqualTo(2);
    }

    @Test
    void aPartIsListedAndTheShopIsNotTold() {
        changed("P", "1", "11");

        follower(engine.client()).handOn(setup, false);

        assertOnlyListed(OrderEvent.PART_DELIVERED, "{part-not-told}");
    }

    @Test
    void aPartOfAnOrderThatTheShopMayShowAsCancelledIsMail() {
        TenantSetup telling = SampleSetup.withStatus(new StatusSetup(
                Map.of(Event.CANCELLED, new StatusSetup.Rule("canceled", true, true, false, false)),
                Map.of(),
                List.of(),
                7));
        changed("P", "5", "11");

        follower(engine.client()).handOn(telling, false);

        assertThat(books.callbacks.ofOrder(ORDER))
                .extracting(CallbackBook.Callback::state)
                .containsExactly(CallbackBook.State.PENDING, CallbackBook.State.PENDING);
    }

    @Test
    void aCodeThatNobodyKnowsIsNothingThatHappened() {
        changed("X", "77", "11");

        follower(engine.client()).handOn(setup, false);

        assertThat(books.callbacks.next(ORDER)).isEmpty();
        assertThat(engine.knows(CALLBACK)).isFalse();
    }

    @Test
    void whatNoRuleIsForIsListedAndTheShopIsNotTold() {
        changed("0", "5");

        follower(engine.client()).handOn(setup, false);

        assertOnlyListed(OrderEvent.CANCELLED, "{no-rule}");
    }

    @Test
    void whatTemporalDidNotTakeIsHandedOnTheNextTime() {
        changed("D", "1", "11");
        assertThatThrownBy(() -> follower(unreachable()).handOn(setup, false)).hasMessage("Temporal is away");

        follower(engine.client()).handOn(setup, false);

        assertThat(engine.knows(CALLBACK)).isTrue();
        assertThat(events()).containsExactly(OrderEvent.DELIVERED);
    }

    @Test
    void anEngineThatHasLostItsMemoryIsToldOnceMore() {
        changed("D", "1", "11");
        follower(engine.client()).handOn(setup, false);
        engine.end(CALLBACK);

        follower(engine.client()).handOn(setup, false);
        assertThat(engine.runs(CALLBACK)).as("it was told already").isFalse();

        follower(engine.client()).handOn(setup, true);
        assertThat(engine.runs(CALLBACK)).isTrue();
    }

    private void assertOnlyListed(OrderEvent event, String why) {
        assertThat(books.callbacks.ofOrder(ORDER)).singleElement().satisfies(listed -> {
            assertThat(listed.event()).isEqualTo(event);
            assertThat(listed.state()).isEqualTo(CallbackBook.State.NOTED);
            assertThat(listed.note()).contains(why);
        });
        assertThat(engine.knows(CALLBACK)).isFalse();
    }

    private List<OrderEvent> events() {
        return books.callbacks.ofOrder(ORDER).stream()
                .map(CallbackBook.Callback::event)
                .toList();
    }

    /** As the journal says it. */
    private void changed(String deliveryStatus, String statusId, String... tracking) {
        books.specterOrders.changed(
                SHOP.tenant(),
                new OrderChange(
                        NUMBER,
                        deliveryStatus,
                        statusId,
                        OrderChange.Deliveries.bare(tracking.length > 0, List.of(tracking)),
                        List.of()));
    }

    private Follower follower(WorkflowClient temporal) {
        SpecterClients nobody = new SpecterClients((tenant, specter) -> {
            throw new UnsupportedOperationException();
        });
        return books.statusFlow.follower(
                nobody, books.feedLoops.puller(), new CallbackStarter(temporal, books.callbacks));
    }

    private static WorkflowClient unreachable() {
        return (WorkflowClient) Proxy.newProxyInstance(
                WorkflowClient.class.getClassLoader(), new Class<?>[] {WorkflowClient.class}, (client, call, with) -> {
                    throw new IllegalStateException("Temporal is away");
                });
    }
}
