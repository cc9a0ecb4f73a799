package se.brygga.testbed.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.remote.CallLimits;
import se.brygga.activities.remote.Urgency;
import se.brygga.activities.setup.Secret;
import se.brygga.activities.setup.StarwebSetup;
import se.brygga.activities.starweb.StarwebClient;
import se.brygga.activities.starweb.StarwebClients;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.StarwebSimulator;
import se.brygga.workflows.ShopRef;

/** Every request that our client makes, and every answer that the simulator gives, against Starweb's contract 2.12.0. */
class StarwebContractTest {

    private static final String SHOP = "kajak-se";
    private static final String API = "/kajak-se/api/v2";

    /** What we know better than the contract's text, each with its reason. */
    private static final List<Pattern> EXCEPTIONS = List.of(
            // A custom status has no idCode (reference, section 6), yet the contract allows no null there.
            Pattern.compile("\\$?.*idCode: null found, string expected"),
            // The include has this name, and so has the key by default (O-4); the contract calls it variants.
            Pattern.compile("property 'primaryVariant' is not defined"),
            // The address list is [] when there is none: PHP's empty object (reference, section 2).
            Pattern.compile(".*addresses.*array found, object expected"));

    private StarwebSimulator starweb;
    private Recorder recorder;
    private Contract contract;

    @BeforeEach
    void start() throws IOException {
        Optional<Contract> found = Contract.find();
        assumeTrue(found.isPresent(), "the contract lies beside the project, not in it");
        contract = found.orElseThrow();
        starweb = StarwebSimulator.start(0, 3, Clock.systemUTC());
        recorder = new Recorder(starweb.uri());
    }

    @AfterEach
    void stop() {
        if (recorder != null) {
            recorder.close();
            starweb.close();
        }
    }

    @Test
    void ourClientAsksAndTheSimulatorAnswersAsTheContractSays() {
        StarwebClient client = client();
        for (OrderKind kind : OrderKind.values()) {
            starweb.placeAndPay(SHOP, kind);
        }
        long order = starweb.orders(SHOP).getFirst().orderId();
        client.shop();
        client.order(order);
        client.order(1);
        client.ordersByLatestChange(1);
        client.ordersByLatestChange(9);
        client.ordersCreatedAfter(Instant.now().minus(Duration.ofDays(9)), 1);
        client.ordersCreatedBetween(Instant.now().minus(Duration.ofDays(9)), Instant.now(), 1);
        client.linkOrder(order, "5001");
        client.putExternalService(order, "Brygga", "5001");
        client.putExternalService(order, "Brygga", "5002");
        client.orderStatuses();
        client.paymentMethods();
        client.shippingMethods();
        StarwebClient.WebHook hook = client.createWebHook(new StarwebClient.WebHook(
                null, "Brygga order-completed", "order-completed", null, "https://brygga.example/hook/x"));
        client.webHooks();
        client.updateWebHook(new StarwebClient.WebHook(
                hook.webHookId(), hook.name(), hook.event(), null, "https://brygga.example/hook/y"));
        client.deleteWebHook(Objects.requireNonNull(hook.webHookId()));

        assertThat(recorder.exchanges()).hasSizeGreaterThan(16);
        assertThat(complaints(true)).isEmpty();
    }

    @Test
    void whatTheSimulatorHasBeyondOurClientsNeedsIsAsTheContractSaysToo() throws Exception {
        long order = starweb.placeAndPay(SHOP, OrderKind.BUNDLE).orderId();
        String token = token();
        long item = 1;
        for (String path : List.of(
                "/shop",
                "/orders?include=items,items.bundledItems,addresses,customer,status,externalServices&filterQuery=paket",
                "/orders/" + order + "?include=items.bundledItems,addresses",
                "/orders/" + order + "/items",
                "/orders/" + order + "/addresses",
                "/orders/" + order + "/comments",
                "/orders/" + order + "/external-services",
                "/orders/10000/items/" + item + "?include=bundledItems",
                "/customers?includeWithoutAccount=true",
                "/customers/100",
                "/order-statuses",
                "/payment-methods",
                "/shipping-methods",
                "/shipping-tracking-types",
                "/products?include=primaryVariant.prices,languages",
                "/products/1?include=languages",
                "/products/1/variants?include=prices",
                "/web-hooks")) {
            assertThat(call(token, "GET", path, "")).as(path).isEqualTo(200);
        }
        assertThat(call(token, "POST", "/orders/" + order + "/comments", "{\"text\":\"Hej\",\"from\":\"admin\"}"))
                .isEqualTo(201);
        assertThat(call(token, "PATCH", "/customers/100", "{\"externalId\":\"42\",\"externalIdType\":\"Brygga\"}"))
                .isEqualTo(200);
        assertThat(call(token, "POST", "/customers", "{\"email\":\"ny@example.se\",\"type\":\"person\"}"))
                .isEqualTo(201);

        assertThat(complaints(false)).isEmpty();
    }

