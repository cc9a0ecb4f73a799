package se.brygga.activities.status;

import java.time.Duration;

/**
 * How long a callback waits to see its own write.
 *
 * @param shown a read may show a write late (Starweb reference O-42); after this an answered write was not taken
 * @param underWay a write without an answer may still be on its way: capturing takes up to 30 s (section 17, S-14). Only after
 *     this, and only if the shop still does not show it, is it written again
 * @param between two looks
 */
public record Patience(Duration shown, Duration underWay, Duration between) {

    /** For real shops. */
    public static final Patience REAL =
            new Patience(Duration.ofSeconds(6), Duration.ofSeconds(45), Duration.ofSeconds(2));

    public Patience {
        if (underWay.compareTo(shown) < 0) {
            throw new IllegalArgumentException(
                    "a write without an answer needs at least the patience of one with an answer");
        }
    }
}
