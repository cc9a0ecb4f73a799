package se.brygga.starter.webhook;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.intake.TransferStarter;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.OrderRecord;
import se.brygga.activities.store.WebHookInbox;
import se.brygga.workflows.OrderRef;

/** Hands stored events on to the workflows: at once, and again for those whose process died in between. */
@Component
class WebHookDispatcher {

    /** The events we register for. */
    static final Set<String> EVENTS =
            Set.of("order-completed", "order-status-changed", "order-updated", "order-deleted");

    private static final Logger LOG = LoggerFactory.getLogger(WebHookDispatcher.class);
    /** Starweb's code of the status in which nothing is to be delivered any more. */
    private static final String CANCELED = "canceled";

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private final WebHookInbox inbox;
    private final OrderBook orders;
    private final TransferStarter starter;
    private final InstantSource time;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WebHookDispatcher(WebHookInbox inbox, OrderBook orders, TransferStarter starter, InstantSource time) {
        this.inbox = inbox;
        this.orders = orders;
        this.starter = starter;
        this.time = time;
    }

    /** Returns at once; the sender must have its answer within two seconds. */
    void dispatchSoon(WebHookInbox.Event event) {
        threads.execute(() -> dispatch(event));
    }

    @Scheduled(fixedDelayString = "PT5S")
    void dispatchLeftBehind() {
        List<WebHookInbox.Event> left = inbox.open(time.instant().minus(LEFT_BEHIND), BATCH);
        left.forEach(this::dispatch);
    }

    private void dispatch(WebHookInbox.Event event) {
        try {
            handOn(event);
            inbox.dispatched(event.id());
        } catch (RuntimeException e) {
            LOG.warn(
                    "web hook {} about order {} waits: {}",
                    event.event(),
                    event.order(),
                    e.getClass().getSimpleName());
        }
    }

    /**
     * An order that is in Specter hears of its cancellation and its deletion only: other changes, and the echoes of our own
     * writes, are found by the intake, which compares many with one call. An update says nothing about an order that we do not know or that
     * is on its way.
     */
    private void handOn(WebHookInbox.Event event) {
        OrderRef order = event.order();
        Optional<OrderRecord.State> state = orders.find(order).map(OrderRecord::state);
        boolean inSpecter = state.equals(Optional.of(OrderRecord.State.TRANSFERRED));
        boolean rests = state.equals(Optional.of(OrderRecord.State.WAITING))
                || state.equals(Optional.of(OrderRecord.State.SKIPPED));
        switch (event.event()) {
            case "order-deleted" -> {
                if (inSpecter) {
                    starter.compare(order);
                } else if (state.isPresent()) {
                    starter.take(order);
                }
            }
            case "order-updated" -> {
                if (rests) {
                    starter.take(order);
                }
            }
            default -> {
                if (!inSpecter) {
                    starter.take(order);
                } else if (CANCELED.equals(event.statusCode())) {
                    starter.compare(order);
                }
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.close();
    }
}
