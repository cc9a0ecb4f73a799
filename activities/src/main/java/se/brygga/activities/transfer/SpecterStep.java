package se.brygga.activities.transfer;

import se.brygga.activities.attention.Failures;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.transfer.StepResult;

/**
 * What the steps of an order in Specter have in common: its draft, the call, and the question when the order waits.
 */
final class SpecterStep {

    /** A call of a step. */
    interface Call {
        StepResult with(SpecterClient client);
    }

    private final SetupStore setups;
    private final SpecterClients specter;
    private final OrderBook orders;
    private final OrderCodec codec = new OrderCodec();

    SpecterStep(SetupStore setups, SpecterClients specter, OrderBook orders) {
        this.setups = setups;
        this.specter = specter;
        this.orders = orders;
    }

    /** The order as it was translated. */
    Translation.Draft draft(OrderRef order) {
        return codec.draft(orders.content()
                .draft(order)
                .orElseThrow(() -> new IllegalStateException("order " + order + " was not translated")));
    }

    TenantSetup setup(OrderRef order) {
        return setups.require(order.shop());
    }

    SpecterClient client(OrderRef order) {
        TenantSetup setup = setup(order);
        return specter.forTenant(setup.tenant(), setup.specter());
    }

    /** Makes a call. A refusal that a person must see makes the order wait. Temporal retries any other failure. */
    StepResult calling(OrderRef order, Cause refused, Call call) {
        try {
            return call.with(client(order));
        } catch (RemoteFailure failure) {
            if (!Failures.needsPerson(failure)) {
                throw Failures.forRetry(failure);
            }
            Cause cause = Failures.causeOf(failure, refused);
            orders.parked(Question.transfer(order), null, cause, failure.told());
            return new StepResult.Parked(cause);
        }
    }

    /** The result of a step without bookkeeping of its own: done, or the order waits. */
    StepResult settled(OrderRef order, SpecterAnswer answer, Cause cause) {
        return switch (answer) {
            case SpecterAnswer.Done(long number) -> new StepResult.Done(number);
            case SpecterAnswer.Duplicate duplicate -> refused(order, cause, duplicate.code());
            case SpecterAnswer.Refused refused -> refused(order, cause, refused.code());
        };
    }

    private StepResult refused(OrderRef order, Cause cause, String code) {
        orders.parked(Question.transfer(order), null, cause, answered(code));
        return new StepResult.Parked(cause);
    }

    static boolean surelyHadNoEffect(RemoteFailure failure) {
        return switch (failure.kind()) {
            case NOT_SENT, BUSY, NOT_LET_IN -> true;
            case OUTCOME_UNKNOWN, REFUSED, OUR_FAULT -> false;
        };
    }

    static Detail answered(String code) {
        return Phrase.SPECTER_ANSWERED.with(code);
    }

    static String subject(OrderRef order) {
        return "order " + order.shop().shop() + "/" + order.orderId();
    }
}
