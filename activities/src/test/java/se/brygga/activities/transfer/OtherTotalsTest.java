package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderLists;

/** What another way of rounding would come to stands in the order's record, for a person to compare. */
@Timeout(120)
class OtherTotalsTest extends TransferScene {

    @Test
    void keepsWhatAnotherReadingComesTo() {
        fetch(sample());
        assertThat(otherTotals()).isEmpty();

        books.orders.ready(
                ORDER,
                codec.reading(
                        sample().build(),
                        books.setups.require(ORDER.shop()).shop(ORDER.shop().shop())),
                new OrderReading.Ready("c7", null, false, new byte[] {1}, List.of(new BigDecimal("1.30"))));

        assertThat(otherTotals()).containsExactly(new BigDecimal("1.30"));
    }

    private List<BigDecimal> otherTotals() {
        return new OrderLists(books.jdbc).find(ORDER).orElseThrow().otherTotals();
    }
}
