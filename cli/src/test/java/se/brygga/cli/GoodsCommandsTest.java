package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.attention.Phrase;

/** The commands about loops, stock, prices, notices and systems, against a starter that answers what a test says. */
class GoodsCommandsTest extends AskedStarter {

    private static final String WAITING = """
            {"prices":[
              {"shop":"nordkajak/kajak-se","listId":2,"list":"Standard","sku":"KAJ-001","fromQty":1,"before":{"price":100.00,
               "special":null},"after":{"price":150.50,"special":120.00},"changePercent":50.5,"reason":"above-limit",
               "since":"2026-11-24T10:00:00Z"},
              {"shop":"nordkajak/kajak-se","listId":2,"list":null,"sku":"KAJ-002","fromQty":10,"before":{"price":10,
               "special":null},"after":null,"changePercent":null,"reason":"to-zero","since":"2026-11-24T10:00:00Z"}],
             "total":137,"notWritten":[]}""";

    private static final String RUNNING = """
            {"shop":"nordkajak/kajak-se","feed":"stock","state":"running","job":{"askedAt":"2026-11-24T10:00:00Z","read":250},"found":null,
             "differences":[],"why":null,"notWritten":null}""";

    private static final String COMPARED = """
            {"shop":"nordkajak/kajak-se","feed":"stock","state":"compared","job":{"askedAt":"2026-11-24T10:00:00Z","read":250},
             "found":{"at":"2026-11-24T10:05:00Z","looked":500,"different":137,"unread":2,"absent":3},
             "differences":[{"sku":"KAJ-001","specter":5.0000,"unbooked":0,"wanted":5.0000,"sent":5,"inShop":99,
               "likely":"changed-in-shop","foundAt":"2026-11-24T10:05:00Z"}],"why":null,"notWritten":null}""";

    @TempDir
    private Path folder;

