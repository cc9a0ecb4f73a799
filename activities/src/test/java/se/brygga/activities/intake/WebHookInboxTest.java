package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.workflows.OrderRef;

class WebHookInboxTest {

    private final Books books = new Books(new MovableTime("2026-11-02T10:00:00Z"));
    private final WebHookInbox inbox = new WebHookInbox(books.jdbc, books.time);

    @Test
    void manyOfOneShopDoNotHideThoseOfAnother() {
        for (int i = 1; i <= 30; i++) {
            inbox.store(OrderRef.of("nordkajak", "kajak-se", i), WebHookEvent.ORDER_COMPLETED, null, "e" + i);
        }
        inbox.store(OrderRef.of("tehuset", "te-butiken", 1), WebHookEvent.ORDER_COMPLETED, null, "e");
        books.time.advance(Duration.ofSeconds(1));

        assertThat(inbox.open(books.time.instant(), 2))
                .extracting(event -> event.order().toString())
                .containsExactly("nordkajak/kajak-se/1", "nordkajak/kajak-se/2", "tehuset/te-butiken/1");
    }
}
