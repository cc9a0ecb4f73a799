package se.brygga.activities.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopHooks;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.setup.Objection;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StockSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/** Compares a set-up with both systems as they are, and with the books. Changes nothing. */
final class SetupTrial {

    private final WebShops shops;
    private final SpecterClients specter;
    private final SetupStore setups;

    SetupTrial(WebShops shops, SpecterClients specter, SetupStore setups) {
        this.shops = shops;
        this.specter = specter;
        this.setups = setups;
    }

    /** As {@link Onboarding#objections}. */
    List<Objection> objections(TenantSetup setup, boolean otherConnectorIsOff) {
        List<Objection> objections = new ArrayList<>(setups.applying().objections(setup));
        if (!objections.isEmpty()) {
            // A system that belongs to another place is not even asked.
            return objections;
        }
        if (specter.forTenant(setup.tenant(), setup.specter()).check()
                instanceof SpecterClient.ConnectionCheck.Failed(var _, Refusal why)) {
            objections.add(Objection.ofTenant(why, "specter"));
        }
        setup.shops().forEach(shop -> objections.addAll(objections(setup.tenant(), shop, otherConnectorIsOff)));
        return objections;
    }

    /** As {@link Onboarding#requireAnswers}. */
    void requireAnswers(TenantSetup setup) {
        if (specter.forTenant(setup.tenant(), setup.specter()).check()
                        instanceof SpecterClient.ConnectionCheck.Failed(RemoteFailure.Kind kind, Refusal why)
                && kind.passes()) {
            throw new RemoteFailure(RemoteSystem.SPECTER, kind, RemoteFailure.Why.NO_SIGN_OF_LIFE, why.toString());
        }
        for (ShopSetup shop : setup.shops()) {
            try {
                shops.shop(new ShopRef(setup.tenant(), shop.shop()), shop)
                        .names()
                        .shop();
            } catch (RemoteFailure failure) {
                if (failure.kind().passes()) {
                    throw failure;
                }
            }
        }
    }

    private List<Objection> objections(String tenant, ShopSetup shop, boolean otherConnectorIsOff) {
        ShopRef ref = new ShopRef(tenant, shop.shop());
        List<Objection> objections = new ArrayList<>();
        try {
            WebShop webShop = shops.shop(ref, shop);
            webShop.names().shop();
            Set<String> foreign = foreignMarks(webShop.orders(), shop);
            if (!foreign.isEmpty() && !otherConnectorIsOff) {
                objections.add(Objection.ofTenant(SetupReason.OTHER_CONNECTOR.of(foreign)));
            }
            objections.addAll(otherPlaces(webShop.hooks(), ref));
            addUnknownNames(objections, webShop, shop);
        } catch (RemoteFailure failure) {
            objections.add(Objection.ofTenant(SetupReason.SHOP_NOT_READ.of(failure.told()), "starweb"));
        }
        return objections.stream()
                .map(objection -> objection.within(shop.shop()))
                .toList();
    }

    /**
     * The places that our web hooks in the shop call, other than this one. A shop that another Brygga serves keeps its
     * web hooks. So does a shop that this Brygga serves under a name that its books do not know.
     */
    private List<Objection> otherPlaces(ShopHooks hooks, ShopRef ref) {
        return WebHookRegistration.places(hooks).stream()
                .filter(place ->
                        !place.equals(ref) && setups.serviceState(place).isEmpty())
                .map(place -> Objection.ofTenant(
                        SetupReason.HOOKS_OF_OTHER_PLACE.of(place, WebHookRegistration.NAME_PREFIX.strip()), "starweb"))
                .toList();
    }

    /** As {@link Onboarding#warnings}. */
    List<Objection> warnings(TenantSetup setup) {
        List<Objection> warnings = new ArrayList<>();
        setups.applying().moved(setup).forEach(moved -> warnings.add(moved.warning()));
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            if (hasDeafInvoiceRule(setup.specter(), shop)) {
                warnings.add(Objection.ofShop(shop.shop(), SetupReason.INVOICES_NEVER_TOLD.of(), "status", "invoiced"));
            }
            try {
                WebShop webShop = shops.shop(ref, shop);
                StatusSetup status = shop.status();
                Stream.concat(
                                NamesCheck.ofMethods(shop.orders(), webShop.names()).stream(),
                                Stream.ofNullable(status)
                                        .flatMap(rules -> NamesCheck.ofCarriers(rules, webShop.names()).stream()))
                        .forEach(warning -> warnings.add(warning.within(shop.shop())));
            } catch (RemoteFailure failure) {
                warnings.add(Objection.ofShop(shop.shop(), SetupReason.METHODS_NOT_READ.of(failure.told()), "starweb"));
            }
        }
        return warnings;
    }

    private static boolean hasDeafInvoiceRule(SpecterSetup specter, ShopSetup shop) {
        StatusSetup status = shop.status();
        return status != null
                && status.rules().containsKey(StatusSetup.Event.INVOICED)
                && !specter.assumedAdapter()
                && specter.triggerOrderId() != SpecterSetup.TriggerOrderId.NUMBER;
    }

    private void addUnknownNames(List<Objection> objections, WebShop webShop, ShopSetup shop) {
        objections.addAll(NamesCheck.ofTransfer(shop.orders(), webShop.names()));
        StatusSetup status = shop.status();
        if (status != null) {
            objections.addAll(NamesCheck.ofStatus(status, webShop.names()));
        }
        StockSetup stock = shop.stock();
        if (stock != null) {
            objections.addAll(NamesCheck.ofStock(stock, webShop.stock()));
        }
        PriceSetup prices = shop.prices();
        if (prices != null) {
            objections.addAll(NamesCheck.ofPrices(prices, webShop.prices()));
        }
    }

    /** The marks of other parties on the hundred orders that changed last. */
    private static Set<String> foreignMarks(ShopOrders orders, ShopSetup shop) {
        Set<String> foreign = new TreeSet<>();
        for (ShopOrder order : orders.ordersByLatestChange(1).orders()) {
            shop.foreignMark(order).ifPresent(foreign::add);
        }
        return foreign;
    }
}
