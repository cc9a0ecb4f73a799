package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.specter.SpecterAccount;

/** The Specter simulator's stock, and how its feed tells of it: reference, section 6. */
class SpecterStockFeedTest {

    private static final String GET = "getArticleExternalNeedUpdate";
    private static final String ACK = "updateArticlesFromBatch";
    private static final String ALL_SITES = "getMultipleStocksites";

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    @Test
    void textHasRowsThatEndWithCarriageReturnAfterAHeader() throws Exception {
        account.setStock("KAJ-002", 1, 7);
        long id = account.article("KAJ-002").articleId();
        assertThat(door.stockText("A1"))
                .isEqualTo("articleId;articleNo;noItemsAvailable;batchNo\r" + id + ";KAJ-002;7;A1\r");
    }

    @Test
    void theHeaderRowMayBeMissing() throws Exception {
        account.quirks().set("stock.header", "false");
        account.setStock("KAJ-002", 1, 7);
        assertThat(door.stockText("A1")).endsWith(";KAJ-002;7;A1\r").doesNotContain("articleNo");
    }

    @Test
    void xmlTellsTheDefaultWarehouseOnly() throws Exception {
        account.setStock("KAJ-002", 1, 7);
        account.setStock("KAJ-002", 2, 5);
        assertThat(door.xml(GET, "A1"))
                .contains("<stockChanges><stock stockSiteId=\"1\"><articles><article><articleNo>KAJ-002</articleNo>"
                        + "<noItemsAv>7</noItemsAv></article></articles></stock></stockChanges>");
    }

    @Test
    void allWarehousesAreToldWhenTheyAreAskedFor() throws Exception {
        account.setStock("KAJ-002", 1, 7);
        account.setStock("KAJ-003", 2, 5);
        String first = "<articleNo>KAJ-002</articleNo><noItemsAv>7</noItemsAv>";
        String none = "<articleNo>KAJ-002</articleNo><noItemsAv>0</noItemsAv>";
        assertThat(door.xml(GET, "A1", ALL_SITES, "1"))
                .containsSubsequence(
                        "stockSiteId=\"1\"", first, "KAJ-003", "30", "stockSiteId=\"2\"", none, "KAJ-003", "5");
    }

    @Test
    void onlyChangedWarehousesAreToldWhenTheQuirkSaysSo() throws Exception {
        account.quirks().set("stock.sitesInAnswer", "CHANGED");
        account.setStock("KAJ-002", 2, 5);
        assertThat(door.xml(GET, "A1", ALL_SITES, "1"))
                .contains("<stock stockSiteId=\"2\"><articles><article><articleNo>KAJ-002</articleNo><noItemsAv>5<")
                .doesNotContain("stockSiteId=\"1\"");
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT, 7", "TOTAL, 12"})
    void oneQuantityIsTheDefaultWarehousesOrTheTotalAsTheQuirkSays(String quirk, String quantity) throws Exception {
        account.quirks().set("stock.singleSite", quirk);
        account.setStock("KAJ-002", 1, 7);
        account.setStock("KAJ-002", 2, 5);
        assertThat(door.stockText("A1")).contains(";KAJ-002;" + quantity + ";A1");
        assertThat(door.xml(GET, "A1")).contains("<noItemsAv>" + quantity + "</noItemsAv>");
    }

    @ParameterizedTest
    @CsvSource({
        "stockSiteId, '<stock stockSiteId=\"1\">'",
        "id, '<stock id=\"1\">'",
        "stockId, '<stock stockId=\"1\">'",
        "NONE, <stock>"
    })
    void aWarehousesAttributeIsNamedAsTheQuirkSays(String quirk, String element) throws Exception {
        account.quirks().set("stock.siteAttr", quirk);
        account.setStock("KAJ-002", 1, 7);
        assertThat(door.xml(GET, "A1")).contains(element);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, stock.decimals, EXACT, '2,5'",
        "2.5, stock.decimals, 0, 3",
        "2.5, stock.decimals, 3, '2,500'",
        "2.5, decimalMark, DOT, 2.5",
        "-3, stock.clamp, NONE, -3",
        "-3, stock.clamp, ZERO, 0",
        "-3, stock.literalWhenNone, true, noItemsAvailable",
        "0, stock.literalWhenNone, true, noItemsAvailable",
        "1, stock.literalWhenNone, true, 1",
        "20, stock.decimals, EXACT, 20"
    })
    void oddQuantitiesAreWrittenAsTheQuirkSays(BigDecimal shelf, String quirk, String value, String written)
            throws Exception {
        account.quirks().set(quirk, value);
        account.setStock("KAJ-002", 1, shelf);
        assertThat(door.stockText("A1")).contains(";KAJ-002;" + written + ";A1\r");
        assertThat(door.xml(GET, "A1")).contains("<noItemsAv>" + written + "</noItemsAv>");
    }