    @Test
    void stockPricesAndStatusesAreReadAndWrittenAsTheContractSays() throws Exception {
        String token = token();
        long order = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        long list = starweb.priceLists(SHOP).getFirst().id();
        long shelf = starweb.stock(SHOP, "KAJ-001").getFirst().locationId();
        long status = starweb.stock(SHOP, "KAJ-001").getFirst().statusId();
        String variant = "/products/1/variants/501";
        String prices = variant + "/prices";
        String row = prices + "/" + list;
        for (String path : List.of(
                "/products?include=primaryVariant.prices,primaryVariant.attributeValues&filterSku=KAJ-001",
                "/products/1/variants?include=prices,attributeValues",
                variant + "?include=prices,attributeValues",
                variant + "/stocks",
                variant + "/stocks/" + shelf,
                prices,
                row,
                row + "/volume",
                "/pricelists",
                "/pricelists/" + list,
                "/product-stock-statuses",
                "/product-stock-statuses/" + status,
                "/stock-locations",
                "/stock-locations/" + shelf,
                "/order-statuses",
                "/orders/" + order + "?include=status")) {
            assertThat(call(token, "GET", path, "")).as(path).isEqualTo(200);
        }
        String stock = "{\"stockQuantity\":7.5,\"stockStatusId\":" + status + ",\"shelfSpace\":\"A1\"}";
        assertThat(call(token, "PUT", variant + "/stocks/" + shelf, stock)).isEqualTo(200);
        assertThat(call(token, "PATCH", variant + "/stocks/" + shelf, "{\"stockQuantity\":-2}"))
                .isEqualTo(200);
        String plain = "{\"stockQuantity\":3,\"stockStatusId\":" + status + ",\"isActive\":true}";
        assertThat(call(token, "PATCH", variant, plain)).isEqualTo(200);
        String price = "{\"pricelistId\":" + list + ",\"priceExVat\":94.3396,\"specialPriceExVat\":80}";
        assertThat(call(token, "PATCH", row, price)).isEqualTo(200);
        assertThat(call(token, "POST", row + "/volume", "{\"quantity\":5,\"priceExVat\":70}"))
                .isEqualTo(201);
        assertThat(call(token, "PATCH", row + "/volume/5", "{\"quantity\":5,\"priceExVat\":69}"))
                .isEqualTo(200);
        assertThat(call(token, "GET", row + "/volume/5", "")).isEqualTo(200);
        assertThat(call(token, "DELETE", row + "/volume/5", "")).isEqualTo(204);
        assertThat(call(token, "DELETE", row, "")).isEqualTo(204);
        assertThat(call(token, "POST", prices, price)).isEqualTo(201);
        assertThat(call(token, "DELETE", variant + "/stocks/" + shelf, "")).isEqualTo(204);
        assertThat(call(token, "PATCH", "/orders/" + order, "{\"shippingTrackerType\":1,\"shippingTrackingNo\":\"1\"}"))
                .isEqualTo(200);
        String country = "{\"name\":\"Danmark\",\"currencyCode\":\"DKK\",\"isActive\":false}";
        assertThat(call(token, "POST", "/pricelists", country)).isEqualTo(201);

        assertThat(complaints(true)).isEmpty();
    }

    /** @param requests whether the requests are ours, and so must fit as well */
    private List<String> complaints(boolean requests) {
        List<String> complaints = new ArrayList<>();
        for (Recorder.Exchange exchange : recorder.exchanges()) {
            String path = exchange.path().substring(API.length());
            String what = exchange.method() + " " + path;
            Optional<Contract.Operation> operation = contract.operation(exchange.method(), path);
            if (operation.isEmpty()) {
                complaints.add(what + " is not in the contract");
                continue;
            }
            if (requests) {
                contract.complaintsAboutRequest(operation.get(), exchange.query(), exchange.request())
                        .forEach(text -> complaints.add(what + " request " + text));
            }
            if (exchange.status() / 100 == 2) {
                contract.complaintsAboutAnswer(operation.get(), exchange.status(), exchange.answer())
                        .forEach(text -> complaints.add(what + " answer " + text));
            }
        }
        complaints.removeIf(text ->
                EXCEPTIONS.stream().anyMatch(known -> known.matcher(text).find()));
        return complaints;
    }

    private StarwebClient client() {
        CallLimits unlimited = new CallLimits() {
            @Override
            public void takeFromBudget(String key, int perMinute, Urgency urgency) {}

            @Override
            public void pauseBudget(String key, Duration pause) {}

            @Override
            public Permit acquire(String tenant, int maxConcurrent) {
                return () -> {};
            }
        };
        StarwebSetup setup = new StarwebSetup(
                URI.create(recorder.uri() + API), "sim.kajak-se", new Secret("secret-kajak-se"), 800, "Brygga");
        return new StarwebClients(HttpClient.newHttpClient(), unlimited, call -> {}, Clock.systemUTC())
                .forShop(new ShopRef("nordkajak", SHOP), setup);
    }

    private String token() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(starweb.apiBase(SHOP) + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=sim.kajak-se&client_secret=secret-kajak-se"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(answer)
                    .path("access_token")
                    .asString();
        }
    }

    private int call(String token, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(recorder.uri() + API + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
