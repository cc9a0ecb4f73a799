package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.stock.ShelfInMemory.IN_STOCK;
import static se.brygga.activities.stock.ShelfInMemory.SOLD_OUT;
import static se.brygga.activities.stock.ShelfInMemory.failure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.PlayedShop;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.attention.Cause;

/** What differs is written, once, and nothing else; a comparison finds what we could not know. */
@Timeout(120)
class StockPushTest extends StockScene {

    @Test
    void writesOnlyWhatTheShopDoesNotShowAlready() {
        shelf.put("A", 3);
        shelf.put("B", 5);
        specter("A", 3);
        specter("B", 4);

        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 0, false));

        assertThat(shelf.writes).containsExactly("B=4");
        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));
        assertThat(shelf.writes).hasSize(1);
    }

    @Test
    void writesTheSoldOutFirstAndThenTheNewest() {
        for (String sku : List.of("A", "B", "C", "D")) {
            shelf.put(sku, 9);
        }
        push();
        for (String sku : List.of("A", "B", "C", "D")) {
            specter(sku, sku.equals("B") ? 0 : 4);
            time.advance(Duration.ofMinutes(1));
        }
        // Sixteen are written at once, so the list is looked at.
        assertThat(push.differences(push.begin(SHOP, setup, PlayedShop.of(shelf))))
                .extracting(StockPush.Difference::sku)
                .containsExactly("B", "D", "C", "A");
    }

    @Test
    void saysSoldOutAndInStockWhenItBecomesSo() {
        shelf.put("A", 3);
        specter("A", 0);
        push();
        assertThat(shelf.writes).containsExactly("A=0 status " + SOLD_OUT);

        specter("A", 2);
        push();
        specter("A", 1);
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2", "A=2 status " + IN_STOCK, "A=1");
    }

    @Test
    void leavesSoldOutToTheShopWhereTheSetUpNamesNoStatus() {
        setup = new StockSetup(
                setup.sites(),
                Map.of(),
                "inStock",
                null,
                setup.shown(),
                List.of(),
                Map.of(),
                false,
                StockSetup.Gone.ZERO);
        shelf.put("A", 3);
        specter("A", 0);

        push();

        assertThat(shelf.writes).containsExactly("A=0");
    }

    @Test
    void saysInStockAgainWhenTheShopHasSoldItsLastItself() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        sold(3);
        shelf.sell("A", 3);
        assertThat(shelf.goods("A").status()).isEqualTo(SOLD_OUT);
        // Booked, and as many have come in.
        booked();
        specter("A", 3);

        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("3");
        assertThat(shelf.goods("A").status()).isEqualTo(IN_STOCK);
    }

    @Test
    void writesAgainWhatTheShopHasChangedItselfAlthoughWeToldItTheSame() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        sold(3);
        shelf.sell("A", 3);
        booked();
        specter("A", 7);
        specter("A", 10);

        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("10");
    }

    @Test
    void subtractsWhatWasSoldAndIsNotBooked() {
        shelf.put("A", 10);
        specter("A", 10);
        sold(3);

        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("7");
    }

    @Test
    void writesTheNewerValueWhenOneHasComeWhileItWaited() {
        shelf.put("A", 10);
        shelf.put("B", 10);
        push();
        specter("A", 1);
        specter("B", 2);
        time.advance(Duration.ofSeconds(1));
        // B is decided already when A is written, but not yet written: this is what writes it.
        shelf.before("A", () -> specter("A", 5));

        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("1");
        push();
        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("5");
        assertThat(shelf.writes).containsOnlyOnce("A=1", "A=5", "B=2");
    }

    @Test
    void aValueThatIsRightAgainWhenItsTurnComesIsNotWritten() {
        IntStream.range(0, 100).forEach(i -> shelf.put("S" + i, 10));
        IntStream.range(0, 100).forEach(i -> specter("S" + i, 10));
        push();
        IntStream.range(0, 100).forEach(i -> {
            time.advance(Duration.ofSeconds(1));
            specter("S" + i, 4);
        });
        // The newest is written first, the oldest last.
        shelf.before("S99", () -> specter("S0", 10));

        push();

        assertThat(shelf.writes).contains("S99=4").doesNotContain("S0=4");
    }

    @Test
    void aRefusedRowIsLeftUntilItsValueChangesAndStopsNoOther() {
        shelf.put("A", 3);
        shelf.put("B", 3);
        specter("A", 1);
        specter("B", 1);
        shelf.fails("A", failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST));

        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 1, false));
        assertThat(notices()).containsExactly(Cause.STOCK_REFUSED);
        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));

        specter("A", 2);
        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 0, false));
        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("2");
        assertThat(notices()).isEmpty();
    }

    /** Some write "as many as you like" so. */
    @Test
    void aQuantityThatNoShopTakesIsRefusedAndStopsNoOther() {
        shelf.put("A", 3);
        shelf.put("B", 3);
        books.transactions.executeWithoutResult(tx -> books.stock.changed(
                TENANT, List.of(new StockChange("A", "1", new BigDecimal("9999999999"))), time.instant()));
        specter("B", 1);

        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 1, false));
        assertThat(shelf.writes).containsExactly("B=1");
        assertThat(notices()).containsExactly(Cause.STOCK_REFUSED);
        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));

        specter("A", 2);
        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 0, false));
        assertThat(notices()).isEmpty();
    }

    @Test
    void aRefusedRowIsTriedAgainAfterAComparison() {
        shelf.put("A", 3);
        specter("A", 0);
        shelf.fails("A", failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST));
        push();
        assertThat(push().written()).isZero();

        compare();

        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 0, false));
        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("0");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aRefusalIsOverWhenSpecterReturnsToWhatTheShopShows() {
        shelf.put("A", 3);
        specter("A", 1);
        shelf.fails("A", failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST));
        push();

        specter("A", 3);
        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));
        assertThat(notices()).isEmpty();

        specter("A", 1);
        assertThat(push().written()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"NOT_LET_IN, CREDENTIALS_REFUSED", "NOT_LET_IN, WRONG_ADDRESS", "REFUSED, FORBIDDEN"})
    void whatTheShopRefusesUsAltogetherIsNoSingleRowsFault(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        shelf.put("A", 3);
        specter("A", 1);
        shelf.fails("A", failure(kind, why));

        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);

        assertThat(notices()).isEmpty();
        assertThat(push().written()).isOne();
    }

    @Test
    void aLimitIsWaitedFor() {
        shelf.put("A", 3);
        specter("A", 1);
        shelf.fails(
                "A",
                new RemoteFailure(
                        RemoteSystem.STARWEB,
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.LIMIT,
                        "later",
                        Duration.ofMillis(1),
                        null));

        assertThat(push().written()).isOne();
    }

    @Test
    void aWriteThatIsLostKeepsNoOtherAndIsLeftToTheNextPush() {
        IntStream.range(0, 50).forEach(i -> shelf.put("S" + i, 10));
        IntStream.range(0, 50).forEach(i -> {
            time.advance(Duration.ofSeconds(1));
            specter("S" + i, 4);
        });
        shelf.fails("S25", failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST));

        assertThat(push().more()).isTrue();
        assertThat(shelf.writes).hasSize(49);
        assertThat(push().more()).isFalse();

        assertThat(shelf.writes).hasSize(50).doesNotHaveDuplicates();
    }

    /** The shop has taken it, and nobody heard of that; Specter is back at what the shop was told before. */
    @Test
    void whatTheShopShowsAfterALostAnswerIsNotTakenForWhatItShowedBefore() {
        shelf.put("A", 10);
        specter("A", 3);
        push();
        specter("A", 5);
        shelf.before("A", () -> {
            shelf.sell("A", -2);
            throw failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        });
        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);

        specter("A", 3);
        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("3");
    }

    @Test
    void aCrashInTheMiddleRepeatsAtMostWhatWasUnderWay() {
        IntStream.range(0, 50).forEach(i -> shelf.put("S" + i, 10));
        IntStream.range(0, 50).forEach(i -> specter("S" + i, 4));
        shelf.before("S30", () -> {
            throw new IllegalStateException("killed");
        });

        assertThatThrownBy(this::push).hasMessage("killed");
        push();

        assertThat(shelf.writes).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void writesToTheLocationThatWebOrdersAreSoldFrom() {
        shelf.located = true;
        shelf.put("A", 3);
        specter("A", 1);

        push();

        assertThat(books.shopStock.sent(SHOP, "A", ShelfInMemory.LOCATION)).isPresent();
    }

    @Test
    void namesThatTheShopDoesNotHaveStopThePushAndAreAllNamed() {
        shelf.located = true;
        setup = new StockSetup(
                setup.sites(),
                Map.of("1", "Lund"),
                "Finns",
                "Slut",
                setup.shown(),
                List.of(),
                Map.of(),
                false,
                StockSetup.Gone.ZERO);

        assertThatThrownBy(this::push)
                .isInstanceOf(ShopPush.UnknownName.class)
                .hasMessage(
                        "The shop does not have the stock location \"Lund\", the stock status \"Slut\", the stock status \"Finns\".");
    }
}
