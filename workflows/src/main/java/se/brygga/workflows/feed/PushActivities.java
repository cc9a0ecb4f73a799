package se.brygga.workflows.feed;

import io.temporal.activity.ActivityInterface;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.ShopRef;

/** What goes from the books to a shop: differences only. Every method may be repeated and goes on where it was. */
@ActivityInterface
public interface PushActivities {

    /** A push that ended in a defect of ours is tried again, but not at once. A poke tries again before. */
    Duration AFTER_DEFECT = Duration.ofMinutes(5);

    /** Writes what the shop's stock should be and, as far as we know, is not. */
    Pushed pushStock(ShopRef shop);

    /** Reads the whole shop and compares, if the books say that this is due; what differs is reported, and then pushed. */
    Pushed compareStock(ShopRef shop);

    /** Writes what the shop's prices should be and, as far as we know, are not; large changes wait for approval. */
    Pushed pushPrices(ShopRef shop);

    /** Reads all prices of the shop and compares, if the books say that this is due; what differs is then pushed. */
    Pushed comparePrices(ShopRef shop);

    /**
     * @param written rows written
     * @param notWritten rows that wait: unknown in the shop, refused, or for approval
     * @param more time was up before all was done
     * @param refused code of what the shop or the set-up does not allow: nothing can be written until the next poll; null: it does
     */
    record Pushed(
            int written,
            int notWritten,
            boolean more,
            @Nullable String refused) {}
}
