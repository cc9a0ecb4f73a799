package se.brygga.starter.webhook;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
import se.brygga.workflows.ShopRef;

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
    private static final int BATCH_PER_SHOP = 100;

    /**
     * Orders of a shop that are being looked up for the first time. A true one is read in well under a second; one that does
     * not exist is asked for during some seconds, since a shop may show an order late.
     */
    private static final int UNREAD_AT_A_TIME = 16;

    /** Until somebody looks whether some of them have been read. */
    private static final Duration PLACES_TAKEN = Duration.ofMillis(100);

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

    /** Whether a shop may tell of more; else so many of its web hooks wait that its intake is faster. */
    boolean takesMoreOf(ShopRef shop) {
        return line(shop).length() < ShopLine.LONGEST;
    }

    /** Returns at once; the sender must have its answer within two seconds. */
    void dispatchSoon(WebHookInbox.Event event) {
        threads.execute(() -> dispatch(event));
    }

    @Scheduled(fixedDelayString = "PT5S")
    void dispatchLeftBehind() {
        inbox.open(time.instant().minus(LEFT_BEHIND), BATCH_PER_SHOP).forEach(this::dispatchSoon);
    }

    private void dispatch(WebHookInbox.Event event) {
        ShopRef shop = event.order().shop();
        try {
            if (orders.find(event.order()).isPresent() || !startsATransfer(event)) {
                handOn(event);
            } else if (line(shop).add(event)) {
                serve(shop);
            }
        } catch (RuntimeException e) {
            waits(event, e);
        }
    }

    private static boolean startsATransfer(WebHookInbox.Event event) {
        return !event.event().equals("order-deleted") && !event.event().equals("order-updated");
    }

    private ShopLine line(ShopRef shop) {
        return lines.computeIfAbsent(shop, _ -> new ShopLine());
    }

    /** Hands on what waits in a shop's line. */
    private void serve(ShopRef shop) {
        ShopLine line = line(shop);
        int places = 0;
        for (var event = line.next(); event != null; event = line.next()) {
            try {
                places = places > 0 ? places : awaitPlaces(shop);
                if (inbox.isOpen(event.id())) {
                    handOn(event);
                    places--;
                }
            } catch (RuntimeException e) {
                waits(event, e);
            }
        }
    }

    /** Returns when the shop may have more orders looked up; meanwhile its intake finds the true ones, many with one call. */
    private int awaitPlaces(ShopRef shop) {
        int free = UNREAD_AT_A_TIME - orders.unread(shop);
        if (free <= 0 && line(shop).mayLook(time.instant())) {
            starter.lookNow(shop);
        }
        while (free <= 0) {
            try {
                Thread.sleep(PLACES_TAKEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the process ends", e);
            }
            free = UNREAD_AT_A_TIME - orders.unread(shop);
        }
        return free;
    }

    private static void waits(WebHookInbox.Event event, RuntimeException why) {
        LOG.warn(
                "web hook {} about order {} waits: {}",
                event.event(),
                event.order(),
                why.getClass().getSimpleName());
    }

    /**
     * An order that is in Specter hears of its cancellation and its deletion only: other changes, and the echoes of our own
     * writes, are found by the intake, which compares many with one call. An update says nothing about an order that we do not
     * know or that is on its way.
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
        inbox.dispatched(event.id());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        threads.close();
    }
}
