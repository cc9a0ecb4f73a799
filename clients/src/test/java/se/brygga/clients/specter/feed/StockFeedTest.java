package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.workflows.attention.Phrase;

class StockFeedTest extends FeedScene {

    private static final String B = "BATCH-1";

    @Test
    void pullsAllWarehousesWithTheKeyOfVectorTwo() {
        specter.answers(response(OK + "<stockChanges/>"));

        assertThat(feeds.pullStock(B)).isEqualTo(batch());

        assertThat(specter.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.target())
                    .isEqualTo("/getInfo.asp?action=getArticleExternalNeedUpdate&sbmId=9999&apiUserId=7&useXML=2"
                            + "&key=c3899d730d3b2dff5b4332e1998e0d9d&batchNo=BATCH-1&getMultipleStocksites=1");
        });
    }

    @Test
    void readsTheIllustrativeAnswer() {
        specter.answers(response(OK + stock("stockSiteId=\"1\"", article("ART-001", "12"))));

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("ART-001", "1", "12")));
    }

    @Test
    void keepsWarehousesApart() {
        specter.answers(response("<stockChanges>" + site("stockSiteId='1'", article("A", "1") + article("B", "2"))
                + site("stockSiteId='7'", article("A", "3")) + "</stockChanges>"));

        assertThat(feeds.pullStock(B))
                .isEqualTo(batch(change("A", "1", "1"), change("B", "1", "2"), change("A", "7", "3")));
    }

    @ParameterizedTest
    @CsvSource({
        "stockSiteId='1' id='2' stockId='3', 1",
        "id='2' stockId='3', 2",
        "stockId='3', 3",
        "STOCKSITEID='4', 4",
        "stockSiteId='', #1",
        "name='Lager', #1"
    })
    void takesTheLikeliestNameOfAWarehouse(String attributes, String site) {
        specter.answers(response(stock(attributes, article("A", "1"))));

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", site, "1")));
    }

    /** No index takes it, and one that cannot be stored would hold up the journal for ever. */
    @Test
    void namesAnArticleWhoseNumberIsNoneByItsBeginning() {
        String none =
                "KAJ" + IntStream.range(0, 1_000).mapToObj(Integer::toString).collect(Collectors.joining());
        specter.answers(response(stock("stockSiteId='1'", article(none, "1") + article("B", "2"))));

        PullAnswer.Batch<StockChange> batch = batchOf(feeds.pullStock(B));

        assertThat(batch.rows()).containsExactly(change("B", "1", "2"));
        assertThat(batch.unreadable())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).hasSize(200).startsWith("KAJ012"));
    }

    @Test
    void countsWarehousesWithoutAnyName() {
        specter.answers(response(
                "<stockChanges>" + site("", article("A", "1")) + site("", article("A", "2")) + "</stockChanges>"));

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", "#1", "1"), change("A", "#2", "2")));
    }

    @Test
    void readsAWarehousesIdBehindItsArticlesToo() {
        specter.answers(response("<stockChanges><stock><articles>" + article("A", "1")
                + "</articles><stockSiteId>5</stockSiteId></stock></stockChanges>"));

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", "5", "1")));
    }

    @Test
    void readsArticlesWithoutAWarehouse() {
        specter.answers(response("<stockChanges><articles>" + article("A", "1") + "</articles></stockChanges>"));

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", null, "1")));
    }

    @Test
    void readsAttributesInAnyCaseUnderAnyRoot() {
        specter.answers(
                "<STOCKCHANGES result='1'><STOCK STOCKSITEID='1'><ARTICLES><ARTICLE ARTICLENO=' A ' NOITEMSAV='5'/>"
                        + "</ARTICLES></STOCK></STOCKCHANGES>");

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", "1", "5")));
    }

    @ParameterizedTest
    @CsvSource({"'12,5', 12.5", "12.50, 12.50", "-3, -3", "'-,5', -0.5", "0, 0", "+4, 4"})
    void readsNumbersWithCommaOrDot(String number, BigDecimal available) {
        specter.answers(response(stock("id='1'", article("A", number))));

        assertThat(feeds.pullStock(B)).isEqualTo(batch(new StockChange("A", "1", available)));
    }

    @Test
    void readsTheLiteralAsNothingAndSaysSo() {
        specter.answers(response(stock("id='1'", article("A", "noItemsAvailable"))))
                .answers("id;articleNo;noItemsAvailable;batchNo\r17;A;noItemsAvailable;BATCH-1");

        assertThat(feeds.pullStock(B)).isEqualTo(batch(new StockChange("A", "1", BigDecimal.ZERO, true)));
        assertThat(feeds.pullStock(B)).isEqualTo(batch(new StockChange("A", null, BigDecimal.ZERO, true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", ";\r", "\r\r"})
    void readsTextRowsOfAnyKind(String end) {
        specter.answers("articleId;articleNo;noItemsAvailable;batchNo" + end + "17;A;12;BATCH-1" + end
                + "18;B;1,5;batch-1" + end);

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", null, "12"), change("B", null, "1.5")));
    }

    @Test
    void readsTextWithoutAHeader() {
        specter.answers("1;A;12;BATCH-1\r18;B;3;BATCH-1")
                .answers("1;A;noItemsAvailable;BATCH-1\r18;B;3;BATCH-1")
                .answers("1;12345;12;BATCH-1");

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A", null, "12"), change("B", null, "3")));
        assertThat(feeds.pullStock(B))
                .isEqualTo(batch(new StockChange("A", null, BigDecimal.ZERO, true), change("B", null, "3")));
        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("12345", null, "12")));
    }

    @Test
    void readsAnArticleNumberWithSemicolons() {
        specter.answers("17;A;B;12;BATCH-1");

        assertThat(feeds.pullStock(B)).isEqualTo(batch(change("A;B", null, "12")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articleId;articleNo;noItemsAvailable;batchNo",
                "1;;OK",
                "1;0;Nothing to update",
                "1;;No changes",
                "<r><stockChanges/></r>",
                "<r><stockChanges><stock id='1'><articles/></stock></stockChanges></r>",
                "<r><APIresponse><result>1</result></APIresponse></r>",
                "<r result='1'/>"
            })
    void takesNothingPendingForAnEmptyBatch(String body) {
        specter.answers(body);

        assertThat(feeds.pullStock(B)).isEqualTo(batch());
    }

    @Test
    void losesNoRowForAnother() {
        specter.answers(response(stock(
                        "id='1'",
                        article("A", "1") + article("", "2") + article("B", "many")
                                + "<article><articleNo>C</articleNo>" + "</article>" + article("D", "1.000,5")
                                + article("E", "5"))))
                .answers("17;A;1;BATCH-1\r18;;2;BATCH-1\r19;B;1e3;BATCH-1");

        assertThat(feeds.pullStock(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(change("A", "1", "1"), change("E", "1", "5")),
                        false,
                        List.of(
                                new PullAnswer.Unreadable(
                                        null, Phrase.UNREADABLE_FIELD.with(Phrase.ROW.with(2), "articleNo")),
                                new PullAnswer.Unreadable("B", Phrase.UNREADABLE_FIELD.with("B", "noItemsAv")),
                                new PullAnswer.Unreadable("C", Phrase.UNREADABLE_FIELD.with("C", "noItemsAv")),
                                new PullAnswer.Unreadable("D", Phrase.UNREADABLE_FIELD.with("D", "noItemsAv")))));
        assertThat(feeds.pullStock(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(change("A", null, "1")),
                        false,
                        List.of(
                                new PullAnswer.Unreadable(
                                        null, Phrase.UNREADABLE_FIELD.with(Phrase.ROW.with(2), "articleNo")),
                                new PullAnswer.Unreadable("B", Phrase.UNREADABLE_FIELD.with("B", "noItemsAv")))));
    }

    @Test
    void takesNoPartOfAListForTheWhole() {
        String whole = response(OK + stock("stockSiteId=\"1\"", article("A", "1") + article("B", "23")));
        IntStream.range(1, whole.length()).forEach(length -> {
            String part = whole.substring(0, length);
            cannotRead(() -> feeds.pullStock(B), part, part.isBlank() ? "empty-answer" : "unreadable-body");
        });
    }

    @Test
    void takesNoPartOfATextRowForTheWhole() {
        String whole = "1;123;45;BATCH-1\r2;B;12;BATCH-1";
        // A cut exactly between two rows cannot be seen in text.
        IntStream.range(1, whole.length())
                .filter(length -> length != 16 && length != 17)
                .forEach(length -> cannotRead(() -> feeds.pullStock(B), whole.substring(0, length), "unreadable-body"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty-answer",
        "' ', empty-answer",
        "<html><body>Service</body></html>, html-page",
        "<r/>, unreadable-body",
        "<r><other/></r>, unreadable-body",
        "<r><stockChanges><row no='1'/></stockChanges></r>, unreadable-body",
        "<r><result>1</result><stockChanges><row no='1'/></stockChanges></r>, unreadable-body",
        "<r><stockChanges/></r><font>Error 800a000d</font>, unreadable-body",
        "<!DOCTYPE r [<!ENTITY e '1'>]><r><stockChanges/></r>, unreadable-body",
        "<r><stockChanges>&e;</stockChanges></r>, unreadable-body",
        "17;A;12;OTHER, unreadable-body",
        "17;A;12, unreadable-body",
        "1;A;12, unreadable-body",
        "1;A;no, unreadable-body",
        "1;A;noItems, unreadable-body",
        "2;30;odd, unreadable-body",
        "Hello; world, unreadable-body"
    })
    void takesNothingElseForAnAnswer(String body, String code) {
        cannotRead(() -> feeds.pullStock(B), body, code);
    }

    @Test
    void takesRowsBeforeAnErrorPageForUnreadable() {
        cannotRead(
                () -> feeds.pullStock(B),
                "17;A;12;BATCH-1\r18;B;3;BATCH-1\r<font>ADODB error</font>",
                "unreadable-body");
    }

    @Test
    void readsTwentyThousandRows() {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> article("ART-" + i, Integer.toString(i)))
                .collect(Collectors.joining());
        specter.answers(response(OK + stock("stockSiteId='1'", rows)));

        PullAnswer.Batch<StockChange> batch = batchOf(feeds.pullStock(B));

        assertThat(batch.rows()).hasSize(20_000).contains(change("ART-19999", "1", "19999"));
        assertThat(batch.unreadable()).isEmpty();
        assertThat(records.getFirst().answer()).isEqualTo("1;20000 rows, 0 unreadable");
    }

    @Test
    void readsALongAnswerAsText() {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> i + 1 + ";" + "ARTICLE-NUMBER-".repeat(4) + i + ";1;BATCH-1")
                .collect(Collectors.joining("\r"));
        specter.answers(rows);

        assertThat(batchOf(feeds.pullStock(B)).rows()).hasSize(20_000);
    }

    private static PullAnswer<StockChange> batch(StockChange... rows) {
        return new PullAnswer.Batch<>(List.of(rows), false);
    }

    private static StockChange change(String articleNo, @Nullable String site, String available) {
        return new StockChange(articleNo, site, new BigDecimal(available));
    }

    private static String stock(String attributes, String articles) {
        return "<stockChanges>" + site(attributes, articles) + "</stockChanges>";
    }

    private static String site(String attributes, String articles) {
        return "<stock " + attributes + "><articles>" + articles + "</articles></stock>";
    }

    private static String article(String articleNo, String available) {
        return "<article><articleNo>" + articleNo + "</articleNo><noItemsAv>" + available + "</noItemsAv></article>";
    }
}
