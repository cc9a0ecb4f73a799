package se.brygga.activities.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import se.brygga.activities.change.ChangeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.sql.BooksTrouble;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.transfer.TransferRules;

/** One look at the orders that a shop has listed. Hands on to their workflows what the books do not know. */
public final class OrderLook {

    /**
     * In a burst, each look finds hundreds of orders that wait to be read. Asking the engine about each would slow all
     * of them.
     */
    private static final Duration BEING_STARTED = Duration.ofSeconds(10);

    private final OrderBook orders;
    private final ChangeBook changes;
    private final TransferStarter starter;
    private final SoldGoodsBook sold;
    private final InstantSource time;
    private final OrderCodec codec = new OrderCodec();

    public OrderLook(
            OrderBook orders, ChangeBook changes, TransferStarter starter, SoldGoodsBook sold, InstantSource time) {
        this.orders = orders;
        this.changes = changes;
        this.starter = starter;
        this.sold = sold;
        this.time = time;
    }

    /** Compares orders once more that changed while they were compared. */
    void compareOvertaken(ShopRef shop) {
        changes.overtaken(shop).forEach(starter::compare);
    }

    /**
     * Compares orders in Specter that the shop's list does not have any more, because the web hook of their deletion
     * may be lost.
     *
     * @param there all orders in the list
     */
    void compareMissing(ShopRef shop, Instant placedSince, Set<Long> there) {
        changes.placedSince(shop, placedSince).stream()
                .filter(order -> !there.contains(order.orderId()))
                .forEach(starter::compare);
    }

    /** Resumes the orders that no workflow carries, after the engine has lost its memory. */
    void resumeForgotten(ShopRef shop) {
        orders.records().unfinished(shop).forEach(starter::resumeTransfer);
        changes.open(shop).forEach(starter::resumeCompare);
        // The shop is served again, otherwise nobody would look through it.
        orders.questions(shop, Cause.SHOP_SUSPENDED).forEach(starter::recheck);
    }

    /**
     * Takes up the unreadable orders of a page. Nobody knows how they stand, so they count as changed. Reading them
     * again tells what is wrong.
     */
    void lookAtUnreadable(ShopRef shop, OrderPage page, Tally tally) {
        for (long orderId : page.unreadable()) {
            tally.seen++;
            OrderRef ref = new OrderRef(shop, orderId);
            Optional<OrderRecord> known = orders.records().find(ref);
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
                if (!waitsToBeReadable(Question.change(ref))) {
                    tally.found++;
                    starter.compare(ref);
                }
            }
            case WAITING, SKIPPED -> {
                if (begunOnly(known)) {
                    starter.resumeTransfer(ref);
                } else if (!known.skippedByOperator() && !waitsToBeReadable(Question.transfer(ref))) {
                    tally.found++;
                    starter.take(ref);
                }
            }
        }
    }

    /**
     * Looks at the orders of one page. Most are unchanged, because each look overlaps the ones before, so the books are
     * asked for all of them at once. Every other order is looked at by itself, with a fresh record.
     */
    void lookAt(ShopRef shop, List<ShopOrder> page, Tally tally) {
        if (page.isEmpty()) {
            return;
        }
        Map<Long, OrderRecord> known = orders.records()
                .find(shop, page.stream().map(ShopOrder::orderId).toList());
        Set<Question> unreadable = Set.copyOf(orders.questions(shop, Cause.ORDER_NOT_READABLE));
        for (ShopOrder order : page) {
            OrderRecord before = known.get(order.orderId());
            if (before == null
                    || begunOnly(before)
                    || unreadable.contains(questionOf(before))
                    || !unchanged(before, order)) {
                lookOrLeaveToItsTransfer(shop, order, tally);
            } else {
                tally.seen++;
            }
        }
    }

    /**
     * An order that the books cannot hold must not hide those after it. Its transfer tells the operator what is wrong.
     */
    private void lookOrLeaveToItsTransfer(ShopRef shop, ShopOrder order, Tally tally) {
        try {
            look(shop, order, tally);
        } catch (DataAccessException e) {
            if (BooksTrouble.passes(e)) {
                throw e;
            }
            starter.take(new OrderRef(shop, order.orderId()));
        }
    }

    private void look(ShopRef shop, ShopOrder order, Tally tally) {
        tally.seen++;
        if (tally.begun.isBefore(order.orderId(), order.createdAt())) {
            return;
        }
        OrderRef ref = new OrderRef(shop, order.orderId());
        Optional<OrderRecord> known = orders.records().find(ref);
        if (known.isPresent() && !waitsToBeReadable(questionOf(known.get()))) {
            if (begunOnly(known.get())) {
                // Its transfer reads the order, if the transfer runs: a start may have failed after the order was
                // stored. Until then no other shop may sell what the order has sold.
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

    /**
     * Whether the order was heard of a moment ago. Whoever told of it is starting its transfer. If that fails, the next
     * look starts it, because looks overlap by far more.
     */
    private boolean heardOfJustNow(OrderRecord known) {
        return time.instant().isBefore(known.heardAt().plus(BEING_STARTED));
    }

    /** The question that an unreadable order would have. */
    private static Question questionOf(OrderRecord known) {
        return known.state() == OrderRecord.State.TRANSFERRED
                ? Question.change(known.order())
                : Question.transfer(known.order());
    }

    /** Whether the order waits because its workflow could not read it. */
    private boolean waitsToBeReadable(Question question) {
        return orders.causeOf(question).equals(Optional.of(Cause.ORDER_NOT_READABLE));
    }

    /** Whether the order is in the books and was never read. */
    private static boolean begunOnly(OrderRecord known) {
        return known.contentHash() == null
                && (known.state() == OrderRecord.State.ON_ITS_WAY || known.state() == OrderRecord.State.WAITING);
    }

    private boolean unchanged(OrderRecord known, ShopOrder order) {
        if (known.skippedByOperator()) {
            return true;
        }
        if (known.isSkippedBy(TransferRules.DELETED_IN_SHOP)) {
            // The shop's list has the order, so it was not deleted after all.
            return false;
        }
        boolean sameContent = codec.contentHash(order).equals(known.contentHash());
        boolean sameStatus = Long.valueOf(order.status().statusId()).equals(known.statusId());
        if (known.state() == OrderRecord.State.TRANSFERRED) {
            // The content tells whether the order is cancelled. Specter does not need other statuses.
            return sameContent;
        }
        return sameContent && sameStatus && Boolean.valueOf(order.complete()).equals(known.complete());
    }
}
