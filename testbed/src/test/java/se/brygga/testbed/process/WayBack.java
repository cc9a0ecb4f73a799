package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import se.brygga.activities.feed.FeedBook;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/** What goes from Specter to the shop {@code kajak-se}: a delivery, a quantity and a price, watched until they are there. */
final class WayBack {

    /** As {@link #round} tells of a delivery that was told once, with the quantity and the price. */
    static final String REACHED = "completed captured \\[MAIL, CAPTURE]";

    static final String SHOP = "kajak-se";
    static final long ACCOUNT = 9999;
    static final String TENANT = "nordkajak";
    private static final String SKU = "KAJ-010";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final World world;
    private final Deque<OrderRef> transferred = new ArrayDeque<>();
    private int round;

    /** @param rounds how often {@link #round} will be called */
    WayBack(World world, int rounds) {
        this.world = world;
        IntStream.range(0, rounds)
                .mapToObj(i -> Merchants.order(
                        SHOP, world.starweb.placeAndPay(SHOP, OrderKind.T1).orderId()))
                .forEach(transferred::add);
        transferred.forEach(world::awaitTransferred);
        awaitRest();
    }

    /** Until polls that begin now have found nothing new: what the simulators start with has been read. */
    private void awaitRest() {
        FeedBook book = world.apps.bean(FeedBook.class);
        for (Feed feed : Feed.values()) {
            await(feed + " is at rest").atMost(PATIENCE).until(() -> {
                world.poke(feed, TENANT);
                FeedBook.State state = book.state(TENANT, feed);
                return state.polledAt() != null && state.idle() > 0;
            });
        }
        assertThat(world.specter.account(ACCOUNT).pending(SimFeedKind.STOCK)).isZero();
    }

    /**
     * A change of each kind in Specter.
     *
     * @param isOver whether nothing more is to come
     * @return what the shop shows of it by then, or when the patience ends
     */
    String round(Duration patience, Predicate<String> isOver) {
        round++;
        OrderRef order = transferred.removeFirst();
        BigDecimal quantity = BigDecimal.valueOf(20L + round);
        BigDecimal price = new BigDecimal("300.00").add(BigDecimal.valueOf(round));
        long number = world.specter
                .account(ACCOUNT)
                .order(Merchants.externalNo(order))
                .orElseThrow()
                .number();
        world.specter.account(ACCOUNT).deliver(number, List.of("3735000123456789" + (100 + round)));
        world.specter.account(ACCOUNT).setStock(SKU, 1, quantity);
        world.specter.account(ACCOUNT).setPrice(SKU, price);
        BigDecimal available = world.specter.account(ACCOUNT).article(SKU).total();
        try {
            await().atMost(patience).pollInterval(Duration.ofMillis(200)).until(() -> {
                List.of(Feed.values()).forEach(feed -> world.poke(feed, TENANT));
                return isOver.test(shown(order, available, price));
            });
        } catch (ConditionTimeoutException e) {
            // What is missing stands in the outcome.
        }
        return shown(order, available, price);
    }

    private String shown(OrderRef order, BigDecimal available, BigDecimal price) {
        return (stockShows(available) ? "" : "stock missing, ")
                + (priceShows(price) ? "" : "price missing, ")
                + outcome(order);
    }

    private boolean stockShows(BigDecimal quantity) {
        return world.starweb.onSale(SHOP, SKU).compareTo(quantity) == 0;
    }

    private boolean priceShows(BigDecimal price) {
        Goods goods = world.starweb.goods(SHOP, SKU);
        return goods.price().setScale(2, RoundingMode.HALF_UP).compareTo(price) == 0;
    }

    private Optional<Cause> cause(OrderRef order) {
        return world.line(order).flatMap(line -> Optional.ofNullable(line.cause()));
    }

    /** Status, payment, mails and captures; or what the order waits for. */
    private String outcome(OrderRef order) {
        var state = world.starweb.orderOf(SHOP, order.orderId());
        List<ShopperAction.Kind> actions =
                state.actions().stream().map(ShopperAction::what).toList();
        String shown = state.order().status()
                + (state.order().tracking().isEmpty() ? " untracked" : "") + " "
                + state.order().paymentStatus() + " " + actions;
        return shown.matches(REACHED)
                ? shown
                : cause(order)
                                .map(cause -> "waits for " + cause + ", ")
                                .or(() -> world.behind(order).map(cause -> "behind " + cause + ", "))
                                .orElse("")
                        + shown;
    }
}
