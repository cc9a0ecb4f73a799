package se.brygga.activities.products;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.products.shop.SpecterToShop;
import se.brygga.activities.products.specter.ShopToSpecter;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.BooksTrouble;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities;

/** The looks at the sync's pace. Every attempt is one look. Each failure carries the time to the next attempt. */
final class ProductActivitiesImpl implements ProductActivities {

    private static final Synced NOTHING = new Synced(0, 0, 0);

    private final SetupStore setups;
    private final ShopToSpecter toSpecter;
    private final SpecterToShop toShop;
    private final SyncBook syncs;
    private final ProductNotices notices;

    ProductActivitiesImpl(
            SetupStore setups, ShopToSpecter toSpecter, SpecterToShop toShop, SyncBook syncs, ProductNotices notices) {
        this.setups = setups;
        this.toSpecter = toSpecter;
        this.toShop = toShop;
        this.syncs = syncs;
        this.notices = notices;
    }

    @Override
    public Synced sync(ShopRef shop, Look why) {
        boolean paced = why == Look.PACED;
        Optional<SyncBook.Pause> pause = syncs.pause(shop);
        if (pause.isPresent()) {
            if (paced) {
                throw Failures.later("paused by " + pause.get().by(), FailureTypes.NOTHING_NEW, ProductPace.LONGEST);
            }
            return NOTHING;
        }
        if (paced && Activity.getExecutionContext().getInfo().getAttempt() <= 1) {
            throw nextLook(shop, "next look at the sync's pace", NOTHING);
        }
        Synced synced;
        try {
            synced = look(shop);
            syncs.looked(shop, synced.waiting());
            notices.looked(shop, synced.waiting());
        } catch (RemoteFailure failure) {
            notices.failed(shop, failure);
            throw failed(shop, failure);
        } catch (RuntimeException defect) {
            if (BooksTrouble.passes(defect)) {
                throw defect;
            }
            notices.failed(shop, defect);
            syncs.failed(shop);
            throw ApplicationFailure.newFailure(defect.getClass().getSimpleName(), FailureTypes.OUR_FAULT);
        }
        if (paced) {
            throw nextLook(
                    shop,
                    synced.read() + " read, " + synced.written() + " written, " + synced.waiting() + " wait",
                    synced);
        }
        return synced;
    }

    /** A shop that is not served, or has no products in its set-up, has nothing to be kept equal. */
    private Synced look(ShopRef shop) {
        BooleanSupplier goesOn = () -> syncs.pause(shop).isEmpty();
        return served(shop)
                .map(setup -> switch (setup.flow().products()) {
                    case TO_SPECTER -> toSpecter.look(setup, shop, goesOn);
                    case TO_SHOP -> toShop.look(setup, shop, goesOn);
                })
                .orElse(NOTHING);
    }

    private boolean hasMore(ShopRef shop) {
        return served(shop)
                .map(setup -> switch (setup.flow().products()) {
                    case TO_SPECTER -> toSpecter.hasMore(shop);
                    case TO_SHOP -> toShop.hasMore(shop);
                })
                .orElse(false);
    }

    private Optional<TenantSetup> served(ShopRef shop) {
        return setups.served(shop).filter(tenant -> tenant.shopsWithProducts().contains(shop));
    }

    private ApplicationFailure nextLook(ShopRef shop, String what, Synced synced) {
        boolean more = synced.written() > 0 || hasMore(shop);
        if (more) {
            syncs.found(shop);
        }
        Duration pause =
                goesOn(shop, synced) ? ProductPace.AT_ONCE : ProductPace.pauseAfter(more ? 0 : syncs.idle(shop), shop);
        return Failures.later(what, FailureTypes.NOTHING_NEW, pause);
    }

    /** Whether the look got on and has left something: it had no more time, or some calls were lost. */
    private boolean goesOn(ShopRef shop, Synced synced) {
        return served(shop)
                .map(setup -> switch (setup.flow().products()) {
                    case TO_SPECTER -> synced.written() > 0 && toSpecter.hasPending(shop);
                    case TO_SHOP -> synced.read() > 0 && toShop.hasMore(shop);
                })
                .orElse(false);
    }

    private ApplicationFailure failed(ShopRef shop, RemoteFailure failure) {
        int idle = syncs.failed(shop);
        if (failure.kind() == RemoteFailure.Kind.OUR_FAULT) {
            return Failures.forRetry(failure);
        }
        Duration pace = ProductPace.pauseAfter(idle, shop);
        Duration asked = failure.retryAfter();
        boolean later = asked != null && asked.compareTo(pace) > 0 && failure.kind() == RemoteFailure.Kind.BUSY;
        return Failures.later(
                failure.getMessage(), Failures.typeOf(failure), later ? Objects.requireNonNull(asked) : pace);
    }
}
