package se.brygga.workflows.stage;

import io.temporal.activity.Activity;
import java.util.Locale;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;

/** Looks at a shop that find nothing, each {@link ScriptedFeed#INTERVAL}, until told otherwise. */
public final class ScriptedIntake implements IntakeActivities {

    public static final Looked NOTHING = new Looked(4, 0);

    public final Script<Looked> look;

    ScriptedIntake(Calls calls) {
        look = new Script<>(calls, NOTHING);
    }

    @Override
    public Looked lookThrough(ShopRef shop, Look why) {
        boolean paced = why == Look.PACED;
        if (paced && Activity.getExecutionContext().getInfo().getAttempt() <= 1) {
            throw ScriptedFeed.nothingNew();
        }
        Looked looked = look.play("look " + why.name().toLowerCase(Locale.ROOT));
        if (paced) {
            throw ScriptedFeed.nothingNew();
        }
        return looked;
    }
}
