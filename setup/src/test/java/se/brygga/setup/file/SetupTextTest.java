package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.setup.yaml.Mistake;
import se.brygga.workflows.refusal.SetupReason;

class SetupTextTest {

    private static final String IN_CLEAR = "integrationKey: \"hemlig-i-klartext\"";
    private static final String OTHER = GoodFile.TEXT
            .replace("nordkajak", "tehuset")
            .replace("kajak-se", "te-butiken")
            .replace("sbmId: 9999", "sbmId: 8888")
            .replace("kajak.example", "te.example")
            .replace("a.b", "c.d");

    /** Every way that YAML has to write {@code hem lig}, and what comes near it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrationKey: hem, lig",
                "\"integrationKey\": hem lig",
                "'integrationKey' : 'hem''s lig'",
                "integrationKey: \"hem\\\"s, lig\"",
                "integrationKey: !!str hem lig",
                "integrationKey: &key hem lig",
                "integrationKey: &key !!str \"hem lig\"",
                "integrationKey: |\n    hem\n    lig",
                "integrationKey: >-\n    hem\n\n    lig",
                "integrationKey:\n    hem\n    lig",
                "integrationKey: \"hem\n    lig\"",
                "? integrationKey\n  : hem lig",
                "integrationKey: hem # before: integrationKey: lig",
                "integrationKey: pre${HEM}lig",
            })
    void masksASecretHoweverItIsWritten(String written) {
        SetupFile.Result result =
                GoodFile.read("# 🛶 åäö\n" + GoodFile.TEXT.replace(IN_CLEAR, "apiVersion: 1\n  " + written));

        assertThat(result.mistakes()).isEmpty();
        String text = result.texts().getFirst();
        assertThat(text).doesNotContainIgnoringCase("hem").doesNotContain("lig").contains("\"<secret>\"");
        assertThat(GoodFile.read(text).mistakes())
                .extracting(Mistake::what)
                .containsOnly(SetupReason.SECRET_EXPORTED.of("${NAME}"));
        SetupFile.Result again = GoodFile.read(text.replace("\"<secret>\"", "\"one of its own\""));
        assertThat(again.mistakes()).isEmpty();
        assertThat(again.setups().getFirst().shops())
                .isEqualTo(result.setups().getFirst().shops());
        assertThat(again.texts().getFirst()).isEqualTo(text);
    }

    @Test
    void masksASecretThatStandsInAComment() {
        String text = GoodFile.read(GoodFile.TEXT + "# clientSecret: hemlig\n#  \"apiUserKey\" : 'den gamla'\n")
                .texts()
                .getFirst();

        assertThat(text).doesNotContain("hemlig", "gamla").contains("# clientSecret: <secret>");
    }

    @Test
    void masksASecretThatIsWrittenElsewhereAndPointedAt() {
        String text = GoodFile.TEXT.replace("a.b", "&name hemlig").replace("\"${SHOP_SECRET}\"", "*name");

        assertThat(GoodFile.read(text).texts().getFirst())
                .doesNotContain("hemlig")
                .contains("clientId: &name \"<secret>\", clientSecret: *name");
    }

    @Test
    void leavesAllElseAsItsOwnerWroteIt() {
        String text = ("# Nordkajak 🛶\r\n" + GoodFile.TEXT + "# end\n")
                .replace(IN_CLEAR, "integrationKey: \"${INTEGRATION_KEY}\"");

        assertThat(GoodFile.read(text).texts()).containsExactly(text);
    }

    @Test
    void givesEachTenantItsOwnTextOnly() {
        String first = "# --- the first, with 🛶\n" + GoodFile.TEXT.replace("webshopId: 1", "webshopId: 1 # ---");
        SetupFile.Result result = GoodFile.read("---\n" + first + "--- # and now\n" + OTHER + "...\n");

        assertThat(result.mistakes()).isEmpty();
        assertThat(result.setups()).extracting(setup -> setup.tenant()).containsExactly("nordkajak", "tehuset");
        assertThat(result.texts().getFirst()).contains("kajak-se").doesNotContain("te-butiken", "and now");
        assertThat(result.texts().getLast())
                .contains("te-butiken")
                .contains("# and now")
                .doesNotContain("kajak-se")
                .doesNotContain("first");
        assertThat(result.texts()).allSatisfy(text -> assertThat(text).doesNotContain("hemlig"));
        assertThat(GoodFile.read(result.texts().getLast().replace("<secret>", "one of its own, long"))
                        .mistakes())
                .isEmpty();
    }

    @Test
    void refusesTwoDocumentsOfOneTenant() {
        SetupFile.Result result = GoodFile.read(GoodFile.TEXT + "---\n" + GoodFile.TEXT);

        assertThat(result.texts()).isEmpty();
        assertThat(result.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo("tenant");
            assertThat(mistake.line()).isEqualTo((int) GoodFile.TEXT.lines().count() + 2);
        });
    }
}
