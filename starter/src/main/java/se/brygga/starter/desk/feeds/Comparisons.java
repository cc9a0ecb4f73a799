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
 * Compares a whole shop with what it should show. One method asks for a comparison, and another shows its progress.
 * Only the books say that a comparison was made.
 */
@Component
public class Comparisons {

    /**
     * A comparison of a whole shop with what it should show.
     *
     * @param <D> a difference, in stock or in prices
     * @param feed stock or prices
     * @param found null unless the comparison was made
     * @param job what was asked for; null for the last comparison, whoever asked for it
     * @param why the loop has not taken the comparison up; null otherwise
     * @param notWritten why nothing is written to the shop, and nothing compared, at present; null otherwise
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

        /** Where the comparison stands. */
        public enum State implements Word {
            COMPARED,
            NEVER_COMPARED,
            /** The comparison cannot be made now, and is made later. */
            NOT_COMPARED,
            /** The comparison was asked for, and is not begun. */
            WAITS_ITS_TURN,
            RUNNING,
            /** Somebody has stopped the comparison. */
            STOPPED
        }

        /**
         * A comparison that was asked for.
         *
         * @param askedAt when it was asked for; this distinguishes it from others
         * @param read number of the shop's variants read so far; 0 unless the comparison runs
         */
        public record Asked(Instant askedAt, int read) {}

        /**
         * What a comparison found.
         *
         * @param at when the findings were stored in the books
         * @param looked number of the shop's prices or quantities that were compared
         * @param different number of values that differ from what they should be, values that the shop has lost among
         *     them
         * @param unread number of prices, quantities or products that the shop did not tell
         * @param absent number of Specter's SKUs that the shop does not have
         */
        public record Found(Instant at, int looked, int different, int unread, int absent) {}

        /** This comparison with at most this many differences; {@code found} says how many there are. */
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

    /** A sleeping loop whose next try comes within this time is waited for. */
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(30);

    /** A running loop takes a message within a second. A late one finds in the books what it must compare. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(3);

    /** The books that know of comparisons. */
    @Component
    record Books(ComparisonBook comparisons, SleepBook sleeps, SetupStore setups, AuditBook audit) {}

    /**
     * What is compared.
     *
     * @param feed stock or prices
     * @param differences reads the differences that the last comparison found
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
     * @throws RequestRefused the shop gets no stock, or no prices
     */
    public <D> Comparison<D> last(ShopRef shop, Kind<D> kind) {
        requireWanted(shop, kind.feed());
        return books.comparisons()
                .last(kind.feed(), shop)
                .map(made -> made(shop, kind, null, made))
                .orElseGet(() -> view(shop, kind, null, Comparison.State.NEVER_COMPARED, null));
    }

    /**
     * Asks for a comparison. Not idempotent: a repeat asks for one more.
     *
     * @return what is known at once; {@link Comparison#job} distinguishes the comparison from others
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets no stock, or no prices
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
     * The state of a comparison that was asked for.
     *
     * @param asked {@code askedAt} of the answer of {@link #ask}
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets no stock, or no prices
     */
    public <D> Comparison<D> asked(ShopRef shop, Kind<D> kind, Instant asked) {
        Feed feed = kind.feed();
        requireWanted(shop, feed);
        // Read before the findings: a request that is not open then was made, or was stopped.
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
     * Stops the comparisons of this shop that were asked for and are not made, whoever asked. The next night compares
     * again. Idempotent.
     *
     * @throws NotFound there is no such shop
     * @throws RequestRefused the shop gets no stock, or no prices, or nobody is named
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

    /** Why the loop has not begun the comparison at once; empty when it has, or may soon. */
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
                null);
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
