package se.brygga.activities.status;

import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.status.Callbacks.Patience;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.WebShop;
import se.brygga.setup.StatusSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Tells the shop of one event: reads, writes once, reads back (Starweb reference section 6). A status is never written
 * while an earlier write of it may still take effect. So the shopper is not mailed twice, and the money not taken
 * twice.
 */
final class StatusReport {

    /** What came of one callback. */
    sealed interface CallbackOutcome {

        /** The shop shows it: the write was read back. */
        record Reported(@Nullable Detail note) implements CallbackOutcome {}

        /** Nothing was to be written. */
        record Noted(Detail note) implements CallbackOutcome {

            Noted(Phrase note) {
                this(note.with());
            }
        }

        /** Specter has taken the event back, and the shop was not told. */
        record Overtaken(Detail note) implements CallbackOutcome {}

        /**
         * The callback waits for a person.
         *
         * @param detail ids and codes; nothing personal
         */
        record Parked(Cause cause, Detail detail) implements CallbackOutcome {}
    }

    private final CallbackBook callbacks;
    private final SpecterOrderBook orders;
    private final CancelledInPart cancelledInPart;
    private final Parcels parcels;
    private final ShopWords words;
    private final Patience patience;
    private final InstantSource time;

    StatusReport(
            CallbackBook callbacks,
            SpecterOrderBook orders,
            OrderBook shopOrders,
            OrderCodec codec,
            Patience patience,
            InstantSource time) {
        this.callbacks = callbacks;
        this.orders = orders;
        this.cancelledInPart = new CancelledInPart(orders, shopOrders, codec);
        this.parcels = new Parcels(shopOrders, codec);
        this.words = new ShopWords(time);
        this.patience = patience;
        this.time = time;
    }

    /**
     * Continues where the callback stands. Idempotent.
     *
     * @throws RemoteFailure the call failed
     * @throws ApplicationFailure retryable: the shop does not show our own write yet
     */
    CallbackOutcome tell(CallbackBook.Callback callback, WebShop shop, StatusSetup setup) {
        try {
            return cancelledInPart
                    .judge(callback, callbacks.ofOrder(callback.order()))
                    .orElseGet(() -> tellWhole(callback, shop, setup));
        } catch (Parcels.Refused refused) {
            return new CallbackOutcome.Parked(Cause.TRACKING_REFUSED, refused.told());
        }
    }

    private CallbackOutcome tellWhole(CallbackBook.Callback callback, WebShop shop, StatusSetup setup) {
        if (callback.event() == OrderEvent.PARCELS) {
            return ifOvertaken(callback).orElseGet(() -> parcels.tellOfMore(callback, shop, setup, words));
        }
        if (callback.event() == OrderEvent.PART_DELIVERED) {
            return new CallbackOutcome.Noted(Phrase.PART_NOT_TOLD);
        }
        Optional<StatusSetup.Rule> rule = StatusRules.of(callback.event(), setup);
        if (rule.isEmpty()) {
            return new CallbackOutcome.Noted(Phrase.NO_RULE);
        }
        String status = rule.get().set();
        Optional<ShopNames.OrderStatus> wanted = words.status(callback.order().shop(), shop.names(), status);
        if (wanted.isEmpty()) {
            return ifOvertaken(callback)
                    .orElseGet(() ->
                            new CallbackOutcome.Parked(Cause.STATUS_NOT_IN_SHOP, Phrase.NO_SUCH_STATUS.with(status)));
        }
        Optional<OrderState> now = shop.marks().orderState(callback.order().orderId());
        if (now.isEmpty()) {
            return new CallbackOutcome.Noted(Phrase.NOT_IN_SHOP);
        }
        Step step = new Step(callback, shop, setup, rule.get(), wanted.get());
        return callback.sentAt() == null ? firstLook(step, now.get()) : goOn(step, now.get(), callback.sentAt());
    }

    private record Step(
            CallbackBook.Callback callback,
            WebShop shop,
            StatusSetup setup,
            StatusSetup.Rule rule,
            ShopNames.OrderStatus wanted) {

        long orderId() {
            return callback.order().orderId();
        }
    }

    private Optional<Detail> overtaken(CallbackBook.Callback callback) {
        OrderRef order = callback.order();
        return Overtaken.note(callback, callbacks.ofOrder(order), orders.of(order));
    }

    private Optional<CallbackOutcome> ifOvertaken(CallbackBook.Callback callback) {
        return overtaken(callback).map(CallbackOutcome.Overtaken::new);
    }

    /** Begins, because no write of ours can take effect. */
    private CallbackOutcome firstLook(Step step, OrderState now) {
        StatusRules.Verdict verdict =
                StatusRules.judge(now, step.wanted(), step.rule(), step.setup().sequence());
        Optional<Detail> overtaken = overtaken(step.callback());
        if (overtaken.isPresent()) {
            return verdict == StatusRules.Verdict.ALREADY
                    ? new CallbackOutcome.Noted(overtaken.get().and(Phrase.HAD_IT_ALREADY))
                    : new CallbackOutcome.Overtaken(overtaken.get());
        }
        return switch (verdict) {
            case SHOP_IS_FURTHER -> {
                Detail parcels = tellParcels(step, now);
                yield new CallbackOutcome.Noted(
                        Phrase.SHOP_IS_FURTHER.with(described(now)).and(parcels));
            }
            case ALREADY -> confirmed(step, now, null, Phrase.HAD_IT_ALREADY.with());
            case WRITE -> write(step, now);
        };
    }

