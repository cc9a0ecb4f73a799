package se.brygga.testbed.bench.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.testbed.kit.Merchants;

/** Each change the delivery of another order, whose payment the shop captures then. */
final class Deliveries implements Changes {

    private static final String SHOP = "kajak-se";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Merchant merchant;
    private final List<Long> orders = new ArrayList<>();

    Deliveries(Merchant merchant) {
        this.merchant = merchant;
    }

    /** Places the orders and waits until they are in Specter, and the shop knows their numbers there. */
    @Override
    public void prepare(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            orders.add(
                    merchant.starweb.placeAndPay(SHOP, OrderKind.PRIVATE_KLARNA).orderId());
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!merchant.starweb.orders(SHOP).stream().allMatch(this::isMarked)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the orders have not come to Specter");
            }
            Thread.sleep(200);
        }
    }

    private boolean isMarked(OrderSummary order) {
        return !orders.contains(order.orderId()) || !order.externalId().isEmpty();
    }

    @Override
    public void make(int number) {
        String externalNo = Merchants.externalNo(Merchants.order(SHOP, orders.get(number)));
        long orderNo = merchant.specter
                .account(Merchant.ACCOUNT)
                .order(externalNo)
                .orElseThrow()
                .number();
        merchant.specter.account(Merchant.ACCOUNT).deliver(orderNo, List.of("3735%08d".formatted(number)));
    }

    @Override
    public List<Instant> shown(int number) {
        return merchant.starweb.shopperActions(SHOP, orders.get(number)).stream()
                .filter(action -> action.what() == ShopperAction.Kind.CAPTURE)
                .map(ShopperAction::at)
                .toList();
    }

    @Override
    public int shops() {
        return 1;
    }
}
