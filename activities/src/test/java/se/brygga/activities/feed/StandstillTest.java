package se.brygga.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.intake.WebHookInbox.Overdue;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.workflows.OrderRef;

/** What the books alone say of loops, workers and web hooks that stand still. */
@Timeout(120)
class StandstillTest {

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final WebHookInbox hooks = new WebHookInbox(books.jdbc, time);

    @Test
    void loopsAreLateLongestFirst() {
        books.loops.looks("stock/b", Duration.ofMinutes(2));
        books.loops.looks("stock/a", Duration.ofMinutes(1));
        books.loops.looks("orders/a", Duration.ofHours(1));
        books.loops.looks("prices/a", null);

        time.advance(Duration.ofMinutes(1).plus(LoopBook.GRACE));
        assertThat(books.loops.late()).isEmpty();
        time.advance(Duration.ofMinutes(2));

        assertThat(books.loops.late()).extracting(LoopBook.Look::workflowId).containsExactly("stock/a", "stock/b");
        books.loops.looks("stock/a", Duration.ofMinutes(1));
        assertThat(books.loops.late()).extracting(LoopBook.Look::workflowId).containsExactly("stock/b");
    }

    @Test
    void thatNoWorkerRunsIsKnownWithinAMinute() {
        assertThat(books.loops.unkeptSince()).as("nobody has begun").isEmpty();
        books.loops.kept();
        assertThat(books.loops.unkeptSince()).isEmpty();

        time.advance(Duration.ofSeconds(59));
        assertThat(books.loops.unkeptSince()).contains(time.instant().minusSeconds(59));

        books.loops.kept();
        assertThat(books.loops.unkeptSince()).isEmpty();
    }

    @Test
    void webHooksThatWaitForAMinuteAreCounted() {
        long first = hooks.store(new OrderRef(SHOP, 1), WebHookEvent.ORDER_COMPLETED, null, "a")
                .orElseThrow()
                .id();
        time.advance(Duration.ofSeconds(30));
        long second = hooks.store(new OrderRef(SHOP, 2), WebHookEvent.ORDER_COMPLETED, null, "b")
                .orElseThrow()
                .id();
        assertThat(hooks.overdue(null)).isEmpty();

        time.advance(Duration.ofSeconds(61));
        assertThat(hooks.overdue(null)).contains(new Overdue(2, time.instant().minusSeconds(91)));
        assertThat(hooks.overdue("tehuset")).isEmpty();
        hooks.dispatched(first);
        hooks.dispatched(second);
        assertThat(hooks.overdue(null)).isEmpty();
    }
}
