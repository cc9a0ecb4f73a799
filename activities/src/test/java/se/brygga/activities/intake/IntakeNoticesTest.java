package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.attention.NoticeBook.Notice;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.attention.Cause;

/** A shop that cannot be looked through is told to a person: no order waits that would show it. */
@Timeout(120)
class IntakeNoticesTest extends IntakeScene {

    @ParameterizedTest
    @CsvSource({"REFUSED,   FORBIDDEN,           STARWEB_REFUSED", "OUR_FAULT, UNREADABLE_ANSWER,   INTERNAL_ERROR"})
    void opensOneNoticeAndClosesItWhenTheShopIsLookedThroughAgain(Kind kind, RemoteFailure.Why why, Cause cause) {
        for (int i = 0; i < 2; i++) {
            fails(new RemoteFailure(RemoteSystem.STARWEB, kind, why, "GET /orders: status 400 " + why.key()));
            assertThatThrownBy(this::scan).isInstanceOf(RuntimeException.class);
        }

        assertThat(notices.open("nordkajak"))
                .extracting(Notice::shop, Notice::cause, Notice::detail, Notice::times)
                .containsExactly(tuple("kajak-se", cause, "GET /orders: status 400 " + why.key(), 2));
        scan();
        assertThat(notices.open(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BUSY", "NOT_SENT", "OUTCOME_UNKNOWN", "NOT_LET_IN"})
    void saysNothingOfWhatPassesByItself(Kind kind) {
        fails(new RemoteFailure(RemoteSystem.STARWEB, kind, RemoteFailure.Why.HTTP, "GET /orders: status 503"));

        assertThatThrownBy(this::scan).isInstanceOf(RuntimeException.class);

        assertThat(notices.open(null)).isEmpty();
    }

    @Test
    void tellsOfADefectOfOursWithoutItsMessage() {
        fails(new IllegalStateException("Åsa Öberg"));

        assertThatThrownBy(this::scan).isInstanceOf(IllegalStateException.class);

        assertThat(notices.open(null))
                .extracting(Notice::cause, Notice::detail)
                .containsExactly(tuple(Cause.INTERNAL_ERROR, "{defect|IllegalStateException}"));
    }

    @Test
    void knowsWhichShopsWereNotSweptForLong() {
        Instant swept = Instant.parse(BEGIN);
        time.advance(Duration.ofHours(2));

        assertThat(books.marks.unsweptSince(swept)).isEmpty();
        assertThat(books.marks.unsweptSince(swept.plusMillis(1))).containsExactly(new IntakeBook.Unswept(SHOP, swept));
        intake.look(SHOP, true);
        assertThat(books.marks.unsweptSince(swept.plusMillis(1))).isEmpty();
    }

    private void fails(RuntimeException failure) {
        shop.script.before("changes 1", () -> {
            throw failure;
        });
    }
}
