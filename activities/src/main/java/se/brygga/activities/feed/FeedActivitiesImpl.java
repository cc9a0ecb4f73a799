package se.brygga.activities.feed;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.feed.Steering;

/** The polls. Every attempt is one poll. Each failure, and "nothing new", carries the time to the next attempt. */
final class FeedActivitiesImpl implements FeedActivities {

    private static final List<Cause> REFUSALS = List.of(Cause.WAREHOUSES_NOT_NAMED, Cause.FEED_REFUSED);

    /** Which shops must be written to, and which looked through. */
    record ForShops(DirtyBook dirty, ComparisonBook comparisons) {}

    private final SetupStore setups;
    private final FeedBook book;
    private final NoticeBook notices;
    private final ForShops shops;
    private final InstantSource time;
    private final Map<Feed, Follower> followers = new EnumMap<>(Feed.class);

    FeedActivitiesImpl(
            SetupStore setups,
            FeedBook book,
            NoticeBook notices,
            ForShops shops,
            InstantSource time,
            List<Follower> followers) {
        this.setups = setups;
        this.book = book;
        this.notices = notices;
        this.shops = shops;
        this.time = time;
        followers.forEach(follower -> this.followers.put(follower.feed(), follower));
    }

    @Override
    public PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh) {
        Begin begin = new Begin(atOnce || afresh, isFirstTry() && afresh, afresh);
        Follower follower = Objects.requireNonNull(followers.get(feed), "every feed has a follower");
        FeedBook.State state = book.state(tenant, feed);
        if (state.pausedBy() != null) {
            return new PollResult(0, List.of(), List.of(), true);
        }
        Optional<TenantSetup> setup = setups.served(tenant);
        if (setup.isEmpty() || !setup.get().follows(feed)) {
            throw nothingNew(
                    "no shop of the tenant wants this",
                    follower.pace(FeedSetup.DEFAULT).longest());
        }
        FeedSetup feeds = setup.get().feeds();
        FeedPace pace = new FeedPace(tenant, follower.pace(feeds), feeds.zone(), state.every());
        if (isFirstTry() && !begin.atOnce()) {
            throw nothingNew("next poll as the set-up says", pace.pauseAfter(state.idle(), time.instant()));
        }
        return poll(follower, setup.get(), pace, state, begin);
    }

    private static boolean isFirstTry() {
        return Activity.getExecutionContext().getInfo().getAttempt() <= 1;
    }

    /**
     * How a poll begins.
     *
     * @param atOnce polls now, not when the set-up says
     * @param handOnAll hands on everything once more of which nobody may know. Once is enough, because this does not
     *     depend on Specter
     * @param afresh the engine may have lost its memory: also pushes and comparisons that have begun are named
     */
    private record Begin(boolean atOnce, boolean handOnAll, boolean afresh) {}

    /** Specter's trouble is not the shops': what one has sold the other must not sell too. So they are told also without it. */
    private PollResult poll(Follower follower, TenantSetup setup, FeedPace pace, FeedBook.State state, Begin begin) {
        Instant began = time.instant();
        int handedOn = 0;
        Optional<RemoteFailure> failure = Optional.empty();
        try {
            follower.handOn(setup, begin.handOnAll());
            handedOn = follower.drain(setup);
            follower.handOn(setup, false);
        } catch (RemoteFailure notNow) {
            failure = Optional.of(notNow);
        }
        List<ShopRef> toPush = toPush(follower, setup, begin);
        boolean news = handedOn > 0 || !toPush.isEmpty();
        ApplicationFailure otherwise = failure.map(notNow -> failed(follower, setup.tenant(), pace, notNow))
                .orElseGet(() -> drained(follower, setup.tenant(), pace, began, news));
        List<ShopRef> toCompare = toCompare(follower, setup, pace, state, begin);
        if (!news && toCompare.isEmpty() && !begin.afresh()) {
            throw otherwise;
        }
        return new PollResult(handedOn, toPush, toCompare, false);
    }

    private ApplicationFailure drained(Follower follower, String tenant, FeedPace pace, Instant began, boolean news) {
        REFUSALS.forEach(
                cause -> notices.close(tenant, "", cause, follower.feed().key()));
        int idle = book.drained(tenant, follower.feed(), began, news);
        return nothingNew("nothing new", pace.pauseAfter(idle, time.instant()));
    }

    private List<ShopRef> toPush(Follower follower, TenantSetup setup, Begin begin) {
        Feed feed = follower.feed();
        return follower.pushes()
                ? shops.dirty().dirty(feed, setup.tenant(), setup.shopsThatWant(feed), begin.afresh())
                : List.of();
    }

    /**
     * The shops to compare. The day is stored last, so that a crash before that only makes the same comparisons due
     * once more.
     */
    private List<ShopRef> toCompare(
            Follower follower, TenantSetup setup, FeedPace pace, FeedBook.State state, Begin begin) {
        if (!follower.pushes()) {
            return List.of();
        }
        Feed feed = follower.feed();
        List<ShopRef> wanting = setup.shopsThatWant(feed);
        Instant now = time.instant();
        boolean due = pace.comparisonDue(state.comparedOn(), now);
        if (due) {
            shops.comparisons().due(feed, wanting);
        }
        if (due || state.comparedOn() == null) {
            book.compared(state.tenant(), feed, pace.today(now));
        }
        return shops.comparisons().due(state.tenant(), feed, wanting, begin.afresh());
    }

    /**
     * A refusal is told to a person and tried again. Its cure is in Specter or in the set-up, and nothing tells us of
     * the cure.
     */
    private ApplicationFailure failed(Follower follower, String tenant, FeedPace pace, RemoteFailure failure) {
        // A poll that was busy has asked nobody.
        boolean asked = failure.kind() != RemoteFailure.Kind.BUSY;
        int failures = asked ? book.failed(tenant, follower.feed()) : 0;
        if (failure.kind() == RemoteFailure.Kind.REFUSED) {
            notices.open(tenant, "", follower.causeOf(failure), follower.feed().key(), failure.told());
        }
        String type = Failures.typeOf(failure);
        if (failure.kind() == RemoteFailure.Kind.OUR_FAULT) {
            // Not expected. No retry mends it, and it must be seen.
            return ApplicationFailure.newFailure(failure.getMessage(), type);
        }
        return Failures.later(failure.getMessage(), type, pauseAfter(failure, pace, failures));
    }

    private Duration pauseAfter(RemoteFailure failure, FeedPace pace, int failures) {
        Duration later = failure.retryAfter();
        if (later == null || !(failure.ofSystem() || failure.kind() == RemoteFailure.Kind.BUSY)) {
            return pace.pauseAfter(failures, time.instant());
        }
        // Orders that wait are many and take turns. A loop is one, and follows its own pace.
        Duration shortest = pace.pauseAfter(0, time.instant());
        return failure.ofSystem() && shortest.compareTo(later) < 0 ? shortest : later;
    }

    private static ApplicationFailure nothingNew(String why, Duration pause) {
        return Failures.later(why, FailureTypes.NOTHING_NEW, pause);
    }

    @Override
    public void steer(Feed feed, String tenant, Steering steering) {
        switch (steering.checkedKind()) {
            case PAUSE -> book.pause(tenant, feed, steering.by());
            case RESUME -> book.resume(tenant, feed);
            case INTERVAL -> book.every(tenant, feed, steering.interval());
        }
    }
}
