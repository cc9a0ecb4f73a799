package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.brygga.activities.stock.SalesModel.Shop;
import se.brygga.setup.StockSetup;

/**
 * An order that Specter has not booked never makes a shop sell what is gone, in whatever order things happen.
 *
 * <p>What no connector can help: a shop sells what it shows until it is told otherwise. So with one shop, Specter's stock going
 * down by orders of the shop only, and a push taken for one moment, nothing is ever sold twice. In all other cases (several shops
 * with the same pieces, goods that are sold elsewhere, orders between a push's look and its write) what can be sold too much is
 * bounded by what has happened since the last push was decided.
 */
class UnbookedOrdersPropertiesTest {

    private static final int STEPS = 80;

    @Property(tries = 5_000)
    void oneShopNeverSellsWhatIsGone(@ForAll long seed, @ForAll @IntRange(max = 12) int onHand) {
        Random random = new Random(seed);
        SalesModel model = new SalesModel(1, onHand, setup(random));
        Shop shop = model.shops.getFirst();
        for (int step = 0; step < STEPS; step++) {
            int quantity = 1 + random.nextInt(4);
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> model.order(shop, quantity);
                case 3 -> model.look(shop);
                case 4 -> model.book();
                case 5 -> model.pull(random.nextInt(3) == 0);
                case 6 -> model.store();
                case 7 -> {
                    if (random.nextBoolean()) {
                        model.deliver(quantity);
                    } else {
                        model.add(quantity);
                    }
                }
                default -> model.push(shop);
            }
            assertThat(model.free()).as("left on Specter's shelf").isNotNegative();
            assertThat(shop.shows).as("shown").isLessThanOrEqualTo(model.free());
        }
    }

    @Property(tries = 5_000)
    void noShopShowsMoreThanIsFreeButForWhatItHasNotHeardOf(
            @ForAll long seed, @ForAll @IntRange(max = 12) int onHand, @ForAll @IntRange(min = 1, max = 3) int shops) {
        Random random = new Random(seed);
        SalesModel model = new SalesModel(shops, onHand, setup(random));
        for (int step = 0; step < STEPS; step++) {
            live(model, random);
            for (Shop shop : model.shops) {
                assertThat(shop.shows)
                        .as("shown, of " + model.free() + " free")
                        .isLessThanOrEqualTo(shop.mayShow(model.free()));
            }
        }
    }

    @Property(tries = 5_000)
    void atRestEveryShopShowsExactlyWhatTheRulesSay(
            @ForAll long seed, @ForAll @IntRange(max = 12) int onHand, @ForAll @IntRange(min = 1, max = 3) int shops) {
        Random random = new Random(seed);
        StockSetup setup = setup(random);
        SalesModel model = new SalesModel(shops, onHand, setup);
        for (int step = 0; step < STEPS; step++) {
            live(model, random);
        }

        model.rest();

        int shown = Math.max(0, model.available() - setup.shown().safety());
        Integer maximum = setup.shown().maximum();
        int expected = maximum == null ? shown : Math.min(shown, maximum);
        assertThat(model.shops).allSatisfy(shop -> assertThat(shop.shows).isEqualTo(expected));
    }

    private static void live(SalesModel model, Random random) {
        Shop shop = model.shops.get(random.nextInt(model.shops.size()));
        int quantity = 1 + random.nextInt(4);
        switch (random.nextInt(13)) {
            case 0, 1, 2 -> model.order(shop, quantity);
            case 3 -> model.look(shop);
            case 4 -> model.book();
            case 5 -> model.pull(random.nextInt(3) == 0);
            case 6 -> model.store();
            case 7 -> model.deliver(quantity);
            case 8 -> model.add(quantity);
            case 9 -> {
                if (random.nextBoolean()) {
                    model.remove(quantity);
                } else {
                    model.cancel(quantity);
                }
            }
            case 10 -> model.lookToPush(shop);
            case 11 -> model.decide(shop);
            default -> model.write(shop);
        }
    }

    private static StockSetup setup(Random random) {
        Integer maximum = random.nextBoolean() ? null : (Integer) 5;
        return new StockSetup(
                StockSetup.Sites.SUM,
                Map.of(),
                "inStock",
                null,
                new StockSetup.Shown(random.nextInt(3), maximum),
                List.of(),
                Map.of(),
                false,
                StockSetup.Gone.ZERO);
    }
}
