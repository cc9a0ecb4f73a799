package se.brygga.clients.shop;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.workflows.ShopRef;

/** Starweb's client keeps the contracts, over the simulator's wire. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebKeepsTheRolesTest
        implements ShopOrdersContract,
                OrderMarksContract,
                ShopNamesContract,
                ShopHooksContract,
                ShopProductsContract,
                ShopStockContract,
                ShopPricesContract,
                ShopCatalogueContract,
                CatalogueListsContract {

    private static final String SHOP = "kajak-se";

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    private StarwebSimulator starweb;
    private WebShop client;

    @BeforeEach
    void start(StarwebSimulator starweb) {
        this.starweb = starweb;
        starweb.limit(100_000);
        client = new StarwebClients(new CallContext(http, new Unlimited(), Outages.IGNORED, _ -> {}, Clock.systemUTC()))
                .shop(
                        new ShopRef("nordkajak", SHOP),
                        new StarwebSetup(
                                URI.create(starweb.apiBase(SHOP)),
                                "sim." + SHOP,
                                new Secret("secret-" + SHOP),
                                100_000,
                                "Brygga"));
    }

    @Override
    public WebShop client() {
        return client;
    }

    @Override
    public String sku() {
        return "KAJ-001";
    }

    @Override
    public long placeAndPay() {
        return starweb.placeAndPay(SHOP, OrderKind.PRIVATE_KLARNA).orderId();
    }

    @Override
    public long place() {
        return starweb.place(SHOP, OrderKind.PRIVATE_KLARNA).orderId();
    }

    @Override
    public void edit(long orderId) {
        starweb.edit(SHOP, orderId);
    }

    @Override
    public void delete(long orderId) {
        starweb.delete(SHOP, orderId);
    }

    @Override
    public void markAsAnotherParty(long orderId) {
        starweb.markForeign(SHOP, orderId, "Lager");
    }

    @Override
    public long told(long orderId) {
        return starweb.shopperActions(SHOP, orderId).size();
    }

    @Override
    public int pageSize() {
        return 100;
    }

    @Override
    public void later() {
        starweb.clock().advance(Duration.ofSeconds(5));
    }

    @Override
    public Instant now() {
        return starweb.clock().instant();
    }

    @Override
    public void remove(String sku) {
        starweb.removeVariant(SHOP, sku);
    }

    private static final class Unlimited implements CallLimits {

        @Override
        public void takeFromBudget(String key, int perMinute, Urgency urgency) {}

        @Override
        public Permit acquire(String tenant, int maxConcurrent) {
            return () -> {};
        }
    }
}
