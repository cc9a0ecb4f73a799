package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.server.Server;

/** The help and the complaints of the command line, in both languages. */
class HelpTest extends AskedStarter {

    private static final Pattern NAMED = Pattern.compile("\\$\\{bundle:([^}]+)}");

    /** Texts that code takes by name. */
    private static final Pattern PLAIN = Pattern.compile("usage|commands|exit-codes|exit-code\\.[0-3]|helpCommand.*");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyCommandAndEveryOptionIsDescribed(String language) {
        List<CommandSpec> all = new ArrayList<>();
        collect(
                Brygga.line(
                        Server.of(() -> {
                            throw new IllegalStateException("nobody asks");
                        }),
                        Locale.of(language)),
                all);

        assertThat(all).hasSizeGreaterThan(40).allSatisfy(spec -> {
            assertDescribed(spec.qualifiedName(), spec.usageMessage().description());
            assertThat(String.join("\n", spec.usageMessage().footer())).doesNotContain("null", "${bundle");
            for (ArgSpec argument : spec.args()) {
                assertDescribed(spec.qualifiedName() + " " + argument, argument.description());
            }
        });
    }

    private static void assertDescribed(String of, String... description) {
        assertThat(String.join("\n", description)).as(of).isNotBlank().doesNotContain("null", "${bundle");
    }

    private static void collect(CommandLine line, List<CommandSpec> all) {
        all.add(line.getCommandSpec());
        line.getSubcommands().values().forEach(below -> collect(below, all));
    }

    @Test
    void bothLanguagesHaveTheTextsThatAreNamedAndNoOthers() {
        Set<String> named = new TreeSet<>();
        sources().forEach(source -> NAMED.matcher(source).results().forEach(found -> named.add(found.group(1))));

        for (String language : List.of("sv", "en")) {
            assertThat(Help.texts(Locale.of(language)).keySet())
                    .filteredOn(key -> !PLAIN.matcher(key).matches())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void noDescriptionStandsInCode() {
        assertThat(sources())
                .allSatisfy(source -> assertThat(source)
                        .doesNotContainPattern("(description|footer) = \\{?\\s*\"[^$\"]")
                        .doesNotContainPattern("usage\\(\""));
    }

    private static List<String> sources() {
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .map(HelpTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"orders retry,sv", "orders retry,en", "tenant,sv", "tenant,en", "prices load,sv", "prices load,en"})
    void helpLooksLikeThis(String words, String language) throws IOException {
        String golden = "help/" + words.replace(' ', '-') + "." + language + ".txt";
        try (InputStream expected = Objects.requireNonNull(getClass().getResourceAsStream(golden), golden)) {
            assertThat(brygga((words + " --lang " + language + " --help").split(" "))
                            .out())
                    .isEqualToNormalizingNewlines(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    orders lits                              | Det finns inget som heter lits här. Menade du list
                    orders lits --lang en                    | There is no lits here. Did you mean list
                    orders list --colour                     | Det finns inget som heter --colour här
                    orders list --state asleep               | Läget "asleep" finns inte. Välj bland: on-its-way
                    orders list --limit 0                    | --limit är minst 1, inte 0
                    orders list --limit many                 | "many" går inte att använda som --limit
                    orders list --limit many --lang en       | "many" cannot be --limit
                    orders list --lang de                    | Språket "de" finns inte. Välj bland: sv, en
                    orders sums --from yesterday             | "yesterday" går inte att använda som --from
                    orders done nordkajak/kajak-se/1         | Det saknas: --specter-number
                    orders done nordkajak/kajak-se/1 --lang=en | Missing: --specter-number
                    orders show asa                          | "asa" är ingen order: skriv KUND/BUTIK/ORDERNUMMER
                    orders skip --cause no-rows --tenant t   | Ange varför: skip kräver ett skäl
                    orders retry --cause hunger              | Orsaken "hunger" finns inte
                    orders                                   | Ange vilket kommando
                    feeds interval nordkajak stock often     | "often" är inget intervall: skriv något i stil med PT30S
                    feeds pause nordkajak weather            | Flödet "weather" finns inte
                    systems retry a/b/c                      | "a/b/c" är varken KUND eller KUND/BUTIK
                    token new anna --scope eat               | Rättigheten "eat" finns inte
                    completion tcsh                          | "tcsh" går inte att använda som SHELL. Välj bland: bash, zsh, fish
                    """)
    void wrongUsageIsSaidInTheLanguageThatIsAskedFor(String words, String complaint) {
        Said said = brygga(words.split(" "));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).startsWith(complaint);
        assertThat(asked).isEmpty();
    }

    @Test
    void theStarterIsAskedInTheLanguageInWhichItIsTold() {
        answers.add(new Answer(404, "{\"detail\":\"Ordern a/b/1 finns inte här.\"}"));
        answers.add(new Answer(404, "{\"detail\":\"no order a/b/1\"}"));

        brygga("orders", "show", "a/b/1");
        brygga("orders", "show", "a/b/1", "--lang", "en");

        assertThat(languages).containsExactly("sv", "en");
    }

    @Test
    void theLanguageIsThatOfTheOptionElseOfTheEnvironmentElseSwedish() {
        assertThat(LanguageOption.of(Map.of(), "orders", "list")).isEqualTo(Locale.of("sv"));
        assertThat(LanguageOption.of(Map.of("BRYGGA_LANG", "en"), "orders", "list"))
                .isEqualTo(Locale.of("en"));
        assertThat(LanguageOption.of(Map.of("BRYGGA_LANG", "en"), "orders", "list", "--lang", "sv"))
                .isEqualTo(Locale.of("sv"));
        assertThat(LanguageOption.of(Map.of("BRYGGA_LANG", "de"), "orders", "list", "--lang"))
                .isEqualTo(Locale.of("sv"));
    }
}
