package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.cli.Brygga;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line has views of its own. Each reads what the API's description tells of the answer, and knows what may be null. */
class CommandLineViewsTest extends ApiServed {

    private Description description() throws Exception {
        return new Description(json(send(HttpRequest.newBuilder(URI.create(base + "/api/v1/openapi")))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get  | /orders                          |        | orders.OrderList
            get  | /orders/{number}                 |        | orders.OrderStory
            get  | /orders/{tenant}/{shop}/{number} |        | orders.OrderStory
            get  | /causes                          | /items | orders.OrdersCausesCommand$WaitingCause
            get  | /trouble                         |        | view.Trouble
            post | /search                          |        | orders.SearchCommand$Finds
            get  | /audit                           | /properties/items/items | AuditCommand$Deed
            get  | /tokens                          | /items | TokenCommand$Token
            get  | /callbacks                       | /properties/items/items | CallbacksCommand$Callback
            get  | /callbacks/silent                | /properties/items/items | CallbacksCommand$SilentOrder
            get  | /jobs                            | /properties/items/items | jobs.JobStory$Job
            get  | /jobs/{job}                      |        | jobs.JobStory
            get  | /jobs/decisions/preview          |        | orders.BulkDecision$Preview
            get  | /feeds                           |        | feeds.LoopList
            get  | /prices/waiting                  |        | prices.WaitingPrices
            get  | /tenants/{tenant}/shops/{shop}/product-groups | | products.ProductGroups
            get  | /stock/{tenant}/{shop}           |        | stock.StockStory
            get  | /articles/{tenant}               |        | stock.StockArticlesCommands$WithheldArticles
            get  | /products/{tenant}/{shop}        |        | products.ProductsListCommand$ProductList
            get  | /products/{tenant}/{shop}/story  |        | products.ProductsShowCommand$ProductStory
            get  | /products/register               | /items | products.Register$Entry
            get  | /systems/{tenant}                |        | feeds.SystemsCommand$Retry$Tried
            get  | /keys                            | /items | KeyCommand$Status$Use
            get  | /tenants                         | /items | tenants.StateCommands$ShopState
            get  | /tenants/{tenant}/setup/versions | /items | tenants.KeptCommands$Version
            post | /tenants/{tenant}/setup/check    |        | tenants.CheckCommand$Comparison
            post | /prices/{tenant}/file/preview    |        | prices.PricesLoadCommand$Preview
            get  | /comparisons/{feed}/{tenant}/{shop} |     | goods.Comparison
            get  | /initial/{tenant}/{shop}         |        | initial.InitialStory
            get  | /initial/{tenant}/{shop}/lines   | /properties/items/items | initial.InitialLine
            """)
    void aViewReadsWhatTheDescriptionTellsOfItsRoute(String method, String path, String part, String view)
            throws Exception {
        Description description = description();
        JsonNode answer = description.resolved(description.answer(method, path));

        assertThat(description.objectionsTo(
                        Class.forName(Brygga.class.getPackageName() + "." + view), answer.at(part == null ? "" : part)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/orders, orders.json", "/orders/{number}, order.json"})
    void theAnswersThatTheCommandLineIsTrainedOnLookLikeRealOnes(String path, String file) throws Exception {
        Description description = description();
        try (InputStream answer = Objects.requireNonNull(Brygga.class.getResourceAsStream("training/" + file))) {
            assertThat(description.objectionsTo(JsonMapper.shared().readTree(answer), description.answer("get", path)))
                    .isEmpty();
        }
    }

    @Test
    void aViewThatReadsWhatIsNotToldIsFound() throws Exception {
        Description description = description();
        record Wrong(String orders, int nothing) {}
        assertThat(description.objectionsTo(Wrong.class, description.resolved(description.answer("get", "/orders"))))
                .containsExactly("Wrong.nothing is in no answer");
    }
}