    @Test
    void aListThatIsCutSaysOfHowMany() {
        answers(WAITING);

        Said said = brygga("prices", "waiting", "nordkajak", "--limit", "2", "--lang", "en");

        assertThat(said.out())
                .contains("Standard (2)", "150.5 (offer 120)", "+50.5 %", "above the limit", "to zero", "2 of 137");
        assertThat(asked)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.what()).isEqualTo("GET /api/v1/prices/waiting?limit=2&tenant=nordkajak"));
    }

    @Test
    void aPriceIsDecidedJustAsItWasListed() {
        answers(WAITING);
        answers(
                "[{\"outcome\":\"refused\",\"subject\":\"KAJ-001\",\"why\":{\"code\":\"price-not-as-shown\",\"parameters\":{}}}]");

        Said said = brygga("prices", "approve", "nordkajak/kajak-se", "--sku", "kaj-001 ", "--reason", "x");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("Priset har ändrats sedan du såg det");
        assertThat(asked.getLast().body())
                .contains("\"verdict\":\"approved\"", "KAJ-001", "150.50", "\"reason\":\"above-limit\"")
                .doesNotContain("KAJ-002");
    }

    @Test
    void nothingIsDecidedOfAllUnlessSomebodySaysYes() {
        answers(WAITING);
        InputStream keyboard = System.in;
        System.setIn(new ByteArrayInputStream("n\n".getBytes(StandardCharsets.UTF_8)));

        Said said = brygga("prices", "reject", "nordkajak/kajak-se", "--all", "--reason", "x");
        System.setIn(keyboard);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("KAJ-001", "KAJ-002", "Avvisa dessa 2?");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aComparisonIsAskedForOnceAndLookedAtUntilItIsMade() {
        answers("{\"outcome\":\"followed\",\"subject\":\"nordkajak/kajak-se\",\"result\":" + RUNNING + "}");
        answers(RUNNING);
        answers(COMPARED);

        Said said = brygga("stock", "compare", "nordkajak/kajak-se", "--limit", "1");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("KAJ-001", "94", "ändrat i butiken", "1 av 137", "500 saldon i butiken, skillnader: 137")
                .doesNotContainPattern("(?i)\\b(shop|told|showed|likely|compared|different)\\b");
        assertThat(asked.stream().map(Asked::what))
                .containsExactly(
                        "POST /api/v1/comparisons/stock/nordkajak/kajak-se",
                        "GET /api/v1/comparisons/stock/nordkajak/kajak-se?asked=2026-11-24T10%3A00%3A00Z&limit=1",
                        "GET /api/v1/comparisons/stock/nordkajak/kajak-se?asked=2026-11-24T10%3A00%3A00Z&limit=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; was not compared: The shop does not have the stock location \"Lund\". (name-not-in-shop) Next try: with the next poll",
                "sv; jämfördes inte: Butiken har inte lagerstället »Lund«. (name-not-in-shop) Nästa försök: vid nästa hämtning"
            })
    void aComparisonThatCannotBeMadeSaysWhyAndWhenItIsTriedAgain(String language, String said) {
        String detail =
                Phrase.NOT_IN_THE_SHOP.with(Phrase.STOCK_LOCATION.with("Lund")).stored();
        String notCompared =
                RUNNING.replace("running", "not-compared").replace("\"notWritten\":null", """
                "notWritten":{"shop":"nordkajak/kajak-se","feed":"stock","code":"name-not-in-shop","detail":"%s",
                 "since":"2026-11-24T10:00:00Z","tries":1,"until":null}""".formatted(detail));
        answers("{\"outcome\":\"followed\",\"subject\":\"nordkajak/kajak-se\",\"result\":" + notCompared + "}");

        Said shown = brygga("stock", "compare", "nordkajak/kajak-se", "--lang", language);

        assertThat(shown.err()).contains(said);
    }

    @Test
    void aComparisonThatNobodyWaitsForGoesOn() {
        answers("{\"outcome\":\"followed\",\"subject\":\"nordkajak/kajak-se\",\"result\":" + RUNNING + "}");

        Said said = brygga("stock", "compare", "nordkajak/kajak-se", "--wait", "PT0S", "--lang", "en");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("is being compared; 250 variants of the shop are read");
    }

    @Test
    void aFileIsPreviewedAndSentAsItIs() throws Exception {
        Path file = Files.write(folder.resolve("prices.csv"), new byte[] {(byte) 0xe5, ';', '1'});
        answers(
                "{\"objections\":[],\"rows\":1,\"sums\":{\"added\":1,\"changed\":0,\"gone\":0},\"changes\":[],\"unused\":[\"B\"]}");
        answers("{\"outcome\":\"followed\",\"subject\":\"price file of nordkajak\",\"result\":{}}");

        Said said = brygga("prices", "load", "nordkajak", file.toString(), "--yes");

        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("1 nya, 0 ändrade, 0 borta", "visar listan B", "Det gäller nu");
        assertThat(asked).allSatisfy(one -> assertThat(one.body()).contains("\"file\":\"5Tsx\""));
        assertThat(asked.getLast().what()).isEqualTo("POST /api/v1/prices/nordkajak/file");
    }

    @Test
    void aFileWithMistakesIsNotSentAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("prices.csv"), "x");
        answers(
                "{\"objections\":[{\"code\":\"price-file-twice\",\"parameters\":{\"line\":\"3\",\"first\":\"2\"}}],\"rows\":0,\"sums\":{\"added\":0,\"changed\":0,\"gone\":0},"
                        + "\"changes\":[],\"unused\":[]}");

        Said said = brygga("prices", "load", "nordkajak", file.toString(), "--yes");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).contains("rad 3: samma lista", "Inget har ändrats.");
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feed list",
                "feeds pause nordkajak",
                "feeds pause nordkajak stock --all",
                "feeds pause nordkajak weather",
                "feeds pause ../orders stock",
                "feeds interval nordkajak",
                "feeds interval nordkajak stock often",
                "notices close seven",
                "systems retry a/b/c",
                "stock drift nordkajak",
                "stock show nordkajak KAJ-001",
                "stock articles nord/kajak",
                "prices waiting --limit 0",
                "prices approve nordkajak/kajak-se --reason x",
                "prices approve nordkajak/kajak-se --all --sku x --reason x",
                "prices approve nordkajak/kajak-se --sku x"
            })
    void wrongUsageIsFoundWithoutAStarter(String words) {
        Said said = brygga(words.split(" "));

        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feeds", "notices", "systems", "stock", "prices", "stock compare", "prices approve"})
    void helpHasExamples(String words) {
        assertThat(brygga((words + " --help").split(" ")).out())
                .containsPattern("Exempel: brygga " + words.split(" ")[0]);
    }

    @Test
    void eachNoticeIsClosedAndWhatCameOfItSaid() {
        answers("{\"outcome\":\"followed\",\"subject\":\"notice 7\",\"result\":{\"id\":7}}");
        answers(
                "{\"outcome\":\"refused\",\"subject\":\"notice 8\",\"why\":{\"code\":\"no-notice\",\"parameters\":{\"notice\":\"8\"}}}");

        Said said = brygga("notices", "close", "7", "8", "--lang", "en");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEqualToIgnoringNewLines("notice 7 is closed");
        assertThat(said.err()).contains("no notice 8 is open");
    }

    private void answers(String body) {
        answers.add(new Answer(200, body));
    }
}
