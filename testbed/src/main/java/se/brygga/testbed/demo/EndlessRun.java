package se.brygga.testbed.demo;

import java.util.List;
import java.util.Random;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;

/** The demo's shoppers, an order every few seconds, and the people in Specter, until Ctrl-C. */
final class EndlessRun {

    private static final int TICK_MILLIS = 200;
    private static final int TICKS_PER_ORDER = 15;

    private final StarwebSimulator starweb;
    private final SpecterStaff staff;
    private final Runnable printNews;
    private final Random random = new Random(7);

    EndlessRun(StarwebSimulator starweb, SpecterStaff staff, Runnable printNews) {
        this.starweb = starweb;
        this.staff = staff;
        this.printNews = printNews;
    }

    void run() throws InterruptedException {
        List<String> shops = starweb.shops();
        OrderKind[] kinds = OrderKind.values();
        for (int tick = 0; !Thread.currentThread().isInterrupted(); tick++) {
            if (tick % TICKS_PER_ORDER == 0) {
                starweb.placeAndPay(shops.get(random.nextInt(shops.size())), kinds[random.nextInt(kinds.length)]);
            }
            staff.work(tick);
            printNews.run();
            Thread.sleep(TICK_MILLIS);
        }
    }
}
