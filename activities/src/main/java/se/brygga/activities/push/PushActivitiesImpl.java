package se.brygga.activities.push;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.push.PushActivities;

/**
 * Pushes stock and prices to a shop. A refusal of the whole push becomes a notice, and the next poll tries again. The
 * books show that a push did not succeed, until one does.
 */
final class PushActivitiesImpl implements PushActivities {

    private static final Pushed NOTHING = new Pushed(0, 0, false, null);

    /** The books in which the pushes write about themselves. */
    record Books(NoticeBook notices, ComparisonBook comparisons, DirtyBook dirty, SleepBook sleeps) {}

    private final SetupStore setups;
    private final Books books;
    private final ShopPushes.Orders orders;
    private final ShopPush stock;
    private final ShopPush prices;

    PushActivitiesImpl(SetupStore setups, Books books, ShopPushes.Orders orders, ShopPush stock, ShopPush prices) {
        this.setups = setups;
        this.books = books;
        this.orders = orders;
        this.stock = stock;
        this.prices = prices;
    }

    @Override
    public Pushed pushStock(ShopRef shop) {
        return carefully(shop, Feed.STOCK, (ref, setup) -> {
            orders.lookFor(ref);
            return pushed(ref, setup, Feed.STOCK, stock);
        });
    }

    @Override
    public Pushed compareStock(ShopRef shop) {
        return carefully(shop, Feed.STOCK, (ref, setup) -> {
            orders.lookFor(ref);
            return compared(ref, setup, Feed.STOCK, stock);
        });
    }

    @Override
    public Pushed pushPrices(ShopRef shop) {
        return carefully(shop, Feed.PRICES, (ref, setup) -> pushed(ref, setup, Feed.PRICES, prices));
    }

    @Override
    public Pushed comparePrices(ShopRef shop) {
        return carefully(shop, Feed.PRICES, (ref, setup) -> compared(ref, setup, Feed.PRICES, prices));
    }

    /** Makes a comparison and mends what it found. If its findings are in the books already, only mends them. */
    private Pushed compared(ShopRef shop, ShopSetup setup, Feed feed, ShopPush push) {
        try {
            books.comparisons()
                    .begin(feed, shop)
                    .ifPresent(dueAt ->
                            push.compare(shop, setup, books.comparisons().run(feed, shop, dueAt)));
        } catch (ComparisonBook.Stopped nobodyWantsIt) {
            // Stock and prices continue as after any other poll.
        }
        return pushed(shop, setup, feed, push);
    }

    /** The shop stays dirty until a push has looked at everything. */
    private Pushed pushed(ShopRef shop, ShopSetup setup, Feed feed, ShopPush push) {
        int marks = books.dirty().begin(feed, shop);
        ShopRounds.Count count = push.push(shop, setup, () -> isServed(shop));
        if (!count.more()) {
            books.dirty().done(feed, shop, marks);
        }
        return new Pushed(count.written(), count.notWritten(), count.more(), null);
    }

    private boolean isServed(ShopRef shop) {
        return setups.served(shop).isPresent();
    }

    private Pushed carefully(ShopRef shop, Feed feed, BiFunction<ShopRef, ShopSetup, Pushed> work) {
        Optional<ShopSetup> setup = setups.served(shop).map(tenant -> tenant.shop(shop.shop()));
        if (setup.isEmpty()) {
            books.sleeps().woke(feed, shop);
            // A push that was cut short continues when the shop is resumed.
            books.dirty().makeDue(feed, shop);
            return NOTHING;
        }
        try {
            Pushed pushed = work.apply(shop, setup.get());
            books.notices().close(shop.tenant(), shop.shop(), Cause.NAME_NOT_IN_SHOP, feed.key());
            books.notices().close(shop.tenant(), shop.shop(), Cause.STARWEB_REFUSED, feed.key());
            books.sleeps().woke(feed, shop);
            return pushed;
        } catch (ShopPush.UnknownName unknown) {
            return refused(shop, feed, Cause.NAME_NOT_IN_SHOP, unknown.told());
        } catch (RemoteFailure failure) {
            if (failure.kind() == RemoteFailure.Kind.REFUSED) {
                return refused(shop, feed, Cause.STARWEB_REFUSED, failure.told());
            }
            throw Failures.forRetry(failure, pause(shop, feed, failure));
        } catch (ApplicationFailure told) {
            if (told.getType().equals(FailureTypes.REFUSED)) {
                return refused(shop, feed, Cause.STARWEB_REFUSED, Phrase.ORDERS_NOT_READ.with(told.getType()));
            }
            throw noted(shop, feed, told);
        } catch (DataAccessException | TransactionException | WorkflowException | StatusRuntimeException passing) {
            throw passing;
        } catch (RuntimeException defect) {
            Detail what = Phrase.DEFECT.with(defect.getClass().getSimpleName());
            books.sleeps().sleeps(feed, shop, SleepBook.Why.DEFECT, Cause.INTERNAL_ERROR.code(), what, AFTER_DEFECT);
            throw defect;
        }
    }

    private Pushed refused(ShopRef shop, Feed feed, Cause cause, Detail detail) {
        books.comparisons().makeDue(feed, shop);
        books.dirty().makeDue(feed, shop);
        books.notices().open(shop.tenant(), shop.shop(), cause, feed.key(), detail);
        books.sleeps().sleeps(feed, shop, SleepBook.Why.REFUSED, cause.code(), detail, null);
        return new Pushed(0, 0, false, cause.code());
    }

    /** The look for orders has told the engine itself. */
    private ApplicationFailure noted(ShopRef shop, Feed feed, ApplicationFailure told) {
        boolean defect = told.getType().equals(FailureTypes.OUR_FAULT);
        SleepBook.Why why = defect ? SleepBook.Why.DEFECT : SleepBook.Why.AWAY;
        Duration asked = told.getNextRetryDelay();
        Duration pause = asked == null ? CallProfiles.pauseAfter(books.sleeps().tries(feed, shop)) : asked;
        Duration sleep = defect ? AFTER_DEFECT : pause;
        books.sleeps().sleeps(feed, shop, why, told.getType(), Phrase.ORDERS_NOT_READ.with(told.getType()), sleep);
        return told;
    }

    /** The pause that both the books and the engine are told. */
    private Duration pause(ShopRef shop, Feed feed, RemoteFailure failure) {
        boolean defect = failure.kind() == RemoteFailure.Kind.OUR_FAULT;
        Duration asked = failure.retryAfter();
        Duration pause = defect
                ? AFTER_DEFECT
                : asked == null ? CallProfiles.pauseAfter(books.sleeps().tries(feed, shop)) : asked;
        SleepBook.Why why = defect ? SleepBook.Why.DEFECT : SleepBook.Why.AWAY;
        books.sleeps().sleeps(feed, shop, why, failure.code(), failure.told(), pause);
        return pause;
    }
}
