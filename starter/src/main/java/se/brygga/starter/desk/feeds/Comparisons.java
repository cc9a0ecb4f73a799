package se.brygga.starter.desk.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.push.SleepBook.Sleep;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Patience;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Compares a whole shop now, and says what the last comparison found. Only the books say that one was made. */
@Component
public class Comparisons {

    /** A try that follows within this is waited for. */
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(30);

    /** The books that know of comparisons. */
    @Component
    record Books(ComparisonBook comparisons, SleepBook sleeps, SetupStore setups, AuditBook audit) {}

    /**
     * What kind of comparison it is.
     *
     * @param feed stock or prices
     * @param differences reads what the last one found
     */
    public record Kind<D>(Feed feed, Function<ShopRef, List<D>> differences) {}

    private final Books books;
    private final FeedDesk feeds;
    private final LoopMessages messages;
    private final TroubleDesk trouble;
    private final Engine engine;
    private final InstantSource time;

    Comparisons(
            Books books,
            FeedDesk feeds,
            LoopMessages messages,
            TroubleDesk trouble,
            Engine engine,
            InstantSource time) {
        this.books = books;
        this.feeds = feeds;
        this.messages = messages;
        this.trouble = trouble;
        this.engine = engine;
        this.time = time;
    }

    /**
     * What the last comparison found.
     *
     * @throws IllegalArgumentException there is no such shop, or it gets none of it
     */
    public <D> Comparison<D> last(ShopRef shop, Kind<D> kind) {
        requireWanted(shop, kind.feed());
        return books.comparisons()
                .last(kind.feed(), shop)
                .map(made -> made(shop, kind, made))
                .orElseGet(() -> view(shop, kind, Comparison.State.NEVER_COMPARED, null));
    }

    /**
     * Asks for the comparison, and waits until it is made, or cannot be. A repeat asks for one more.
     *
     * @param patience how long to wait; the comparison is made also after that
     * @throws IllegalArgumentException there is no such shop, or it gets none of it
     */
    public <D> Outcome<Comparison<D>> compare(ShopRef shop, Kind<D> kind, Operator operator, Duration patience) {
        Feed feed = kind.feed();
        requireWanted(shop, feed);
        Optional<String> objection =
                feeds.objection(shop.tenant(), feed, operator).or(engine::refusal);
        if (objection.isPresent()) {
            return new Outcome.Refused<>(shop.toString(), objection.get());
        }
        AuditBook.Deed deed = AuditBook.Deed.of(
                operator.by(), "compare-" + feed.key(), shop.tenant(), "shop " + shop, operator.reason());
        Instant asked = books.comparisons().due(feed, List.of(shop));
        books.audit().add(deed);
        CompletableFuture<Void> told = CompletableFuture.runAsync(
                () -> messages.hand(feed, deed, "compare", shop), Thread::startVirtualThread);
        Optional<Comparison<D>> came =
                Patience.until(patience, Optional::isPresent, () -> came(shop, kind, asked, told));
        return new Outcome.Followed<>(shop.toString(), came.orElseGet(() -> running(shop, kind, patience, told)));
    }

    private <D> Optional<Comparison<D>> came(ShopRef shop, Kind<D> kind, Instant asked, CompletableFuture<Void> told) {
        Optional<ComparisonBook.Made> made = books.comparisons()
                .last(kind.feed(), shop)
                .filter(last -> !last.dueAt().isBefore(asked));
        if (made.isPresent()) {
            return made.map(one -> made(shop, kind, one));
        }
        Optional<Sleep> asleep = books.sleeps()
                .of(kind.feed(), shop)
                .filter(sleep -> !sleep.triedAt().isBefore(asked))
                .filter(sleep -> isLong(sleep.until()));
        if (asleep.isPresent()) {
            return Optional.of(view(shop, kind, Comparison.State.NOT_COMPARED, why(asleep.get())));
        }
        return told.isCompletedExceptionally()
                ? Optional.of(view(
                        shop,
                        kind,
                        Comparison.State.NOT_COMPARED,
                        LoopMessages.words(told.exceptionNow()) + "; it is made as soon as the loop runs"))
                : Optional.empty();
    }

    private <D> Comparison<D> running(ShopRef shop, Kind<D> kind, Duration patience, CompletableFuture<Void> told) {
        String state =
                told.isDone() ? "it is under way, or waits for the shop's push" : "no worker has taken it up yet";
        return view(
                shop,
                kind,
                Comparison.State.RUNNING,
                "not made within " + patience.toSeconds() + " s: "
                        + books.sleeps()
                                .of(kind.feed(), shop)
                                .map(Comparisons::why)
                                .orElse(state));
    }

    private boolean isLong(@Nullable Instant until) {
        return until == null || until.isAfter(time.instant().plus(SHORT_SLEEP));
    }

    private static String why(Sleep sleep) {
        return sleep.detail() + " (" + sleep.code() + "); tried again "
                + (sleep.until() == null ? "with the next poll" : "at " + sleep.until());
    }

    private <D> Comparison<D> made(ShopRef shop, Kind<D> kind, ComparisonBook.Made made) {
        ComparisonBook.Found found = made.found();
        return new Comparison<>(
                shop,
                kind.feed(),
                Comparison.State.COMPARED,
                new Comparison.Found(made.at(), found.looked(), found.different(), found.unread(), found.absent()),
                kind.differences().apply(shop),
                null,
                trouble.notWritten(kind.feed(), shop).orElse(null));
    }

    private <D> Comparison<D> view(ShopRef shop, Kind<D> kind, Comparison.State state, @Nullable String why) {
        return new Comparison<>(
                shop,
                kind.feed(),
                state,
                null,
                List.of(),
                why,
                trouble.notWritten(kind.feed(), shop).orElse(null));
    }

    private void requireWanted(ShopRef shop, Feed feed) {
        if (!books.setups().named(shop.tenant()).shop(shop.shop()).wants(feed)) {
            throw new IllegalArgumentException(
                    "shop " + shop + " gets no " + feed.key() + ": its set-up has no section \"" + feed.key() + "\"");
        }
    }
}
