package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.stock.ShelfInMemory.failure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.stock.HiddenBook.State;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.attention.Cause;

/** Where the set-up says {@code hide}: what is gone in Specter is not seen in the shop, until it is back. */
class GoneVariantsTest extends StockScene {

    @BeforeEach
    void sold() {
        setUpSays(StockSetup.Gone.HIDE);
        shelf.put("A", 13);
        shelf.put("B", 5);
        specter("A", 13);
        specter("B", 5);
        thereIs("A");
        push();
    }

    @ParameterizedTest
    @CsvSource({"true, GW", "false, EL"})
    void hidesWhatIsGoneOnceAndShowsItWhenItIsBack(boolean deleted, String type) {
        told(article("A", "x", BigDecimal.TEN, type, deleted));
        push();
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2", "A HIDDEN");

        thereIs("A");
        specter("A", 4);
        push();
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2", "A HIDDEN", "A=4 status 1", "A VISIBLE");
        assertThat(shelf.hidden).isEmpty();
        assertThat(hidden.of(SHOP)).isEmpty();
    }

    @Test
    void leavesWhatTheShopHasHiddenItselfHiddenForEver() {
        shelf.hidden.add(ref("A"));
        isGone("A");
        push();
        push();
        thereIs("A");
        push();

        assertThat(shelf.writes).noneMatch(write -> write.contains("HIDDEN") || write.contains("VISIBLE"));
        assertThat(shelf.hidden).containsExactly(ref("A"));
        assertThat(shelf.looked).isOne();
        assertThat(hidden.of(SHOP)).isEmpty();
    }

    @Test
    void leavesWhatSomebodyInTheShopShowsAgainAlthoughItIsGone() {
        isGone("A");
        push();
        shelf.hidden.clear();
        push();
        compare();
        push();

        assertThat(shelf.hidden).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ZERO", "KEEP"})
    void showsWhatItHasHiddenWhenTheSetUpWantsItNoMore(StockSetup.Gone now) {
        isGone("A");
        push();
        setUpSays(now);
        push();

        assertThat(shelf.hidden).isEmpty();
        assertThat(hidden.of(SHOP)).isEmpty();
    }

    @Test
    void hidesWithoutAnotherLookWhenTheAnswerToTheFirstWriteWasLost() {
        isGone("A");
        shelf.before("A", () -> {}).fails("A", failure(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME));
        assertThatThrownBy(this::push).hasMessageContaining("no-answer-in-time");
        assertThat(hidden.of(SHOP).values())
                .extracting(HiddenBook.Hidden::state)
                .containsExactly(State.HIDING);
        // The shop had done it, and is looked at no more: it would seem to have been hidden before.
        shelf.hidden.add(ref("A"));

        push();
        thereIs("A");
        push();

        assertThat(shelf.looked).isOne();
        assertThat(shelf.writes).containsSubsequence("A HIDDEN", "A VISIBLE");
        assertThat(shelf.hidden).isEmpty();
    }

    @Test
    void tellsOfARefusalAndAsksAgainAfterAComparison() {
        isGone("A");
        shelf.before("A", () -> {}).fails("A", failure(Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST));
        push();
        push();

        assertThat(named(Cause.STOCK_REFUSED)).contains("bad-request");
        assertThat(shelf.hidden).isEmpty();

        compare();
        push();

        assertThat(shelf.hidden).containsExactly(ref("A"));
        assertThat(notices()).doesNotContain(Cause.STOCK_REFUSED);

        thereIs("A");
        specter("A", 4);
        shelf.before("A", () -> {}).fails("A", failure(Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST));
        push();
        push();
        assertThat(shelf.hidden).containsExactly(ref("A"));
        assertThat(notices()).contains(Cause.STOCK_REFUSED);

        compare();
        push();

        assertThat(shelf.hidden).isEmpty();
        assertThat(notices()).doesNotContain(Cause.STOCK_REFUSED);
    }

    @Test
    void hidesNoVariantThatHasAnotherSkuByNow() {
        isGone("A");
        shelf.tellsChanges = false;
        shelf.rename("A", "C");
        push();

        assertThat(shelf.hidden).isEmpty();
        assertThat(shelf.writes).doesNotContain("C HIDDEN");
    }

    @Test
    void showsAHiddenVariantThatBelongsToAnotherArticleByNow() {
        specter("C", 7);
        isGone("A");
        push();
        VariantRef ref = ref("A");
        shelf.rename("A", "C");
        time.advance(Duration.ofHours(1));
        push();
        push();

        assertThat(shelf.hidden).doesNotContain(ref);
        assertThat(shelf.goods("C").quantity()).isEqualByComparingTo("7");
    }

    @Test
    void forgetsAVariantThatTheShopHasDeleted() {
        isGone("A");
        push();
        shelf.delete("A");
        thereIs("A");
        push();

        assertThat(hidden.of(SHOP)).isEmpty();
    }

    @Test
    void keepsHiddenWhatOnlyAnOrderHasMadeAgain() {
        isGone("A");
        push();
        madeByOrder("A");
        push();

        assertThat(shelf.hidden).containsExactly(ref("A"));
    }

    @Test
    void showsNothingOfAKitWhosePartIsGoneButHidesThePartOnly() {
        books.jdbc
                .sql("insert into kit_row (tenant, kit_no, article_no, quantity) values (:tenant, 'B', 'A', 1)")
                .param("tenant", TENANT)
                .update();
        isGone("A");
        push();

        assertThat(shelf.goods("B").quantity()).isEqualByComparingTo("0");
        assertThat(shelf.hidden).containsExactly(ref("A"));
    }

    private void isGone(String sku) {
        told(article(sku, "x", BigDecimal.TEN, "GW", true));
    }

    private void thereIs(String sku) {
        told(article(sku, "x", BigDecimal.TEN, "GW", false));
    }

    private VariantRef ref(String sku) {
        return shelf.ref(sku);
    }

    private void setUpSays(StockSetup.Gone gone) {
        setup = new StockSetup(
                setup.sites(),
                setup.locations(),
                setup.refillStatus(),
                setup.soldOutStatus(),
                setup.shown(),
                List.of(),
                setup.skus(),
                false,
                gone);
    }
}
