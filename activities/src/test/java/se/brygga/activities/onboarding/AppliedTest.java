package se.brygga.activities.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.setup.kept.ApplyingBook.OtherVersion;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.clients.MovableTime;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** What taking a set-up into force leaves in the books. */
class AppliedTest {

    private static final String FILE = "tenant: nordkajak";
    private static final Onboarding.Confirmed CONFIRMED = new Onboarding.Confirmed(false, Instant.EPOCH, "test");

    private final ShopToBoard shop = new ShopToBoard();
    private final Books books = new Books(new MovableTime("2026-11-02T10:00:00Z"));
    private final Onboarding onboarding = shop.onboarding(books);

    @Test
    void aShopWithANewSetUpOrThatIsServedAgainIsLookedAtByAPush() {
        ShopRef ref = new ShopRef("nordkajak", "kajak-se");
        onboarding.apply(setUp("completed", "inStock", "Norge"), FILE, CONFIRMED);
        assertThat(books.dirtyForStock(ref)).containsExactly(ref);
        assertThat(books.dirtyForPrices(ref)).containsExactly(ref);
        books.pushed(Feed.STOCK, ref);
        books.pushed(Feed.PRICES, ref);

        onboarding.apply(setUp("completed", "inStock", "Norge"), FILE, CONFIRMED);
        assertThat(books.dirtyForStock(ref)).as("is in force already").isEmpty();

        Place place = new Place("nordkajak", "kajak-se");
        LeavingBook.Deed deed = new LeavingBook.Deed("anna", "moves");
        books.setups.leaving().suspend(place, deed);
        onboarding.resume(place, deed);
        assertThat(books.dirtyForStock(ref)).containsExactly(ref);
        assertThat(books.dirtyForPrices(ref)).containsExactly(ref);
    }

    @RepeatedTest(5)
    void ofTwoSetUpsThatReplaceTheSameVersionOneIsTakenAndTheOtherIsToldWhoAndWhen() throws Exception {
        onboarding.apply(setUp("completed", "inStock", "Norge"), FILE, CONFIRMED);
        int seen = 2;
        CyclicBarrier together = new CyclicBarrier(2);
        Map<String, Future<List<Step>>> applied = new LinkedHashMap<>();
        try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
            Map.of("anna", "completed", "bo", "picking")
                    .forEach((who, status) -> applied.put(who, operators.submit(() -> {
                        together.await();
                        return onboarding.apply(
                                setUp(status, "inStock", "Norge"),
                                FILE + " # " + who,
                                new Onboarding.Confirmed(false, null, seen, who));
                    })));
        }

        List<String> taken = new ArrayList<>();
        List<OtherVersion> refused = new ArrayList<>();
        applied.forEach((who, outcome) -> {
            if (outcome.state() == Future.State.SUCCESS) {
                taken.add(who);
            } else {
                refused.add((OtherVersion) outcome.exceptionNow());
            }
        });
        assertThat(taken).hasSize(1);
        assertThat(refused)
                .singleElement()
                .satisfies(told -> assertThat(told.refusal().parameters())
                        .containsEntry("version", "3")
                        .containsEntry("who", taken.getFirst())
                        .containsEntry("at", "2026-11-02T10:00:00Z"));
    }

    private static TenantSetup setUp(String delivered, String refill, String list) {
        return OnboardingTest.setUp(delivered, refill, list);
    }
}
