package se.brygga.starter.desk.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.push.SleepBook.Sleep;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Patience;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Compares a whole shop with what it should show. Asking is one thing, and looking what came of it another. Only the books say that
 * a comparison was made.
 */
@Component
public class Comparisons {

    /**
     * A comparison of a whole shop with what it should show.
     *
     * @param <D> a difference, in stock or in prices
     * @param feed stock or prices
     * @param found null unless it is made
     * @param job what was asked for; null for the last comparison, whoever asked for it
     * @param why it is not made; null otherwise
     * @param notWritten that the shop is sent nothing at present; null otherwise
     */
    public record Comparison<D>(
            ShopRef shop,
            Feed feed,
            State state,
            @Nullable Asked job,
            @Nullable Found found,
            List<D> differences,
            @Nullable Refusal why,
            Trouble.@Nullable NotWritten notWritten) {

        /** Whether it is made. */
        public enum State implements Word {
            COMPARED,
            NEVER_COMPARED,
            /** It cannot be made now, and is made later. */
            NOT_COMPARED,
            /** It was asked for, and is not begun. */
            WAITS_ITS_TURN,
            RUNNING,
            /** Somebody has stopped it. */
            STOPPED
        }

        /**
         * A comparison that was asked for.
         *
         * @param askedAt when it was asked for, which tells it from others
         * @param read variants of the shop that are read by now; 0 unless it runs
         */
        public record Asked(Instant askedAt, int read) {}

        /**
         * What was compared.
         *
         * @param at when what it found was put into the books
         * @param looked prices, or quantities, of the shop that were compared
         * @param different those of them, or of what the shop has lost, that were otherwise than they should be
         * @param unread prices, quantities or products that the shop did not tell
         * @param absent SKUs of Specter that the shop does not have
         */
        public record Found(Instant at, int looked, int different, int unread, int absent) {}

        /** The same with so many differences at most; {@code found} says how many there are. */
        public Comparison<D> first(int limit) {
            return new Comparison<>(
                    shop,
                    feed,
                    state,
                    job,
                    found,
                    differences.stream().limit(limit).toList(),
                    why,
                    notWritten);
        }
    }

    /** A try that follows within this is waited for. */
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(30);

    /** A loop that runs takes a message within a second. One that is late finds in the books what it must compare. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(3);

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
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets none of it
     */
    public <D> Comparison<D> last(ShopRef shop, Kind<D> kind) {
        requireWanted(shop, kind.feed());
        return books.comparisons()
                .last(kind.feed(), shop)
                .map(made -> made(shop, kind, null, made))
                .orElseGet(() -> view(shop, kind, null, Comparison.State.NEVER_COMPARED, null));
    }

    /**
     * Asks for a comparison. A repeat asks for one more.
     *
     * @return what is known of it at once; {@link Comparison#job} tells it from others
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets none of it
     */
    public <D> Outcome<Comparison<D>> ask(ShopRef shop, Kind<D> kind, Operator operator) {
        Feed feed = kind.feed();
        requireWanted(shop, feed);
        Optional<Refusal> objection =
                feeds.objection(shop.tenant(), feed, operator).or(engine::refusal);
        if (objection.isPresent()) {
            return new Outcome.Refused<>(shop.toString(), objection.get());
        }
        AuditBook.Deed deed = deed("compare-", shop, feed, operator);
        Instant asked = books.comparisons().due(feed, List.of(shop));
        books.audit().add(deed);
        Comparison<D> known = told(shop, feed, deed)
                .map(why -> view(shop, kind, new Comparison.Asked(asked, 0), Comparison.State.NOT_COMPARED, why))
                .orElseGet(() -> asked(shop, kind, asked));
        return new Outcome.Followed<>(shop.toString(), known);
    }

