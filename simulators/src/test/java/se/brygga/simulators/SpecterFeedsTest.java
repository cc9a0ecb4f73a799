package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.feeds.JournalEntry;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimStock;

/** Batches of the Specter simulator are as strict as its reference, section 5, says. */
class SpecterFeedsTest {

    private static final String GET_STOCK = "getArticleExternalNeedUpdate";
    private static final String ACK_STOCK = "updateArticlesFromBatch";
    private static final String GET_ARTICLES = "getArticleInfoExternalNeedUpdate";
    private static final String ACK_ARTICLES = "updateArticleInfosFromBatch";

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    @Test
    void aGetIsSignedByItsBatchNumber() throws Exception {
        // Vector V2 of the reference.
        String key = "c3899d730d3b2dff5b4332e1998e0d9d";
        assertThat(door.send(GET_STOCK, "BATCH-1", key, Map.of()).body()).startsWith("articleId;");
        assertThat(door.send(ACK_STOCK, "BATCH-1", key, Map.of()).body()).startsWith("1;");
        assertThat(door.send(GET_STOCK, "BATCH-2", key, Map.of()).body()).startsWith("0;10;");
    }

    @ParameterizedTest
    @EnumSource(SimFeedKind.class)
    void theSameNumberRepeatsTheSameContentAndAnotherIsRefusedWith99(SimFeedKind kind) throws Exception {
        door.order("K1", "KAJ-001", "1");
        account.putPrice(10, "SEK", "KAJ-001", 1, new BigDecimal("50"));
        account.setName("KAJ-001", "Kajak");
        String first = door.xml(kind.get(), "A1");
        assertThat(first).containsPattern("KAJ-001|5001|42");

        account.markAllChanged(kind);

        assertThat(door.xml(kind.get(), "A1")).isEqualTo(first);
        assertThat(door.xml(kind.get(), "A2")).contains("<code>99</code>", "'A1'");
        assertThat(door.get(kind.get(), "A2", Map.of())).matches("0;(99|30);.*");
        assertThat(door.ack(kind.ack(), "A2")).startsWith("0;60;");
        assertThat(door.ack(kind.ack(), "A1")).startsWith("1;");
        assertThat(account.pending(kind)).isPositive();
    }

    @Test
    void anAckClearsOnlyWhatItsBatchHeld() throws Exception {
        account.setStock("KAJ-001", 1, 7);
        account.setStock("KAJ-002", 1, 8);
        assertThat(door.stockText("A1")).contains("KAJ-001;7;A1", "KAJ-002;8;A1");
        account.setStock("KAJ-001", 1, 5);

        door.ack(ACK_STOCK, "A1");

        assertThat(door.stockText("A2")).contains("KAJ-001;5;A2").doesNotContain("KAJ-002");
    }

    @Test
    void everyChangeIsAccountedFor() throws Exception {
        account.setStock("KAJ-002", 1, 7);
        door.stockText("A1");
        account.setStock("KAJ-002", 2, 5);
        door.stockText("A1");
        door.ack(ACK_STOCK, "A1");

        List<JournalEntry> entries = account.journal(SimFeedKind.STOCK);

        assertThat(entries)
                .extracting(JournalEntry::what, JournalEntry::aspect, JournalEntry::state)
                .containsExactly(
                        tuple("KAJ-002", "site 1", JournalEntry.State.ACKED),
                        tuple("KAJ-002", "site 2", JournalEntry.State.PENDING));
        assertThat(entries.getFirst().batchNo()).isEqualTo("A1");
        assertThat(entries.getFirst().told()).isEqualTo(2);
        assertThat(entries.getFirst().ackedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"KEEP, true, PENDING", "LOST, false, LOST"})
    void aChangeBetweenGetAndAckStaysOrIsLostAsTheQuirkSays(String quirk, boolean stays, JournalEntry.State state)
            throws Exception {
        account.quirks().set("batch.lateChange", quirk);
        account.setStock("KAJ-002", 1, 7);
        door.stockText("A1");
        account.setStock("KAJ-002", 1, 5);
        door.ack(ACK_STOCK, "A1");

        assertThat(account.journal(SimFeedKind.STOCK).getLast().state()).isEqualTo(state);
        assertThat(door.stockText("A2").contains("KAJ-002;5;A2")).isEqualTo(stays);
    }

