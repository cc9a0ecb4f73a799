package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** Each order's inbox: in order, and what is settled stays so. */
@Timeout(120)
class CallbackBookTest {

    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final OrderRef OTHER = new OrderRef(SHOP, 10026);

    private final Books books = new Books(new MovableTime("2026-11-24T10:00:00Z"));
    private final CallbackBook callbacks = books.callbacks;

    @Test
    void theOldestThatIsNotSettledIsTheNext() {
        add(ORDER, OrderEvent.DELIVERED, null);
        add(ORDER, OrderEvent.INVOICED, null);
        add(OTHER, OrderEvent.CANCELLED, null);

        assertThat(next().event()).isEqualTo(OrderEvent.DELIVERED);
        callbacks.settled(next(), CallbackBook.State.REPORTED, null);
        assertThat(next().event()).isEqualTo(OrderEvent.INVOICED);
        callbacks.settled(next(), CallbackBook.State.NOTED, Detail.value("no rule"));

        assertThat(callbacks.next(ORDER)).isEmpty();
        assertThat(callbacks.ofOrder(ORDER))
                .extracting(CallbackBook.Callback::state)
                .containsExactly(CallbackBook.State.REPORTED, CallbackBook.State.NOTED);
        assertThat(callbacks.next(OTHER)).isPresent();
    }

    @Test
    void whatIsOnlyNotedIsInNobodysInbox() {
        add(ORDER, OrderEvent.PART_DELIVERED, Detail.value("a part"));

        assertThat(callbacks.next(ORDER)).isEmpty();
        assertThat(callbacks.open(SHOP.tenant(), true)).isEmpty();
        assertThat(callbacks.ofOrder(ORDER)).singleElement().satisfies(noted -> {
            assertThat(noted.note()).isEqualTo("a part");
            assertThat(noted.settledAt()).isNotNull();
        });
    }

    @Test
    void aWorkflowIsToldOfEachMailOnceUnlessTheEngineMayHaveForgotten() {
        add(ORDER, OrderEvent.DELIVERED, null);
        add(OTHER, OrderEvent.DELIVERED, null);
        assertThat(callbacks.open(SHOP.tenant(), false)).containsExactly(ORDER, OTHER);

        callbacks.handedOn(ORDER);
        assertThat(callbacks.open(SHOP.tenant(), false)).containsExactly(OTHER);
        assertThat(callbacks.open(SHOP.tenant(), true)).containsExactly(ORDER, OTHER);

        add(ORDER, OrderEvent.INVOICED, null);
        assertThat(callbacks.open(SHOP.tenant(), false)).containsExactly(ORDER, OTHER);
    }

    @Test
    void aWriteIsRememberedFromItsBeginning() {
        add(ORDER, OrderEvent.DELIVERED, null);

        callbacks.sending(next(), 12);
        assertThat(next().sentAt()).isNotNull();
        assertThat(next().statusBefore()).isEqualTo(12);
        assertThat(next().answeredAt()).isNull();
        callbacks.answered(next());
        assertThat(next().answeredAt()).isNotNull();
        callbacks.sending(next(), 12);
        assertThat(next().answeredAt()).as("of the earlier write").isNull();
        callbacks.notSent(next());
        assertThat(next().sentAt()).isNull();
    }

    @Test
    void whatWaitsIsLookedAtAgainOrLeftAsAPersonSays() {
        add(ORDER, OrderEvent.DELIVERED, null);
        callbacks.sending(next(), 12);
        callbacks.parked(ORDER, Cause.STATUS_NOT_TAKEN, Detail.value("still picking"));
        assertThat(next().state()).isEqualTo(CallbackBook.State.WAITING);
        assertThat(books.attention.ofOrder(ORDER)).hasSize(1);

        callbacks.freed(ORDER);
        assertThat(next().state()).isEqualTo(CallbackBook.State.PENDING);
        assertThat(next().sentAt()).isNull();

        callbacks.parked(ORDER, Cause.STATUS_NOT_TAKEN, Detail.value("still picking"));
        add(ORDER, OrderEvent.INVOICED, null);
        callbacks.skipped(ORDER, Detail.value("settled by anna"));
        assertThat(next().event()).as("only the one that waited").isEqualTo(OrderEvent.INVOICED);
    }

    @Test
    void settlingClosesTheAttention() {
        add(ORDER, OrderEvent.DELIVERED, null);
        callbacks.parked(ORDER, Cause.STATUS_NOT_TAKEN, Detail.value("still picking"));

        callbacks.settled(next(), CallbackBook.State.REPORTED, null);

        assertThat(books.attention.open(SHOP.tenant(), null)).isEmpty();
    }

    private void add(OrderRef order, OrderEvent event, @Nullable Detail note) {
        callbacks.add(new SpecterOrderBook.Happened(order, event, List.of("11")), note);
    }

    private CallbackBook.Callback next() {
        return callbacks.next(ORDER).orElseThrow();
    }
}
