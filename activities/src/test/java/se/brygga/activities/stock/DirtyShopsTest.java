package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.ScriptedPush;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.PlayedShop;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.push.PushActivities;

/** That a shop has something to look at is forgotten only when a push has looked. */
@Timeout(120)
class DirtyShopsTest extends StockScene {

    private final ShopPush stock = books.stockFlow.push((_, _) -> PlayedShop.of(shelf), skus, books.notices);
    private final PushActivities activities =
            books.pushes.activities(books.setups, shop -> {}, stock, new ScriptedPush());

    @Test
    void aPushThatIsRefusedAltogetherLeavesItsNewsForTheNextPoll() {
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        shelf.put("A", 3);
        specter("A", 1);
        assertThat(news()).containsExactly(SHOP);
        shelf.fails("A", ShelfInMemory.failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.FORBIDDEN));

        assertThat(activities.pushStock(SHOP).written()).isZero();

        assertThat(notices()).containsExactly(Cause.STARWEB_REFUSED);
        assertThat(news()).containsExactly(SHOP);

        assertThat(activities.pushStock(SHOP).written()).isOne();
        assertThat(news()).isEmpty();
        assertThat(notices()).isEmpty();
    }

    @Test
    void aPushThatSuspendingCutShortGoesOnWhenTheShopIsResumed() {
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        ShopSetup setup = books.setups.find(SHOP).orElseThrow().shop(SHOP.shop());
        Place place = new Place(SHOP.tenant(), SHOP.shop());
        LeavingBook.Deed deed = new LeavingBook.Deed("anna", "moves");
        shelf.put("A", 3);
        specter("A", 1);

        assertThat(news()).containsExactly(SHOP);
        books.dirty.begin(Feed.STOCK, SHOP);
        assertThat(stock.push(SHOP, setup, () -> false)).isEqualTo(new ShopRounds.Count(0, 0, true));
        books.setups.leaving().suspend(place, deed);
        assertThat(activities.pushStock(SHOP).more()).isFalse();
        assertThat(shelf.writes).isEmpty();

        books.setups.leaving().resume(place, deed);
        assertThat(news()).containsExactly(SHOP);
        assertThat(activities.pushStock(SHOP).written()).isOne();
    }

    /** Its loop may have continued as new before the next try, or its engine may have lost its memory. */
    @Test
    void aPushWhoseShopDoesNotAnswerIsAskedForByTheNextRun() {
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        shelf.put("A", 3);
        specter("A", 1);
        assertThat(news()).containsExactly(SHOP);
        shelf.fails("A", ShelfInMemory.failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST));

        assertThatThrownBy(() -> activities.pushStock(SHOP)).isInstanceOf(ApplicationFailure.class);

        assertThat(news()).as("by this run, which tries again").isEmpty();
        assertThat(ofANewRun()).containsExactly(SHOP);
        assertThat(activities.pushStock(SHOP).written()).isOne();
        assertThat(ofANewRun()).isEmpty();
    }

    @Test
    void whatAComparisonFoundIsPushedByTheNextRunIfNotByThisOne() {
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
        shelf.put("A", 3);
        specter("A", 3);
        activities.pushStock(SHOP);
        shelf.put("A", 8);
        books.comparisons.due(Feed.STOCK, List.of(SHOP));
        shelf.fails("A", ShelfInMemory.failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST));

        assertThatThrownBy(() -> activities.compareStock(SHOP)).isInstanceOf(ApplicationFailure.class);
        assertThat(books.comparisons.due(SHOP.tenant(), Feed.STOCK, List.of(SHOP), true))
                .as("made")
                .isEmpty();
        assertThat(ofANewRun()).containsExactly(SHOP);

        assertThat(activities.pushStock(SHOP).written()).isOne();
        assertThat(ofANewRun()).isEmpty();
    }

    private List<ShopRef> ofANewRun() {
        return books.dirty.dirty(Feed.STOCK, SHOP.tenant(), List.of(SHOP), true);
    }

    private List<ShopRef> news() {
        return books.dirtyForStock(SHOP);
    }
}
