package se.brygga.workflows.stage;

import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.SpecterOrderActivities;
import se.brygga.workflows.transfer.StepResult;

/** A Specter that takes everything and gives the order the number {@link #NUMBER}, until told otherwise. */
public final class ScriptedSpecter implements SpecterOrderActivities {

    public static final long NUMBER = 5001;

    public final Script<StepResult> customer;
    public final Script<StepResult> articles;
    public final Script<StepResult> submit;
    public final Script<StepResult> invoice;

    ScriptedSpecter(Calls calls) {
        customer = new Script<>(calls, new StepResult.Done(301));
        articles = new Script<>(calls, new StepResult.Done(0));
        submit = new Script<>(calls, new StepResult.Done(NUMBER));
        invoice = new Script<>(calls, new StepResult.Done(0));
    }

    @Override
    public StepResult submitCustomer(OrderRef order) {
        return customer.play("submitCustomer");
    }

    @Override
    public StepResult createArticles(OrderRef order) {
        return articles.play("createArticles");
    }

    @Override
    public StepResult submitOrder(OrderRef order, boolean mayBeStale) {
        return submit.play(mayBeStale ? "submitOrder" : "submitOrder for sure");
    }

    @Override
    public StepResult invoiceOrder(OrderRef order, long specterNumber) {
        return invoice.play("invoiceOrder " + specterNumber);
    }
}
