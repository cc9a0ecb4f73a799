package se.brygga.starter.webhook;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/** Hands stored events on to the workflows: at once, and later those whose process died before that. */
@Component
class WebHookDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(WebHookDispatcher.class);
    private static final Duration OVERDUE = Duration.ofSeconds(10);
    private static final int BATCH_PER_SHOP = 100;

    /**
     * The number of orders of a shop that are looked up at a time because web hooks named them. A real order is read in
     * well under a second. An order that does not exist is asked for during some seconds, because a shop may show an
     * order late.
     */
    private static final int LOOK_UPS_AT_A_TIME = 16;

    /** The pause before the next check whether some of these orders have been read. */
    private static final Duration PLACES_TAKEN = Duration.ofMillis(100);

    private static final int WAITS_FOR_PLACES = 20;

    private final WebHookInbox inbox;
    private final OrderBook orders;
    private final TransferStarter starter;
    private final InstantSource time;
    private final ConcurrentMap<ShopRef, ShopLine> lines = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WebHookDispatcher(WebHookInbox inbox, OrderBook orders, TransferStarter starter, InstantSource time) {
        this.inbox = inbox;
        this.orders = orders;
        this.starter = starter;
        this.time = time;
    }

    /** Whether a shop's next web hook is handed on. If too many wait, the shop's intake is faster. */
    boolean takesMoreOf(ShopRef shop) {
        return line(shop).length() < ShopLine.LONGEST;
    }

    /** Hands on an event soon. Returns at once, because the sender must have its answer within two seconds. */
    void dispatchSoon(WebHookInbox.Event event) {
        threads.execute(() -> dispatch(event));
    }

    @Scheduled(fixedDelayString = "PT5S")
    void dispatchOverdue() {
        inbox.open(time.instant().minus(OVERDUE), BATCH_PER_SHOP).forEach(this::dispatchSoon);
    }

    private void dispatch(WebHookInbox.Event event) {
        ShopRef shop = event.order().shop();
        try {
            Optional<OrderRecord.State> state = stateOf(event.order());
            if (wanted(event, state).isEmpty()) {
                inbox.dispatched(event.id());
            } else if (line(shop).add(event)) {
                serve(shop, state);
            }
        } catch (RuntimeException e) {
            waits(event, e);
        }
    }

    private ShopLine line(ShopRef shop) {
        return lines.computeIfAbsent(shop, _ -> new ShopLine());
    }

    /**
     * Hands on what waits in a shop's queue.
     *
     * @param first just read, of the order whose event found the queue empty; the orders of the others may have changed
     */
    private void serve(ShopRef shop, Optional<OrderRecord.State> first) {
        ShopLine line = line(shop);
        int places = 0;
        boolean hasWaited = false;
        for (var event = line.next(); event != null; event = line.next()) {
            try {
                Optional<OrderRecord.State> state = hasWaited ? stateOf(event.order()) : first;
                hasWaited = true;
                if (needsPlace(state)) {
                    if (places == 0) {
                        places = placesOf(shop);
                    }
                    if (places <= 0) {
                        places = awaitPlaces(shop);
                        // Meanwhile the order may have gone on.
                        state = stateOf(event.order());
                    }
                    places--;
                }
                if (inbox.isOpen(event.id())) {
                    wanted(event, state).ifPresent(Runnable::run);
                    inbox.dispatched(event.id());
                }
            } catch (RuntimeException e) {
                waits(event, e);
            }
        }
    }

    /**
     * Whether an order needs a place. An order on its way may need one too, because its first start may have failed.
     */
    private static boolean needsPlace(Optional<OrderRecord.State> state) {
        return state.filter(it -> it != OrderRecord.State.TRANSFERRED).isEmpty();
    }

    private Optional<OrderRecord.State> stateOf(OrderRef order) {
        return orders.records().find(order).map(OrderRecord::state);
    }

    /** How many more orders of the shop may be looked up. */
    private int placesOf(ShopRef shop) {
        return LOOK_UPS_AT_A_TIME - orders.records().toBeLookedUp(shop);
    }

    /**
     * Returns when more orders of the shop may be looked up, where at first none may. After a while it lets one more
     * through in any case, so that the queue moves. Meanwhile the shop's intake finds the real orders, many with one call.
     */
    private int awaitPlaces(ShopRef shop) {
        if (line(shop).mayLook(time.instant())) {
            starter.lookNow(shop);
        }
        int free = 0;
        for (int i = 0; free <= 0 && i < WAITS_FOR_PLACES; i++) {
            try {
                Thread.sleep(PLACES_TAKEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the process ends", e);
            }
            free = placesOf(shop);
        }
        return Math.max(1, free);
    }

    private static void waits(WebHookInbox.Event event, RuntimeException why) {
        if (why instanceof WorkflowException || why instanceof StatusRuntimeException) {
            // All events wait for the same reason. Health and the lists say how many there are.
            LOG.warn("web hooks wait", why);
            return;
        }
        LOG.warn(
                "web hook {} about order {} waits: {}",
                event.event().key(),
                event.order(),
                why.getClass().getSimpleName());
    }

    /**
     * What an event leads to: a transfer, a comparison, or nothing. The first two read the order.
     *
     * <p>For an order in Specter only cancellation and deletion count. The intake finds other changes, and the echoes
     * of our own writes, and compares many orders with one call. An update says nothing about an order that is unknown
     * or on its way.
     */
    private Optional<Runnable> wanted(WebHookInbox.Event event, Optional<OrderRecord.State> state) {
        OrderRef order = event.order();
        boolean inSpecter = state.equals(Optional.of(OrderRecord.State.TRANSFERRED));
        boolean rests = state.equals(Optional.of(OrderRecord.State.WAITING))
                || state.equals(Optional.of(OrderRecord.State.SKIPPED));
        boolean told = switch (event.event()) {
            case ORDER_DELETED -> state.isPresent();
            case ORDER_UPDATED -> rests;
            case ORDER_COMPLETED, ORDER_STATUS_CHANGED ->
                !inSpecter || ShopOrder.Status.isCancelled(event.statusCode());
        };
        if (!told) {
            return Optional.empty();
        }
        return Optional.of(inSpecter ? () -> starter.compare(order) : () -> starter.take(order));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        threads.close();
    }
}
