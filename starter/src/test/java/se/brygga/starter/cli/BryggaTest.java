package se.brygga.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.brygga.starter.desk.door.DeskDoor;

/** The words of the command line: what they are is known without a database, and a wrong one is said to be wrong. */
class BryggaTest {

    private record Said(int exit, String text) {}

    /** There is no desk, and whoever opens it is told so. */
    private static final DeskDoor CLOSED = new DeskDoor() {

        @Override
        public <D> D part(Class<D> part) {
            throw new DeskClosed("it is night", new IllegalStateException());
        }

        @Override
        public String inWords(Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    };

    private static final CommandLine ALL = Brygga.line(CLOSED, Locale.ENGLISH);

    static List<String> words() {
        List<String> all = new ArrayList<>(Brygga.commands());
        all.addAll(commands());
        return all;
    }

    static List<String> commands() {
        List<String> all = new ArrayList<>();
        ALL.getSubcommands().forEach((word, line) -> add(word, line, all));
        return all;
    }

    private static void add(String words, CommandLine line, List<String> all) {
        line.getSubcommands().forEach((word, below) -> {
            if (!word.equals("help")) {
                add(words + " " + word, below, all);
            }
        });
        if (line.getCommandSpec().userObject() instanceof Callable<?>) {
            all.add(words);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void helpNeedsNoDesk(String words) {
        StringWriter said = new StringWriter();

        assertThat(ALL.setOut(new PrintWriter(said)).execute((words + " --help").split(" ")))
                .isZero();

        assertThat(said.toString()).startsWith("Usage: brygga ").contains("--help");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        for (String language : List.of("sv", "en")) {
            StringWriter said = new StringWriter();
            CommandLine line = Brygga.line(CLOSED, Locale.of(language));
            line.setOut(new PrintWriter(said)).execute("token", "new", "--help");
            line.execute("key", "rotate", "--help");
            line.execute("key", "drop", "--help");
            assertThat(said.toString())
                    .contains(language.equals("sv") ? "Skapar en token som" : "Makes a token that", "--lang", "--json")
                    .doesNotContain("${", "help.");
        }
        assertThat(keys("sv")).isEqualTo(keys("en"));
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(ResourceBundle.getBundle("se.brygga.starter.cli.commands_" + language, Locale.ROOT)
                .keySet());
    }

    @Test
    void aRightThatThereIsNotIsWrongUsage() {
        Said said = brygga("token", "new", "anna", "--scope", "reed");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("Rättigheten \"reed\" finns inte; menade du \"read\"?");
    }

    @Test
    void thereAreAllCommands() {
        assertThat(commands()).contains("token new", "key drop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokn list", "key rotat"})
    void wrongUsageIsFoundWithoutADesk(String words) {
        Said said = brygga(words.split(" "));

        assertThat(said.exit()).as(said.text()).isEqualTo(2);
        assertThat(said.text()).doesNotContain("it is night");
    }

    @Test
    void aMistypedWordIsAnsweredWithTheRightOne() {
        assertThat(brygga("toke").text()).contains("token");
        assertThat(brygga("token", "nwe").text()).contains("new");
    }

    @Test
    void aDeskThatCannotBeOpenedIsSaidInOneLine() {
        Said said = brygga("token", "new", "anna", "--by", "root");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).isEqualToIgnoringNewLines("brygga: kommandot kunde inte starta: it is night");
        assertThat(brygga("token", "new", "anna", "--by", "root", "--lang", "en")
                        .text())
                .isEqualToIgnoringNewLines("brygga: the command could not start: it is night");
    }

    @Test
    void settingsOfTheAppAreNoCommand() {
        assertThat(Brygga.isCommand()).isFalse();
        assertThat(Brygga.isCommand("--server.port=0")).isFalse();
        assertThat(Brygga.isCommand("token", "new")).isTrue();
    }

    private static Said brygga(String... arguments) {
        PrintStream out = Objects.requireNonNull(System.out);
        PrintStream err = Objects.requireNonNull(System.err);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            return new Said(Brygga.run(CLOSED, arguments), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
