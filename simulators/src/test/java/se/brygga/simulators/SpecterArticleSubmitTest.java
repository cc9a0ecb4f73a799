package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.specter.writes.ArticleWrites.Outcome;
import se.brygga.simulators.specter.writes.ArticleWrites.Write;

/** {@code newArticleSubmit} of the Specter simulator: reference, section 4.3. */
class SpecterArticleSubmitTest {

    private static final String ACTION = "newArticleSubmit";

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    @Test
    void everyFieldOfTheReferenceIsKept() throws Exception {
        Map<String, String> fields = Map.ofEntries(
                Map.entry("name", "Mössa blå"),
                Map.entry("barCode", "7350000000017"),
                Map.entry("priceExclVAT", "79.20"),
                Map.entry("buyPrice", "31.5"),
                Map.entry("stockPrice", "32"),
                Map.entry("vatPercent", "12"),
                Map.entry("productWeight", "0.350"),
                Map.entry("productVolume", "0.02"),
                Map.entry("supplierNo", "L7"),
                Map.entry("supplierName", "Leverantör AB"),
                Map.entry("supplierBuyPrice", "30"),
                Map.entry("supplierArticleNo", "LEV-1"),
                Map.entry("manufacturingCountryCode", "SE"));
        Map<String, String> row = row(1, "NY-1");
        fields.forEach((name, value) -> row.put(name + "_1", value));
        row.put("addSupplier", "1");

        assertThat(door.put(ACTION, "NY-1", row)).isEqualTo("1;1;OK");

        assertThat(account.card("NY-1").fields())
                .containsEntry(SimArticleField.NAME, "Mössa blå")
                .containsEntry(SimArticleField.BAR_CODE, "7350000000017")
                .containsEntry(SimArticleField.PRICE, "79.2")
                .containsEntry(SimArticleField.BUY_PRICE, "31.5")
                .containsEntry(SimArticleField.STOCK_PRICE, "32")
                .containsEntry(SimArticleField.VAT, "12")
                .containsEntry(SimArticleField.WEIGHT, "0.35")
                .containsEntry(SimArticleField.VOLUME, "0.02")
                .containsEntry(SimArticleField.SUPPLIER_NO, "L7")
                .containsEntry(SimArticleField.SUPPLIER_NAME, "Leverantör AB")
                .containsEntry(SimArticleField.SUPPLIER_BUY_PRICE, "30")
                .containsEntry(SimArticleField.SUPPLIER_ARTICLE_NO, "LEV-1")
                .containsEntry(SimArticleField.COUNTRY, "SE");
    }

