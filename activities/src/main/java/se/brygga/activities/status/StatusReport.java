package se.brygga.activities.status;

import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.StatusSetup;
import se.brygga.activities.starweb.OrderState;
import se.brygga.activities.starweb.OrderUpdate;
import se.brygga.activities.starweb.StarwebClient;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.OrderEvent;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.transfer.Failures;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/**
 * Tells the shop of one event: look, write once, read back (Starweb reference section 6). A status is never written while an
 * earlier write of it may still take effect, so the shopper is not mailed twice and the money not taken twice.
 */
public final class StatusReport {

    private static final String HAD_IT_ALREADY = "the shop's order had this status already";

    private final CallbackBook callbacks;
    private final SpecterOrderBook orders;
    private final Parcels parcels;
    private final ShopWords words;
    private final Patience patience;
    private final InstantSource time;

    public StatusReport(
            CallbackBook callbacks, SpecterOrderBook orders, Parcels parcels, Patience patience, InstantSource time) {
        this.callbacks = callbacks;
        this.orders = orders;
        this.parcels = parcels;
        this.words = new ShopWords(time);
        this.patience = patience;
        this.time = time;
    }

    /**
     * Goes on where the callback stands; may be repeated.
     *
     * @throws RemoteFailure the call failed
     * @throws ApplicationFailure retryable: the shop does not show our own write yet
     */
    Outcome tell(CallbackBook.Callback callback, StarwebClient client, StatusSetup setup) {
        if (callback.event() == OrderEvent.PARCELS) {
            return ifOvertaken(callback).orElseGet(() -> parcels.tellOfMore(callback, client, setup, words));
        }
        Optional<StatusSetup.Rule> rule = EventRules.of(callback.event(), setup);
        if (rule.isEmpty()) {
            return new Outcome.Noted("the set-up has no rule for it (any more), so the shop is not told");
        }
        String status = rule.get().set();
        Optional<StarwebClient.OrderStatus> wanted =
                words.status(callback.order().shop(), client, status);
        if (wanted.isEmpty()) {
            return ifOvertaken(callback)
                    .orElseGet(() ->
                            new Outcome.Held(Cause.STATUS_NOT_IN_SHOP, "the shop has no status \"" + status + "\""));
        }
        Optional<OrderState> now = client.orderState(callback.order().orderId());
        if (now.isEmpty()) {
            return new Outcome.Noted("the order is not in the shop any more");
        }
        Step step = new Step(callback, client, setup, rule.get(), wanted.get());
        return callback.sentAt() == null ? firstLook(step, now.get()) : lookAgain(step, now.get(), callback.sentAt());
    }

    private record Step(
            CallbackBook.Callback callback,
            StarwebClient client,
            StatusSetup setup,
            StatusSetup.Rule rule,
            StarwebClient.OrderStatus wanted) {

        long orderId() {
            return callback.order().orderId();
        }
    }

    private Optional<String> overtaken(CallbackBook.Callback callback) {
        OrderRef order = callback.order();
        return Overtaken.note(callback, callbacks.ofOrder(order), orders.isCancelled(order));
    }

    private Optional<Outcome> ifOvertaken(CallbackBook.Callback callback) {
        return overtaken(callback).map(Outcome.Overtaken::new);
    }

    /** No write of ours can take effect. */
    private Outcome firstLook(Step step, OrderState now) {
        StatusRules.Verdict verdict =
                StatusRules.judge(now, step.wanted(), step.rule(), step.setup().sequence());
        Optional<String> overtaken = overtaken(step.callback());
        if (overtaken.isPresent()) {
            return verdict == StatusRules.Verdict.ALREADY
                    ? new Outcome.Noted(overtaken.get() + "; " + HAD_IT_ALREADY)
                    : new Outcome.Overtaken(overtaken.get());
        }
        return switch (verdict) {
            case SHOP_IS_FURTHER -> {
                tellParcels(step, now);
                yield new Outcome.Noted("the shop's order is " + described(now) + " already; what was set there stays");
            }
            case ALREADY -> confirmed(step, now, null, HAD_IT_ALREADY);
            case WRITE -> write(step, now);
        };
    }

