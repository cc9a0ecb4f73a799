package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.Secret;
import se.brygga.workflows.ShopRef;

@Timeout(60)
class StarwebClientsTest {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");

    @Test
    void bothClientsOfAShopShareItsTokenBudgetAndRecords() {
        try (var wire = new ShopOnTheWire();
                var http = HttpClient.newHttpClient()) {
            var clients = new StarwebClients(
                    new CallContext(http, wire.budget, Outages.IGNORED, wire.records::add, wire.time));
            StarwebSetup setup = setup(wire, 800);
            wire.stub.answers("{\"data\":[]}").answers("{\"data\":[]}");

            clients.shop(SHOP, setup).names().orderStatuses();
            clients.shop(SHOP, setup).prices().priceLists();

            assertThat(wire.stub.tokensAsked()).hasSize(1);
            assertThat(wire.budget.taken).hasSize(3).containsOnly("nordkajak/kajak-se 800");
            assertThat(wire.records)
                    .extracting(call -> call.action())
                    .containsExactly("POST /token", "GET /order-statuses", "GET /pricelists");
        }
    }

    @Test
    void aShopHasItsClientsUntilItsSetUpChanges() {
        try (var wire = new ShopOnTheWire();
                var http = HttpClient.newHttpClient()) {
            var clients = new StarwebClients(
                    new CallContext(http, wire.budget, Outages.IGNORED, wire.records::add, wire.time));
            var client = clients.shop(SHOP, setup(wire, 800));

            assertThat(clients.shop(SHOP, setup(wire, 800))).isSameAs(client);
            assertThat(clients.shop(SHOP, setup(wire, 400))).isNotSameAs(client);
            assertThat(clients.shop(new ShopRef("nordkajak", "kajak-no"), setup(wire, 800)))
                    .isNotSameAs(client);
        }
    }

    private static StarwebSetup setup(ShopOnTheWire wire, int perMinute) {
        return new StarwebSetup(
                wire.stub.baseUrl(), "brygga.kajak", new Secret(ShopOnTheWire.SECRET), perMinute, "SpecterSync");
    }
}
