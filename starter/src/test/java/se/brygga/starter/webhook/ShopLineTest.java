package se.brygga.starter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.workflows.OrderRef;

class ShopLineTest {

    private final ShopLine line = new ShopLine();

    @Test
    void isServedByOneAtATimeInTheOrderOfTheEvents() {
        assertThat(line.add(event(1))).as("serves").isTrue();
        assertThat(line.add(event(2))).as("somebody serves").isFalse();

        assertThat(line.next()).isEqualTo(event(1));
        assertThat(line.next()).isEqualTo(event(2));
        assertThat(line.next()).isNull();

        assertThat(line.add(event(3))).as("nobody serves any more").isTrue();
    }

    @Test
    void takesAnEventThatWaitsAlreadyOnlyOnce() {
        line.add(event(1));
        line.add(event(1));

        assertThat(line.length()).isEqualTo(1);
    }

    @Test
    void asksForALookNotMoreOftenThanEveryTenSeconds() {
        Instant now = Instant.parse("2026-11-02T10:00:00Z");

        assertThat(line.mayLook(now)).isTrue();
        assertThat(line.mayLook(now.plusSeconds(9))).isFalse();
        assertThat(line.mayLook(now.plusSeconds(11))).isTrue();
    }

    private static WebHookInbox.Event event(long id) {
        return new WebHookInbox.Event(id, WebHookEvent.ORDER_COMPLETED, OrderRef.of("nordkajak", "kajak-se", id), null);
    }
}