    private Outcome write(Step step, OrderState now) {
        StatusSetup.Rule rule = step.rule();
        OrderUpdate.Tracking tracking =
                rule.tracking() ? parcels.first(step.callback(), step.client(), step.setup(), words, now) : null;
        OrderUpdate update = new OrderUpdate(
                new OrderUpdate.StatusChange(step.wanted().statusId(), rule.mail(), rule.capture()), tracking);
        callbacks.sending(step.callback(), now.statusId());
        try {
            step.client().changeOrder(step.orderId(), update);
        } catch (RemoteFailure failure) {
            if (failure.kind() != RemoteFailure.Kind.OUTCOME_UNKNOWN
                    && failure.kind() != RemoteFailure.Kind.OUR_FAULT) {
                callbacks.notSent(step.callback());
            }
            throw failure;
        }
        callbacks.answered(step.callback());
        OrderState after = step.client().orderState(step.orderId()).orElse(now);
        return after.statusId() == step.wanted().statusId()
                ? confirmed(step, after, time.instant(), null)
                : throwNotShown("the shop does not show the new status yet");
    }

    /** A write was begun before: by an attempt whose answer was lost, or before a crash. */
    private Outcome lookAgain(Step step, OrderState now, Instant sentAt) {
        Instant answeredAt = step.callback().answeredAt();
        if (now.statusId() == step.wanted().statusId()) {
            return confirmed(step, now, answeredAt == null ? sentAt : answeredAt, null);
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
            // The write may have been taken, mail and all, and this been set after it.
            return new Outcome.Noted("the write's answer was lost, and somebody has set the shop's order to "
                    + described(now) + " meanwhile; that stays");
        }
        // Looked at for longer than any write takes: it had no effect.
        return firstLook(step, now);
    }

    private Outcome notTaken(Step step, OrderState now) {
        return ifOvertaken(step.callback())
                .orElseGet(() -> new Outcome.Held(
                        Cause.STATUS_NOT_TAKEN,
                        "the shop took the change to " + step.rule().set() + " and still shows " + described(now)));
    }

    /**
     * The status is there: parcels, and what became of the money.
     *
     * @param since when our write was answered, or sent; null when it was not ours
     */
    private Outcome confirmed(Step step, OrderState now, @Nullable Instant since, @Nullable String note) {
        tellParcels(step, now);
        boolean shallCapture = step.rule().capture() && step.callback().event() != OrderEvent.CANCELLED;
        if (!shallCapture || !"reserved".equals(now.paymentStatus())) {
            return new Outcome.Reported(note);
        }
        if (since != null && time.instant().isBefore(since.plus(patience.shown()))) {
            throwNotShown("the payment is still reserved");
        }
        String unpaid = "the order is " + described(now) + ", its payment is still reserved";
        return overtaken(step.callback())
                .<Outcome>map(why -> new Outcome.Reported(unpaid + "; " + why))
                .orElseGet(() -> new Outcome.Held(Cause.PAYMENT_NOT_CAPTURED, unpaid));
    }

    /** Also where staff were first with the status: the numbers are news to the shop all the same. */
    private void tellParcels(Step step, OrderState now) {
        if (step.rule().tracking()) {
            parcels.tell(step.callback(), step.client(), step.setup(), words, now);
        }
    }

    private Outcome throwNotShown(String what) {
        throw Failures.busy(what, patience.between());
    }

    private static String described(OrderState state) {
        String idCode = state.statusIdCode();
        if (idCode != null) {
            return idCode;
        }
        List<String> names = state.statusNames();
        return names.isEmpty() ? "status " + state.statusId() : names.getFirst();
    }
}
