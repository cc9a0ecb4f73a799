package se.brygga.activities.setup.kept;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.setup.kept.ServiceState.State;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;

/** The changes that suspending, resuming and removing make in the books. All of them are made at once, or none. */
public final class LeavingBook {

    /**
     * Who decides, and why.
     *
     * @param by login of the operator
     */
    public record Deed(String by, String reason) {}

    /**
     * A shop that must not have our web hooks any more and, as far as we know, still has them.
     *
     * @param version of the set-up with the shop's address; an earlier version for a shop that has moved
     */
    public record StaleHooks(ShopRef shop, int version) {}

    /** What a tenant has besides its orders. */
    record Kept(SetupVersions versions, UrlSecrets urlSecrets, OutsideSystemBook systems) {}

    private final TransactionTemplate transactions;
    private final ServiceStateBook serviceStates;
    private final Kept kept;
    private final AuditBook audit;

    LeavingBook(TransactionTemplate transactions, ServiceStateBook serviceStates, Kept kept, AuditBook audit) {
        this.transactions = transactions;
        this.serviceStates = serviceStates;
        this.kept = kept;
        this.audit = audit;
    }

    /**
     * Suspends a place: nothing new is taken from it, and nothing is written there. Its web hooks stay listed until
     * {@link #hooksGone}.
     */
    public void suspend(Place place, Deed deed) {
        transactions.executeWithoutResult(tx -> {
            leave(place, State.SUSPENDED, deed);
            note("suspend", place, deed);
        });
    }

    /**
     * As {@link #suspend}, but for ever. The systems outside that the place used are free. No shopper leads to its
     * orders any more. Its secrets are deleted as soon as its web hooks are out of the shops.
     */
    public void remove(Place place, Deed deed) {
        transactions.executeWithoutResult(tx -> {
            List<ShopRef> shops = leave(place, State.REMOVED, deed);
            kept.systems().free(place);
            shops.forEach(kept.urlSecrets()::delete);
            if (place.shop().isEmpty()) {
                kept.urlSecrets().delete(place.tenant());
            }
            forgetSecrets(place.tenant());
            serviceStates.forgetShoppers(place);
            note("remove", place, deed);
        });
        kept.urlSecrets().forget();
    }

    private List<ShopRef> leave(Place place, State state, Deed deed) {
        serviceStates.oneAtATime(place.tenant());
        List<ShopRef> shops = shopsIn(place);
        serviceStates.put(place, state, deed);
        shops.forEach(shop -> serviceStates.addStaleHooks(inForce(shop)));
        return shops;
    }

    private StaleHooks inForce(ShopRef shop) {
        return new StaleHooks(shop, kept.versions().newestNumberWith(shop));
    }

    /** The shops of a place that were not removed before. */
    private List<ShopRef> shopsIn(Place place) {
        List<ServiceState> known = serviceStates.of(place.tenant());
        return kept.versions().newest(place.tenant()).refs().stream()
                .filter(shop -> place.shop().isEmpty() || place.shop().equals(shop.shop()))
                .filter(shop -> !isRemoved(known, shop))
                .toList();
    }

    /** A suspended place is served again. */
    public void resume(Place place, Deed deed) {
        transactions.executeWithoutResult(tx -> {
            serviceStates.oneAtATime(place.tenant());
            serviceStates.delete(place);
            List<ServiceState> still = serviceStates.of(place.tenant());
            shopsIn(place).stream()
                    .filter(shop -> ServiceStateBook.of(still, placeOf(shop)).isEmpty())
                    .forEach(shop -> serviceStates.hooksGone(inForce(shop)));
            note("resume", place, deed);
        });
    }

    /**
     * Shops that may still have our web hooks: those that are not served, and earlier addresses of those that are. A
     * shop that has not answered for two weeks is given up.
     */
    public List<StaleHooks> staleHooks() {
        serviceStates.hooksGivenUp().forEach(this::hooksGone);
        return serviceStates.staleHooks();
    }

    /** The shops of {@link #staleHooks}. Changes nothing. */
    public List<ShopRef> hooksInShops() {
        return serviceStates.staleHooks().stream().map(StaleHooks::shop).toList();
    }

    /** Notes that our web hooks are out of the shop. */
    public void hooksGone(StaleHooks left) {
        String tenant = left.shop().tenant();
        transactions.executeWithoutResult(tx -> {
            serviceStates.oneAtATime(tenant);
            serviceStates.hooksGone(left);
            forgetSecrets(tenant);
        });
    }

    /** The shop's set-up in that version, whether or not the shop is served. */
    public ShopSetup setupOf(StaleHooks left) {
        return kept.versions()
                .get(new SetupVersions.Version(left.shop().tenant(), left.version()))
                .shop(left.shop().shop());
    }

    /** Deletes the secrets of removed shops and tenants, except of shops that still have our web hooks. */
    private void forgetSecrets(String tenant) {
        List<ServiceState> known = serviceStates.of(tenant);
        if (known.stream().noneMatch(serviceState -> serviceState.state() == State.REMOVED)) {
            return;
        }
        boolean wholly = isRemoved(known, new Place(tenant, ""));
        List<ShopRef> hooked = hooksInShops();
        List<ShopRef> shops = kept.versions().newest(tenant).refs();
        Set<String> needed = shops.stream()
                .filter(shop -> hooked.contains(shop) || !isRemoved(known, shop))
                .map(shop -> SetupCodec.clientSecretOf(shop.shop()))
                .collect(Collectors.toSet());
        Set<String> ofShops = shops.stream()
                .map(shop -> SetupCodec.clientSecretOf(shop.shop()))
                .collect(Collectors.toSet());
        kept.versions().forgetSecrets(tenant, name -> ofShops.contains(name) ? needed.contains(name) : !wholly);
    }

    private static boolean isRemoved(List<ServiceState> known, ShopRef shop) {
        return isRemoved(known, placeOf(shop));
    }

    private static boolean isRemoved(List<ServiceState> known, Place place) {
        return ServiceStateBook.stands(known, place, Set.of(State.REMOVED));
    }

    private static Place placeOf(ShopRef shop) {
        return new Place(shop.tenant(), shop.shop());
    }

    private void note(String what, Place place, Deed deed) {
        audit.add(AuditBook.Deed.of(deed.by(), what, place.tenant(), place.toString(), deed.reason()));
    }
}
