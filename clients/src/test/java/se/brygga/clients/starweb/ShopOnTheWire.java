package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopProducts;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.workflows.ShopRef;

/** A shop that is a {@link StarwebStub}, our client of it, and all that the client asks and tells others meanwhile. */
final class ShopOnTheWire implements AutoCloseable {

    static final String SECRET = "s3cr+t&/Åäö";

    final StarwebStub stub;
    final MovableTime time = new MovableTime("2026-11-02T10:00:00Z");
    final List<CallRecord> records = new CopyOnWriteArrayList<>();
    final Budget budget = new Budget();

    /** What each call says of the shop as a whole: a failure's code, or "answered". */
    final List<String> said = new CopyOnWriteArrayList<>();

    final StarwebClient client;
    final ShopProducts products;
    final ShopStock stock;
    final ShopPrices prices;
    final ShopCatalogue catalogue;
    final CatalogueLists lists;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    ShopOnTheWire() {
        try {
            stub = new StarwebStub();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StarwebCalls calls = calls(http, stub.baseUrl(), Duration.ofSeconds(20));
        client = new StarwebClient(setup(stub.baseUrl()), calls);
        VariantCalls variants = new VariantCalls(calls);
        products = new StarwebProducts(variants);
        stock = new StarwebStock(variants);
        prices = new StarwebPrices(variants);
        StarwebLists listsOfStarweb = new StarwebLists(variants.json(), time);
        lists = listsOfStarweb;
        catalogue = new StarwebCatalogue(variants, listsOfStarweb, "SpecterSync");
    }

    StarwebClient clientOf(URI baseUrl) {
        return client(http, baseUrl, Duration.ofSeconds(20));
    }

    /** Gives up on an answer after some tenths of a second. */
    StarwebClient impatientClient() {
        var impatient =
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
        return client(impatient, stub.baseUrl(), Duration.ofMillis(300));
    }

    private StarwebClient client(HttpClient over, URI baseUrl, Duration readTimeout) {
        return new StarwebClient(setup(baseUrl), calls(over, baseUrl, readTimeout));
    }

    private StarwebCalls calls(HttpClient over, URI baseUrl, Duration readTimeout) {
        ShopRef shop = new ShopRef("nordkajak", "kajak-se");
        return new StarwebCalls(
                shop,
                setup(baseUrl),
                new CallContext(over, budget, (_, _) -> new Listening(), records::add, time),
                readTimeout);
    }

    private final class Listening implements Outages.Turn {

        @Override
        public void answered() {
            said.add("answered");
        }

        @Override
        public RemoteFailure failed(RemoteFailure failure) {
            said.add(failure.code());
            return failure;
        }

        @Override
        public RemoteFailure loginFailed(RemoteFailure failure) {
            return failed(failure);
        }

        @Override
        public void close() {}
    }

    private static StarwebSetup setup(URI baseUrl) {
        return new StarwebSetup(baseUrl, "brygga.kajak", new Secret(SECRET), 800, "SpecterSync");
    }

    /** Nobody listens there, and no test's server ever gets it: a port that was free a moment ago may be somebody's by now. */
    static URI closedPort() {
        return URI.create("http://127.0.0.1:1/api/v2");
    }

    /** The call fails so, and its record says the same. */
    RemoteFailure assertFails(ThrowingCallable call, RemoteFailure.Kind kind, String code) {
        RemoteFailure failure = assertContentFails(call, kind, code);
        assertThat(records.getLast().answer()).isEqualTo(code);
        assertThat(records.getLast().failure()).isEqualTo(kind);
        return failure;
    }

    /** The call got its answer, and fails so by what stands in it. */
    static RemoteFailure assertContentFails(ThrowingCallable call, RemoteFailure.Kind kind, String code) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, call);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }

    @Override
    public void close() {
        stub.close();
        http.close();
    }

    /** There is always budget. */
    static final class Budget implements CallLimits {

        final List<String> taken = new CopyOnWriteArrayList<>();
        final List<Urgency> urgencies = new CopyOnWriteArrayList<>();

        @Override
        public void takeFromBudget(String key, int perMinute, Urgency urgency) {
            taken.add(key + " " + perMinute);
            urgencies.add(urgency);
        }

        @Override
        public Permit acquire(String tenant, int maxConcurrent) {
            throw new AssertionError("Starweb has no places");
        }
    }
}
