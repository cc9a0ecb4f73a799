package se.brygga.starter.desk.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.feed.FeedBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/** The loops that follow Specter: what they found, and what an operator can say to them. */
@Component
public class FeedDesk {

    /**
     * The loop that follows one feed of a tenant's Specter.
     *
     * @param newsAt when the loop last found something
     * @param idle number of polls since then
     * @param failures number of failed polls in a row
     * @param expectedAt when the loop polls next; null while it is paused, or before its first poll
     * @param openBatches batches that are open in Specter
     * @param foreignBatches number of batches of other integrations in the last day
     */
    public record Loop(
            String tenant,
            Feed feed,
            State state,
            @Nullable Pause pause,
            @Nullable Instant polledAt,
            @Nullable Instant newsAt,
            int idle,
            int failures,
            @Nullable Instant expectedAt,
            Pace pace,
            List<OpenBatch> openBatches,
            int foreignBatches) {

        /** What the loop does. */
        public enum State implements Word {
            POLLS,
            NOT_POLLED_YET,
            /** The last poll failed. */
            FAILS,
            /** The loop did not poll at the time that it named. */
            LATE,
            /** No loop polls: see the standstill of the list. */
            STANDS_STILL,
            PAUSED,
            NOT_IN_SET_UP,
            SUSPENDED,
            REMOVED
        }

        /** Who paused the loop. */
        public record Pause(String by, @Nullable Instant at) {}

        /**
         * The time between two polls.
         *
         * @param shortest the pace in force
         * @param longest the pace while nothing happens; equal to {@code shortest} when an operator has set it
         * @param byOperator whether an operator has set the pace, and not the set-up
         * @param quiet hours without a poll; null for none
         */
        public record Pace(
                Duration shortest,
                Duration longest,
                boolean byOperator,
                @Nullable Quiet quiet) {}

        /** Hours of each day without a poll. */
        public record Quiet(LocalTime from, LocalTime until) {}

        /**
         * A batch that Specter holds open.
         *
         * @param stored whether its rows are in the books
         * @param foreign whether another integration has opened it
         */
        public record OpenBatch(String kind, String batchNo, boolean stored, boolean foreign, Instant openedAt) {}
    }

    /**
     * Loops by tenant and feed, and what is wrong besides.
     *
     * @param products the loops that keep products equal, by shop
     */
    public record LoopList(List<Loop> loops, List<ProductLoop> products, Trouble trouble) {

        /** The loops of several tenants together. */
        public static LoopList together(List<LoopList> parts) {
            return new LoopList(
                    parts.stream().flatMap(part -> part.loops().stream()).toList(),
                    parts.stream().flatMap(part -> part.products().stream()).toList(),
                    Trouble.together(parts.stream().map(LoopList::trouble).toList()));
        }
    }

    /** The books that the desk reads. */
    @Component
    record Books(SetupStore setups, FeedBook feeds) {}

    private final Books books;
    private final Loops loops;
    private final ProductLoops products;
    private final LoopMessages messages;
    private final TroubleDesk trouble;

    FeedDesk(Books books, Loops loops, ProductLoops products, LoopMessages messages, TroubleDesk trouble) {
        this.books = books;
        this.loops = loops;
        this.products = products;
        this.messages = messages;
        this.trouble = trouble;
    }

    /**
     * The loops, by tenant and feed.
     *
     * @param tenant null for all
     * @throws NotFound there is no such tenant
     */
    public LoopList list(@Nullable String tenant) {
        Trouble wrong = trouble.of(tenant, null);
        return new LoopList(loops.of(tenant, wrong.standstill()), products.of(tenant, wrong.standstill()), wrong);
    }

    /**
     * Makes loops poll now. A repeat polls once more.
     *
     * @param feed null for every loop of the tenant
     * @throws NotFound there is no such tenant
     */
    public List<Outcome<Feed>> poke(String tenant, @Nullable Feed feed, Operator operator) {
        return each(tenant, feed, operator, one -> {
            String pausedBy = books.feeds().state(tenant, one).pausedBy();
            return pausedBy == null
                    ? messages.poke(one, deed("poke", tenant, one, operator))
                    : new Outcome.Refused<>(tenant + " " + one.key(), Reason.FEED_PAUSED.of(pausedBy));
        });
    }

    /**
     * Pauses or resumes loops, or sets their interval. Idempotent.
     *
     * @param feed null for every loop of the tenant
     * @param interval see {@link Steering#interval()}
     * @throws NotFound there is no such tenant
     */
    public List<Outcome<Feed>> steer(
            String tenant, @Nullable Feed feed, Steering.Kind kind, @Nullable Duration interval, Operator operator) {
        return each(tenant, feed, operator, one -> {
            String what = kind.name().toLowerCase(Locale.ROOT) + (interval == null ? "" : " " + interval);
            AuditBook.Deed deed = deed(what, tenant, one, operator);
            Steering steering = new Steering(deed.id(), kind, operator.by(), interval);
            return steering.objection()
                    .<Outcome<Feed>>map(why -> new Outcome.Refused<>(tenant + " " + one.key(), why))
                    .orElseGet(() -> messages.update(one, deed, "steer", steering));
        });
    }

    private List<Outcome<Feed>> each(
            String tenant, @Nullable Feed feed, Operator operator, Function<Feed, Outcome<Feed>> message) {
        TenantSetup setup = NotFound.orElse(() -> books.setups().named(tenant));
        List<Feed> feeds = feed == null
                ? Arrays.stream(Feed.values()).filter(setup::follows).toList()
                : List.of(feed);
        return feeds.stream()
                .map(one -> objection(tenant, one, operator)
                        .<Outcome<Feed>>map(why -> new Outcome.Refused<>(tenant + " " + one.key(), why))
                        .orElseGet(() -> message.apply(one)))
                .toList();
    }

    /** Why a message cannot be sent to a loop; empty when it can. */
    Optional<Refusal> objection(String tenant, Feed feed, Operator operator) {
        Optional<Refusal> unnamed = operator.unnamed();
        if (unnamed.isPresent()) {
            return unnamed;
        }
        Optional<TenantSetup> setup = books.setups().served(tenant);
        if (setup.isEmpty()) {
            return Optional.of(books.setups().notServed(tenant));
        }
        return setup.get().follows(feed)
                ? Optional.empty()
                : Optional.of(Reason.FEED_NOT_WANTED.of(tenant, feed.key()));
    }

    static AuditBook.Deed deed(String what, String tenant, Feed feed, Operator operator) {
        return AuditBook.Deed.of(operator.by(), what, tenant, "feed " + feed.key(), operator.reason());
    }
}
