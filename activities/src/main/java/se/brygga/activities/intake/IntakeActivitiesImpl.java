package se.brygga.activities.intake;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.change.ChangeBook;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.BooksTrouble;
import se.brygga.activities.stock.SoldGoods;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.starweb.OrderPages;
import se.brygga.clients.starweb.StarwebClient;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.StarwebOrder;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.transfer.OrderChangeWorkflow;
import se.brygga.workflows.transfer.OrderTransferWorkflow;
import se.brygga.workflows.transfer.TransferRules;

/** The watermark recipe of the Starweb reference, section 5.1, and the hourly sweep that closes its holes. */
public final class IntakeActivitiesImpl implements IntakeActivities {

    /** Times are whole seconds and may show late; everything younger than mark - overlap is looked at again. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** In a burst, hundreds of orders wait to be read at every look; asking the engine about each would slow all of them. */
    private static final Duration BEING_STARTED = Duration.ofSeconds(10);

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    /** What raises modifiedAt is unknown (O-9); so long an order may take from its creation to its payment. */
    private static final Duration SWEEP_BACK = Duration.ofDays(3);

    /** Orders may be deleted before anybody has read them. */
    private static final int FEW = 20;

    private final SetupStore setups;
    private final StarwebClients starweb;
    private final IntakeBook marks;
    private final OrderBook orders;
    private final ChangeBook changes;
    private final IntakeNotices notices;
    private final TransferStarter starter;
    private final OrderCodec codec;
    private final SoldGoods sold;
    private final InstantSource time;

    public IntakeActivitiesImpl(
            SetupStore setups,
            StarwebClients starweb,
            IntakeBook marks,
            OrderBook orders,
            ChangeBook changes,
            NoticeBook notices,
            TransferStarter starter,
            OrderCodec codec,
            SoldGoods sold,
            InstantSource time) {
        this.setups = setups;
        this.starweb = starweb;
        this.marks = marks;
        this.orders = orders;
        this.changes = changes;
        this.notices = new IntakeNotices(notices);
        this.starter = starter;
        this.codec = codec;
        this.sold = sold;
        this.time = time;
    }

    /** What one look has counted. */
    private static final class Tally {
        final IntakeBook.Mark begun;

        @Nullable
        Instant latestChange;

        int seen;
        int found;
        /** Whether something is left to another start, which may fail. */
        boolean lookSoon;

        Tally(IntakeBook.Mark begun) {
            this.begun = begun;
        }
    }

    @Override
    public Looked lookThrough(ShopRef shop, Look why) {
        boolean paced = why == Look.PACED;
        if (paced && Activity.getExecutionContext().getInfo().getAttempt() <= 1) {
            throw nextLook(shop, "next look at the shop's pace");
        }
        Looked looked;
        try {
            looked = look(shop, why == Look.AFRESH);
        } catch (RemoteFailure failure) {
            throw failed(shop, failure);
        } catch (RuntimeException defect) {
            throw IntakeNotices.passes(defect)
                    ? defect
                    : ApplicationFailure.newFailure(defect.getClass().getSimpleName(), FailureTypes.OUR_FAULT);
        }
        if (paced) {
            throw nextLook(shop, looked.found() + " of " + looked.seen() + " orders handed on");
        }
        return looked;
    }

    private ApplicationFailure nextLook(ShopRef shop, String what) {
        return Failures.later(what, FailureTypes.NOTHING_NEW, IntakePace.pauseAfter(marks.idle(shop), shop));
    }

    /** What no retry mends is seen as what it is; all else is tried again at the pace, or when the shop wants. */
    private ApplicationFailure failed(ShopRef shop, RemoteFailure failure) {
        Duration pause = IntakePace.pauseAfter(marks.failed(shop), shop);
        if (failure.kind() == RemoteFailure.Kind.OUR_FAULT) {
            return Failures.forRetry(failure);
        }
        return Failures.later(failure.getMessage(), Failures.typeOf(failure), pauseAfter(failure, pause));
    }

    private static Duration pauseAfter(RemoteFailure failure, Duration pace) {
        Duration asked = failure.retryAfter();
        if (asked == null || !(failure.kind() == RemoteFailure.Kind.BUSY || failure.ofSystem())) {
            return pace;
        }
        // Orders that wait for a system are many and take turns; a shop's loop is one.
        return failure.ofSystem() && pace.compareTo(asked) < 0 ? pace : asked;
    }

    /** A look for somebody else than the loop: a push must know what was sold before it tells the shop its stock. */
    public Looked scanShop(ShopRef shop, boolean sweep) {
        try {
            return look(shop, sweep);
        } catch (RemoteFailure failure) {
            throw Failures.forRetry(failure);
        }
    }

