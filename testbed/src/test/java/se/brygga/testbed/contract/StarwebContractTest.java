package se.brygga.testbed.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;

/**
 * Every request that our client makes, and every answer that the simulator gives, against Starweb's contract 2.12.0. Whole runs
 * of the product are watched in {@code se.brygga.testbed.process}.
 */
@ExtendWith(SimulatorsAtWork.class)
class StarwebContractTest {

    private static final String SHOP = "kajak-se";

    /** Tags, prices of a bundle's parts, and the settings of stock, which only a shop owner changes. */
    private static final String NOT_PLAYED = "\\w+ /(customer|product)-tags(/.*)?"
            + "|\\w+ /customers/\\{customerId}/tags(/.*)?|\\w+ /products/\\{productId}/tags(/.*)?"
            + "|\\w+ /products/\\{productId}/bundled-products/\\{bundledProductId}/prices(/.*)?"
            + "|(POST|PUT|PATCH|DELETE) /(product-stock-statuses|stock-locations)(/.*)?";

    /** These are refused whatever is sent (reference, section 4), or there is nothing to read. */
    private static final Set<String> NEVER_SUCCEEDS = Set.of(
            "DELETE /customers/{customerId}/addresses/{addressType}",
            "GET /customers/{customerId}/external-services/{serviceName}");

    private StarwebSimulator starweb;
    private Contract contract;
    private RawClient client;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        Optional<Contract> found = Contract.find();
        assumeTrue(found.isPresent(), "the contract lies beside the project, not in it");
        contract = found.orElseThrow();
        this.starweb = starweb;
        starweb.limit(100_000);
        for (OrderKind kind : OrderKind.values()) {
            starweb.placeAndPay(SHOP, kind);
        }
        client = new RawClient(starweb, SHOP);
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
    }

    @Test
    void ourClientAsksAndTheSimulatorAnswersAsTheContractSays() {
        ContractWatch watch = ContractWatch.over(starweb, contract, true);
        new OurClient(starweb, SHOP).callsEverything();
        assertThat(watch.complaints()).isEmpty();
    }

    @Test
    void everyOperationIsPlayedAsTheContractSaysExceptThoseThatAreNamed() throws Exception {
        ContractWatch watch = ContractWatch.over(starweb, contract, true);
        new OurClient(starweb, SHOP).callsEverything();
        new BeyondOurClient(client).callsEverything();
        new CatalogueCalls(client).callsEverything();
        assertThat(watch.complaints()).isEmpty();
        assertThat(watch.served()).isEqualTo(played());
    }

    private Set<String> played() {
        return contract.operations()
                .map(operation -> operation.method() + " " + operation.template())
                .filter(operation -> !operation.matches(NOT_PLAYED) && !NEVER_SUCCEEDS.contains(operation))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The requests are wrong on purpose: only the answers are looked at. */
    @Test
    void whateverIsWrongWithARequestTheAnswerIsARefusalInTheContractsShape() throws Exception {
        WrongRequests wrong = new WrongRequests(client, contract);
        ContractWatch watch = ContractWatch.over(starweb, contract, false);
        assertThat(wrong.answersThatAreNone(played())).isEmpty();
        assertThat(watch.complaints()).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() throws Exception {
        ContractWatch watch = ContractWatch.over(starweb, contract, true);
        new OurClient(starweb, SHOP).callsEverything();
        client.send("GET", "/shop", "", "no-token");
        client.send("GET", "/orders/99999/comments", "");
        client.send("PATCH", "/orders/" + starweb.orders(SHOP).getFirst().orderId() + "/comments/99999", "{}");
        client.get("/customers/100?include=tags,externalServices,addresses");
        client.send("GET", "/orders/" + starweb.orders(SHOP).getFirst().orderId() + "?include=nothing", "");
        starweb.quirks(SHOP).set("order.addresses", "none");
        client.get("/orders?include=addresses");
        client.get("/products?include=attributes,tags");
        client.get("/products/1/variants?include=attributeValues.attribute");
        client.send("PUT", "/product-units/1", "{\"languages\":[{\"langCode\":\"xx\"}]}");
        client.send("PATCH", "/product-attributes/99999", "{}");
        starweb.limit(1);
        client.send("GET", "/shop", "");
        client.send("GET", "/shop", "");
        assertThat(watch.complaints()).isEmpty();
        assertThat(watch.needless()).isEmpty();
    }
}
