package se.brygga.activities.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.MovableTime;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** A shop stays dirty until a push has looked at everything that made it dirty. */
@Timeout(120)
class DirtyBookTest {

    private static final ShopRef SHOP = SampleSetup.SHOP;
    private static final ShopRef OTHER = new ShopRef(SHOP.tenant(), "other");

    private final Books books = new Books(new MovableTime("2026-11-24T10:00:00Z"));
    private final DirtyBook dirty = books.dirty;

    @Test
    void aPushThatHasBegunIsAskedForOnlyByALoopThatBeginsAfresh() {
        mark();
        assertThat(dirty(false)).containsExactly(SHOP);
        assertThat(dirty(false)).as("until a push begins").containsExactly(SHOP);

        dirty.begin(Feed.STOCK, SHOP);

        assertThat(dirty(false)).isEmpty();
        assertThat(dirty(true)).containsExactly(SHOP);
    }

    @Test
    void aPushThatHasLookedAtEverythingTakesTheMark() {
        mark();
        dirty.done(Feed.STOCK, SHOP, dirty.begin(Feed.STOCK, SHOP));

        assertThat(dirty(true)).isEmpty();
    }

    @Test
    void whatChangesDuringAPushIsLeftForTheNextOne() {
        mark();
        int begun = dirty.begin(Feed.STOCK, SHOP);
        mark();
        assertThat(dirty(false)).containsExactly(SHOP);

        dirty.done(Feed.STOCK, SHOP, begun);

        assertThat(dirty(false)).containsExactly(SHOP);
    }

    @Test
    void aPushThatIsMadeAgainBecauseItsAnswerWasLateTakesNoLaterMark() {
        mark();
        int late = dirty.begin(Feed.STOCK, SHOP);
        mark();
        dirty.begin(Feed.STOCK, SHOP);

        dirty.done(Feed.STOCK, SHOP, late);

        assertThat(dirty(true)).as("the second one may still be cut short").containsExactly(SHOP);
    }

    @Test
    void aPushThatWasGivenUpIsAskedForAgain() {
        mark();
        dirty.begin(Feed.STOCK, SHOP);
        dirty.makeDue(Feed.STOCK, SHOP);

        assertThat(dirty(false)).containsExactly(SHOP);
    }

    @Test
    void aMarkForTheTenantIsOneForEachOfItsShops() {
        dirty.markAll(Feed.STOCK, SHOP.tenant());

        assertThat(dirty.dirty(Feed.STOCK, SHOP.tenant(), List.of(SHOP, OTHER), false))
                .containsExactly(SHOP, OTHER);
        assertThat(dirty.dirty(Feed.PRICES, SHOP.tenant(), List.of(SHOP, OTHER), true))
                .isEmpty();
    }

    /** A shop that is dirty already is marked by a transaction that a push cannot see yet. */
    @Test
    void aPushBeginsWhenWhatMakesTheShopDirtyIsInTheBooks() throws Exception {
        mark();
        CountDownLatch marked = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> change = CompletableFuture.runAsync(
                    () -> books.transactions.executeWithoutResult(tx -> {
                        mark();
                        marked.countDown();
                        await(mayCommit);
                    }),
                    threads);
            await(marked);
            CompletableFuture<Integer> begun = CompletableFuture.supplyAsync(
                    () -> {
                        mayCommit.countDown();
                        return dirty.begin(Feed.STOCK, SHOP);
                    },
                    threads);

            assertThat(begun.get()).as("waits for the change, and sees it").isEqualTo(2);
            change.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void mark() {
        dirty.mark(Feed.STOCK, List.of(SHOP));
    }

    private List<ShopRef> dirty(boolean afresh) {
        return dirty.dirty(Feed.STOCK, SHOP.tenant(), List.of(SHOP), afresh);
    }
}
