package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.goods.SimArticle.SimVariant;
import se.brygga.simulators.specter.goods.SimArticleField;

/** The invented parts of {@code newArticleSubmit}: variants and new numbers (reference, section 11). */
class SpecterArticleIdentityTest {

    private static final String ACTION = "newArticleSubmit";

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    @Test
    void aVariantsPlaceIsWrittenInTheInventedShapeAndStaysWhenARowIsSilentAboutIt() throws Exception {
        Map<String, String> row = row(1, "NY-1-RÖD");
        row.put("mainArticleNo_1", "NY-1");
        row.put("variantValues_1", "Färg=Röd;Storlek=M");
        row.put("forceArticleUpdate", "1");
        door.put(ACTION, "NY-1-RÖD", row);
        row.remove("mainArticleNo_1");
        row.remove("variantValues_1");
        assertThat(door.put(ACTION, "NY-1-RÖD", row)).isEqualTo("1;1;OK");

        assertThat(account.card("NY-1-RÖD").variant())
                .isEqualTo(new SimVariant("NY-1", Map.of("Färg", "Röd", "Storlek", "M")));
        assertThat(door.xml("getArticleInfoExternalNeedUpdate", "A1"))
                .contains("mainArticleNo=\"NY-1\"", "<variantValue type=\"Storlek\" value=\"M\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Färg", "Färg=", "=Röd", "Färg=Röd;", "Färg=Röd;Färg=Blå", "Färg=a=b", "Färg=Röd;;Storlek=M"})
    void variantValuesThatAreNoPairsAreRefused(String values) throws Exception {
        Map<String, String> row = row(1, "NY-1-RÖD");
        row.put("mainArticleNo_1", "NY-1");
        row.put("variantValues_1", values);
        assertThat(door.put(ACTION, "NY-1-RÖD", row)).startsWith("0;30;");
    }

    @Test
    void structureIsAnUnknownParameterWhereItIsNotPlayed() throws Exception {
        account.quirks().set("gap.structure", "off");
        Map<String, String> row = row(1, "NY-1-RÖD");
        row.put("mainArticleNo_1", "NY-1");
        assertThat(door.put(ACTION, "NY-1-RÖD", row)).startsWith("0;30;");
    }

    @ParameterizedTest
    @CsvSource({"KAJ-002, KAJ-002, true", "kaj-002, KAJ-002, false", "KAJ-002, kaj-002, true"})
    void anArticleMayGetItsOwnNumberInAnyCase(String from, String to, String caseSensitive) throws Exception {
        account.quirks().set("article.caseSensitive", caseSensitive);
        Map<String, String> row = Map.of("forceArticleUpdate", "1", "articleNo_1", from, "newArticleNo_1", to);
        assertThat(door.put(ACTION, from, row)).isEqualTo("1;1;OK");
        assertThat(account.card(to).text(SimArticleField.NAME)).isEqualTo("Turkajak Vik 430");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAJ-002", "X-1", "x-1"})
    void aNumberOfARenumberedRowMeansNothingInALaterRow(String articleNo) throws Exception {
        Map<String, String> rows = new LinkedHashMap<>(Map.of("forceArticleUpdate", "1"));
        rows.putAll(Map.of("articleNo_1", "KAJ-002", "newArticleNo_1", "X-1"));
        rows.putAll(row(2, articleNo));
        assertThat(door.put(ACTION, "KAJ-002", rows)).startsWith("0;41;");
    }

    @Test
    void twoRowsCannotTakeTheSameNewNumber() throws Exception {
        Map<String, String> rows = new LinkedHashMap<>(Map.of("forceArticleUpdate", "1"));
        rows.putAll(Map.of("articleNo_1", "KAJ-002", "newArticleNo_1", "X-1"));
        rows.putAll(Map.of("articleNo_2", "KAJ-003", "newArticleNo_2", "X-1"));
        assertThat(door.put(ACTION, "KAJ-002", rows)).startsWith("0;41;");
        assertThat(account.card("KAJ-002").articleNo()).isEqualTo("KAJ-002");
    }

    private static Map<String, String> row(int n, String articleNo) {
        return new LinkedHashMap<>(Map.of(
                "articleNo_" + n, articleNo, "name_" + n, "Ny", "priceExclVAT_" + n, "10.00", "vatPercent_" + n, "25"));
    }
}
