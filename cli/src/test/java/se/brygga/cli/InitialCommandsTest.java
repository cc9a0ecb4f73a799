package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The commands about the initial sync of a shop, against a starter that answers what a test says. */
class InitialCommandsTest extends AskedStarter {

    private static final String SHOP = "nordkajak/kajak-se";

    private static final String STORY = """
            {"shop":"nordkajak/kajak-se","direction":"to-specter","state":"running","askedAt":"2026-11-30T10:00:00Z","by":"anna",
             "plannedAt":"2026-11-30T10:01:00Z","beganAt":"2026-11-30T10:02:00Z","beganBy":"bertil","endedAt":null,"whole":false,
             "read":{"ofMaster":3,"ofOther":2},
             "sums":[{"kind":"create","outcome":"created","lines":1,"count":{"ofMaster":1,"ofOther":0}},
                     {"kind":"create","outcome":null,"lines":2,"count":{"ofMaster":2,"ofOther":0}}]}""";

    private static final String LINES = """
            {"items":[{"position":1,"number":"=cmd|x","kind":"impossible","other":null,"differences":[],
              "cause":"product-vat-not-whole","detail":"12.5 %","outcome":"left"},
             {"position":2,"number":"KAJ-1","kind":"change","other":"KAJ-1",
              "differences":[{"field":"name","now":"<b>Kajak</b>","then":"Kajak; röd"}],
              "cause":null,"detail":"","outcome":"changed"}],"next":null}""";

    @Test
    void aRunIsAskedForWithWhoAndWhyAndShowsHowFarItIs() {
        answers(STORY);

        Said said = brygga("initial", "run", SHOP, "--by", "bertil", "--reason", "read", "--lang", "en");

        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("bertil began it", "[##########....................] 1 of 3", "may not have told of all");
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.what()).startsWith("POST /api/v1/initial/nordkajak/kajak-se/run"));
    }

    @Test
    void aReportAsCsvRunsNothingInASpreadsheet() {
        answers(STORY);
        answers(LINES);

        assertThat(brygga("initial", "report", SHOP, "--csv", "--lang", "en").out())
                .contains("\"'=cmd|x\"", "\"name: <b>Kajak</b> → Kajak; röd\"", "12.5 %");
    }

    @Test
    void aReportAsAPageShowsMarkupAsText() {
        answers(STORY);
        answers(LINES);

        assertThat(brygga("initial", "report", SHOP, "--html", "--lang", "en").out())
                .startsWith("<!DOCTYPE html>")
                .contains("&lt;b&gt;Kajak&lt;/b&gt;", "is impossible")
                .doesNotContain("<b>Kajak");
    }

    @Test
    void anAcceptedNumberIsSentWithItsAnswer() {
        answers("{\"answered\":1}");

        assertThat(brygga("initial", "accept", SHOP, "KAJ1", "--by", "anna", "--lang", "en")
                        .out())
                .contains("1 numbers are the same article", "brygga initial run " + SHOP);
        assertThat(asked)
                .singleElement()
                .satisfies(one ->
                        assertThat(one.what()).startsWith("POST /api/v1/initial/nordkajak/kajak-se/numbers/same"));
    }

    @Test
    void changesAreNamedInTheReadersLanguage() {
        answers(STORY);
        answers(LINES);

        assertThat(brygga("initial", "report", SHOP, "--csv", "--lang", "sv").out())
                .contains("\"namn: <b>Kajak</b> → Kajak; röd\"");
    }

    @Test
    void whichNumbersAreArticlesOfTheirOwnMustBeSaid() {
        Said said = brygga("initial", "apart", SHOP, "--lang", "en");

        assertThat(said.exit()).isNotZero();
        assertThat(said.err()).contains("--all");
        assertThat(asked).isEmpty();
    }

    private void answers(String body) {
        answers.add(new Answer(200, body));
    }
}
