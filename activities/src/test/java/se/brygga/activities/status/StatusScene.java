package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.clients.shop.NamesInMemory.CREATED;

import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.status.Callbacks.Patience;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.OrderInMemory;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** An order in a shop, and what happened to it in Specter. */
abstract class StatusScene {

    static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    static final Patience PATIENCE = new Patience(Duration.ofSeconds(6), Duration.ofSeconds(45), Duration.ofSeconds(2));
    static final Rule DELIVERED = new Rule("completed", true, true, true, false);
    static final Rule CANCELLED = new Rule("Makulerad", false, true, false, false);
    static final Rule UNDONE = new Rule("picking", false, false, false, true);

    final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    final Books books = new Books(time);
    final ShopInMemory web = new ShopInMemory();

    /** The order as the shop has it. */
    final OrderInMemory shop = web.orders.put(
            SampleOrder.of(ORDER.orderId(), "2026-11-24T09:00:00Z").build());

    StatusSetup setup = setup(Map.of(
            Event.DELIVERED, DELIVERED,
            Event.CANCELLED, CANCELLED,
            Event.UNDONE, UNDONE,
            Event.INVOICED, new Rule("Packad", false, false, false, false),
            Event.PAID, new Rule("Betald", false, false, false, false)));

    StatusScene() {
        OrderCodec codec = new OrderCodec();
        SampleOrder sample = SampleOrder.of(ORDER.orderId(), "2026-11-24T09:00:00Z");
        books.orders.parked(
                Question.transfer(ORDER),
                new OrderReading(
                        BigDecimal.TEN,
                        "SEK",
                        time.instant(),
                        "hash",
                        CREATED,
                        true,
                        false,
                        codec.bytes(sample.build()),
                        Set.of()),
                Cause.ARTICLE_UNKNOWN,
                Detail.value("any"));
    }

    void happened(OrderEvent event, String... tracking) {
        books.callbacks
                .next(ORDER)
                .ifPresent(open ->
                        books.callbacks.settled(open, CallbackBook.State.NOTED, Detail.value("the test goes on")));
        books.callbacks.add(new SpecterOrderBook.Happened(ORDER, event, List.of(tracking)), null);
    }

    /** Behind what is in the inbox already. */
    void happenedNext(OrderEvent event, String... tracking) {
        books.callbacks.add(new SpecterOrderBook.Happened(ORDER, event, List.of(tracking)), null);
    }

    CallbackBook.Callback callback() {
        return books.callbacks.next(ORDER).orElseThrow();
    }

    /** One attempt of a process that remembers nothing. */
    CallbackOutcome tell() {
        StatusReport report =
                new StatusReport(books.callbacks, books.specterOrders, books.orders, new OrderCodec(), PATIENCE, time);
        return report.tell(callback(), web.client(), setup);
    }

    /** As the engine does it: again after every failure, a little later. */
    CallbackOutcome tellUntilSettled() {
        List<Exception> failures = new ArrayList<>();
        while (failures.size() < 100) {
            try {
                return tell();
            } catch (RemoteFailure | ApplicationFailure failure) {
                failures.add(failure);
                time.advance(PATIENCE.between());
            }
        }
        throw new AssertionError("not settled after " + failures.size() + " attempts: " + failures.getLast());
    }

    /** The whole inbox, each as the activity settles it. */
    List<CallbackOutcome> tellAll() {
        List<CallbackOutcome> outcomes = new ArrayList<>();
        while (books.callbacks.next(ORDER).isPresent()) {
            CallbackBook.Callback told = callback();
            CallbackOutcome outcome = tellUntilSettled();
            switch (outcome) {
                case CallbackOutcome.Reported(Detail note) ->
                    books.callbacks.settled(told, CallbackBook.State.REPORTED, note);
                case CallbackOutcome.Noted(Detail note) ->
                    books.callbacks.settled(told, CallbackBook.State.NOTED, note);
                case CallbackOutcome.Overtaken(Detail note) ->
                    books.callbacks.settled(told, CallbackBook.State.OVERTAKEN, note);
                case CallbackOutcome.Parked parked -> throw new AssertionError("waits for a person: " + parked);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    void assertOnce() {
        assertThat(shop.mails).isOne();
        assertThat(shop.captures).isOne();
    }

    static StatusSetup setup(Map<Event, Rule> rules) {
        return new StatusSetup(rules, Map.of(), List.of("created", "picking", "Packad", "completed"), 7);
    }
}
