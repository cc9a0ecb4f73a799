package se.brygga.workflows.stage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import se.brygga.workflows.Money;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.ShopOrderActivities;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.ShopOrderActivities.OrderFacts;
import se.brygga.workflows.transfer.StepResult;

/** A shop whose orders are ready to be sent, of a known customer and known articles, until told otherwise. */
public final class ScriptedShop implements ShopOrderActivities {

    public static final OrderFacts FACTS = new OrderFacts(
            Instant.parse("2026-03-02T09:15:00Z"),
            true,
            List.of("created", "1", "Skapad"),
            new Money(new BigDecimal("804.10"), "SEK"),
            3,
            "5f2b6c1d9e0a4b7c8d3e2f1a0b9c8d7e");

    public static final Fetched READY = new Fetched.Ready(FACTS, true, 0, false);

    public final Script<Fetched> fetch;
    public final Script<StepResult> mark;
    public final Script<ChangeFound> compare;

    ScriptedShop(Calls calls) {
        fetch = new Script<>(calls, READY);
        mark = new Script<>(calls, new StepResult.Done(0));
        compare = new Script<>(calls, new ChangeFound(null));
    }

    @Override
    public Fetched fetchOrder(OrderRef order, boolean overridden) {
        return fetch.play(overridden ? "fetchOrder overridden" : "fetchOrder");
    }

    @Override
    public StepResult markOrder(OrderRef order, long specterNumber) {
        return mark.play("markOrder " + specterNumber);
    }

    @Override
    public ChangeFound compareOrder(OrderRef order) {
        return compare.play("compareOrder");
    }
}
