package se.brygga.activities.onboarding;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.ShopHooks;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.ShopNames.Method;
import se.brygga.clients.shop.ShopNames.OrderStatus;
import se.brygga.clients.shop.ShopNames.Shop;
import se.brygga.clients.shop.ShopNames.TrackingType;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.catalogue.PriceList;
import se.brygga.clients.shop.catalogue.StockLocation;
import se.brygga.clients.shop.catalogue.StockStatus;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClient.ConnectionCheck;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;

/**
 * A shop, and the Specter beside it, that answer what onboarding asks and nothing else: any other call fails the test.
 */
final class ShopToBoard {

    /** The lists that were asked for. */
    final List<String> asked = new ArrayList<>();

    final List<WebHook> webHooks = new ArrayList<>();

    private final Set<String> failing = new HashSet<>();
    private final Map<String, Function<@Nullable Object[], Object>> answers = new HashMap<>();

    /** Shipping methods of these names, numbered from 1. */
    void hasShipping(String... names) {
        List<Method> methods = new ArrayList<>();
        for (String name : names) {
            methods.add(new Method(methods.size() + 1L, null, null, List.of(name)));
        }
        answers.put("shippingMethods", _ -> methods);
    }

    ShopToBoard() {
        answers.put("shop", _ -> new Shop("Kajak", "kajak", "open", "SEK"));
        answers.put("ordersByLatestChange", _ -> new OrderPage(List.of(), true, 0));
        answers.put("webHooks", _ -> List.copyOf(webHooks));
        answers.put("createWebHook", args -> {
            WebHook wanted = (WebHook) Objects.requireNonNull(args[0]);
            WebHook made =
                    new WebHook(100L + webHooks.size(), wanted.name(), wanted.event(), wanted.statusId(), wanted.url());
            webHooks.add(made);
            return made;
        });
        answers.put("updateWebHook", args -> {
            WebHook wanted = (WebHook) Objects.requireNonNull(args[0]);
            webHooks.replaceAll(hook -> Objects.equals(hook.webHookId(), wanted.webHookId()) ? wanted : hook);
            return wanted;
        });
        answers.put("deleteWebHook", args -> {
            webHooks.removeIf(hook -> Objects.equals(hook.webHookId(), args[0]));
            return webHooks;
        });
        answers.put("check", _ -> new ConnectionCheck.Fine());
        has(
                new OrderStatus(31, "created", List.of("Mottagen")),
                new OrderStatus(32, "picking", List.of("Plockas", "Picking")),
                new OrderStatus(33, "completed", List.of("Klar")),
                new OrderStatus(34, "canceled", List.of("Avbruten")),
                new OrderStatus(35, null, List.of("Betald")));
        answers.put(
                "paymentMethods",
                _ -> List.of(
                        new Method(1, "klarna", null, List.of("Klarna")),
                        new Method(2, null, "FAKT", List.of("Faktura", "Invoice")),
                        new Method(3, null, null, List.of("Faktura"))));
        answers.put("shippingMethods", _ -> List.of(new Method(1, null, null, List.of("PostNord"))));
        answers.put("trackingTypes", _ -> List.of(new TrackingType(1, "PostNord"), new TrackingType(2, "DHL")));
        answers.put(
                "stockStatuses",
                _ -> List.of(
                        new StockStatus(3, "inStock", true, true, 4L, List.of("I lager")),
                        new StockStatus(4, null, false, false, null, List.of("Slut"))));
        answers.put(
                "stockLocations",
                _ -> List.of(
                        new StockLocation(17, null, true, List.of("Butik")),
                        new StockLocation(18, null, false, List.of("Lager"))));
        answers.put(
                "priceLists",
                _ -> List.of(
                        new PriceList(1, true, true, "SEK", null, "Sverige", null),
                        new PriceList(2, false, true, "NOK", null, "Norge", null)));
    }

    void has(OrderStatus... statuses) {
        answers.put("orderStatuses", _ -> List.of(statuses));
    }

    void hasOrders(ShopOrder... orders) {
        answers.put("ordersByLatestChange", _ -> new OrderPage(List.of(orders), true, orders.length));
    }

    /** Credentials that may not do this. */
    void forbids(String call) {
        answers.put(call, _ -> {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB,
                    RemoteFailure.Kind.REFUSED,
                    RemoteFailure.Why.FORBIDDEN,
                    "GET /" + call + ": forbidden");
        });
    }

    /** Does not answer this, until {@link #mends}. */
    void fails(String call) {
        failing.add(call);
    }

    void mends(String call) {
        failing.remove(call);
    }

    WebShop played() {
        return new WebShop(
                proxy(ShopOrders.class),
                proxy(OrderMarks.class),
                proxy(ShopNames.class),
                proxy(ShopHooks.class),
                proxy(ShopProducts.class),
                proxy(ShopStock.class),
                proxy(ShopPrices.class));
    }

    WebShops shops() {
        return (_, _) -> played();
    }

    SpecterClients specter() {
        return new SpecterClients((_, _) -> proxy(SpecterClient.class));
    }

    private <T> T proxy(Class<T> type) {
        InvocationHandler handler = (_, method, args) -> {
            Function<@Nullable Object[], Object> answer = answers.get(method.getName());
            if (answer == null) {
                throw new AssertionError("the test did not expect a call of " + method.getName());
            }
            asked.add(method.getName());
            if (failing.contains(method.getName())) {
                throw new RemoteFailure(
                        RemoteSystem.STARWEB,
                        RemoteFailure.Kind.OUTCOME_UNKNOWN,
                        RemoteFailure.Why.NO_ANSWER_IN_TIME,
                        "/" + method.getName() + ": no answer");
            }
            return answer.apply(args == null ? new Object[0] : args);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
