package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.ScriptedFeeds;
import se.brygga.activities.feed.Follower;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.FeedReading;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.SpecterReply;
import se.brygga.setup.StockSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.attention.CauseTexts;

/** Stock whose warehouses are marked in another way than before is no stock of others (Specter reference O28). */
@Timeout(120)
class WarehousesTest {

    private static final String TENANT = SHOP.tenant();
    private static final String ONE_AND_TWO = "stockSiteId='1'=10 stockSiteId='2'=5";

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedFeeds specter = new ScriptedFeeds();
    private final Follower follower = books.stockFlow.follower(
            new SpecterClients(
                    (tenant, setup) -> {
                        throw new UnsupportedOperationException();
                    },
                    (tenant, setup) -> specter),
            books.feedLoops.puller());

    @ParameterizedTest
    @CsvSource({
        // Only one has changed: nobody can say which.
        "=8",
        "=8 =5",
        "stockSiteId='1'=8 =5"
    })
    void anAnswerThatNamesNoWarehouseAnyMoreIsNotTakenAndComesAgain(String answer) {
        specter.answers(batch(ONE_AND_TWO));
        drain(SampleSetup.stock());
        specter.answers(batch(answer));

        assertRefused(SampleSetup.stock(), "Known are 1, 2");

        assertThat(known()).containsExactly("1=10", "2=5");
        assertThat(specter.acked()).hasSize(1);

        specter.answers(batch("stockSiteId='1'=8"));
        drain(SampleSetup.stock());

        assertThat(known()).containsExactly("1=8", "2=5");
        assertThat(specter.pulled().get(1))
                .as("the same batch")
                .isEqualTo(specter.pulled().get(2));
    }

    @Test
    void anAnswerThatNamesWarehousesWhenTheyWereToldByPlaceIsNotTaken() {
        specter.answers(batch("=8 =5"));
        drain(SampleSetup.stock());
        specter.answers(batch("stockSiteId='1'=8"));

        assertRefused(SampleSetup.stock(), "has the warehouses 1. Known are #1, #2");

        assertThat(known()).containsExactly("#1=8", "#2=5");
    }

    @Test
    void anAnswerInTextIsNotTakenWhereSeveralWarehousesAreKnown() {
        specter.answers(batch(ONE_AND_TWO));
        drain(SampleSetup.stock());
        specter.answers(
                new PullAnswer.Batch<>(List.of(new StockChange("MUGG", null, java.math.BigDecimal.TEN)), false));

        assertRefused(SampleSetup.stock(), "Known are 1, 2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShopThatWantsSomeWarehousesIsNotToldNothingWhereNoneIsNamed(boolean apart) {
        specter.answers(batch("=8 =5"));

        assertRefused(apart ? apart("1") : listed("1"), "The set-up names 1");

        assertThat(known()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stockSiteId='1'=8", "id='3'=1", "stockId='7'=1 stockId='8'=1"})
    void aNamedWarehouseMayAlwaysBeNew(String answer) {
        specter.answers(batch(ONE_AND_TWO));
        drain(SampleSetup.stock());
        specter.answers(batch(answer));

        assertThatCode(() -> drain(SampleSetup.stock())).doesNotThrowAnyException();
    }

    @Test
    void warehousesThatWereNeverNamedAreToldByPlace() {
        specter.answers(batch("=8 =5"));
        drain(SampleSetup.stock());
        specter.answers(batch("=7 =5"));
        drain(listed("#1", "#2"));

        assertThat(known()).containsExactly("#1=7", "#2=5");
    }

    private void assertRefused(StockSetup stock, String why) {
        assertThatThrownBy(() -> drain(stock)).isInstanceOfSatisfying(RemoteFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
            assertThat(failure.why()).isEqualTo(RemoteFailure.Why.WAREHOUSES_NOT_NAMED);
            assertThat(CauseTexts.in(Locale.ENGLISH).detail(failure.told())).contains(why);
        });
    }

    private void drain(StockSetup stock) {
        TenantSetup setup = SampleSetup.withStock(stock);
        follower.drain(setup);
    }

    private List<String> known() {
        return books.stock.levels(TENANT).available().getOrDefault("MUGG", List.of()).stream()
                .map(WarehousesTest::text)
                .toList();
    }

    private static String text(StockBook.Site site) {
        return site.site() + "=" + site.available().toPlainString();
    }

    private static StockSetup listed(String... sites) {
        return stock(new StockSetup.Sites(StockSetup.Kind.LISTED, List.of(sites)), Map.of());
    }

    private static StockSetup apart(String site) {
        return stock(StockSetup.Sites.SUM, Map.of(site, "Butik"));
    }

    private static StockSetup stock(StockSetup.Sites sites, Map<String, String> locations) {
        StockSetup sample = SampleSetup.stock();
        return new StockSetup(
                sites,
                locations,
                sample.refillStatus(),
                sample.soldOutStatus(),
                sample.shown(),
                sample.groups(),
                sample.skus(),
                sample.allowNegative(),
                sample.gone());
    }

    /** As Specter writes it: {@code <attribute>=<quantity of MUGG>} for each warehouse. */
    private static PullAnswer<StockChange> batch(String sites) {
        StringBuilder xml = new StringBuilder("<response><stockChanges>");
        for (String site : sites.split(" ")) {
            int quantity = site.lastIndexOf('=');
            xml.append("<stock ")
                    .append(site, 0, quantity)
                    .append("><articles><article><articleNo>MUGG</articleNo><noItemsAv>")
                    .append(site.substring(quantity + 1))
                    .append("</noItemsAv></article></articles></stock>");
        }
        String body = xml.append("</stockChanges></response>").toString();
        FeedReading<StockChange> reading = FeedReading.stock("B");
        assertThat(reading.read(new SpecterReply(200, "text/xml", null, body.getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(AnswerBody.Success.class);
        return reading.batch();
    }
}
