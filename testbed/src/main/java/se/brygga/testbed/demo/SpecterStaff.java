package se.brygga.testbed.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.goods.Shelves;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.specter.sales.Order;

/**
 * The people at work in Specter. They deliver most orders some seconds after their arrival, cancel some, and leave some
 * to the person at the screen. Now and then they count a shelf, change a price, or sell at the till.
 */
final class SpecterStaff {

    private static final int TICKS_UNTIL_HANDLED = 30;
    private static final int TICKS_PER_COUNT = 40;
    private static final int TICKS_PER_PRICE = 75;
    private static final int TICKS_PER_RECEIPT = 55;
    private static final int RECEIPTS_PER_RETURN = 4;

    private record Key(long account, long orderNo) {}

    private final SpecterSimulator specter;
    private final Random random = new Random(11);
    private final Map<Key, Integer> seen = new HashMap<>();

    SpecterStaff(SpecterSimulator specter) {
        this.specter = specter;
    }

    /** What they do in this fifth of a second. */
    void work(int tick) {
        for (long account : specter.accounts()) {
            for (Order order : specter.account(account).orders()) {
                if (isNew(order)
                        && tick - seen.computeIfAbsent(new Key(account, order.number()), ignored -> tick)
                                == TICKS_UNTIL_HANDLED) {
                    unlessSomebodyWasFaster(() -> handle(account, order));
                }
            }
        }
        if (tick % TICKS_PER_COUNT == TICKS_PER_COUNT - 1) {
            Goods goods = anyGoods();
            specter.account(goods.account()).setStock(goods.articleNo(), Shelves.DEFAULT_SITE, random.nextInt(60));
        }
        if (tick % TICKS_PER_PRICE == TICKS_PER_PRICE - 1) {
            Goods goods = anyGoods();
            specter.account(goods.account()).setPrice(goods.articleNo(), aboutTen(goods.price()));
        }
        if (tick % TICKS_PER_RECEIPT == TICKS_PER_RECEIPT - 1) {
            serveAtTheTill();
        }
    }

    private void serveAtTheTill() {
        Goods goods = anyGoods();
        BigDecimal quantity = BigDecimal.valueOf(1L + random.nextInt(3));
        boolean isReturn = random.nextInt(RECEIPTS_PER_RETURN) == 0;
        specter.account(goods.account()).atTheTill(till -> {
            if (isReturn) {
                till.takeBack(goods.articleNo(), quantity);
            } else {
                till.sell(goods.articleNo(), quantity);
            }
        });
    }

    private static boolean isNew(Order order) {
        return order.statusId() == 1 && order.delivered() == Order.Delivered.NOT;
    }

    private void handle(long account, Order order) {
        switch (random.nextInt(10)) {
            case 0 -> specter.account(account).cancelOrder(order.number());
            case 1 -> specter.account(account).deliver(order.number(), List.of(parcel(), parcel(), parcel()));
            case 2, 3 -> {
                // Left to the person at the screen.
            }
            default -> specter.account(account).deliver(order.number(), List.of(parcel()));
        }
    }

    /** The person at the screen may deliver or cancel the same order in the same moment. */
    private static void unlessSomebodyWasFaster(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException alreadyDone) {
            // Nothing has changed, and nothing is left to do.
        }
    }

    private String parcel() {
        return "3735%08d".formatted(random.nextInt(100_000_000));
    }

    private record Goods(long account, String articleNo, BigDecimal price) {}

    private Goods anyGoods() {
        List<Goods> all = specter.accounts().stream().flatMap(this::goods).toList();
        return all.get(random.nextInt(all.size()));
    }

    private Stream<Goods> goods(long account) {
        return specter.account(account).stock().stream()
                .filter(article -> article.type().equals("GW"))
                .map((SimStock article) -> new Goods(account, article.articleNo(), article.price()));
    }

    /** Within the ten percent that need nobody's approval. */
    private BigDecimal aboutTen(BigDecimal price) {
        BigDecimal factor = BigDecimal.valueOf(90 + random.nextInt(21), 2);
        return price.multiply(factor).setScale(2, RoundingMode.HALF_UP);
    }
}
