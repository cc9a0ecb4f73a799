package se.brygga.workflows.push;

import io.temporal.activity.ActivityInterface;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.ShopRef;

/**
 * What goes from the books to a shop: differences only. Every method is idempotent and continues where an earlier call
 * stopped.
 */
@ActivityInterface
public interface PushActivities {

    /** The pause before the next try after a push that ended in a defect of ours. A poke ends the pause. */
    Duration AFTER_DEFECT = Duration.ofMinutes(5);

    /** Writes the stock that differs from what the shop shows, as far as our books know. */
    Pushed pushStock(ShopRef shop);

    /**
     * Reads the whole shop and compares its stock, if the books say that a comparison is due. Reports the differences,
     * then pushes them.
     */
    Pushed compareStock(ShopRef shop);

    /**
     * Writes the prices that differ from what the shop shows, as far as our books know. Large changes wait for
     * approval.
     */
    Pushed pushPrices(ShopRef shop);

    /**
     * Reads all prices of the shop and compares them, if the books say that a comparison is due. Then pushes the
     * differences.
     */
    Pushed comparePrices(ShopRef shop);

    /**
     * What a push came to.
     *
     * @param written number of rows written
     * @param notWritten number of rows that wait: unknown in the shop, refused, or for approval
     * @param more the time was up before all rows were done
     * @param refused code of what the shop or the set-up does not allow. Nothing can be written until the next poll
     *     then. Null if all is allowed
     */
    record Pushed(
            int written,
            int notWritten,
            boolean more,
            @Nullable String refused) {}
}
