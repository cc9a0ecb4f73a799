package se.brygga.activities.products;

import java.time.Duration;
import se.brygga.workflows.ShopRef;

/** How long the sync of products waits between two looks. The wait is shortest while something changes. Pure. */
final class ProductPace {

    /** Web hooks bring changes within seconds. A change whose web hook was lost waits this long. */
    static final Duration SHORTEST = Duration.ofMinutes(1);

    /** While a look has left something that the next one can do. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    static final Duration LONGEST = Duration.ofMinutes(8);

    private static final int DOUBLINGS = 3;

    private ProductPace() {}

    /**
     * The wait, spread by shop.
     *
     * @param idle number of looks in a row that found nothing, or failed
     */
    static Duration pauseAfter(int idle, ShopRef shop) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(idle, DOUBLINGS));
        Duration capped = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        return capped.plus(capped.multipliedBy(Math.floorMod(shop.toString().hashCode(), 20))
                .dividedBy(100));
    }
}
