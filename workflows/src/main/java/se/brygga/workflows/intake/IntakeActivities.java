package se.brygga.workflows.intake;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.ShopRef;

/** The intake's look at a shop. */
@ActivityInterface
public interface IntakeActivities {

    /**
     * Reads what changed since the last complete scan and starts a transfer for each order that needs one; once an hour
     * also sweeps the last days and takes up every order that the books show as on its way. The mark moves only after
     * everything is safe, so a scan that breaks off is simply done again.
     *
     * @param sweep sweep now, whatever the hour: the engine may have just lost its memory
     */
    ScanResult scanShop(ShopRef shop, boolean sweep);

    /**
     * @param seen orders read
     * @param found orders handed on
     */
    record ScanResult(int seen, int found) {}
}
