package se.brygga.activities.stock.books;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.transfer.TransferRules;

/** Where no poll releases what orders have sold, it does not stay for ever. */
@Timeout(120)
class SoldGoodsPurgeTest {

    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final String SKU = "MUGG";

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);

    @Test
    void anOldOrderCountsNoMoreWhereNobodyPollsStock() {
        sell();
        books.orders.transferred(ORDER, 5001, "hash");

        assertThat(purge(time.instant())).as("an order that is not old").isZero();
        time.advance(Duration.ofDays(31));
        Instant polled = time.instant();
        books.feeds.drained(SHOP.tenant(), Feed.STOCK, polled, false);
        assertThat(purge(polled)).as("a tenant whose polls release").isZero();
        assertThat(purge(polled.plusSeconds(1))).isEqualTo(1);
        assertThat(books.sold.sales(SHOP.tenant(), SKU)).isEmpty();
    }

    @Test
    void anOrderThatWaitsStillCountsAndOneThatAnOperatorHasSkippedDoesNot() {
        sell();
        Instant later = time.instant().plus(Duration.ofDays(31));
        assertThat(purge(later)).isZero();

        books.orders.skip(ORDER, TransferRules.OPERATOR);
        assertThat(purge(later)).isEqualTo(1);
    }

    private void sell() {
        books.orders.seen(ORDER);
        books.transactions.executeWithoutResult(tx -> books.sold.sold(ORDER, Map.of(SKU, BigDecimal.TEN)));
    }

    private int purge(Instant before) {
        return books.sold.purge(before, 10);
    }
}
