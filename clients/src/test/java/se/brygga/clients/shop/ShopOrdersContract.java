package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.OrderPages;
import se.brygga.clients.shop.order.ShopOrder;

/** What {@link ShopOrders} promises. */
interface ShopOrdersContract extends ContractedShop {

    @Test
    default void anOrderIsReadAsItIsListed() {
        long order = placeAndPay();

        assertThat(orders().order(order)).hasValue(listed(order));
    }

    @Test
    default void anOrderThatTheShopDoesNotHaveIsEmpty() {
        long order = placeAndPay();
        delete(order);

        assertThat(orders().order(order)).isEmpty();
        assertThat(ids(orders()::ordersByLatestChange)).doesNotContain(order);
        assertThat(ids(page -> orders().ordersCreatedAfter(Instant.EPOCH, page)))
                .doesNotContain(order);
    }

    @Test
    default void anOrderIsListedWhenItIsPaid() {
        long unpaid = place();
        long paid = placeAndPay();

        assertThat(ids(orders()::ordersByLatestChange)).contains(paid).doesNotContain(unpaid);
        assertThat(ids(page -> orders().ordersCreatedAfter(Instant.EPOCH, page)))
                .contains(paid)
                .doesNotContain(unpaid);
        assertThat(orders().order(unpaid).filter(ShopOrder::complete)).isEmpty();
    }

    @Test
    default void numbersRiseWithTheTimeOfCreation() {
        long first = placeAndPay();
        later();
        long second = placeAndPay();

        assertThat(second).isGreaterThan(first);
        assertThat(listed(second).createdAt()).isAfter(listed(first).createdAt());
        assertThat(orders().newestOrders().orders().subList(0, 2))
                .extracting(ShopOrder::orderId)
                .containsExactly(second, first);
    }

    @Test
    default void aChangeSinceAMomentIsFoundByWhoeverReadsBackToThatMoment() {
        long edited = placeAndPay();
        later();
        long untouched = placeAndPay();
        later();
        Instant since = now();
        edit(edited);
        long placed = placeAndPay();

        List<Long> changed = new ArrayList<>();
        OrderPages.read(orders()::ordersByLatestChange, (page, _) -> {
            page.orders().stream()
                    .filter(order -> !Objects.requireNonNull(order.modifiedAt()).isBefore(since.minusSeconds(1)))
                    .forEach(order -> changed.add(order.orderId()));
            return page.orders().stream()
                    .noneMatch(
                            order -> Objects.requireNonNull(order.modifiedAt()).isBefore(since.minusSeconds(1)));
        });

        assertThat(changed).contains(edited, placed).doesNotContain(untouched);
    }

    @Test
    default void everyOrderIsOnExactlyOnePage() {
        List<Long> placed = new ArrayList<>();
        for (int i = 0; i <= pageSize(); i++) {
            placed.add(placeAndPay());
        }

        assertThat(ids(page -> orders().ordersCreatedAfter(Instant.EPOCH, page)))
                .doesNotHaveDuplicates()
                .isSorted()
                .containsAll(placed);
        assertThat(ids(orders()::ordersByLatestChange)).doesNotHaveDuplicates().containsAll(placed);
    }

    @Test
    default void aPagePastTheEndIsEmptyAndTheLast() {
        OrderPage past = orders().ordersByLatestChange(99);

        assertThat(past.orders()).isEmpty();
        assertThat(past.last()).isTrue();
    }

    @Test
    default void ordersBetweenTwoMomentsAreListed() {
        long before = placeAndPay();
        later();
        long within = placeAndPay();
        later();
        long after = placeAndPay();
        Instant placed = listed(within).createdAt();

        assertThat(ids(page -> orders().ordersCreatedBetween(placed.minusSeconds(1), placed.plusSeconds(1), page)))
                .contains(within)
                .doesNotContain(before, after);
    }

    private ShopOrders orders() {
        return client().orders();
    }

    private ShopOrder listed(long orderId) {
        return orders().newestOrders().orders().stream()
                .filter(order -> order.orderId() == orderId)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> ids(IntFunction<OrderPage> list) {
        List<Long> ids = new ArrayList<>();
        for (int number = 1; ; number++) {
            OrderPage page = list.apply(number);
            page.orders().forEach(order -> ids.add(order.orderId()));
            if (page.last() || page.orders().isEmpty() || number > 50) {
                return List.copyOf(ids);
            }
        }
    }
}