    @ParameterizedTest
    @CsvSource({"DROP_AFTER_COMMIT, true", "TRUNCATED, true", "EMPTY, true", "HTML, false", "DROP_BEFORE_COMMIT, false"
    })
    void aGetWhoseAnswerIsLostHasOpenedItsBatch(Fault.Kind kind, boolean opened) throws Exception {
        account.setStock("KAJ-002", 1, 7);
        door.specter.faults().add(Fault.times("POST /getInfo.asp action=" + GET + " sbmId=9999", kind, 1));
        try {
            assertThat(door.stockTextByPost("A1")).doesNotContain(";7;A1");
        } catch (IOException dropped) {
            assertThat(kind.name()).startsWith("DROP");
        }
        assertThat(account.openBatches()).hasSize(opened ? 1 : 0);
        assertThat(door.stockTextByPost("A1")).contains(";KAJ-002;7;A1");
    }

    @Test
    void anOrderIsToldAtOnceAsLessOfItsArticleAndOfThePackagesWithIt() throws Exception {
        door.order("K1", "KAJ-003", "25");
        assertThat(door.stockText("A1")).contains(";KAJ-003;5;A1").contains(";KAJ-SET;5;A1");
    }

    @Test
    void aPackageHasAsManyAsItsScarcestPartAllows() throws Exception {
        account.addPackage(
                "PADDLAR", "Fyra paddlar", Map.of("KAJ-003", new BigDecimal("4"), "KAJ-002", BigDecimal.ONE));
        account.setStock("KAJ-002", 1, 100);
        account.setStock("KAJ-003", 1, 11);
        assertThat(door.stockText("A1")).contains(";PADDLAR;2;A1");
        door.ack(ACK, "A1");

        door.order("K1", "PADDLAR", "2");

        assertThat(door.stockText("A2")).contains(";PADDLAR;0;A2", ";KAJ-003;3;A2", ";KAJ-002;98;A2");
    }

    @Test
    void whatIsNotStockedIsNotInTheFeed() throws Exception {
        account.byHand(articles -> articles.setType("KAJ-002", "EL"));
        door.order("K1", "FRAKT", "1", "KAJ-002", "1");
        assertThat(door.stockText("A1")).doesNotContain("FRAKT").doesNotContain("KAJ-002");
        assertThatThrownBy(() -> account.setStock("FRAKT", 1, 3)).hasMessageContaining("no stock");
    }

    @Test
    void goodsOfTheSecondWarehouseAreTakenThere() throws Exception {
        account.setStock("KAJ-002", 2, 9);
        door.order("K1", Map.of("stocksiteid", "2"), "KAJ-002", "4");
        assertThat(account.article("KAJ-002").sites().get(1).available()).isEqualByComparingTo("5");
    }

    @Test
    void stockChangesAreAddedAndUnknownPlacesRefused() {
        account.changeStock("KAJ-003", -4);
        assertThat(account.article("KAJ-003").available()).isEqualByComparingTo("26");
        assertThatThrownBy(() -> account.setStock("KAJ-003", 3, 1)).hasMessageContaining("warehouse 3");
        assertThatThrownBy(() -> account.setStock("NIX", 1, 1)).hasMessageContaining("NIX");
        assertThatThrownBy(() -> door.specter.account(1).setStock("KAJ-003", 1, 1))
                .hasMessageContaining("no account");
    }
}
