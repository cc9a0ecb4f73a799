package se.brygga.workflows.stage;

import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;

/** A look at a shop that finds nothing, until told otherwise. */
public final class ScriptedIntake implements IntakeActivities {

    public static final ScanResult NOTHING = new ScanResult(4, 0);
    public static final ScanResult SOMETHING = new ScanResult(4, 1);

    public final Script<ScanResult> scan;

    ScriptedIntake(Calls calls) {
        scan = new Script<>(calls, NOTHING);
    }

    @Override
    public ScanResult scanShop(ShopRef shop, boolean sweep) {
        return scan.play(sweep ? "scanShop with sweep" : "scanShop");
    }
}