    @ParameterizedTest
    @CsvSource({
        "name_1, ''",
        "name_1, " + "MoreThanOneHundredAndFortyCharactersxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "vatPercent_1, 12.5",
        "vatPercent_1, 101",
        "vatPercent_1, ''",
        "priceExclVAT_1, '79,20'",
        "priceExclVAT_1, 79.205",
        "priceExclVAT_1, -1",
        "priceExclVAT_1, ''",
        "buyPrice_1, 1.234",
        "productWeight_1, 0.3505",
        "productWeight_1, -0.1",
        "productVolume_1, 0.123",
        "noItemsInStock_1, -1",
        "createArticleStock_1, yes",
        "manufacturingCountryCode_1, Sverige",
        "newArticleNo_1, HAS SPACE",
        "mainArticleNo_1, NY-1",
        "variantValues_1, Färg=Röd",
        "colour_1, red"
    })
    void aRowThatSpecterCannotTakeIsRefusedAndNothingIsMade(String parameter, String value) throws Exception {
        Map<String, String> row = row(1, "NY-1");
        row.put(parameter, value);
        assertThat(door.put(ACTION, "NY-1", row)).matches("0;(30|41);.*");
        assertThat(account.cards()).noneMatch(card -> card.articleNo().equals("NY-1"));
        assertThat(account.articleWriteCounts().refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A\tB", " A", "A "})
    void aNumberWithAnySpaceIsRefused(String articleNo) throws Exception {
        assertThat(door.put(ACTION, articleNo, row(1, articleNo))).startsWith("0;30;");
    }

    @ParameterizedTest
    @CsvSource({"ANY, 1;1;OK", "NO_SPECIAL, 0;30;"})
    void whetherANumberMayHaveSpecialCharactersIsAQuirk(String quirk, String answer) throws Exception {
        account.quirks().set("article.numbers", quirk);
        for (String articleNo : List.of("Å1", "ö1", "A&B", "A%", "A¤", "A#", "A,B")) {
            assertThat(door.put(ACTION, articleNo, row(1, articleNo)))
                    .as(articleNo)
                    .startsWith(answer);
        }
        assertThat(door.put(ACTION, "A/B-1.2_X", row(1, "A/B-1.2_X"))).isEqualTo("1;1;OK");
    }

    @Test
    void oneHundredRowsAreTakenAndOneMoreIsRefusedAsAWhole() throws Exception {
        Map<String, String> rows = new LinkedHashMap<>();
        for (int n = 1; n <= 100; n++) {
            rows.putAll(row(n, "NY-" + n));
        }
        assertThat(door.put(ACTION, "NY-1", rows)).isEqualTo("1;100;OK");
        rows.putAll(row(101, "NY-101"));
        account.quirks().set("article.partial", "SKIP_BAD");
        assertThat(door.put(ACTION, "NY-1", rows)).startsWith("0;30;");
        account.quirks().set("article.maxRows", "0");
        assertThat(door.put(ACTION, "NY-1", rows)).isEqualTo("1;101;OK");
    }

    @Test
    void aCallWithoutRowsIsRefused() throws Exception {
        assertThat(door.put(ACTION, "", Map.of("forceArticleUpdate", "1"))).startsWith("0;30;");
    }

    @Test
    void anArticleThatIsThereIsLeftUntouchedUnlessTheCallForces() throws Exception {
        Map<String, String> row = Map.of("articleNo_1", "KAJ-002", "name_1", "Annat namn", "priceExclVAT_1", "1.00");
        assertThat(door.put(ACTION, "KAJ-002", row)).isEqualTo("1;1;OK");
        assertThat(account.card("KAJ-002").text(SimArticleField.NAME)).isEqualTo("Turkajak Vik 430");
        assertThat(account.articleWrites()).extracting(Write::outcome).containsExactly(Outcome.LEFT);
    }

    @ParameterizedTest
    @CsvSource({"KEEP, 7350000000017, 9592, 25", "RESET, '', '', 25"})
    void aFieldThatAForcedRowDoesNotCarryStaysOrNotAsTheQuirkSays(
            String quirk, String barCode, String price, String vat) throws Exception {
        account.byHand(articles -> articles.setFields("KAJ-002", Map.of("barCode", "7350000000017")));
        account.quirks().set("article.absentField", quirk);

        door.put(ACTION, "KAJ-002", Map.of("forceArticleUpdate", "1", "articleNo_1", "KAJ-002", "name_1", "Ny"));

        assertThat(account.card("KAJ-002")).satisfies(card -> {
            assertThat(card.text(SimArticleField.NAME)).isEqualTo("Ny");
            assertThat(card.text(SimArticleField.BAR_CODE)).isEqualTo(barCode);
            assertThat(card.text(SimArticleField.PRICE)).isEqualTo(price);
            assertThat(card.text(SimArticleField.VAT)).isEqualTo(vat);
        });
    }

    @ParameterizedTest
    @CsvSource({"KEEP, KAJ-002, 1;1;OK", "RESET, KAJ-002, 0;30;", "KEEP, NY-1, 0;30;"})
    void aNameIsNeededForANewArticleAndWhereAbsentFieldsAreReset(String quirk, String articleNo, String answer)
            throws Exception {
        account.quirks().set("article.absentField", quirk);
        Map<String, String> row = Map.of("forceArticleUpdate", "1", "articleNo_1", articleNo, "barCode_1", "1");
        assertThat(door.put(ACTION, articleNo, row)).startsWith(answer);
    }

    @Test
    void anEmptyTextTakesTheValueAway() throws Exception {
        account.byHand(articles -> articles.setFields("KAJ-002", Map.of("barCode", "7350000000017")));
        door.put(ACTION, "KAJ-002", Map.of("forceArticleUpdate", "1", "articleNo_1", "KAJ-002", "barCode_1", ""));
        assertThat(account.card("KAJ-002").text(SimArticleField.BAR_CODE)).isEmpty();
    }

    @Test
    void aPriceThatIsWrittenEndsTheSaleAndOneThatIsNotWrittenDoesNot() throws Exception {
        account.setSale("KAJ-002", new java.math.BigDecimal("9592"), new java.math.BigDecimal("79.5"));
        Map<String, String> row =
                new LinkedHashMap<>(Map.of("forceArticleUpdate", "1", "articleNo_1", "KAJ-002", "name_1", "Ny"));
        door.put(ACTION, "KAJ-002", row);
        assertThat(account.article("KAJ-002").ordinaryPrice()).isEqualByComparingTo("9592");
        row.put("priceExclVAT_1", "80.00");
        door.put(ACTION, "KAJ-002", row);
        assertThat(account.article("KAJ-002").ordinaryPrice()).isNull();
    }

    @Test
    void aSupplierThatIsNotKnownCountsOnlyWhenTheCallMayAddOne() throws Exception {
        Map<String, String> row = row(1, "NY-1");
        row.put("supplierName_1", "Leverantör AB");
        row.put("forceArticleUpdate", "1");
        door.put(ACTION, "NY-1", row);
        assertThat(account.card("NY-1").text(SimArticleField.SUPPLIER_NAME)).isEmpty();
        row.put("addSupplier", "1");
        door.put(ACTION, "NY-1", row);
        assertThat(account.card("NY-1").text(SimArticleField.SUPPLIER_NAME)).isEqualTo("Leverantör AB");
        Map<String, String> other = row(1, "NY-2");
        other.put("supplierName_1", "Leverantör AB");
        door.put(ACTION, "NY-2", other);
        assertThat(account.card("NY-2").text(SimArticleField.SUPPLIER_NAME)).isEqualTo("Leverantör AB");
    }

    @Test
    void theWriteLogTellsThatASecondRunWritesNothing() throws Exception {
        Map<String, String> row = row(1, "NY-1");
        row.put("forceArticleUpdate", "1");
        door.put(ACTION, "NY-1", row);
        row.put("name_1", "Nyare");
        door.put(ACTION, "NY-1", row);
        assertThat(account.articleWrites())
                .extracting(Write::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CHANGED);
        assertThat(account.articleWrites().getLast().before()).containsEntry("name", "Ny");
        assertThat(account.articleWrites().getLast().after()).containsEntry("name", "Nyare");
        assertThat(account.articleWriteCounts().changes()).isEqualTo(2);
        assertThat(new Browser().send("GET", door.specter.uri() + "/", "").body())
                .contains("<td>NY-1<td>ändrad<tr><td>9999<td>NY-1<td>ny");
        door.ack("updateArticleInfosFromBatch", batch());

        account.forgetArticleWrites();
        door.put(ACTION, "NY-1", row);

        assertThat(account.articleWriteCounts().changes()).isZero();
        assertThat(account.articleWriteCounts().calls()).isEqualTo(1);
        assertThat(account.articleWriteCounts().rows()).containsEntry(Outcome.UNCHANGED, 1);
        assertThat(door.xml("getArticleInfoExternalNeedUpdate", "A2")).doesNotContain("NY-1");
    }

    private String batch() throws Exception {
        door.xml("getArticleInfoExternalNeedUpdate", "A1");
        return "A1";
    }

    @ParameterizedTest
    @CsvSource({"DROP_BEFORE_COMMIT, 0", "DROP_AFTER_COMMIT, 1", "STATUS, 0", "STATUS_AFTER_COMMIT, 1", "EMPTY, 1"})
    void afterALostAnswerTheWriteIsThereOrNotAndARepetitionChangesNothingMore(Fault.Kind kind, int rows)
            throws Exception {
        Map<String, String> row = row(1, "NY-1");
        row.put("forceArticleUpdate", "1");
        door.specter.faults().add(Fault.times("newArticleSubmit", kind, 1));
        door.putLosingTheAnswer(ACTION, "NY-1", row);
        assertThat(account.articleWriteCounts().changes()).isEqualTo(rows);

        assertThat(door.put(ACTION, "NY-1", row)).isEqualTo("1;1;OK");

        assertThat(account.articleWriteCounts().changes()).isEqualTo(1);
    }

    private static Map<String, String> row(int n, String articleNo) {
        return new LinkedHashMap<>(Map.of(
                "articleNo_" + n, articleNo, "name_" + n, "Ny", "priceExclVAT_" + n, "10.00", "vatPercent_" + n, "25"));
    }
}
