package se.brygga.clients.shop;

import se.brygga.clients.shop.catalogue.CatalogueLists;

/**
 * One web shop in all its roles. A class that needs one role takes that role only.
 *
 * <p>All calls of all roles throw {@link se.brygga.clients.remote.RemoteFailure}, whose kind says whether the call may
 * have had an effect. Reads are idempotent. Roles are thread-safe. The roles of a shop share its request budget.
 */
public record WebShop(
        ShopOrders orders,
        OrderMarks marks,
        ShopNames names,
        ShopHooks hooks,
        ShopProducts products,
        ShopStock stock,
        ShopPrices prices,
        ShopCatalogue catalogue,
        CatalogueLists lists) {}
