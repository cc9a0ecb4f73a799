package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.feed.SpecterFeeds.AckAnswer;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;

/** What holds for all journals: numbers, open batches, acknowledgements, refusals and records (reference section 5). */
class BatchTest extends FeedScene {

    private static final String B = "BATCH-1";

    private PullAnswer<?> pull(FeedKind kind, String batchNo) {
        return switch (kind) {
            case STOCK -> feeds.pullStock(batchNo);
            case ARTICLES -> feeds.pullArticles(batchNo);
            case ORDERS -> feeds.pullOrders(batchNo);
            case PRICE_LISTS -> feeds.pullPriceLists(batchNo);
        };
    }

    static Stream<String> open() {
        return Stream.of(
                "0;99;Batch 'OLD-BATCH' is not acknowledged",
                "0;99;first; then 'OLD-BATCH'; or\r'OTHER'",
                response(
                        "<APIresponse><result>0</result><code>99</code><message>Open: 'OLD-BATCH'</message></APIresponse>"),
                response(
                        "<APIresponse><code>99</code><message><![CDATA['OLD-BATCH' is open]]></message></APIresponse>"),
                response("<APIresponse result=\"0\" code=\"99\" message=\"'OLD-BATCH'\"/><articles/><orders/>"),
                "<x result='0'><CODE>99</CODE><Message>'OLD-BATCH'</Message></x>");
    }

