package se.brygga.activities.push;

import java.util.Optional;
import java.util.function.BiFunction;
import se.brygga.activities.catalogue.ShopPush;
import se.brygga.activities.catalogue.Writers;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.ComparisonBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.transfer.Failures;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.PushActivities;

/** Stock and prices on their way to a shop. A refusal of all of it becomes a notice, and the next poll tries again. */
public final class PushActivitiesImpl implements PushActivities {

    private static final Pushed NOTHING = new Pushed(0, 0, false);

    /** What was sold in the shop and is not known yet: read before stock is written, so that it is subtracted. */
    @FunctionalInterface
    public interface Orders {
        void lookFor(ShopRef shop);
    }

    private final SetupStore setups;
    private final NoticeBook notices;
    private final ComparisonBook comparisons;
    private final Orders orders;
    private final ShopPush stock;
    private final ShopPush prices;

    public PushActivitiesImpl(
            SetupStore setups,
            NoticeBook notices,
            ComparisonBook comparisons,
            Orders orders,
            ShopPush stock,
            ShopPush prices) {
        this.setups = setups;
        this.notices = notices;
        this.comparisons = comparisons;
        this.orders = orders;
        this.stock = stock;
        this.prices = prices;
    }

    @Override
    public Pushed pushStock(ShopRef shop) {
        return carefully(shop, Feed.STOCK, stock, (ref, setup) -> {
            orders.lookFor(ref);
            return pushed(stock.push(ref, setup));
        });
    }

    @Override
    public Pushed compareStock(ShopRef shop) {
        return carefully(shop, Feed.STOCK, stock, (ref, setup) -> {
            orders.lookFor(ref);
            return compared(ref, setup, Feed.STOCK, stock);
        });
    }

    @Override
    public Pushed pushPrices(ShopRef shop) {
        return carefully(shop, Feed.PRICES, prices, (ref, setup) -> pushed(prices.push(ref, setup)));
    }

    @Override
    public Pushed comparePrices(ShopRef shop) {
        return carefully(shop, Feed.PRICES, prices, (ref, setup) -> compared(ref, setup, Feed.PRICES, prices));
    }

    /** A comparison mends what it has found; one whose findings are in the books already only does that. */
    private Pushed compared(ShopRef shop, ShopSetup setup, Feed feed, ShopPush push) {
        comparisons
                .begin(feed, shop)
                .ifPresent(dueAt -> push.compare(shop, setup, found -> comparisons.done(feed, shop, dueAt, found)));
        return pushed(push.push(shop, setup));
    }

    private static Pushed pushed(Writers.Count count) {
        return new Pushed(count.written(), count.held(), count.more());
    }

    private Pushed carefully(ShopRef shop, Feed feed, ShopPush push, BiFunction<ShopRef, ShopSetup, Pushed> work) {
        String what = feed.key();
        Optional<ShopSetup> setup = setups.served(shop).map(tenant -> tenant.shop(shop.shop()));
        if (setup.isEmpty()) {
            return NOTHING;
        }
        try {
            Pushed pushed = work.apply(shop, setup.get());
            notices.close(shop.tenant(), shop.shop(), Cause.NAME_NOT_IN_SHOP, what);
            notices.close(shop.tenant(), shop.shop(), Cause.STARWEB_REFUSED, what);
            return pushed;
        } catch (ShopPush.UnknownName unknown) {
            again(shop, feed, push);
            notices.open(
                    shop.tenant(), shop.shop(), Cause.NAME_NOT_IN_SHOP, what, String.valueOf(unknown.getMessage()));
            return NOTHING;
        } catch (RemoteFailure failure) {
            if (failure.kind() != RemoteFailure.Kind.REFUSED) {
                throw Failures.forRetry(failure);
            }
            again(shop, feed, push);
            notices.open(shop.tenant(), shop.shop(), Cause.STARWEB_REFUSED, what, failure.getMessage());
            return NOTHING;
        }
    }

    private void again(ShopRef shop, Feed feed, ShopPush push) {
        comparisons.again(feed, shop);
        push.again(shop);
    }
}
