package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;

/** Commands about orders, and what all commands share. */
class BryggaTest extends AskedStarter {

    private static final String LIST = """
            {"orders":[{"order":"nordkajak/kajak-se/10025","state":"waiting","rule":null,"cause":"payment-not-mapped",
              "waitsSince":"2026-11-24T10:00:00Z","behind":null,"total":125.00,"currency":"SEK","placedAt":"2026-11-24T09:00:00Z",
              "specterNumber":null,"transferredAt":null}],"total":2,"next":"abc",
             "trouble":{"standstill":{"engine":null,"noWorkerSince":"2026-11-24T10:00:00Z","webHooks":null,"lateLoops":[]},
               "notServed":[],"outages":[],"notices":[],"unswept":[],"notWritten":[]}}""";

    @Test
    void ordersAreListedAsTheStarterTellsThem() {
        answers.add(new Answer(200, LIST));

        Said said = brygga("orders", "list", "--tenant", "nordkajak", "--limit", "1", "--lang", "en");

        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains(ORDER, "125.00 SEK", "payment-not-mapped", "1 of 2");
        assertThat(asked)
                .containsExactly(new Asked(
                        "GET /api/v1/orders?limit=1&state=waiting&tenant=nordkajak", "Bearer secret", "null", ""));
    }

    @Test
    void programsGetTheAnswerAsItIs() {
        answers.add(new Answer(200, LIST));

        assertThat(brygga("orders", "list", "--limit", "1", "--json").out())
                .contains("\"total\" : 125.00", "\"notWritten\" : [ ]");
    }

    @Test
    void aDecisionIsSentAgainWithItsKeyUntilItIsTaken() {
        answers.add(new Answer(429, "{\"detail\":\"too many\"}"));
        answers.add(new Answer(200, """
                [{"outcome":"followed","subject":"nordkajak/kajak-se/10025","result":{"kind":"in-specter","number":5001}}]"""));

        Said said = brygga("orders", "retry", ORDER, "--lang", "en");

        assertThat(said.out()).isEqualToNormalizingNewlines(ORDER + ": retry is followed: in Specter as 5001\n");
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(
                        one -> assertThat(one.key()).isEqualTo(asked.getFirst().key()));
        assertThat(asked.getFirst().body()).contains("\"decision\":\"retry\"", "\"orders\":[\"" + ORDER + "\"]");
    }

    @Test
    void whatTheStarterRefusesIsSaidInItsWords() {
        answers.add(new Answer(404, "{\"title\":\"Not Found\",\"detail\":\"no order a/b/1 in the books\"}"));
        answers.add(new Answer(200, "<html>"));

        Said said = brygga("orders", "show", "a/b/1");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEqualToIgnoringNewLines("no order a/b/1 in the books");
        assertThat(brygga("orders", "causes").err()).contains("ingen starter för Brygga");
    }

    @Test
    void aStarterThatIsAwayIsSaidInOneLine() {
        close();

        Said said = brygga("orders", "list");

        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.err())
                .hasLineCount(1)
                .contains("svarar inte", "BRYGGA_URL")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order list",
                "orders lits",
                "orders list --state asleep",
                "orders list --limit 0",
                "orders list --watch 0",
                "completion tcsh",
                "orders show asa@example.se",
                "orders skip --cause no-rows",
                "orders done nordkajak/kajak-se/1",
                "orders retry --cause hunger",
                "callbacks list --state asleep",
                "jobs show ../orders",
                "orders sums --from yesterday"
            })
    void wrongUsageIsFoundWithoutAStarter(String words) {
        Said said = brygga(words.split(" "));

        assertThat(said.exit()).as(said.err()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void aMistypedWordIsAnsweredWithTheRightOne() {
        assertThat(brygga("orders", "lits").err()).contains("Menade du list");
        assertThat(brygga("order", "list").err()).contains("orders");
        assertThat(brygga("orders", "--help", "--lang", "en").out()).contains("Examples:", "--reason");
        assertThat(brygga("--help").out()).contains("orders", "prices", "version");
        assertThat(brygga("version").out()).startsWith("brygga ");
    }

    @Test
    void aMistypedValueIsAnsweredWithTheRightOne() {
        assertThat(brygga("orders", "list", "--state", "waitng").err())
                .contains("Läget \"waitng\" finns inte; menade du \"waiting\"?", "all");
        assertThat(brygga("orders", "list", "--cause", "no-row", "--lang", "en").err())
                .contains("did you mean \"no-rows\"?");
    }

    @Test
    void aWatchedListIsShownAgainAndOutlivesAStarterThatIsAway() {
        answers.add(new Answer(200, "[]"));
        answers.add(new Answer(503, "{\"detail\":\"the database does not answer\"}"));
        answers.add(new Answer(200, "[]"));
        watcher = Thread.currentThread();

        Said said = brygga("orders", "causes", "--lang", "en", "--watch", "1");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked).hasSize(3);
        assertThat(said.err()).contains("the database does not answer");
    }

    @Test
    void everyCommandSaysWithExamplesWhatItTakesAndWhatItEndsWith() {
        assertThat(leaves(
                        "",
                        Brygga.line(
                                Server.of(() -> {
                                    throw new IllegalStateException("nobody asks");
                                }),
                                Locale.ENGLISH)))
                .hasSizeGreaterThan(9)
                .allSatisfy(words -> assertThat(
                                brygga((words + " --lang en --help").split(" ")).out())
                        .as(words)
                        .containsPattern("Examples?: +(source <\\()?brygga " + words)
                        .contains("Exit codes:", "wrong usage"));
    }

    private static List<String> leaves(String words, CommandLine line) {
        List<String> all = new ArrayList<>();
        line.getSubcommands().forEach((word, below) -> {
            if (below.getSubcommands().isEmpty() && !word.equals("help")) {
                all.add((words + " " + word).strip());
            }
            all.addAll(leaves((words + " " + word).strip(), below));
        });
        return all;
    }

    @Test
    void aShellCompletesAllWordsOptionsAndValues() {
        assertThat(brygga("completion", "bash").out())
                .contains("brygga", "orders", "prices", "--watch", "on-its-way", "no-rows");
        assertThat(brygga("completion", "zsh").out()).contains("bashcompinit");
        assertThat(brygga("completion", "fish").out())
                .contains(
                        "complete -c brygga -n '__brygga_at orders' -a 'list' -d 'Visar ordrar",
                        "complete -c brygga -n '__brygga_in orders list' -l state -r -a 'on-its-way waiting skipped",
                        "-n '__brygga_at completion' -a 'bash zsh fish'");
    }

    @Test
    void aProfileIsReadFromAFileThatNobodyElseCanRead() throws IOException {
        Path file = Files.createDirectory(home.resolve(".brygga")).resolve("profiles");
        Files.writeString(
                file, "default.url=http://127.0.0.1:" + starter.getAddress().getPort() + "/\ndefault.token=t\n");
        answers.add(new Answer(200, "[]"));
        Server server = Server.of(Profile.of(Map.of(), home));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(brygga(server, "orders", "causes").err())
                .contains("chmod 600")
                .doesNotContain("token=t");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(brygga(server, "orders", "causes").exit()).isZero();

        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.token()).isEqualTo("Bearer t"));
        assertThat(brygga(Server.of(Profile.of(Map.of("BRYGGA_PROFILE", "other"), home)), "orders", "list")
                        .err())
                .contains("saknar other.url");
        assertThat(brygga(Server.of(Profile.of(Map.of(), home.resolve("nowhere"))), "orders", "list")
                        .err())
                .contains("BRYGGA_URL och BRYGGA_TOKEN", "brygga starter token new");
    }
}
