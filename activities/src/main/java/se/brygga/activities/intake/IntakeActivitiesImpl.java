package se.brygga.activities.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.starweb.StarwebClient;
import se.brygga.activities.starweb.StarwebClients;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.store.IntakeBook;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.OrderRecord;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.transfer.Failures;
import se.brygga.activities.transfer.OrderCodec;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;

/** The watermark recipe of the Starweb reference, section 5.1, and the hourly sweep that closes its holes. */
public final class IntakeActivitiesImpl implements IntakeActivities {

    /** Times are whole seconds and may show late; everything younger than mark - overlap is looked at again. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    /** What raises modifiedAt is unknown (O-9); so long an order may take from its creation to its payment. */
    private static final Duration SWEEP_BACK = Duration.ofDays(3);

    private final SetupStore setups;
    private final StarwebClients starweb;
    private final IntakeBook marks;
    private final OrderBook orders;
    private final TransferStarter starter;
    private final OrderCodec codec;
    private final InstantSource time;

    public IntakeActivitiesImpl(
            SetupStore setups,
            StarwebClients starweb,
            IntakeBook marks,
            OrderBook orders,
            TransferStarter starter,
            OrderCodec codec,
            InstantSource time) {
        this.setups = setups;
        this.starweb = starweb;
        this.marks = marks;
        this.orders = orders;
        this.starter = starter;
        this.codec = codec;
        this.time = time;
    }

    /** What one look has counted. */
    private static final class Tally {
        final Instant since;
        final boolean sweptNever;
        int seen;
        int found;

        Tally(IntakeBook.Mark mark) {
            this.since = mark.since();
            this.sweptNever = mark.sweptAt().equals(Instant.EPOCH);
        }
    }

    @Override
    public ScanResult scanShop(ShopRef shop, boolean sweep) {
        Optional<TenantSetup> setup = setups.find(shop);
        if (setup.isEmpty()) {
            return new ScanResult(0, 0);
        }
        ShopSetup shopSetup = setup.get().shop(shop.shop());
        StarwebClient client = starweb.forShop(shop, shopSetup.starweb());
        try {
            return scan(shop, client, sweep);
        } catch (RemoteFailure failure) {
            throw Failures.forRetry(failure);
        }
    }

    private ScanResult scan(ShopRef shop, StarwebClient client, boolean asked) {
        Instant now = time.instant();
        IntakeBook.Mark mark = marks.begin(shop, now);
        Tally tally = new Tally(mark);
        Instant latest = scanByChange(shop, client, mark.watermark().minus(OVERLAP), tally);
        boolean sweep = asked || !mark.sweptAt().plus(SWEEP_EVERY).isAfter(now);
        if (sweep) {
            sweep(shop, client, now, tally);
        }
        Instant watermark = latest == null || latest.isBefore(mark.watermark()) ? mark.watermark() : latest;
        marks.move(shop, watermark, sweep ? now : mark.sweptAt());
        return new ScanResult(tally.seen, tally.found);
    }

    /** Newest change first, until a row is strictly older than the bound; the latest change seen, or null. */
    private @Nullable Instant scanByChange(ShopRef shop, StarwebClient client, Instant bound, Tally tally) {
        Instant candidate = null;
        Integer total = null;
        for (int page = 1; ; page++) {
            StarwebClient.OrderPage orderPage = client.ordersByLatestChange(page);
            if (page == 1 && !orderPage.orders().isEmpty()) {
                candidate = orderPage.orders().getFirst().modifiedAt();
            }
            if (shrunk(total, orderPage.total())) {
                // A deletion pulled rows up over the border of a page that was read already: begin anew.
                page = 0;
                total = null;
                continue;
            }
            total = orderPage.total();
            for (StarwebOrder order : orderPage.orders()) {
                if (order.modifiedAt().isBefore(bound)) {
                    return candidate;
                }
                look(shop, order, tally);
            }
            if (orderPage.last()) {
                return candidate;
            }
        }
    }

    private static boolean shrunk(@Nullable Integer before, @Nullable Integer now) {
        return before != null && now != null && now < before;
    }

    private void sweep(ShopRef shop, StarwebClient client, Instant now, Tally tally) {
        Instant from = now.minus(SWEEP_BACK).minusSeconds(1);
        // The first sweep goes back to the beginning, so that a backfill needs no code of its own.
        Instant after = tally.sweptNever || tally.since.isAfter(from) ? tally.since.minusSeconds(1) : from;
        for (int page = 1; ; page++) {
            StarwebClient.OrderPage orderPage = client.ordersCreatedAfter(after, page);
            orderPage.orders().forEach(order -> look(shop, order, tally));
            if (orderPage.last()) {
                break;
            }
        }
        resumeForgotten(shop);
    }

    /** With an engine that lost its memory, these are the orders that nobody carries. */
    private void resumeForgotten(ShopRef shop) {
        orders.unfinished(shop).forEach(starter::resumeTransfer);
        orders.waitingAfterTransfer(shop).forEach(starter::resumeCompare);
    }

    private void look(ShopRef shop, StarwebOrder order, Tally tally) {
        tally.seen++;
        if (order.createdAt().isBefore(tally.since)) {
            return;
        }
        OrderRef ref = new OrderRef(shop, order.orderId());
        Optional<OrderRecord> known = orders.find(ref);
        if (known.isPresent() && unchanged(known.get(), order)) {
            return;
        }
        tally.found++;
        if (known.isPresent() && known.get().state() == OrderRecord.State.TRANSFERRED) {
            starter.compare(ref);
        } else {
            starter.take(ref);
        }
    }

    private boolean unchanged(OrderRecord known, StarwebOrder order) {
        if (known.contentHash() == null) {
            // Its transfer has begun and will read it; whether it still runs, the sweep asks. One that is skipped was
            // not
            // in the shop when it was looked for, and now it is.
            return known.state() != OrderRecord.State.SKIPPED;
        }
        boolean sameContent = known.contentHash().equals(codec.contentHash(order));
        boolean sameStatus = Long.valueOf(order.status().statusId()).equals(known.statusId());
        if (known.state() == OrderRecord.State.TRANSFERRED) {
            return sameContent
                    && (sameStatus || !"canceled".equals(order.status().idCode()));
        }
        return sameContent && sameStatus && Boolean.valueOf(order.complete()).equals(known.complete());
    }
}
