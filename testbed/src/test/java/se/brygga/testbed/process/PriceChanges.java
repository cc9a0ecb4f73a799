package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import se.brygga.activities.prices.PriceValue;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.starweb.goods.ListPrice;
import se.brygga.simulators.starweb.goods.ShopPriceList;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.WaitingPrice;
import se.brygga.testbed.kit.Merchants;

/** Prices that change at random in Specter, one in four by more than may be written unasked, and what shops should make of it. */
final class PriceChanges {

    /** Specter's list 2 goes to {@code kajak-se}'s list of that name, by {@code demo-setup.yaml}. */
    private static final String DEALERS = "Återförsäljare";

    private static final long DEALERS_IN_SPECTER = 2;

    /**
     * One price in one shop.
     *
     * @param list the shop's name of it
     * @param fromQty 1 for the row, more for a tier
     */
    private record Price(String shop, String list, String sku, int fromQty) {}

    private final World world;
    private final Random random;
    /** As Specter has them since the last change. */
    private final Map<Price, BigDecimal> inSpecter = new LinkedHashMap<>();

    private final Map<String, BigDecimal> first = new LinkedHashMap<>();
    private int large;

    PriceChanges(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** Around the price that the article had first, so that two small changes are no large one. */
    void change(String shop, List<SimStock> articles) {
        SimStock article = articles.get(random.nextInt(articles.size()));
        String sku = article.articleNo();
        long account = Merchants.account(shop);
        BigDecimal around = first.computeIfAbsent(account + sku, key -> article.price());
        if (shop.equals("kajak-se") && random.nextInt(3) == 0) {
            int fromQty = random.nextBoolean() ? 1 : 10;
            BigDecimal price = near(around.multiply(new BigDecimal(fromQty == 1 ? "0.8" : "0.7")));
            if (fromQty > 1) {
                // A tier has no row to stand in unless the list has one.
                putDealers(account, sku, 1, near(around.multiply(new BigDecimal("0.8"))));
            }
            putDealers(account, sku, fromQty, price);
        } else {
            BigDecimal price = near(around);
            world.specter.account(account).setPrice(sku, price);
            world.starweb.shops().stream()
                    .filter(other -> Merchants.account(other) == account)
                    .filter(other -> world.starweb.goods(other, goods -> goods.has(sku)))
                    .forEach(other -> inSpecter.put(new Price(other, "Standard", sku, 1), price));
        }
    }

    private void putDealers(long account, String sku, int fromQty, BigDecimal price) {
        world.specter.account(account).putPrice(DEALERS_IN_SPECTER, "SEK", sku, fromQty, price);
        inSpecter.put(new Price("kajak-se", DEALERS, sku, fromQty), price);
    }

    private BigDecimal near(BigDecimal price) {
        String factor;
        if (random.nextInt(4) > 0) {
            factor = "0." + (90 + random.nextInt(10));
        } else {
            large++;
            factor = random.nextInt(5) == 0 ? "0" : random.nextBoolean() ? "1.5" : "0.5";
        }
        return price.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP);
    }

    /** Each is shown, or waits with what the shop shows and what it shall show. */
    void assertShownOrWaiting() {
        List<WaitingPrice> all = waiting();
        inSpecter.forEach((price, wanted) -> {
            BigDecimal shown = shown(price);
            List<WaitingPrice> waiting =
                    all.stream().filter(other -> isOf(other, price)).toList();
            String story = price + ": " + wanted + " in Specter, shop shows " + shown + ", waiting " + waiting;
            if (isLarge(shown, wanted)) {
                assertThat(waiting)
                        .as(story)
                        .extracting(one -> String.valueOf(one.before()))
                        .containsExactly(PriceValue.of(shown).toString());
                assertThat(waiting)
                        .as(story)
                        .extracting(one -> String.valueOf(one.after()))
                        .containsExactly(PriceValue.of(wanted).toString());
            } else {
                assertThat(shown).as(story).isEqualByComparingTo(wanted);
                assertThat(waiting).as(story).isEmpty();
            }
        });
        assertThat(all)
                .as("waits and was never changed")
                .allMatch(waiting -> inSpecter.keySet().stream().anyMatch(price -> isOf(waiting, price)));
    }

    /** More than {@code approveAbovePercent}, or to zero. */
    private static boolean isLarge(BigDecimal before, BigDecimal after) {
        BigDecimal difference = after.subtract(before).abs();
        return difference.movePointRight(2).compareTo(before.multiply(BigDecimal.valueOf(30))) > 0;
    }

    /** Says yes to all that waits. */
    void approveAll() {
        PriceDesk desk = world.apps.bean(PriceDesk.class);
        List<WaitingPrice> all = waiting();
        assertThat(all).as("of " + large + " large changes").isNotEmpty();
        assertThat(desk.decide(all, WaitingPrice.Verdict.APPROVED, new Operator("anna", "nya priser")))
                .allMatch(Outcome.Followed.class::isInstance);
    }

    /** Nothing waits any more. */
    void assertShown() {
        inSpecter.forEach(
                (price, wanted) -> assertThat(shown(price)).as(price.toString()).isEqualByComparingTo(wanted));
        assertThat(waiting()).isEmpty();
    }

    int count() {
        return inSpecter.size();
    }

    private BigDecimal shown(Price price) {
        Optional<ListPrice> row =
                world.starweb.price(price.shop(), price.sku(), list(price).id());
        return row.map(found -> price.fromQty() == 1
                        ? found.price()
                        : found.tiers().getOrDefault((long) price.fromQty(), BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
    }

    private ShopPriceList list(Price price) {
        return world.starweb.priceLists(price.shop()).stream()
                .filter(list -> list.name().equals(price.list()))
                .findFirst()
                .orElseThrow();
    }

    private List<WaitingPrice> waiting() {
        return world.apps.bean(PriceDesk.class).waiting(null, null).prices();
    }

    private boolean isOf(WaitingPrice waiting, Price price) {
        return waiting.shop().shop().equals(price.shop())
                && waiting.sku().equals(price.sku())
                && waiting.fromQty() == price.fromQty()
                && waiting.listId() == list(price).id();
    }
}
