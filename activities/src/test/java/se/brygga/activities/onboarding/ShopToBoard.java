package se.brygga.activities.onboarding;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import se.brygga.activities.Books;
import se.brygga.activities.ScriptedSpecter;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopHooks.WebHook;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.ShopNames.Method;
import se.brygga.clients.shop.ShopNames.OrderStatus;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;

/** A shop whose lists are long enough to be wrong about, and a Specter beside it. */
final class ShopToBoard {

    final ShopInMemory shop = new ShopInMemory();
    final ScriptedSpecter specter = new ScriptedSpecter();

    /** The lists that were asked for. */
    final List<String> asked = shop.script.asked;

    final List<WebHook> webHooks = shop.hooks.all;

    ShopToBoard() {
        has(
                new OrderStatus(31, "created", List.of("Mottagen")),
                new OrderStatus(32, "picking", List.of("Plockas", "Picking")),
                new OrderStatus(33, "completed", List.of("Klar")),
                new OrderStatus(34, "canceled", List.of("Avbruten")),
                new OrderStatus(35, null, List.of("Betald")));
        shop.names.payments = List.of(
                new Method(1, "klarna", null, List.of("Klarna")),
                new Method(2, null, "FAKT", List.of("Faktura", "Invoice")),
                new Method(3, null, null, List.of("Faktura")));
        shop.goods.statuses = List.of(
                new StockStatus(3, "inStock", true, true, 4L, List.of("I lager")),
                new StockStatus(4, null, false, false, null, List.of("Slut")));
        shop.goods.locations = List.of(
                new StockLocation(17, null, true, List.of("Butik")),
                new StockLocation(18, null, false, List.of("Lager")));
        shop.goods.lists = List.of(
                new PriceList(1, true, true, "SEK", null, "Sverige", null),
                new PriceList(2, false, true, "NOK", null, "Norge", null));
    }

    Onboarding onboarding(Books books) {
        return onboarding(books, shops());
    }

    /** With other shops than this one. */
    Onboarding onboarding(Books books, WebShops shops) {
        return new Onboarding(
                shops,
                specter(),
                books.setups,
                new Onboarding.Books(books.marks, books.dirty),
                books.transactions,
                URI.create("https://brygga.example"));
    }

    void has(OrderStatus... statuses) {
        shop.names.statuses = List.of(statuses);
    }

    /** Shipping methods of these names, numbered from 1. */
    void hasShipping(String... names) {
        shop.names.shipping = IntStream.range(0, names.length)
                .mapToObj(i -> new Method(i + 1L, null, null, List.of(names[i])))
                .toList();
    }

    /** Credentials that may not do this. */
    void forbids(String call) {
        shop.script.fails(
                call,
                new RemoteFailure(RemoteSystem.STARWEB, Kind.REFUSED, Why.FORBIDDEN, "GET /" + call + ": forbidden"));
    }

    /** Does not answer this, until it mends. */
    void fails(String call) {
        shop.script.fails(
                call,
                new RemoteFailure(
                        RemoteSystem.STARWEB, Kind.OUTCOME_UNKNOWN, Why.NO_ANSWER_IN_TIME, "/" + call + ": no answer"));
    }

    void mends(String call) {
        shop.script.mends(call);
    }

    WebShop client() {
        return shop.client();
    }

    WebShops shops() {
        return (_, _) -> shop.client();
    }

    SpecterClients specter() {
        return new SpecterClients((_, _) -> specter);
    }
}
