package se.brygga.testbed.privacy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Arrays;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody whom the simulators know, asked of their control APIs: by now they may be anybody's simulators. */
final class KnownShoppers implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final PersonalValues values = new PersonalValues();

    /** Those of all shops and Specter accounts that are set up. */
    static PersonalValues of(SetupStore setups) {
        try (KnownShoppers shoppers = new KnownShoppers()) {
            setups.tenants().stream()
                    .flatMap(tenant -> setups.find(tenant).stream())
                    .forEach(shoppers::ask);
            return shoppers.values;
        }
    }

    /** Those who place orders in any simulator that is left to itself, as in the demo. */
    static PersonalValues ofAnySimulator() {
        try (StarwebSimulator starweb = SimulatorsAtWork.starweb(1, Clock.systemUTC());
                KnownShoppers shoppers = new KnownShoppers()) {
            for (String shop : starweb.shops()) {
                Arrays.stream(OrderKind.values()).forEach(kind -> starweb.place(shop, kind));
                starweb.shoppers(shop).forEach(detail -> shoppers.values.add(detail.field(), detail.value()));
            }
            return shoppers.values;
        }
    }

    private void ask(TenantSetup setup) {
        for (ShopSetup shop : setup.shops()) {
            URI control = shop.starweb().baseUrl().resolve("/__sim/shops/" + shop.shop() + "/shoppers");
            get(control)
                    .forEach(detail -> values.add(
                            detail.path("field").asString(),
                            detail.path("value").asString()));
        }
        URI control = setup.specter()
                .baseUrl()
                .resolve("/__sim/customers/" + setup.specter().sbmId());
        for (JsonNode customer : get(control)) {
            values.add("name", customer.path("name").asString(""));
            values.add("email", customer.path("email").asString(""));
            values.add("nationalIdNo", customer.path("orgNo").asString(""));
        }
    }

    private JsonNode get(URI uri) {
        String answer = body(http, uri);
        return JsonMapper.shared().readTree(answer);
    }

    /** @throws IllegalStateException there is no answer, so nobody can say that nothing is there */
    static String body(HttpClient http, URI uri) {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(uri + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(uri + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
