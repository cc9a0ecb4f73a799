package se.brygga.activities.onboarding;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.brygga.activities.setup.kept.LeavingBook;
import se.brygga.activities.setup.kept.LeavingBook.StaleHooks;
import se.brygga.activities.setup.kept.ServiceState;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.setup.kept.SetupUnreadable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Takes a shop or a tenant out of service, for some time or for ever. The books change at once, and the shop as soon as
 * it answers.
 */
public final class Leaving {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final SetupStore setups;
    private final WebShops shops;

    public Leaving(SetupStore setups, WebShops shops) {
        this.setups = setups;
        this.shops = shops;
    }

    /**
     * Suspends a place.
     *
     * @return for each shop what became of its web hooks
     * @throws RequestRefused the place is unknown, or is not served already
     */
    public List<Step> suspend(Place place, LeavingBook.Deed deed) {
        serviceState(place).ifPresent(serviceState -> {
            throw new RequestRefused(serviceState.refusal());
        });
        setups.leaving().suspend(place, deed);
        return takeOutHooks(place);
    }

    /** As {@link #suspend}, but for ever. A suspended place can be removed too. */
    public List<Step> remove(Place place, LeavingBook.Deed deed) {
        serviceState(place)
                .filter(serviceState -> serviceState.state() == ServiceState.State.REMOVED)
                .ifPresent(serviceState -> {
                    throw new RequestRefused(serviceState.refusal());
                });
        setups.leaving().remove(place, deed);
        return takeOutHooks(place);
    }

    /** @throws RequestRefused the place is not suspended, or its tenant is as a whole */
    void requireSuspended(Place place) {
        ServiceState serviceState =
                serviceState(place).orElseThrow(() -> Reason.NOT_SUSPENDED.refused(place.part(), place.name()));
        if (serviceState.state() == ServiceState.State.REMOVED) {
            throw Reason.STAYS_REMOVED.refused(
                    serviceState.place().part(), serviceState.place().name(), serviceState.by(), serviceState.reason());
        }
        if (!serviceState.place().equals(place)) {
            throw Reason.SUSPENDED_WITH_TENANT.refused(
                    serviceState.place().part(), serviceState.place().name(), serviceState.by(), serviceState.reason());
        }
    }

    /** Why a place is not served; empty when it is. */
    private Optional<ServiceState> serviceState(Place place) {
        if (!setups.tenants().contains(place.tenant())) {
            throw new RequestRefused(setups.noTenant(place.tenant()));
        }
        Optional<ServiceState> serviceState = setups.serviceState(place);
        if (serviceState.isEmpty() && !place.shop().isEmpty()) {
            setups.named(place.tenant()).shop(place.shop());
        }
        return serviceState;
    }

    /** Removes our web hooks from the shops that did not answer before. A worker calls this at intervals. */
    public void takeOutStaleHooks() {
        setups.leaving().staleHooks().forEach(left -> LOG.info("{}", takeOutHooks(left)));
    }

    /** Removes our web hooks at earlier addresses of the tenant's shops that are served. */
    List<Step> takeOutHooksAtOldAddresses(String tenant) {
        return setups.leaving().staleHooks().stream()
                .filter(left -> left.shop().tenant().equals(tenant) && isServed(left.shop()))
                .map(this::takeOutHooks)
                .toList();
    }

    private List<Step> takeOutHooks(Place place) {
        return setups.leaving().staleHooks().stream()
                .filter(left -> left.shop().tenant().equals(place.tenant()))
                .filter(left -> place.shop().isEmpty()
                        || place.shop().equals(left.shop().shop()))
                .map(this::takeOutHooks)
                .toList();
    }

    private boolean isServed(ShopRef shop) {
        return setups.serviceState(shop).isEmpty();
    }

    private Step takeOutHooks(StaleHooks left) {
        ShopRef shop = left.shop();
        boolean served = isServed(shop);
        try {
            // A shop may answer at its old and its new address, so web hooks in force stay.
            Optional<String> inForce = served ? setups.hookSecret(shop) : Optional.empty();
            ShopSetup then = setups.leaving().setupOf(left);
            WebHookRegistration.takeOut(shops.shop(shop, then).hooks(), shop, inForce);
            setups.leaving().hooksGone(left);
            return Step.of(served ? Step.Kind.HOOKS_OUT_AT_OLD_ADDRESS : Step.Kind.HOOKS_OUT, shop);
        } catch (RemoteFailure failure) {
            return stillIn(shop, served, failure.told());
        } catch (SetupUnreadable unreadable) {
            return stillIn(shop, served, Phrase.SETUP_NOT_READABLE.with());
        }
    }

    private static Step stillIn(ShopRef shop, boolean served, Detail why) {
        return Step.of(served ? Step.Kind.HOOKS_STILL_AT_OLD_ADDRESS : Step.Kind.HOOKS_STILL_IN, shop, why);
    }
}
