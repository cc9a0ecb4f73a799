package se.brygga.activities.status;

import java.util.Optional;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.setup.kept.NotServed;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.WebShop;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.status.StatusActivities;

/**
 * Empties an order's inbox, one event after the other. The books hold each event's progress before the next begins.
 */
final class StatusActivitiesImpl implements StatusActivities {

    private final SetupStore setups;
    private final WebShops shops;
    private final CallbackBook callbacks;
    private final StatusReport report;

    StatusActivitiesImpl(SetupStore setups, WebShops shops, CallbackBook callbacks, StatusReport report) {
        this.setups = setups;
        this.shops = shops;
        this.callbacks = callbacks;
        this.report = report;
    }

    @Override
    public Reported reportInbox(OrderRef order) {
        int settled = 0;
        for (Optional<CallbackBook.Callback> next = callbacks.next(order);
                next.isPresent();
                next = callbacks.next(order)) {
            CallbackOutcome outcome = report(next.get());
            switch (outcome) {
                case CallbackOutcome.Reported(Detail note) ->
                    callbacks.settled(next.get(), CallbackBook.State.REPORTED, note);
                case CallbackOutcome.Noted(Detail note) ->
                    callbacks.settled(next.get(), CallbackBook.State.NOTED, note);
                case CallbackOutcome.Overtaken(Detail note) ->
                    callbacks.settled(next.get(), CallbackBook.State.OVERTAKEN, note);
                case CallbackOutcome.Parked(Cause cause, Detail detail) -> {
                    callbacks.parked(order, cause, detail);
                    return new Reported(settled, cause);
                }
            }
            settled++;
        }
        return new Reported(settled, null);
    }

    private CallbackOutcome report(CallbackBook.Callback callback) {
        Optional<ShopSetup> shop = setups.served(callback.order().shop())
                .map(setup -> setup.shop(callback.order().shop().shop()));
        if (shop.isEmpty()) {
            NotServed why = NotServed.why(setups, callback.order().shop());
            return new CallbackOutcome.Parked(why.cause(), why.detail());
        }
        StatusSetup status = shop.get().status();
        if (status == null) {
            return new CallbackOutcome.Noted(Phrase.NO_RULE);
        }
        WebShop webShop = shops.shop(callback.order().shop(), shop.get());
        try {
            return report.tell(callback, webShop, status);
        } catch (RemoteFailure failure) {
            if (Failures.needsPerson(failure)) {
                return new CallbackOutcome.Parked(causeOf(failure), failure.told());
            }
            throw Failures.forRetry(failure);
        }
    }

    private static Cause causeOf(RemoteFailure failure) {
        return failure.why() == RemoteFailure.Why.FORBIDDEN
                ? Cause.STARWEB_RIGHTS_MISSING
                : Failures.causeOf(failure, Cause.STATUS_REFUSED);
    }
}
