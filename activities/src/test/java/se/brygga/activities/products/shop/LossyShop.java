package se.brygga.activities.products.shop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.random.RandomGenerator;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.catalogue.CatalogueLists;

/** A shop that loses some calls before it does them, and some answers after it has done what was asked. */
final class LossyShop {

    private final RandomGenerator random;

    /** Of a hundred calls, so many are lost before, and as many after. */
    int percent;

    LossyShop(RandomGenerator random) {
        this.random = random;
    }

    WebShop over(WebShop shop) {
        return new WebShop(
                shop.orders(),
                shop.marks(),
                shop.names(),
                shop.hooks(),
                shop.products(),
                shop.stock(),
                shop.prices(),
                losing(ShopCatalogue.class, shop.catalogue()),
                losing(CatalogueLists.class, shop.lists()));
    }

    private <T> T losing(Class<T> role, T shop) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, (_, method, arguments) -> {
                    if (random.nextInt(100) < percent) {
                        throw lost(method.getName());
                    }
                    try {
                        Object answer = method.invoke(shop, arguments);
                        if (random.nextInt(100) < percent) {
                            throw lost(method.getName());
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                }));
    }

    private static RemoteFailure lost(String what) {
        return new RemoteFailure(RemoteSystem.STARWEB, Kind.OUTCOME_UNKNOWN, Why.CONNECTION_LOST, what);
    }
}