    private Looked look(ShopRef shop, boolean sweep) {
        Optional<TenantSetup> setup = setups.served(shop);
        if (setup.isEmpty()) {
            return new Looked(0, 0);
        }
        ShopSetup shopSetup = setup.get().shop(shop.shop());
        StarwebClient client = starweb.forShop(shop, shopSetup.starweb());
        try {
            Looked result = scan(shop, client, sweep);
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

    private Looked scan(ShopRef shop, StarwebClient client, boolean asked) {
        Instant now = time.instant();
        IntakeBook.Mark mark = marks.find(shop).orElseGet(() -> marks.begin(shop, ShopBeginning.of(client)));
        Tally tally = new Tally(mark);
        scanByChange(shop, client, earlier(mark.watermark(), now).minus(OVERLAP), tally);
        changes.overtaken(shop).forEach(starter::compare);
        boolean sweep = asked || !mark.sweptAt().plus(SWEEP_EVERY).isAfter(now);
        if (sweep) {
            sweep(shop, client, mark.sweptAt().isBefore(now) ? mark.sweptAt() : now, tally);
        }
        Instant latest = tally.latestChange;
        Instant reached = latest == null || latest.isBefore(mark.watermark()) ? mark.watermark() : latest;
        // One order whose change lies in the future must not hide all that changes until then.
        marks.move(shop, earlier(reached, now), sweep ? now : mark.sweptAt(), tally.found > 0 || tally.lookSoon);
        return new Looked(tally.seen, tally.found);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Newest change first, until a page has a row that is strictly older than the bound. A row without a time of change says
     * nothing about where the list has come to, and the rest of such a page is looked at too.
     */
    private void scanByChange(ShopRef shop, StarwebClient client, Instant bound, Tally tally) {
        OrderPages.read(client::ordersByLatestChange, (page, number) -> {
            if (number == 1) {
                tally.latestChange = page.orders().stream()
                        .flatMap(order -> Stream.ofNullable(order.modifiedAt()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            }
            lookAtUnreadable(shop, page, tally);
            lookAt(
                    shop,
                    page.orders().stream()
                            .filter(order -> !isBefore(bound, order, order.createdAt()))
                            .toList(),
                    tally);
            return page.orders().stream().noneMatch(order -> isBefore(bound, order, bound));
        });
    }

    /** @param otherwise the time of an order that has no time of change */
    private static boolean isBefore(Instant bound, StarwebOrder order, Instant otherwise) {
        Instant modified = order.modifiedAt();
        return (modified == null ? otherwise : modified).isBefore(bound);
    }

    /** @param from what came before was swept: after a long standstill that is long ago */
    private void sweep(ShopRef shop, StarwebClient client, Instant from, Tally tally) {
        Instant back = from.minus(SWEEP_BACK);
        // The first sweep goes back to the beginning, so that a backfill needs no code of its own.
        Instant after = (tally.begun.since().isAfter(back) ? tally.begun.since() : back).minusSeconds(1);
        Set<Long> there = new HashSet<>();
        OrderPages.read(number -> client.ordersCreatedAfter(after, number), (page, number) -> {
            there.addAll(page.unreadable());
            page.orders().forEach(order -> there.add(order.orderId()));
            lookAtUnreadable(shop, page, tally);
            lookAt(shop, page.orders(), tally);
            return true;
        });
        // The list does not have them any more: the web hook of their deletion may be lost.
        changes.placedSince(shop, after.plusSeconds(2)).stream()
                .filter(order -> !there.contains(order.orderId()))
                .forEach(starter::compare);
        resumeForgotten(shop);
        marks.takeUnknown(shop, FEW).ifPresent(number -> notices.unknownOrders(shop, number));
    }

    /** With an engine that lost its memory, these are the orders that nobody carries. */
    private void resumeForgotten(ShopRef shop) {
        orders.unfinished(shop).forEach(starter::resumeTransfer);
        changes.open(shop).forEach(starter::resumeCompare);
        // It is served again, or it would not be looked through.
        orders.workflowsThatWaitFor(Cause.SHOP_SUSPENDED, shop).forEach(starter::lookAgain);
    }

    /** What has become of them nobody knows, so they count as changed; whoever reads them again tells what is wrong. */
    private void lookAtUnreadable(ShopRef shop, StarwebClient.OrderPage page, Tally tally) {
        for (long orderId : page.unreadable()) {
            tally.seen++;
            OrderRef ref = new OrderRef(shop, orderId);
            Optional<OrderRecord> known = orders.find(ref);
            if (known.isEmpty()) {
                tally.found++;
                starter.take(ref);
            } else {
                lookAtUnreadable(known.get(), tally);
            }
        }
    }

    private void lookAtUnreadable(OrderRecord known, Tally tally) {
        OrderRef ref = known.order();
        switch (known.state()) {
            case ON_ITS_WAY -> starter.resumeTransfer(ref);
            case TRANSFERRED -> {
                if (!waitsToBeReadable(OrderChangeWorkflow.idOf(ref))) {
                    tally.found++;
                    starter.compare(ref);
                }
            }
            case WAITING, SKIPPED -> {
                if (begunOnly(known)) {
                    starter.resumeTransfer(ref);
                } else if (!known.leftByOperator() && !waitsToBeReadable(OrderTransferWorkflow.idOf(ref))) {
                    tally.found++;
                    starter.take(ref);
                }
            }
        }
    }

    /**
     * Looks at orders of one page. Most are as the books know them, since each look overlaps the ones before: what is known of
     * them is read at once. Every other order is looked at by itself, by what is known of it then.
     */
    private void lookAt(ShopRef shop, List<StarwebOrder> page, Tally tally) {
        if (page.isEmpty()) {
            return;
        }
        Map<Long, OrderRecord> known =
                orders.find(shop, page.stream().map(StarwebOrder::orderId).toList());
        Set<String> unreadable = Set.copyOf(orders.workflowsThatWaitFor(Cause.ORDER_NOT_READABLE, shop));
        for (StarwebOrder order : page) {
            OrderRecord before = known.get(order.orderId());
            if (before == null
                    || begunOnly(before)
                    || unreadable.contains(workflowOf(before))
                    || !unchanged(before, order)) {
                lookOrLeaveToItsTransfer(shop, order, tally);
            } else {
                tally.seen++;
            }
        }
    }

    /** An order that the books cannot hold must not hide those behind it: its transfer tells the operator what is wrong. */
    private void lookOrLeaveToItsTransfer(ShopRef shop, StarwebOrder order, Tally tally) {
        try {
            look(shop, order, tally);
        } catch (DataAccessException e) {
            if (BooksTrouble.passes(e)) {
                throw e;
            }
            starter.take(new OrderRef(shop, order.orderId()));
        }
    }

    private void look(ShopRef shop, StarwebOrder order, Tally tally) {
        tally.seen++;
        if (tally.begun.isBefore(order.orderId(), order.createdAt())) {
            return;
        }
        OrderRef ref = new OrderRef(shop, order.orderId());
        Optional<OrderRecord> known = orders.find(ref);
        if (known.isPresent() && !waitsToBeReadable(workflowOf(known.get()))) {
            if (begunOnly(known.get())) {
                // Its transfer will read it, if it runs: a start may have failed after the order was written down.
                // Until then somebody else must not sell what it has sold.
                sold.keep(ref, order);
                if (heardOfJustNow(known.get())) {
                    tally.lookSoon = true;
                } else {
                    starter.resumeTransfer(ref);
                }
                return;
            }
            if (unchanged(known.get(), order)) {
                return;
            }
        }
        tally.found++;
        if (known.isPresent() && known.get().state() == OrderRecord.State.TRANSFERRED) {
            starter.compare(ref);
        } else {
            sold.keep(ref, order);
            starter.take(ref);
        }
    }

    /** Whoever told us is starting its transfer. If that fails, the next look starts it: looks overlap by far more. */
    private boolean heardOfJustNow(OrderRecord known) {
        return time.instant().isBefore(known.heardAt().plus(BEING_STARTED));
    }

    /** Who asks the questions about it. */
    private static String workflowOf(OrderRecord known) {
        return known.state() == OrderRecord.State.TRANSFERRED
                ? OrderChangeWorkflow.idOf(known.order())
                : OrderTransferWorkflow.idOf(known.order());
    }

    /** It could not be read when its workflow tried. */
    private boolean waitsToBeReadable(String workflowId) {
        return orders.questionOf(workflowId).equals(Optional.of(Cause.ORDER_NOT_READABLE));
    }

    /** It is in the books and was never read. */
    private static boolean begunOnly(OrderRecord known) {
        return known.contentHash() == null
                && (known.state() == OrderRecord.State.ON_ITS_WAY || known.state() == OrderRecord.State.WAITING);
    }

    private boolean unchanged(OrderRecord known, StarwebOrder order) {
        if (known.leftByOperator()) {
            return true;
        }
        if (known.isSkippedBy(TransferRules.DELETED_IN_SHOP)) {
            // It is in the shop's list, so it was not deleted after all.
            return false;
        }
        boolean sameContent = codec.contentHash(order).equals(known.contentHash());
        boolean sameStatus = Long.valueOf(order.status().statusId()).equals(known.statusId());
        if (known.state() == OrderRecord.State.TRANSFERRED) {
            // The content says whether it is cancelled; other statuses are none of Specter's.
            return sameContent;
        }
        return sameContent && sameStatus && Boolean.valueOf(order.complete()).equals(known.complete());
    }
}
