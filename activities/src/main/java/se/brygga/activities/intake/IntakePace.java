package se.brygga.activities.intake;

import java.time.Duration;
import se.brygga.workflows.ShopRef;

/** How long the intake waits between two looks: shortest when there is something to find. Pure. */
public final class IntakePace {

    /** Web hooks bring orders within a second; this is how long one waits that a web hook missed. */
    static final Duration SHORTEST = Duration.ofSeconds(30);

    static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int DOUBLINGS = 3;

    private IntakePace() {}

    /**
     * Doubles from {@link #SHORTEST} to {@link #LONGEST}; spread by shop, so that not all shops look at once.
     *
     * @param idle looks in a row that found nothing, or failed
     */
    public static Duration pauseAfter(int idle, ShopRef shop) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(idle, DOUBLINGS));
        Duration capped = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        int spreadPercent = Math.floorMod(shop.toString().hashCode(), 20);
        return capped.plus(capped.multipliedBy(spreadPercent).dividedBy(100));
    }
}
