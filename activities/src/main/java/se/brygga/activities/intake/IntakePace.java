package se.brygga.activities.intake;

import java.time.Duration;
import se.brygga.workflows.ShopRef;

/** How long the intake waits between two looks. The wait is shortest when there is something to find. Pure. */
public final class IntakePace {

    /** Web hooks bring orders within a second. An order whose web hook was lost waits this long. */
    static final Duration SHORTEST = Duration.ofSeconds(30);

    static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int DOUBLINGS = 3;

    private IntakePace() {}

    /**
     * The wait, which doubles from {@link #SHORTEST} to {@link #LONGEST}. It is spread by shop, so that not all shops
     * are looked at together.
     *
     * @param idle number of looks in a row that found nothing, or failed
     */
    public static Duration pauseAfter(int idle, ShopRef shop) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(idle, DOUBLINGS));
        Duration capped = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        int spreadPercent = Math.floorMod(shop.toString().hashCode(), 20);
        return capped.plus(capped.multipliedBy(spreadPercent).dividedBy(100));
    }
}
