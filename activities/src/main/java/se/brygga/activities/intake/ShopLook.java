package se.brygga.activities.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.order.OrderPages;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities.Looked;

/** The watermark of the Starweb reference, section 5.1, and the hourly sweep that closes its gaps. */
final class ShopLook {

    /**
     * Times are whole seconds, and orders may show late. So each look reads again everything younger than the watermark
     * less this time.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    /**
     * How far a sweep goes back. Nobody knows what raises modifiedAt (O-9), and an order may take this long from its
     * creation to its payment.
     */
    private static final Duration SWEEP_BACK = Duration.ofDays(3);

    /** A few orders may be deleted before anybody has read them. */
    private static final int FEW = 20;

    private final SetupStore setups;
    private final WebShops shops;
    private final IntakeBook marks;
    private final IntakeNotices notices;
    private final OrderLook orders;
    private final InstantSource time;

    ShopLook(
            SetupStore setups,
            WebShops shops,
            IntakeBook marks,
            IntakeNotices notices,
            OrderLook orders,
            InstantSource time) {
        this.setups = setups;
        this.shops = shops;
        this.marks = marks;
        this.notices = notices;
        this.orders = orders;
        this.time = time;
    }

    /**
     * Looks through the shop's orders. A shop that is not served has none.
     *
     * @param sweep also reads everything that the last sweep may have missed, however long ago that was
     * @throws RemoteFailure the shop does not answer
     */
    Looked look(ShopRef shop, boolean sweep) {
        Optional<TenantSetup> setup = setups.served(shop);
        if (setup.isEmpty()) {
            return new Looked(0, 0);
        }
        ShopSetup shopSetup = setup.get().shop(shop.shop());
        ShopOrders listed = shops.shop(shop, shopSetup).orders();
        try {
            Looked result = scan(shop, listed, sweep);
            notices.lookedThrough(shop);
            return result;
        } catch (RemoteFailure failure) {
            notices.failed(shop, failure);
            throw failure;
        } catch (RuntimeException defect) {
            notices.failed(shop, defect);
            throw defect;
        }
    }

    private Looked scan(ShopRef shop, ShopOrders listed, boolean asked) {
        Instant now = time.instant();
        IntakeBook.Mark mark = marks.find(shop).orElseGet(() -> marks.begin(shop, ShopBeginning.of(listed)));
        Tally tally = new Tally(mark);
        scanByChange(shop, listed, earlier(mark.watermark(), now).minus(OVERLAP), tally);
        orders.compareOvertaken(shop);
        boolean sweep = asked || !mark.sweptAt().plus(SWEEP_EVERY).isAfter(now);
        if (sweep) {
            sweep(shop, listed, mark.sweptAt().isBefore(now) ? mark.sweptAt() : now, tally);
        }
        Instant latest = tally.latestChange;
        Instant reached = latest == null || latest.isBefore(mark.watermark()) ? mark.watermark() : latest;
        // One order whose change lies in the future must not hide all changes until then.
        marks.move(shop, earlier(reached, now), sweep ? now : mark.sweptAt(), tally.found > 0 || tally.lookSoon);
        return new Looked(tally.seen, tally.found);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Reads newest change first, until a page has a row that is strictly older than the bound. A row without a time of
     * change does not show how far the list has come. The rest of its page is read too.
     */
    private void scanByChange(ShopRef shop, ShopOrders listed, Instant bound, Tally tally) {
        OrderPages.read(listed::ordersByLatestChange, (page, number) -> {
            if (number == 1) {
                tally.latestChange = page.orders().stream()
                        .flatMap(order -> Stream.ofNullable(order.modifiedAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            }
            orders.lookAtUnreadable(shop, page, tally);
            orders.lookAt(
                    shop,
                    page.orders().stream()
                            .filter(order -> !isBefore(bound, order, order.createdAt()))
                            .toList(),
                    tally);
            return page.orders().stream().noneMatch(order -> isBefore(bound, order, bound));
        });
    }

    /** @param otherwise the time of an order without a time of change */
    private static boolean isBefore(Instant bound, ShopOrder order, Instant otherwise) {
        Instant modified = order.modifiedAt();
        return (modified == null ? otherwise : modified).isBefore(bound);
    }

    /** @param from everything before this time was swept; it is long ago after a standstill */
    private void sweep(ShopRef shop, ShopOrders listed, Instant from, Tally tally) {
        Instant back = from.minus(SWEEP_BACK);
        // The first sweep goes back to the beginning, so that a backfill needs no code of its own.
        Instant after = (tally.begun.since().isAfter(back) ? tally.begun.since() : back).minusSeconds(1);
        Set<Long> there = new HashSet<>();
        OrderPages.read(number -> listed.ordersCreatedAfter(after, number), (page, number) -> {
            there.addAll(page.unreadable());
            page.orders().forEach(order -> there.add(order.orderId()));
            orders.lookAtUnreadable(shop, page, tally);
            orders.lookAt(shop, page.orders(), tally);
            return true;
        });
        orders.compareMissing(shop, after.plusSeconds(2), there);
        orders.resumeForgotten(shop);
        marks.takeUnknown(shop, FEW).ifPresent(number -> notices.unknownOrders(shop, number));
    }
}
