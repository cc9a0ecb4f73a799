package se.brygga.clients.shop;

/**
 * One web shop in all its roles. Whoever needs one role takes that role.
 *
 * <p>All calls of all roles throw {@link se.brygga.clients.remote.RemoteFailure}; its kind says whether the call may have had
 * an effect. Reads are idempotent. Many threads may use a role at a time. The roles of a shop share its request budget.
 */
public record WebShop(
        ShopOrders orders,
        OrderMarks marks,
        ShopNames names,
        ShopHooks hooks,
        ShopProducts products,
        ShopStock stock,
        ShopPrices prices) {}