    /**
     * What has come of a comparison that was asked for.
     *
     * @param asked as {@link #ask} has said
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets none of it
     */
    public <D> Comparison<D> asked(ShopRef shop, Kind<D> kind, Instant asked) {
        Feed feed = kind.feed();
        requireWanted(shop, feed);
        // Before what was made: whatever is not open then is made, or was stopped.
        Optional<ComparisonBook.Open> open =
                books.comparisons().open(feed, shop).filter(one -> !one.dueAt().isBefore(asked));
        Optional<Comparison<D>> made = books.comparisons()
                .last(feed, shop)
                .filter(last -> !last.dueAt().isBefore(asked))
                .map(one -> made(shop, kind, new Comparison.Asked(asked, 0), one));
        return made.orElseGet(() -> open.map(one -> open(shop, kind, asked, one))
                .orElseGet(() -> view(shop, kind, new Comparison.Asked(asked, 0), Comparison.State.STOPPED, null)));
    }

    /**
     * Stops what is asked for of this shop and is not made, whoever asked for it. The next night compares again. A repeat changes
     * nothing.
     *
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets none of it, or nobody is named
     */
    public Outcome<Feed> stop(ShopRef shop, Feed feed, Operator operator) {
        operator.requireName();
        requireWanted(shop, feed);
        if (!books.comparisons().stop(feed, shop)) {
            return new Outcome.Refused<>(shop.toString(), Reason.NO_COMPARISON.of(feed.key()));
        }
        books.audit().add(deed("stop-compare-", shop, feed, operator));
        return new Outcome.Followed<>(shop.toString(), feed);
    }

    private static AuditBook.Deed deed(String what, ShopRef shop, Feed feed, Operator operator) {
        return AuditBook.Deed.of(operator.by(), what + feed.key(), shop.tenant(), "shop " + shop, operator.reason());
    }

    /** Why the loop has not taken it up at once; empty when it has, or may yet. */
    private Optional<Refusal> told(ShopRef shop, Feed feed, AuditBook.Deed deed) {
        try {
            Patience.within(TAKEN_WITHIN, () -> messages.hand(feed, deed, "compare", shop));
            return Optional.empty();
        } catch (TimeoutException noAnswer) {
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(LoopMessages.why(failure));
        }
    }

    private <D> Comparison<D> open(ShopRef shop, Kind<D> kind, Instant asked, ComparisonBook.Open open) {
        Optional<Sleep> sleep = books.sleeps().of(kind.feed(), shop);
        boolean failed = sleep.filter(one -> !one.triedAt().isBefore(asked))
                .filter(one -> isLong(one.until()))
                .isPresent();
        return view(
                shop,
                kind,
                new Comparison.Asked(asked, open.begun() ? open.read() : 0),
                failed
                        ? Comparison.State.NOT_COMPARED
                        : open.begun() ? Comparison.State.RUNNING : Comparison.State.WAITS_ITS_TURN,
                sleep.map(Sleep::detail).map(Reason.PUSH_SLEEPS::of).orElse(null));
    }

    private boolean isLong(@Nullable Instant until) {
        return until == null || until.isAfter(time.instant().plus(SHORT_SLEEP));
    }

    private <D> Comparison<D> made(
            ShopRef shop, Kind<D> kind, Comparison.@Nullable Asked job, ComparisonBook.Made made) {
        ComparisonBook.Found found = made.found();
        return new Comparison<>(
                shop,
                kind.feed(),
                Comparison.State.COMPARED,
                job,
                new Comparison.Found(made.at(), found.looked(), found.different(), found.unread(), found.absent()),
                kind.differences().apply(shop),
                null,
                trouble.notWritten(kind.feed(), shop).orElse(null));
    }

    private <D> Comparison<D> view(
            ShopRef shop, Kind<D> kind, Comparison.@Nullable Asked job, Comparison.State state, @Nullable Refusal why) {
        return new Comparison<>(
                shop,
                kind.feed(),
                state,
                job,
                null,
                List.of(),
                why,
                trouble.notWritten(kind.feed(), shop).orElse(null));
    }

    private void requireWanted(ShopRef shop, Feed feed) {
        boolean wants = NotFound.orElse(
                        () -> books.setups().named(shop.tenant()).shop(shop.shop()))
                .wants(feed);
        if (!wants) {
            throw Reason.SHOP_GETS_NONE.refused(shop, feed.key());
        }
    }
}
