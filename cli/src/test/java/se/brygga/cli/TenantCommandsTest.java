package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.setup.keys.SetupSchema;

/** Set-up files, who is served, tokens and keys, as an operator types it. */
class TenantCommandsTest extends AskedStarter {

    private static final String GOOD = """
            tenant: nordkajak
            specter:
              baseUrl: "https://api.specter.se/"
              sbmId: 9999
              apiUserKey: 0123456789abcdef0123456789abcdef
              integrationKey: 11111111-2222-3333-4444-555555555555
            shops:
              - shop: kajak-se
                starweb: { baseUrl: "https://kajak.example/api/v2", clientId: a.b, clientSecret: "${file:SECRET}" }
                orders:
                  transferWhen: [created]
                  payments: { klarna: { code: KG } }
                  shipping: { postnord: { article: FRAKT } }
                  articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
            """;

    @Test
    void aFileIsCheckedWithoutAStarterWhichSaysWhatItDidNotLookAt() throws Exception {
        Server nowhere = Server.of(Profile.of(Map.of(), home));
        Path file = file(GOOD);

        Said said = brygga(nowhere, "tenant", "check", file.toString(), "--lang", "en");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "nordkajak is not compared with what is in force", "is in order", "Not tried: the connections")
                .doesNotContain("hemlig");
        assertThat(brygga(nowhere, "tenant", "check", file.toString()).out()).contains("är i sin ordning");
        assertThat(asked).isEmpty();
    }

    @Test
    void aFileWithMistakesIsSentNowhere() throws Exception {
        Path file = file(GOOD.replace("clientId: a.b", "clientId: \"\""));

        for (String command : new String[] {"check", "apply"}) {
            Said said = brygga("tenant", command, file.toString());
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err())
                    .contains("setup.yaml: rad 9, shops[0].starweb.clientId: värdet är tomt. Skriv ett värde");
            assertThat(brygga("tenant", command, file.toString(), "--lang", "en")
                            .err())
                    .contains("setup.yaml: line 9, shops[0].starweb.clientId: is empty. Write a value");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheBooksObjectToIsSaidWithTheFile() throws Exception {
        answers.add(new Answer(200, """
                        {"objections":[{"code":"setup-shop-not-in-file",
                            "parameters":{"line":"9","tenant":"nordkajak","key":"shops","place":"nordkajak/k2"}}],
                         "warnings":[{"code":"setup-shop-moves","parameters":{"line":"8","before":"a","now":"b"}}]}"""));

        Said said = brygga("tenant", "check", file(GOOD).toString(), "--lang", "en");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .contains(
                        "setup.yaml: line 9, tenant nordkajak: shops: nordkajak/k2 is in force and does not stand",
                        "setup.yaml: warning: line 8, moves from a to b.");
        assertThat(said.out()).doesNotContain("is in order");
        assertThat(asked).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("POST /api/v1/tenants/nordkajak/setup/check");
            assertThat(one.body()).contains("\"values\":{\"file:", ":\"hemlig\"}");
        });
    }

    private static final String OF_FILE = "{\"code\":\"setup-invoices-never-told\",\"parameters\":{\"line\":\"2\"}}";

    /** The starter reads the whole file for each tenant. */
    @Test
    void aWarningAboutAFileOfTwoTenantsIsSaidOnce() throws Exception {
        String other = GOOD.replace("nordkajak", "tehuset")
                .replace("9999", "9998")
                .replace("kajak-se", "te")
                .replace("kajak.example", "te.example")
                .replace("a.b", "c.d");
        String file = file(GOOD + "---\n" + other).toString();
        for (int tenant = 1; tenant <= 2; tenant++) {
            answers.add(new Answer(200, """
                    {"objections":[],"warnings":[%s]}""".replace("%s", OF_FILE)));
        }
        for (int tenant = 1; tenant <= 2; tenant++) {
            answers.add(new Answer(200, "{\"version\":5}"));
            answers.add(new Answer(200, """
                    {"warnings":[%s,{"code":"setup-shop-moves","parameters":{"line":"%d","before":"a","now":"b"}}],"outcome":{"outcome":"followed","subject":"t",
                      "result":{"done":[],"failed":[],"triggers":{}}}}""".formatted(OF_FILE, tenant * 10)));
        }

        Said check = brygga("tenant", "check", file, "--lang", "en");
        Said apply = brygga("tenant", "apply", file, "--lang", "en");

        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.err()).containsOnlyOnce("warning: line 2,");
        assertThat(apply.exit()).as(apply.err()).isZero();
        assertThat(apply.err()).containsOnlyOnce("warning: line 2,").contains("warning: line 10", "warning: line 20");
    }

    @Test
    void aSetUpReplacesTheVersionInForceAndTellsWhatWasDone() throws Exception {
        answers.add(new Answer(200, "{\"version\":5}"));
        answers.add(new Answer(200, """
                {"warnings":[{"code":"setup-invoices-never-told","parameters":{"line":"2"}}],"outcome":{"outcome":"followed","subject":"tenant nordkajak",
                  "result":{"done":[{"kind":"version-in-force","place":"nordkajak","about":"6"}],"failed":[],"triggers":{"stock":"https://b/trigger/x"}}}}"""));

        Said said = brygga("tenant", "apply", file(GOOD).toString(), "--lang", "en");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "tenant nordkajak: version 6 is in force",
                        "Keep them as you keep a password",
                        "https://b/trigger/x");
        assertThat(said.err()).contains("setup.yaml: warning: line 2, can never happen");
        assertThat(asked.get(1).what()).isEqualTo("PUT /api/v1/tenants/nordkajak/setup");
        assertThat(asked.get(1).what() + said).doesNotContain("hemlig");
    }

    @Test
    void aRefusedSetUpIsSaidLineByLineAndAStaleOneInTheStartersWords() throws Exception {
        answers.add(new Answer(404, "{\"detail\":\"no tenant\"}"));
        answers.add(new Answer(422, "{\"detail\":\"line 3, a: is wrong.\\nline 9, b: is missing.\"}"));
        answers.add(new Answer(412, "{\"detail\":\"version 6 is in force, not version 5\"}"));
        String file = file(GOOD).toString();

        Said refused = brygga("tenant", "apply", file, "--lang", "en");
        Said stale = brygga("tenant", "apply", file, "--replaces", "5");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err().lines()).hasSize(3).last().isEqualTo("Tenant nordkajak: nothing was changed.");
        assertThat(refused.err()).contains("setup.yaml: line 3, a:", "setup.yaml: line 9, b:");
        assertThat(stale.exit()).isEqualTo(1);
        assertThat(stale.err()).isEqualToIgnoringNewLines("version 6 is in force, not version 5");
    }

    @Test
    void aShopIsSuspendedWithAReasonAndItsOwnPath() {
        answers.add(new Answer(200, """
                {"outcome":"followed","subject":"shop nordkajak/kajak-no","result":{"done":[],"failed":[{"kind":"hooks-not-registered","place":"nordkajak/kajak-no","about":"away"}],"triggers":{}}}"""));

        Said said = brygga("tenant", "resume", "nordkajak/kajak-no", "--reason", "is there");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("shop nordkajak/kajak-no betjänas igen");
        assertThat(said.err())
                .contains("butiken nordkajak/kajak-no: webbkrokarna är inte registrerade. away", "Kör apply");
        assertThat(asked).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("POST /api/v1/tenants/nordkajak/shops/kajak-no/state");
            assertThat(one.body()).contains("\"state\":\"served\"", "is there");
        });
    }

    @Test
    void tenantsTokensKeysAndDeedsAreListedInBothLanguages() {
        String shop = "[{\"shop\":\"a/b\",\"state\":\"suspended\",\"since\":\"2026-11-24T10:00:00Z\",\"by\":\"anna\","
                + "\"reason\":\"moves\",\"staleHooks\":true}]";
        answers.add(new Answer(200, shop));
        answers.add(new Answer(200, shop));
        answers.add(new Answer(
                200,
                "[{\"key\":\"7\",\"role\":\"encrypts\",\"rows\":3},{\"key\":null,\"role\":\"unknown\",\"rows\":0}]"));
        answers.add(
                new Answer(
                        200,
                        "[{\"id\":\"3f\",\"name\":\"anna\",\"scopes\":[\"read\"],\"tenants\":[],\"madeAt\":\"2026-11-24T10:00:00Z\"}]"));
        answers.add(new Answer(200, "{\"items\":[],\"next\":null}"));

        assertThat(brygga("tenant", "list").out()).contains("pausad", "kvar i butiken");
        assertThat(brygga("tenant", "show", "a", "--lang", "en").out()).contains("suspended", "still in the shop");
        assertThat(brygga("key", "status").out()).contains("krypterar").doesNotContain("okänd");
        assertThat(brygga("token", "list").out()).contains("alla");
        assertThat(brygga("audit", "--lang", "en").out()).contains("Nobody has done anything");
    }

    @Test
    void aTokenIsShownAloneOnTheOutput() {
        answers.add(new Answer(200, "{\"token\":{\"id\":\"3f\"},\"secret\":\"brygga_s\"}"));

        Said said = brygga("token", "new", "bo", "--scope", "read,setup", "--tenant", "nordkajak");

        assertThat(said.out()).isEqualToIgnoringNewLines("brygga_s");
        assertThat(asked.getFirst().body()).contains("[\"read\",\"setup\"]", "[\"nordkajak\"]");
    }

    @Test
    void theSchemaAndANewKeyNeedNoStarter() {
        Server nowhere = Server.of(Profile.of(Map.of(), home));

        assertThat(brygga(nowhere, "tenant", "schema").out()).isEqualTo(SetupSchema.json());
        assertThat(brygga(nowhere, "key", "new").out().strip()).matches("[A-Za-z0-9+/=]{100,}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant suspend nordkajak",
                "tenant suspend a/b/c --reason x",
                "tenant export ../x",
                "tenant export nordkajak --version new",
                "token new anna --scope reed",
                "token revoke ../x",
                "key rotate x"
            })
    void wrongUsageIsFoundWithoutAStarter(String words) {
        assertThat(brygga(words.split(" ")).exit()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant suspend nordkajak",
                "prices approve nordkajak/kajak-se --sku KAJ-001",
                "orders skip --cause no-rows --all-tenants"
            })
    void whoeverNamesNobodyAndGivesNoReasonIsAskedForTheName(String words) {
        String[] nobody = (words + " --lang en --by=").split(" ");

        assertThat(brygga(nobody).err()).startsWith("say who decides: by must not be empty");
        assertThat(asked).isEmpty();
    }

    private Path file(String text) throws Exception {
        Path secret = Files.writeString(home.resolve("secret"), "hemlig\n");
        return Files.writeString(home.resolve("setup.yaml"), text.replace("SECRET", secret.toString()));
    }
}
