package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.feed.PriceListChange.Price;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.workflows.attention.Phrase;

class PriceListFeedTest extends FeedScene {

    private static final String B = "BATCH-1";

    @Test
    void readsListsPricesTiersAndDiscounts() {
        specter.answers(response(OK + "<priceLists><priceList priceListId='3' name='Återförsäljare' currency='NOK'>"
                + "<price articleNo='A' fromQty='1' priceExclVat='79,2525'/><price articleNo='A' fromQty='10,0'"
                + " priceExclVat='70'/><price articleNo='B' discountPercent='12,5'/><price articleNo='C' deleted='1'/>"
                + "</priceList><priceList priceListId='4' deleted='1'/></priceLists>"));

        assertThat(feeds.pullPriceLists(B))
                .isEqualTo(batch(
                        new PriceListChange(
                                "3",
                                "Återförsäljare",
                                "NOK",
                                false,
                                List.of(
                                        price("A", "1", "79.2525", null),
                                        price("A", "10.0", "70", null),
                                        price("B", "1", null, "12.5"),
                                        new Price("C", BigDecimal.ONE, true, null, null))),
                        new PriceListChange("4", null, null, true, List.of())));

        assertThat(specter.asked().getFirst().target())
                .isEqualTo("/getInfo.asp?action=getPriceListsExternalNeedUpdate&sbmId=9999&apiUserId=7&useXML=2"
                        + "&key=c3899d730d3b2dff5b4332e1998e0d9d&batchNo=BATCH-1");
    }

    @Test
    void losesNoPriceForAnother() {
        specter.answers(response("<priceLists><priceList priceListId='3'><price articleNo='A'/>"
                + "<price priceExclVat='1'/><price articleNo='B' priceExclVat='x'/><price articleNo='C' priceExclVat='1'/>"
                + "</priceList><priceList name='nameless'/></priceLists>"));

        assertThat(feeds.pullPriceLists(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(new PriceListChange("3", null, null, false, List.of(price("C", "1", "1", null)))),
                        false,
                        List.of(
                                new PullAnswer.Unreadable(
                                        "3: price of A",
                                        Phrase.UNREADABLE_PART.with("3", Phrase.ARTICLE.with("A"), "priceExclVat")),
                                new PullAnswer.Unreadable(
                                        "3: price of ?",
                                        Phrase.UNREADABLE_PART.with("3", Phrase.ARTICLE.with("?"), "articleNo")),
                                new PullAnswer.Unreadable(
                                        "3: price of B",
                                        Phrase.UNREADABLE_PART.with("3", Phrase.ARTICLE.with("B"), "priceExclVat")),
                                new PullAnswer.Unreadable(
                                        null, Phrase.UNREADABLE_FIELD.with(Phrase.ROW.with(2), "priceListId")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r><priceLists/></r>", "<r result='1'/>"})
    void takesNothingPendingForAnEmptyBatch(String body) {
        specter.answers(body);

        assertThat(feeds.pullPriceLists(B)).isEqualTo(batch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r><priceLists><priceList priceListId='3'>", "priceList;currency", "<r/>"})
    void takesNothingElseForAnAnswer(String body) {
        cannotRead(() -> feeds.pullPriceLists(B), body, "unreadable-body");
    }

    @Test
    void sendsNothingInventedUnlessTheSetUpAllowsIt() {
        var live = feeds(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));

        assertThatIllegalStateException().isThrownBy(() -> live.pullPriceLists(B));
        assertThatIllegalStateException().isThrownBy(() -> live.ack(FeedKind.PRICE_LISTS, B));
        assertThat(specter.asked()).isEmpty();
    }

    private static PullAnswer<PriceListChange> batch(PriceListChange... rows) {
        return new PullAnswer.Batch<>(List.of(rows), false);
    }

    private static Price price(String articleNo, String fromQty, @Nullable String price, @Nullable String discount) {
        return new Price(
                articleNo,
                new BigDecimal(fromQty),
                false,
                price == null ? null : new BigDecimal(price),
                discount == null ? null : new BigDecimal(discount));
    }
}
