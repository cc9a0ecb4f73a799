package se.brygga.activities.status;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.feed.Feed;

/** Turns deliveries, cancellations and invoices into callbacks of the shops' orders. */
final class OrderFollower implements Follower {

    private final SpecterClients specter;
    private final BatchPuller puller;
    private final SpecterOrderBook orders;
    private final CallbackBook callbacks;
    private final CallbackStarter starter;

    OrderFollower(
            SpecterClients specter,
            BatchPuller puller,
            SpecterOrderBook orders,
            CallbackBook callbacks,
            CallbackStarter starter) {
        this.specter = specter;
        this.puller = puller;
        this.orders = orders;
        this.callbacks = callbacks;
        this.starter = starter;
    }

    @Override
    public Feed feed() {
        return Feed.ORDERS;
    }

    /** No comparison is needed. The intake looks for missed orders, and each callback is read back at once. */
    @Override
    public boolean pushes() {
        return false;
    }

    @Override
    public void handOn(TenantSetup setup, boolean afresh) {
        orders.handOver(setup.tenant(), happened -> callbacks.add(happened, reasonNotToTell(setup, happened)));
        callbacks.open(setup.tenant(), afresh).forEach(starter::tell);
    }

    @Override
    public int drain(TenantSetup setup) {
        SpecterFeeds feeds = specter.feeds(setup.tenant(), setup.specter());
        return puller.drain(
                        setup.tenant(),
                        feeds,
                        new BatchPuller.Journal<>(
                                FeedKind.ORDERS,
                                feeds::pullOrders,
                                (rows, openedAt) -> rows.forEach(row -> orders.changed(setup.tenant(), row)),
                                row -> Stream.of(Long.toString(row.orderNo()))),
                        setup.specter().maxForeignRecoveries())
                .stored();
    }

    /** Why the shop is not told of an event, for the operator's list. Null when the shop is told. */
    private @Nullable Detail reasonNotToTell(TenantSetup setup, SpecterOrderBook.Happened happened) {
        Optional<StatusSetup> status = setup.shops().stream()
                .filter(shop -> shop.shop().equals(happened.order().shop().shop()))
                .flatMap(shop -> Stream.ofNullable(shop.status()))
                .findFirst();
        boolean told =
                status.flatMap(rules -> StatusRules.of(happened.event(), rules)).isPresent();
        if (told || mayContradictCancellation(status, happened)) {
            return null;
        }
        return (happened.event() == OrderEvent.PART_DELIVERED ? Phrase.PART_NOT_TOLD : Phrase.NO_RULE).with();
    }

    /** Whether the event says that not all was cancelled, while the shop may have heard that all was. */
    private boolean mayContradictCancellation(Optional<StatusSetup> status, SpecterOrderBook.Happened happened) {
        return status.filter(rules -> rules.rules().containsKey(StatusSetup.Event.CANCELLED))
                        .isPresent()
                && orders.isCancelled(happened.order());
    }
}