    @ParameterizedTest
    @MethodSource("open")
    void tellsWhichOtherBatchIsOpen(String answer) {
        for (FeedKind kind : FeedKind.values()) {
            specter.answers(answer).answers(answer);

            assertThat(pull(kind, B)).isEqualTo(new PullAnswer.OtherBatchOpen<>("OLD-BATCH"));
            assertThat(feeds.ack(kind, B)).isEqualTo(new AckAnswer.OtherBatchOpen("OLD-BATCH"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0;99;Another batch is open",
                "0;99;Batch '' is open",
                "0;99;Batch 'BATCH-1' is open",
                "0;99;Batch 'A\tB' is open",
                "0;99",
                "<x><result>0</result><code>99</code></x>"
            })
    void refusesWhenTheOpenBatchCannotBePulled(String answer) {
        specter.answers(answer).answers(answer);

        assertThat(feeds.pullOrders(B)).isEqualTo(new PullAnswer.Refused<>("99"));
        assertThat(feeds.ack(FeedKind.ORDERS, B)).isEqualTo(new AckAnswer.Refused("99"));
    }

    @ParameterizedTest
    @CsvSource({
        "'0;60;no such batch; sorry', 60",
        "'0;60;no such batch;BATCH-1', 60",
        "'0;;odd', none",
        "'<x><result>0</result><code>30</code><message>x</message><orders/></x>', 30",
        "<x><result>0</result></x>, none"
    })
    void passesARefusalOn(String answer, String code) {
        for (FeedKind kind : FeedKind.values()) {
            specter.answers(answer).answers(answer);

            assertThat(pull(kind, B)).isEqualTo(new PullAnswer.Refused<>(code));
            assertThat(feeds.ack(kind, B)).isEqualTo(new AckAnswer.Refused(code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STOCK, updateArticlesFromBatch",
        "ARTICLES, updateArticleInfosFromBatch",
        "ORDERS, updateOrdersFromBatch",
        "PRICE_LISTS, updatePriceListsFromBatch"
    })
    void acknowledgesWithTheKeyOfThePull(FeedKind kind, String action) {
        specter.answers(response(OK));

        assertThat(feeds.ack(kind, B)).isEqualTo(new AckAnswer.Acked());

        assertThat(specter.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.target())
                    .isEqualTo("/getInfo.asp?action=" + action + "&sbmId=9999&apiUserId=7&useXML=2"
                            + "&key=c3899d730d3b2dff5b4332e1998e0d9d&batchNo=BATCH-1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1;17;OK", "1;;", "1;BATCH-1;OK", "<x><result>1</result><id>5</id></x>"})
    void takesAnySuccessForAnAcknowledgement(String answer) {
        specter.answers(answer);

        assertThat(feeds.ack(FeedKind.STOCK, B)).isEqualTo(new AckAnswer.Acked());
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty-answer",
        "<html>hello</html>, html-page",
        "<x><result>1</res, unreadable-body",
        "<x><stockChanges/></x>, unreadable-body"
    })
    void doesNotKnowWhetherABatchIsClosedByAnythingElse(String answer, String code) {
        cannotRead(() -> feeds.ack(FeedKind.STOCK, B), answer, code);
    }

    @ParameterizedTest
    @EnumSource(FeedKind.class)
    void treatsRefusedCredentialsAndPagesAsFailures(FeedKind kind) {
        specter.answers("0;10;wrong key")
                .answers(503, "<html>later</html>")
                .answers(404, "no")
                .hangsUp();

        assertFailure(kind, Kind.NOT_LET_IN, "credentials-refused");
        assertFailure(kind, Kind.OUTCOME_UNKNOWN, "http-503");
        assertFailure(kind, Kind.OUTCOME_UNKNOWN, "http-404");
    }

    /** The JDK's client repeats a GET of its own accord when a connection that it kept is closed. */
    @Test
    void doesNotKnowWhatBecameOfALostAnswer() {
        IntStream.range(0, 10).forEach(_ -> specter.hangsUp());

        assertFailure(FeedKind.ORDERS, Kind.OUTCOME_UNKNOWN, "connection-lost");

        assertThat(records).hasSize(1);
    }

    @Test
    void readsAListAtAnyStatus() {
        specter.answers(500, response(OK + "<orders/>"));

        assertThat(feeds.pullOrders(B)).isEqualTo(new PullAnswer.Batch<>(List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Ř-1", "A\nB", " A"})
    void sendsNoNumberThatWouldNotArriveAsItIs(String batchNo) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> feeds.pullStock(batchNo));

        assertThat(failure.kind()).isEqualTo(Kind.OUR_FAULT);
        assertThat(failure.code()).isEqualTo("violates-limits");
        assertThat(specter.asked()).isEmpty();
    }

    @Test
    void sendsNoEndlessNumber() {
        assertThat(catchThrowableOfType(RemoteFailure.class, () -> feeds.ack(FeedKind.STOCK, "A".repeat(101))))
                .hasMessageContaining("The field batchNo has 101 characters, and Specter takes 100 at most.");
    }

    @Test
    void recordsNumberAndCountButNoKey() {
        specter.answers(response(OK + "<stockChanges><article articleNo='A' noItemsAv='1'/><article/></stockChanges>"
                        + "<responseMaxLimit>2</responseMaxLimit>"))
                .answers("0;99;Batch 'OLD-1' is open")
                .answers("1;;OK");

        feeds.pullStock(B);
        feeds.pullStock(B);
        feeds.ack(FeedKind.STOCK, B);

        assertThat(records).extracting(CallRecord::subject).containsOnly("stock BATCH-1");
        assertThat(records)
                .extracting(CallRecord::request)
                .containsExactly(
                        "batchNo=BATCH-1&getMultipleStocksites=1",
                        "batchNo=BATCH-1&getMultipleStocksites=1",
                        "batchNo=BATCH-1");
        assertThat(records)
                .extracting(CallRecord::answer)
                .containsExactly("1;1 rows, 1 unreadable, more to come", "0;99;Batch 'OLD-1' is open", "1;0");
    }

    @Test
    void takesThePlacesOfTheTenant() {
        specter.answers(response(OK)).answers("1;;OK");

        feeds.pullOrders(B);
        feeds.ack(FeedKind.ORDERS, B);

        assertThat(places.asked()).containsExactly("nordkajak 3", "nordkajak 3");
    }

    @Test
    void triesOnceMoreWhenNothingWasSent() {
        specter.close();

        assertFailure(FeedKind.ORDERS, Kind.NOT_SENT, "no-connection");

        assertThat(records).hasSize(2);
    }

    @Test
    void reachesTheFirstVersionWithoutAUser() {
        specter.answers(response(OK + "<orders/>"));

        feeds(Given.setup(specter.baseUrl(), 1, Duration.ofSeconds(5), Set.of(), false))
                .pullOrders(B);

        assertThat(specter.asked().getFirst().target()).doesNotContain("apiUserId");
    }

    @Test
    void makesNumbersInTheFormThatSpecterIsUsedTo() {
        byte[] random = new byte[16];
        random[0] = (byte) 0xAB;

        assertThat(SpecterFeeds.newBatchNo(random)).isEqualTo("ab" + "0".repeat(30));
        assertThatIllegalArgumentException().isThrownBy(() -> SpecterFeeds.newBatchNo(new byte[15]));
    }

    private void assertFailure(FeedKind kind, Kind failure, String code) {
        RemoteFailure thrown = catchThrowableOfType(RemoteFailure.class, () -> pull(kind, B));
        assertThat(thrown.kind()).isEqualTo(failure);
        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown.getMessage()).endsWith(kind.key() + " BATCH-1: " + code);
    }
}