    @ParameterizedTest
    @CsvSource({"SAME, KAJ-002;7;A1, 2", "FRESH, KAJ-002;5;A1, 2", "EMPTY, '', 1", "ERROR, 0;60;, 1"})
    void theOpenBatchesNumberIsAnsweredAsTheQuirkSays(String quirk, String content, int told) throws Exception {
        account.quirks().set("batch.replay.stock", quirk);
        account.setStock("KAJ-002", 1, 7);
        door.stockText("A1");
        account.setStock("KAJ-002", 1, 5);

        String replay = door.stockText("A1");

        assertThat(replay).contains(content);
        assertThat(replay.contains("KAJ-002")).isEqualTo(content.contains("KAJ-002"));
        assertThat(account.journal(SimFeedKind.STOCK).getFirst().told()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, articleId;, 1;0;OK", "NO_BATCH, articleId;, 0;60;", "ERROR, 0;60;, 0;60;"})
    void aGetOfNothingIsAnsweredAsTheQuirkSays(String quirk, String answer, String ack) throws Exception {
        account.quirks().set("batch.empty", quirk);

        assertThat(door.stockText("A1")).startsWith(answer);
        assertThat(account.openBatches()).hasSize(quirk.equals("OPEN") ? 1 : 0);
        assertThat(door.ack(ACK_STOCK, "A1")).startsWith(ack);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, 0;60;", "OK, 1;0;OK"})
    void anAckOfABatchThatIsNotOpenIsAnsweredAsTheQuirkSays(String quirk, String answer) throws Exception {
        account.quirks().set("batch.unknownAck", quirk);
        account.setStock("KAJ-002", 1, 7);
        door.stockText("A1");
        door.ack(ACK_STOCK, "A1");

        assertThat(door.ack(ACK_STOCK, "A1")).startsWith(answer);
        assertThat(door.ack(ACK_STOCK, "NEVER")).startsWith(answer);
    }

    @Test
    void anAckThatIsForgottenLeavesTheBatchOpen() throws Exception {
        account.quirks().set("batch.ack", "FORGOTTEN");
        account.setStock("KAJ-002", 1, 7);
        door.stockText("A1");

        assertThat(door.ack(ACK_STOCK, "A1")).isEqualTo("1;1;OK");
        assertThat(door.stockText("A2")).contains("0;99;", "'A1'");
        assertThat(door.stockText("A1")).contains("KAJ-002;7;A1");
    }

    @ParameterizedTest
    @CsvSource({"SBMID, true", "USER, false", "WEBSHOP, false"})
    void aBatchOfAnotherIntegrationIsInTheWayOnlyIfBatchesAreShared(String quirk, boolean inTheWay) throws Exception {
        account.quirks().set("batch.owner", quirk);
        account.setStock("KAJ-002", 1, 7);

        String foreign = account.openForeignBatch(SimFeedKind.STOCK);

        assertThat(account.openBatches()).singleElement().satisfies(batch -> {
            assertThat(batch.batchNo()).isEqualTo(foreign);
            assertThat(batch.foreign()).isTrue();
        });
        assertThat(door.stockText("A1")).contains(inTheWay ? "'" + foreign + "'" : "KAJ-002;7;A1");
        if (inTheWay) {
            assertThat(door.stockText(foreign)).contains("KAJ-002;7;" + foreign);
        }
    }

    @Test
    void whatAnotherIntegrationAcknowledgesUnseenIsVisiblyLost() throws Exception {
        account.setStock("KAJ-002", 1, 7);
        account.openForeignBatch(SimFeedKind.STOCK);
        account.closeForeignBatch(SimFeedKind.STOCK);

        assertThat(door.stockText("A1")).doesNotContain("KAJ-002");
        assertThat(account.journal(SimFeedKind.STOCK)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(JournalEntry.State.ACKED);
            assertThat(entry.told()).isZero();
        });
    }

    @Test
    void twoShopsHaveOpenBatchesAtOnceWhenAShopOwnsThem() throws Exception {
        account.quirks().set("batch.owner", "WEBSHOP");
        account.setStock("KAJ-002", 1, 7);

        assertThat(door.get(GET_STOCK, "A1", Map.of("webshopId", "1"))).contains("KAJ-002");
        assertThat(door.get(GET_STOCK, "A2", Map.of("webshopId", "2"))).startsWith("articleId;");
        assertThat(account.openBatches()).hasSize(2);
    }

    @Test
    void aBatchThatIsTooOldIsGivenUpAndItsChangesArePendingAgain() throws Exception {
        account.quirks().set("batch.expiryMin", "10");
        account.setStock("KAJ-002", 1, 7);
        door.stockText("A1");
        account.setStock("KAJ-003", 1, 8);
        door.specter.clock().advance(Duration.ofMinutes(11));

        assertThat(door.ack(ACK_STOCK, "A1")).startsWith("0;60;");
        assertThat(door.stockText("A2")).contains("KAJ-002;7;A2", "KAJ-003;8;A2");
    }

    @Test
    void articlesAreTold100AtATimeUnlessTheLimitIsAnother() throws Exception {
        account.addArticles(250);
        int rounds = 0;
        int told = 0;
        int last = 100;
        while (last == 100) {
            String batch = "A" + ++rounds;
            String answer = door.xml(GET_ARTICLES, batch);
            assertThat(answer).contains("<responseMaxLimit>100</responseMaxLimit>");
            last = answer.split("<article ", -1).length - 1;
            told += last;
            door.ack(ACK_ARTICLES, batch);
        }
        assertThat(told).isEqualTo(250);
        assertThat(rounds).isEqualTo(3);
        account.quirks().set("limit.stock", "7");
        assertThat(door.stockText("S1").split("\r")).hasSize(1 + 7);
    }

    @ParameterizedTest
    @CsvSource({
        "ELEMENT, </articles><responseMaxLimit>100</responseMaxLimit></response>",
        "ATTRIBUTE, '<articles responseMaxLimit=\"100\"></articles></response>'",
        "NONE, <articles></articles></response>"
    })
    void theLimitIsToldAsTheQuirkSays(String quirk, String end) throws Exception {
        account.quirks().set("limit.shownAs", quirk);
        assertThat(door.xml(GET_ARTICLES, "A1")).endsWith(end);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingIsPendingAtTheFirstGetUnlessTheQuirkSaysNo(boolean pending) throws Exception {
        account.quirks().set("initialPending", Boolean.toString(pending));

        assertThat(door.stockText("A1").split("\r")).hasSize(pending ? 1 + 25 : 1);

        door.ack(ACK_STOCK, "A1");
        assertThat(door.stockText("A2").split("\r")).hasSize(1);
    }

    @Test
    void aFullReadGivesEverythingInBatchesAndOnlyOnce() throws Exception {
        account.quirks().set("limit.stock", "10");
        Map<String, String> full = Map.of("fullUpdate", "1");
        assertThat(door.get(GET_STOCK, "A1", full).split("\r")).hasSize(1 + 10);
        door.ack(ACK_STOCK, "A1");
        assertThat(door.get(GET_STOCK, "A2", full).split("\r")).hasSize(1 + 10);
        door.ack(ACK_STOCK, "A2");
        assertThat(door.stockText("A3").split("\r")).hasSize(1 + 5);
        door.ack(ACK_STOCK, "A3");
        assertThat(door.stockText("A4").split("\r")).hasSize(1);

        account.quirks().set("gap.fullRead", "off");
        assertThat(door.get(GET_STOCK, "A4", full)).startsWith("0;30;");
    }

    @Test
    void aChangeIsNotInTheFeedBeforeItIsVisible() throws Exception {
        account.quirks().set("feed.visibleAfterMs", "60000");
        account.setStock("KAJ-002", 1, 7);
        assertThat(door.stockText("A1")).doesNotContain("KAJ-002");
        door.ack(ACK_STOCK, "A1");

        door.specter.clock().advance(Duration.ofMinutes(2));

        assertThat(door.stockText("A2")).contains("KAJ-002;7;A2");
    }

    @ParameterizedTest
    @CsvSource({"EMPTY_ELEMENT, <stockChanges></stockChanges>", "NO_ELEMENT, ''"})
    void anEmptyListIsWrittenAsTheQuirkSays(String quirk, String list) throws Exception {
        account.quirks().set("feed.emptyList", quirk);
        assertThat(door.xml(GET_STOCK, "A1"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
                        + "<response><APIresponse><result>1</result></APIresponse>" + list + "</response>");
    }

    @ParameterizedTest
    @CsvSource({
        "xml.root, specter, <specter><APIresponse><result>1</result></APIresponse><stockChanges>",
        "xml.style, ATTRIBUTES, '<response><APIresponse result=\"1\"/><stockChanges>'",
        "xml.apiResponseInData, false, <response><stockChanges>",
        "xmlDeclaration, UTF8, 'encoding=\"UTF-8\"?><response>'",
        "charset, windows-1252, 'encoding=\"windows-1252\"?><response>'"
    })
    void xmlOfReadsHasTheShapeThatTheQuirkSays(String quirk, String value, String part) throws Exception {
        account.quirks().set(quirk, value);
        assertThat(door.xml(GET_STOCK, "A1")).contains(part);
    }

    @Test
    void xmlWithoutADeclarationBeginsWithItsRoot() throws Exception {
        account.quirks().set("xmlDeclaration", "NONE");
        assertThat(door.xml(GET_STOCK, "A1")).startsWith("<response>");
    }

    @ParameterizedTest
    @CsvSource({"TEXT, articleId;", "XML, <?xml"})
    void useXml1OnReadsIsAnsweredAsTheQuirkSays(String quirk, String start) throws Exception {
        account.quirks().set("useXml1OnReads", quirk);
        assertThat(door.get(GET_STOCK, "A1", Map.of("useXML", "1"))).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        "batchNo, '', 30",
        "batchNo, has space, 30",
        "apiUserId, 99, 12",
        "surprise, 1, 30",
        "getMultipleStocksites, 2, 30"
    })
    void eachMistakeOfAGetHasItsCodeAndOpensNoBatch(String field, String value, String code) throws Exception {
        String batchNo = field.equals("batchNo") ? value : "A1";
        assertThat(door.get(GET_STOCK, batchNo, field.equals("batchNo") ? Map.of() : Map.of(field, value)))
                .startsWith("0;" + code + ";");
        assertThat(account.openBatches()).isEmpty();
    }

    @Test
    void textIsRefusedWhereItsFormIsNotKnownAndReadsAreNoWrites() throws Exception {
        assertThat(door.get(GET_ARTICLES, "A1", Map.of())).startsWith("0;30;");
        assertThat(door.put(GET_STOCK, "A1", Map.of("batchNo", "A1"))).startsWith("0;20;");
        account.quirks().set("user.rights", "W");
        assertThat(door.stockText("A1")).startsWith("0;12;");
    }

    @ParameterizedTest
    @CsvSource({"gap.priceLists, getPriceListsExternalNeedUpdate", "gap.customerGroups, getCustomersExternalNeedUpdate"
    })
    void theInventedFeedsCanBeMissing(String quirk, String action) throws Exception {
        account.quirks().set(quirk, "off");
        assertThat(door.xml(action, "A1")).contains("<code>20</code>");
    }

    @Test
    void tenThousandChangesAreQuickAndToldInOneBatch() throws Exception {
        account.addArticles(10_000);
        for (SimStock article : account.stock()) {
            if (article.type().equals("GW")) {
                account.changeStock(article.articleNo(), -1);
            }
        }
        assertThat(door.stockText("A1").split("\r")).hasSizeGreaterThan(10_000);
        assertThat(account.journal(SimFeedKind.STOCK)).hasSizeGreaterThan(20_000);
    }
}
