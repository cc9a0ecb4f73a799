package se.brygga.starter.desk.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;

/**
 * Whether a shop is served.
 *
 * @param since null while the shop is served, as are {@code by} and {@code reason}
 * @param staleHooks whether our web hooks are still in a shop that is not served, or at an earlier address of the shop
 */
public record ShopState(
        ShopRef shop,
        State state,
        @Nullable Instant since,
        @Nullable String by,
        @Nullable String reason,
        boolean staleHooks) {

    /** Whether the shop is served. */
    public enum State implements Word {
        SERVED,
        SUSPENDED,
        REMOVED
    }
}
