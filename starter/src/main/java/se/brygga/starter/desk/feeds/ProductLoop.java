package se.brygga.starter.desk.feeds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.SyncBook;
import se.brygga.workflows.ShopRef;

/**
 * The loop that keeps the products of one shop and Specter's articles equal.
 *
 * @param lookedAt when the last look began; null for never
 * @param newsAt when a look last found something; null for never
 * @param idle number of looks in a row since then
 * @param failures number of failed looks in a row
 * @param expectedAt when the loop looks next; null while it is paused, or before its first look
 * @param waiting how many products waited for a person at the end of the last complete look
 */
public record ProductLoop(
        ShopRef shop,
        FeedDesk.Loop.State state,
        @Nullable ProductPause pause,
        @Nullable Instant lookedAt,
        @Nullable Instant newsAt,
        int idle,
        int failures,
        @Nullable Instant expectedAt,
        int waiting) {

    /**
     * Who paused the loop.
     *
     * @param reason null when none was given
     */
    public record ProductPause(
            String by, Instant at, @Nullable String reason) {

        static @Nullable ProductPause of(SyncBook.@Nullable Pause pause) {
            return pause == null ? null : new ProductPause(pause.by(), pause.at(), pause.reason());
        }
    }
}
