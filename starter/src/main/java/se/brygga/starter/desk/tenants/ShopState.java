package se.brygga.starter.desk.tenants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.ShopRef;

/**
 * Whether a shop is served.
 *
 * @param since null while it is served, as are {@code by} and {@code reason}
 * @param hooksLeft whether our web hooks are still in it though it is not served, or at an address that it had before
 */
public record ShopState(
        ShopRef shop,
        State state,
        @Nullable Instant since,
        @Nullable String by,
        @Nullable String reason,
        boolean hooksLeft) {

    /** Whether it is served. */
    public enum State implements Word {
        SERVED,
        SUSPENDED,
        REMOVED
    }
}
