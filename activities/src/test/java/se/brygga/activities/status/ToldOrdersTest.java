package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.OrderChange;

/** What Specter has told of an order, for people. */
class ToldOrdersTest {

    private final MovableTime time = new MovableTime("2026-03-02T08:00:00Z");
    private Books books;

    @BeforeEach
    void empty() {
        books = new Books(time);
    }

    @Test
    void keepsSpectersOwnCodesAndWhenTheyLastChanged() {
        books.specterOrders.changed("nordkajak", delivery("P", "1001"));
        time.advance(Duration.ofHours(1));
        books.specterOrders.changed("nordkajak", delivery("D", "1002"));
        time.advance(Duration.ofHours(1));
        books.specterOrders.changed("nordkajak", delivery("D", "1002"));

        SpecterOrderBook.Told told = books.specterOrders.told("nordkajak", 5001).orElseThrow();
        assertThat(told.state().deliveryStatus()).isEqualTo("D");
        assertThat(told.state().statusId()).isEqualTo("2");
        assertThat(told.state().tracking()).containsExactly("1001", "1002");
        assertThat(told.changedAt()).isEqualTo(time.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void saysNothingOfAnOrderThatSpecterHasNotTold() {
        books.specterOrders.changed("nordkajak", delivery("D", "1001"));

        assertThat(books.specterOrders.told("nordkajak", 5002)).isEmpty();
        assertThat(books.specterOrders.told("tehuset", 5001)).isEmpty();
    }

    @Test
    void namesTheEventsThatThereAre() {
        assertThat(OrderEvent.ofCode("part-delivered")).isEqualTo(OrderEvent.PART_DELIVERED);
        assertThatThrownBy(() -> OrderEvent.ofCode("eaten")).hasMessageContaining("delivered, part-delivered, parcels");
    }

    private static OrderChange delivery(String status, String tracking) {
        return new OrderChange(5001, status, "2", OrderChange.Deliveries.bare(true, List.of(tracking)), List.of());
    }
}
