package se.brygga.workflows.stage;

import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.InitialActivities;

/** Steps of an initial sync that wait for a person, until told otherwise. */
public final class ScriptedInitial implements InitialActivities {

    public final Script<Next> advance;

    ScriptedInitial(Calls calls) {
        advance = new Script<>(calls, Next.WAITS);
    }

    @Override
    public Next advance(ShopRef shop) {
        return advance.play("advance");
    }
}
