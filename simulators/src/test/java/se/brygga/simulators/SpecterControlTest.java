package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.simulators.SpecterDoor.ACCOUNT;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.JournalEntry;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.sales.Order.Delivered;

/** What people do on the Specter simulator's page, and testers through its control API. */
@ExtendWith(SimulatorsAtWork.class)
class SpecterControlTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Browser browser = new Browser();
    private SpecterSimulator specter;
    private SpecterAccount account;
    private SpecterDoor door;

    @BeforeEach
    void start(SpecterSimulator specter) throws Exception {
        this.specter = specter;
        account = specter.account(ACCOUNT);
        door = new SpecterDoor(specter);
        door.order("K1", "KAJ-002", "2", "KAJ-003", "1");
    }

    private Browser.Answer json(String method, String path, String body) throws Exception {
        return browser.send(method, specter.uri() + "/__sim/" + path, body);
    }

    private Browser.Answer form(String path, String body) throws Exception {
        return browser.send("POST", specter.uri() + "/__sim/" + path, body, "Content-Type", FORM);
    }

    private String page() throws Exception {
        return browser.send("GET", specter.uri() + "/", "").body();
    }

    @Test
    void aPersonDeliversByAFormWithTheNumbersOfTheParcelsAndIsLedBack() throws Exception {
        assertThat(page()).contains("inte levererad", "/__sim/orders/9999/5001/deliver", "kollinummer");

        Browser.Answer answer = form("orders/9999/5001/deliver", "tracking=370%2C+371");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(account.order("K1").orElseThrow().trackingNos()).containsExactly("370", "371");
        assertThat(page())
                .contains("<span class='b ok'>levererad</span>", "370, 371")
                .doesNotContain("5001/deliver\"");
    }

    @Test
    void aPersonChangesStockAndPriceByForms() throws Exception {
        assertThat(form("articles/9999/KAJ-002/stock", "site=1&shelf=2%2C5").status())
                .isEqualTo(303);
        assertThat(form("articles/9999/KAJ-002/price", "price=79%2C90").status())
                .isEqualTo(303);
        assertThat(form("articles/9999/KAJ-003/sale", "ordinary=127.2&sale=99").status())
                .isEqualTo(303);

        assertThat(account.article("KAJ-002").available()).isEqualByComparingTo("0.5");
        assertThat(page()).contains("value=\"79.9\"", "value=\"2.5\"", "ordinarie 127.2");

        assertThat(form("articles/9999/KAJ-003/sale", "").status()).isEqualTo(303);
        assertThat(account.article("KAJ-003").ordinaryPrice()).isNull();
    }

    @Test
    void whatCannotBeDoneIsExplainedAndChangesNothing() throws Exception {
        Browser.Answer answer = form("articles/9999/KAJ-002/price", "price=dyrt<b>");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Det gick inte", "dyrt&lt;b>").doesNotContain("<b>");
        assertThat(json("POST", "articles/9999/KAJ-002/price", "{\"price\":\"-1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(account.article("KAJ-002").price()).isEqualByComparingTo("9592.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | nothing                           |                                          | 400",
                "GET  | orders/1234                       |                                          | 400",
                "GET  | articles/abc                      |                                          | 400",
                "POST | orders/9999/5001/dance            |                                          | 400",
                "POST | orders/9999/9/deliver             |                                          | 400",
                "POST | orders/9999/5001/deliver          | {broken                                  | 400",
                "POST | articles/9999/KAJ-002/stock       | {\"shelf\":\"many\"}                     | 400",
                "POST | articles/9999/KAJ-002/stock       | {\"delta\":1.5}                          | 400",
                "POST | feeds/9999/coffee/changed         |                                          | 400",
                "POST | triggers/9999/coffee              |                                          | 400",
                "PUT  | triggers/9999                     | {\"stock\":\"http://example.com/\"}      | 400",
                "PUT  | triggers                          | {\"late\":\"soon\"}                      | 400"
            })
    void eachMistakeIsRefused(String method, String path, String body, int status) throws Exception {
        assertThat(json(method, path, body == null ? "" : body).status()).isEqualTo(status);
    }

    @Test
    void anOrdersWholeLifeCanBePlayed() throws Exception {
        json(
                "POST",
                "orders/9999/5001/deliver-part",
                "{\"articleNo\":\"KAJ-002\",\"quantity\":1,\"tracking\":\"370\"}");
        assertThat(account.order("K1").orElseThrow().delivered()).isEqualTo(Delivered.PARTLY);
        json("POST", "orders/9999/5001/deliver", "{\"tracking\":[\"371\",\"372\"]}");
        json("POST", "orders/9999/5001/undo", "");
        assertThat(account.order("K1").orElseThrow().trackingNos()).containsExactly("370");
        assertThat(json("POST", "orders/9999/5001/invoice", "")
                        .json()
                        .path("invoiceId")
                        .asLong())
                .isEqualTo(9001);
        json("POST", "orders/9999/5001/pay", "{\"amount\":\"100\"}");
        assertThat(page()).contains("4 fakturerad").doesNotContain("betald<");
        json("POST", "orders/9999/5001/pay", "");
        assertThat(page()).contains("4 fakturerad, betald");
        json("POST", "orders/9999/5001/credit", "");
        assertThat(page()).contains("krediterad");
        json("POST", "orders/9999/5001/cancel", "");
        assertThat(page()).contains("5 annullerad");
        json("DELETE", "orders/9999/5001", "");
        assertThat(account.orders()).isEmpty();
    }

    @Test
    void articlesPriceListsAndCustomersCanBeChanged() throws Exception {
        json("POST", "articles/9999", "{\"count\":3}");
        json("POST", "articles/9999/KAJ-002/stock", "{\"delta\":-4}");
        json("POST", "articles/9999/KAJ-002/name", "{\"name\":\"Kajak ÅÄÖ\"}");
        json("POST", "articles/9999/KAJ-002/bar-code", "{\"barCode\":\"735\"}");
        json("POST", "articles/9999/KAJ-004/type", "{\"type\":\"EL\"}");
        json("POST", "articles/9999/KAJ-005/variant", "{\"main\":\"KAJ\",\"values\":{\"Färg\":\"Röd\"}}");
        json("POST", "articles/9999/DUO/package", "{\"name\":\"Två\",\"parts\":{\"KAJ-003\":2}}");
        json("POST", "articles/9999/KAJ-002/rename", "{\"to\":\"KAJ-002B\"}");
        assertThat(json("GET", "articles/9999/KAJ-002B", "").json().path("name").asString())
                .isEqualTo("Kajak ÅÄÖ");
        assertThat(account.article("DUO").available()).isEqualByComparingTo("14");
        assertThat(account.stock())
                .extracting("articleNo")
                .filteredOn(o -> o.toString().startsWith("LOAD-"))
                .hasSize(3);

        json("PUT", "price-lists/9999/10", "{\"currency\":\"SEK\",\"articleNo\":\"KAJ-003\",\"price\":\"70\"}");
        json(
                "PUT",
                "price-lists/9999/10",
                "{\"currency\":\"SEK\",\"articleNo\":\"KAJ-003\",\"fromQty\":10,\"discountPercent\":5}");
        assertThat(json("GET", "price-lists/9999", "")
                        .json()
                        .path(0)
                        .path("rows")
                        .size())
                .isEqualTo(2);
        json("DELETE", "price-lists/9999/10", "{\"articleNo\":\"KAJ-003\",\"fromQty\":10}");
        assertThat(account.priceLists().getFirst().rows()).hasSize(1);
        json("DELETE", "price-lists/9999/10", "");
        assertThat(account.priceLists()).isEmpty();

        json("PUT", "customers/9999/42", "{\"group\":\"1\",\"priceList\":10}");
        assertThat(account.customers().getFirst().priceListId()).isEqualTo(10);
    }

    @Test
    void queuesCanBeWatchedMarkedAndHeldByAnother() throws Exception {
        json("POST", "feeds/9999/orders/changed", "");
        String foreign = json("POST", "feeds/9999/orders/foreign-batch", "")
                .json()
                .path("batchNo")
                .asString();
        assertThat(json("POST", "feeds/9999/orders/foreign-batch", "").status()).isEqualTo(409);
        assertThat(json("GET", "feeds/9999", "")
                        .json()
                        .path("openBatches")
                        .path(0)
                        .path("batchNo")
                        .asString())
                .isEqualTo(foreign);
        assertThat(page()).contains(foreign + " (annans)");
        json("DELETE", "feeds/9999/orders/foreign-batch", "");
        assertThat(account.openBatches()).isEmpty();
        assertThat(json("GET", "feeds/9999/orders", "")
                        .json()
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo(JournalEntry.State.ACKED.name());
        assertThat(account.pending(SimFeedKind.ORDERS)).isZero();
    }

    @Test
    void thePageRefreshesOnlyWhileNobodyTypes() throws Exception {
        assertThat(page()).contains("if(busy())return", "document.activeElement.matches('input,select')");
    }

    @Test
    void aResetMakesTheAccountsNew() throws Exception {
        json("POST", "reset", "");
        assertThat(account.orders()).isEmpty();
        assertThat(account.article("KAJ-002").sites().getFirst().reserved()).isEqualByComparingTo("0");
    }
}
