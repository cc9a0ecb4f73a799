package se.brygga.clients.shop;

import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import se.brygga.clients.shop.catalogue.CatalogueLists;

/** A shop of which a test plays some roles. A call of another role fails the test. */
public final class PlayedShop {

    private PlayedShop() {}

    /** @param roles each plays one role or several */
    public static WebShop of(Object... roles) {
        return new WebShop(
                role(ShopOrders.class, roles),
                role(OrderMarks.class, roles),
                role(ShopNames.class, roles),
                role(ShopHooks.class, roles),
                role(ShopProducts.class, roles),
                role(ShopStock.class, roles),
                role(ShopPrices.class, roles),
                role(ShopCatalogue.class, roles),
                role(CatalogueLists.class, roles));
    }

    private static <T> T role(Class<T> role, Object[] roles) {
        return Stream.of(roles)
                .filter(role::isInstance)
                .map(role::cast)
                .findFirst()
                .orElseGet(() -> role.cast(
                        Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (_, method, _) -> {
                            throw new AssertionError("the test plays no " + role.getSimpleName() + ", and "
                                    + method.getName() + " was called");
                        })));
    }
}