    private CallbackOutcome write(Step step, OrderState now) {
        StatusSetup.Rule rule = step.rule();
        OrderUpdate.Tracking tracking = rule.tracking()
                        && parcels.placeOfFirst(step.callback(), step.shop(), step.setup(), words, now)
                                instanceof Parcels.Place.OnOrder(OrderUpdate.Tracking onOrder)
                ? onOrder
                : null;
        OrderUpdate update = new OrderUpdate(
                new OrderUpdate.StatusChange(step.wanted().statusId(), rule.mail(), rule.capture()), tracking);
        callbacks.sending(step.callback(), now.statusId());
        try {
            step.shop().marks().changeOrder(step.orderId(), update);
        } catch (RemoteFailure failure) {
            if (failure.kind() != RemoteFailure.Kind.OUTCOME_UNKNOWN
                    && failure.kind() != RemoteFailure.Kind.OUR_FAULT) {
                callbacks.notSent(step.callback());
            }
            if (Parcels.isAboutTheValue(failure)) {
                return refused(step, now, tracking != null, failure);
            }
            throw failure;
        }
        callbacks.answered(step.callback());
        OrderState after = step.shop().marks().orderState(step.orderId()).orElse(now);
        return after.statusId() == step.wanted().statusId()
                ? confirmed(step, after, time.instant(), Detail.NONE)
                : throwNotShown("the shop does not show the new status yet");
    }

    /**
     * Finds out what the shop has refused, because Starweb does not say. The parcel's number alone neither mails nor
     * charges, so it can be tried alone.
     */
    private CallbackOutcome refused(Step step, OrderState now, boolean withTracking, RemoteFailure failure) {
        if (withTracking) {
            parcels.tell(step.callback(), step.shop(), step.setup(), words, now);
        }
        boolean pays = step.rule().capture() && now.paymentReserved();
        return new CallbackOutcome.Parked(pays ? Cause.PAYMENT_REFUSED : Cause.STATUS_REFUSED, failure.told());
    }

    /** Continues after a write that was begun before: its answer was lost, or the process crashed. */
    private CallbackOutcome goOn(Step step, OrderState now, Instant sentAt) {
        Instant answeredAt = step.callback().answeredAt();
        if (now.statusId() == step.wanted().statusId()) {
            return confirmed(step, now, answeredAt == null ? sentAt : answeredAt, Detail.NONE);
        }
        if (answeredAt != null) {
            return time.instant().isBefore(answeredAt.plus(patience.shown()))
                    ? throwNotShown("the shop does not show the new status yet")
                    : notTaken(step, now);
        }
        if (time.instant().isBefore(sentAt.plus(patience.underWay()))) {
            throwNotShown("the write's answer was lost; looking whether it took effect");
        }
        Long before = step.callback().statusBefore();
        if (before != null && before != now.statusId()) {
            // The write may have been accepted, with its mail, and this status set after it.
            return new CallbackOutcome.Noted(Phrase.SET_MEANWHILE.with(described(now)));
        }
        // The shop was read for longer than any write takes, so the write had no effect.
        return firstLook(step, now);
    }

    private CallbackOutcome notTaken(Step step, OrderState now) {
        return ifOvertaken(step.callback())
                .orElseGet(() -> new CallbackOutcome.Parked(
                        Cause.STATUS_NOT_TAKEN,
                        Phrase.STILL_SHOWS.with(step.rule().set(), described(now))));
    }

    /**
     * Finishes, because the shop shows the status. Parcels are written, and the payment is checked.
     *
     * @param since when our write was answered, or sent; null when the write was not ours
     * @param note what else the order's record says
     */
    private CallbackOutcome confirmed(Step step, OrderState now, @Nullable Instant since, Detail note) {
        Detail parcels = tellParcels(step, now);
        boolean shallCapture = step.rule().capture() && step.callback().event() != OrderEvent.CANCELLED;
        if (!shallCapture || !now.paymentReserved()) {
            Detail said = note.and(parcels);
            return new CallbackOutcome.Reported(said.isNone() ? null : said);
        }
        if (since != null && time.instant().isBefore(since.plus(patience.shown()))) {
            throwNotShown("the payment is still reserved");
        }
        Detail unpaid = Phrase.STILL_RESERVED.with(described(now));
        return overtaken(step.callback())
                .<CallbackOutcome>map(why -> new CallbackOutcome.Reported(unpaid.and(why)))
                .orElseGet(() -> new CallbackOutcome.Parked(Cause.PAYMENT_NOT_CAPTURED, unpaid));
    }

    /** Writes the parcels, also where staff have set the status first, because the shop may not have the numbers. */
    private Detail tellParcels(Step step, OrderState now) {
        return step.rule().tracking()
                ? parcels.tell(step.callback(), step.shop(), step.setup(), words, now)
                : Detail.NONE;
    }

    private CallbackOutcome throwNotShown(String what) {
        throw Failures.busy(what, patience.between());
    }

    private static Detail described(OrderState state) {
        String idCode = state.statusIdCode();
        if (idCode != null) {
            return Detail.value(idCode);
        }
        List<String> names = state.statusNames();
        return names.isEmpty() ? Phrase.STATUS_NUMBER.with(state.statusId()) : Detail.value(names.getFirst());
    }
}
