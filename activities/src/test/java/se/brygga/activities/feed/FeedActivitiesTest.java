package se.brygga.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.ScriptedFeeds.row;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.ScriptedFeeds;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.feed.Steering;

/** One attempt of a poll each, as Temporal would make it. */
@Timeout(120)
class FeedActivitiesTest {

    private static final String TENANT = SHOP.tenant();

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedFeeds specter = new ScriptedFeeds();
    private final List<Boolean> handedOn = new ArrayList<>();

    @AutoClose
    private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();

    private final FeedActivities polls = engine.newActivityStub(
            FeedActivities.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(1).build())
                    .build());

    FeedActivitiesTest() {
        engine.registerActivitiesImplementations(
                books.feedLoops.activities(books.setups, books.comparisons, books.dirty, List.of(new Noting())));
        books.setups.applying().apply(SampleSetup.withStock(SampleSetup.stock()), "tenant: nordkajak", "test");
    }

    /** The stock journal, which notes what it is told to hand on. */
    private final class Noting implements Follower {

        private final Follower real = books.stockFlow.follower(
                new SpecterClients(
                        (tenant, setup) -> {
                            throw new UnsupportedOperationException();
                        },
                        (tenant, setup) -> specter),
                books.feedLoops.puller());

        @Override
        public Feed feed() {
            return real.feed();
        }

        @Override
        public FeedSetup.Pace pace(FeedSetup feeds) {
            return real.pace(feeds);
        }

        @Override
        public void handOn(TenantSetup setup, boolean afresh) {
            handedOn.add(afresh);
        }

        @Override
        public Cause causeOf(RemoteFailure refusal) {
            return real.causeOf(refusal);
        }

        @Override
        public int drain(TenantSetup setup) {
            return real.drain(setup);
        }
    }

    @Test
    void theFirstAttemptWaitsAsTheSetUpSays() {
        ApplicationFailure failure = failure(this::pollWhenDue);

        assertNothingNew(failure);
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getNextRetryDelay()).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(72));
        assertThat(specter.asked).isEmpty();
    }

    @Test
    void nothingNewSaysWhenTheNextPollIsAndThePausesGrow() {
        Duration first = delay(this::poll);
        Duration second = delay(this::poll);
        Duration third = delay(this::poll);

        assertThat(second).isEqualTo(first.multipliedBy(2));
        assertThat(third).isEqualTo(first.multipliedBy(4));
        assertThat(books.feeds.state(TENANT, Feed.STOCK).idle()).isEqualTo(3);
    }

    @Test
    void newsNamesTheShopsAndShortensThePauses() {
        delay(this::poll);
        specter.batch(row("MUGG", 3));

        PollResult news = poll();

        assertThat(news.toPush()).containsExactly(SHOP);
        assertThat(news.paused()).isFalse();
        assertThat(books.feeds.state(TENANT, Feed.STOCK).idle()).isZero();
    }

    @Test
    void newsIsNotLostWhenTheAcknowledgementIs() {
        specter.batch(row("MUGG", 3)).failsToAck(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
        PollResult despite = poll();
        assertThat(despite.toPush()).as("stored already").containsExactly(SHOP);

        // Its answer may have been lost: nobody has pushed.
        assertThat(poll().toPush()).containsExactly(SHOP);

        books.pushed(Feed.STOCK, SHOP);
        assertNothingNew(failure(this::poll));
    }

    @Test
    void aQuantityThatIsToldAgainIsNoNews() {
        specter.batch(row("MUGG", 3));
        poll();
        books.pushed(Feed.STOCK, SHOP);
        specter.batch(row("MUGG", 3));

        assertNothingNew(failure(this::poll));
    }

    @Test
    void whatWasSoldIsPushedAlsoWhileSpecterDoesNotAnswer() {
        books.transactions.executeWithoutResult(
                tx -> books.sold.sold(new OrderRef(SHOP, 1), Map.of("MUGG", BigDecimal.ONE)));
        specter.failsToPull(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION)
                .failsToPull(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);

        assertThat(poll().toPush()).containsExactly(SHOP);
        books.pushed(Feed.STOCK, SHOP);

        assertThat(failure(this::poll).getType()).isEqualTo(FailureTypes.NOT_SENT);
    }

    @Test
    void aLoopThatBeginsAfreshHandsOnAgain() {
        assertThat(pollAfresh().toPush()).isEmpty();

        assertThat(handedOn).containsExactly(true, false);

        handedOn.clear();
        failure(this::poll);
        assertThat(handedOn).containsExactly(false, false);
    }

    @Test
    void whatIsInTheBooksIsHandedOnAlsoWhenSpecterDoesNotAnswer() {
        specter.failsToPull(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);

        pollAfresh();

        assertThat(handedOn).containsExactly(true);
    }

    /** Of a run before this one that was cut short, or of an engine that has lost its memory. */
    @Test
    void aLoopThatBeginsAfreshAsksForThePushesThatHaveBegunAlsoWhenSpecterDoesNotAnswer() {
        books.dirty.mark(Feed.STOCK, List.of(SHOP));
        assertThat(poll().toPush()).containsExactly(SHOP);
        books.dirty.begin(Feed.STOCK, SHOP);
        assertNothingNew(failure(this::poll));
        books.comparisons.due(Feed.STOCK, List.of(SHOP));
        books.comparisons.begin(Feed.STOCK, SHOP);
        specter.failsToPull(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.SPECTER)
                .failsToPull(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.SPECTER);

        PollResult afresh = pollAfresh();

        assertThat(afresh.toPush()).containsExactly(SHOP);
        assertThat(afresh.toCompare()).as("begun before").containsExactly(SHOP);
        assertThat(failure(this::poll).getType()).as("later polls").isEqualTo(FailureTypes.REFUSED);
    }

    @Test
    void anOutageIsBenignQuietAndCounted() {
        for (int i = 0; i < 3; i++) {
            specter.failsToPull(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        }

        Duration first = delay(this::poll);
        Duration second = delay(this::poll);

        assertThat(second).isEqualTo(first.multipliedBy(2));
        assertThat(failure(this::poll).getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
        assertThat(books.feeds.state(TENANT, Feed.STOCK).failures()).isEqualTo(3);
        assertThat(books.notices.open(TENANT)).isEmpty();

        failure(this::poll);
        assertThat(books.feeds.state(TENANT, Feed.STOCK).failures()).isZero();
    }

    @Test
    void aRemotesWishSetsTheTimeOfTheNextTry() {
        specter.failsToPull(new RemoteFailure(
                RemoteSystem.SPECTER,
                RemoteFailure.Kind.BUSY,
                RemoteFailure.Why.LIMIT,
                "later",
                Duration.ofSeconds(17),
                null));

        assertThat(delay(this::poll)).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void refusedCredentialsAreToldOfTheSystemAndTriedAgain() {
        specter.failsToPull(RemoteFailure.Kind.NOT_LET_IN, RemoteFailure.Why.CREDENTIALS_REFUSED);

        ApplicationFailure failure = failure(this::poll);

        assertThat(failure.getType()).isEqualTo(FailureTypes.OUTAGE);
        assertThat(failure.isNonRetryable()).as("it is cured elsewhere").isFalse();
        assertThat(causes()).isEmpty();
        assertThat(books.feeds.state(TENANT, Feed.STOCK).failures()).isOne();
    }

    @Test
    void aPollThatWaitsForItsTurnIsNoFailure() {
        for (RemoteFailure.Why why : List.of(RemoteFailure.Why.NO_PLACE, RemoteFailure.Why.OUTAGE)) {
            specter.failsToPull(RemoteFailure.Kind.BUSY, why);
            failure(this::poll);
        }

        assertThat(books.feeds.state(TENANT, Feed.STOCK).failures()).isZero();
    }

    @Test
    void aPollBehindAnOutageComesAgainAtTheLoopsOwnPace() {
        specter.failsToPull(new RemoteFailure(
                        RemoteSystem.SPECTER,
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.OUTAGE,
                        "specter is out of order")
                .inOutage(Duration.ofMinutes(14)));

        assertThat(delay(this::poll)).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void anotherRefusalOpensANoticeOfItsOwn() {
        specter.failsToPull(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.SPECTER);
        failure(this::poll);
        assertThat(causes()).containsExactly(Cause.FEED_REFUSED);

        failure(this::poll);
        assertThat(causes()).isEmpty();
    }

    @Test
    void stockOfWarehousesThatAreMarkedInAnotherWayOpensANoticeThatSaysSo() {
        specter.batch(row("MUGG", 3));
        poll();
        books.pushed(Feed.STOCK, SHOP);
        specter.batch(new StockChange("MUGG", "#1", BigDecimal.TEN));

        assertThat(failure(this::poll).getType()).isEqualTo(FailureTypes.REFUSED);
        assertThat(causes()).containsExactly(Cause.WAREHOUSES_NOT_NAMED);

        specter.batch(row("MUGG", 4));
        poll();
        assertThat(causes()).isEmpty();
    }

    @Test
    void aPausedLoopAsksNothingUntilItIsResumed() {
        polls.steer(Feed.STOCK, TENANT, new Steering("1", Steering.Kind.PAUSE, "anna", null));
        assertThat(pollAfresh().paused()).isTrue();
        assertThat(specter.asked).isEmpty();

        polls.steer(Feed.STOCK, TENANT, new Steering("2", Steering.Kind.RESUME, "anna", null));
        failure(this::poll);
        assertThat(specter.asked).isNotEmpty();
    }

    @Test
    void anOperatorsIntervalHolds() {
        polls.steer(Feed.STOCK, TENANT, new Steering("1", Steering.Kind.INTERVAL, "anna", Duration.ofMinutes(50)));

        assertThat(delay(this::poll)).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
        assertThat(delay(this::poll)).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @Test
    void shopsAreComparedOncePerNight() {
        failure(this::poll);
        time.advance(Duration.ofHours(18));

        assertThat(poll().toCompare()).containsExactly(SHOP);
        compared();
        assertNothingNew(failure(this::poll));

        time.advance(Duration.ofDays(1));
        assertThat(poll().toCompare()).containsExactly(SHOP);
    }

    @Test
    void aComparisonIsNamedUntilItIsTakenUp() {
        failure(this::poll);
        time.advance(Duration.ofHours(18));
        poll();

        assertThat(poll().toCompare()).as("the answer may have been lost").containsExactly(SHOP);

        books.comparisons.begin(Feed.STOCK, SHOP);
        assertNothingNew(failure(this::poll));
        assertThat(pollAfresh().toCompare()).as("the engine may have been lost").containsExactly(SHOP);

        compared();
        assertThat(pollAfresh().toCompare()).isEmpty();
    }

    private void compared() {
        books.comparisons
                .begin(Feed.STOCK, SHOP)
                .ifPresent(dueAt -> books.comparisons.done(Feed.STOCK, SHOP, dueAt, Found.NOTHING));
        books.pushed(Feed.STOCK, SHOP);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, NotSent",
        "OUTCOME_UNKNOWN, OutcomeUnknown",
        "BUSY, Busy",
        "REFUSED, Refused",
        "OUR_FAULT, OurFault"
    })
    void whatWentWrongIsToldAsTheRetryOptionsKnowItAndTheyDecide(RemoteFailure.Kind kind, String type) {
        specter.failsToPull(kind, RemoteFailure.Why.HTTP);

        ApplicationFailure asked = failure(this::poll);
        assertThat(asked.getType()).isEqualTo(type);
        assertThat(asked.isNonRetryable()).isFalse();
        assertThat(asked.getCategory() == ApplicationErrorCategory.BENIGN)
                .as("a defect shall be seen, an outage has its notice")
                .isEqualTo(kind != RemoteFailure.Kind.OUR_FAULT);
    }

    @Test
    void aTenantWithoutASetUpIsNotPolled() {
        assertNothingNew(failure(() -> polls.poll(Feed.STOCK, "nobody", true, true)));
        assertThat(specter.asked).isEmpty();
    }

    @Test
    void eachAttemptSaysWhenTheLoopLooksAgain() {
        Duration pause = Objects.requireNonNull(failure(this::poll).getNextRetryDelay());
        assertThat(look().expectedAt()).isEqualTo(time.instant().plus(pause));
        assertThat(look().isLate(time.instant().plus(pause))).isFalse();

        time.advance(pause.plus(LoopBook.GRACE).plusSeconds(1));
        assertThat(look().isLate(time.instant())).isTrue();
        assertThat(books.loops.late()).extracting(LoopBook.Look::workflowId).containsExactly("stock/nordkajak");

        books.feeds.pause(TENANT, Feed.STOCK, "anna");
        poll();
        assertThat(look().expectedAt()).as("when somebody resumes it").isNull();
        assertThat(books.loops.late()).isEmpty();
    }

    private LoopBook.Look look() {
        return Objects.requireNonNull(books.loops.all().get(Feed.STOCK.workflowId(TENANT)));
    }

    private PollResult poll() {
        return polls.poll(Feed.STOCK, TENANT, true, false);
    }

    private PollResult pollAfresh() {
        return polls.poll(Feed.STOCK, TENANT, false, true);
    }

    private PollResult pollWhenDue() {
        return polls.poll(Feed.STOCK, TENANT, false, false);
    }

    private List<Cause> causes() {
        return books.notices.open(TENANT).stream().map(NoticeBook.Notice::cause).toList();
    }

    private static Duration delay(ThrowingCallable call) {
        Duration delay = failure(call).getNextRetryDelay();
        assertThat(delay).isNotNull();
        return delay;
    }

    private static void assertNothingNew(ApplicationFailure failure) {
        assertThat(failure.getType()).isEqualTo(FailureTypes.NOTHING_NEW);
        assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
        assertThat(failure.getNextRetryDelay()).isNotNull();
    }

    private static ApplicationFailure failure(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isInstanceOf(ActivityFailure.class);
        assertThat(failure.getCause()).isInstanceOf(ApplicationFailure.class);
        return (ApplicationFailure) failure.getCause();
    }
}
