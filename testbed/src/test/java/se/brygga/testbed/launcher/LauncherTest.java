package se.brygga.testbed.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.starter.cli.Brygga;

class LauncherTest {

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Checkout.in(Files.createDirectory(folder.resolve("checkout")));
    }

    @Test
    void buildsOnceForTheDemoTheAppsAndTheCommands() throws Exception {
        assertThat(checkout.run("demo")).contains("testbed.jar 1 demo").endsWith("exit 0");
        assertThat(checkout.run("worker")).contains("worker.jar 1").endsWith("exit 0");
        assertThat(checkout.run("starter", "token", "new"))
                .contains("starter.jar 1 token")
                .endsWith("exit 0");
        assertThat(checkout.run("demo")).contains("testbed.jar 1 demo");

        assertThat(checkout.buildsMade()).isEqualTo(1);
    }

    @Test
    void passesOnEveryWordOfAnOperatorAndListsEachOnce() throws Exception {
        for (String command : Brygga.commands()) {
            // Of these two the starter has only what needs the database's key.
            String jar = Set.of("token", "key").contains(command) ? "cli" : "starter";
            assertThat(checkout.run(command))
                    .contains(jar + ".jar 1 " + command)
                    .endsWith("exit 0");
            assertThat(checkout.run("help")).containsOnlyOnce("\n  " + command + " ");
        }
    }

    /** As in {@code jobs list|show|stop}. */
    private static final Pattern NAMED = Pattern.compile("(?m)^  ([a-z]+) ([a-z-]+(?:\\|[a-z-]+)+)");

    @Test
    void namesOnlyCommandsThatThereAre() throws Exception {
        List<String> named = NAMED.matcher(checkout.run("help"))
                .results()
                // What follows these two are no commands.
                .filter(line -> !Set.of("bench", "completion").contains(line.group(1)))
                .flatMap(line -> Stream.of(line.group(2).split("\\|")).map(word -> line.group(1) + " " + word))
                .toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(se.brygga.cli.Brygga.commands()).containsAll(named);
    }

    @Test
    void asksTheStarterOverItsApi() throws Exception {
        for (String command : se.brygga.cli.Brygga.commands()) {
            if (!command.endsWith(" help")) {
                assertThat(checkout.run(command.split(" ")))
                        .contains("cli.jar 1 " + command.split(" ")[0])
                        .endsWith("exit 0");
            }
        }
        assertThat(checkout.run("version")).contains("cli.jar 1 version");
        assertThat(checkout.run("starter", "token", "new")).contains("starter.jar 1 token");
        assertThat(checkout.run("key", "rotate")).contains("starter.jar 1 key");
    }

    @Test
    void asksTheStarterAlsoWhereNobodyHasSaidWhichOneSoThatTheCommandSaysHow() throws Exception {
        for (String group : List.of("feeds list", "notices", "systems list", "stock show", "prices waiting")) {
            assertThat(checkout.run(group.split(" "))).contains("cli.jar 1 " + group.split(" ")[0]);
        }
    }

    @Test
    void startsTheCommandLineAsItWasTrainedBecauseJavaTakesNoOtherCache() throws Exception {
        Path installed = folder.resolve("installed");
        checkout.run("install", installed.toString());
        Checkout.saidBy(checkout.start(installed, "orders", "list"));

        List<String> starts = checkout.startsOfJava();
        String training = starts.stream()
                .filter(start -> start.contains("-XX:AOTCacheOutput=" + installed + "/lib/cli.aot"))
                .findAny()
                .orElseThrow();
        assertThat(starts.getLast())
                .contains("-XX:AOTCache=" + installed + "/lib/cli.aot")
                .endsWith("cli.jar orders list");
        assertThat(options(starts.getLast())).isEqualTo(options(training));
    }

    /** Those that a cache depends on: about modules, the compiler and the collector. */
    private static List<String> options(String start) {
        return Stream.of(start.split(" "))
                .filter(word -> word.startsWith("--") || word.matches("-XX:(Tiered|\\+Use).*"))
                .toList();
    }

    @Test
    void leavesItToTheStarterToKnowWhatIsNoWord() throws Exception {
        assertThat(checkout.run("dance")).contains("starter.jar 1 dance");
        assertThat(checkout.run("--dance")).contains("say a command first").endsWith("exit 2");
    }

    @Test
    void buildsAgainAfterEachChangeAndRunsTheNewest() throws Exception {
        // More than ten, and several a second: neither text nor time may decide which is the newest.
        for (int build = 1; build <= 11; build++) {
            assertThat(checkout.run("demo")).contains("testbed.jar " + build + " demo");
            checkout.changeSource();
        }
    }

    @Test
    void takesNoJarOfAnotherVersion() throws Exception {
        checkout.write("worker/target/brygga-worker-0-exec.jar", "old");

        assertThat(checkout.run("worker")).contains("worker.jar 1").endsWith("exit 0");
    }

    @Test
    void keepsNoBuildThatLacksAJar() throws Exception {
        checkout.write("makes-none", "");

        assertThat(checkout.run("worker")).contains("the build made no testbed").endsWith("exit 1");
        assertThat(checkout.buildsKept()).isEmpty();
    }

    @Test
    void replacesNoJarOfARunningProcess() throws Exception {
        Process running = checkout.start("worker", "worker-stays");
        BufferedReader says = running.inputReader();
        awaitLine(says, "worker.jar 1 worker-stays");
        checkout.changeSource();

        assertThat(checkout.run("demo")).contains("testbed.jar 2 demo");
        checkout.changeSource();
        assertThat(checkout.run("demo")).contains("testbed.jar 3 demo");

        running.outputWriter().write("go on\n");
        running.outputWriter().flush();
        awaitLine(says, "worker.jar 1 ended");
        assertThat(running.waitFor()).isZero();
        assertThat(checkout.buildsKept()).as("the running one's and the newest").hasSize(2);
    }

    @Test
    void removesBuildsThatNobodyUses() throws Exception {
        for (int build = 1; build <= 3; build++) {
            checkout.run("demo");
            checkout.changeSource();
        }
        checkout.run("demo");

        assertThat(checkout.buildsKept()).hasSize(1);
    }

    @Test
    void makesOneBuildForTwoCommandsAtOnce() throws Exception {
        Process one = checkout.start("demo");
        Process other = checkout.start("worker");

        assertThat(Checkout.saidBy(one)).contains("testbed.jar 1 demo").endsWith("exit 0");
        assertThat(Checkout.saidBy(other)).contains("worker.jar 1").endsWith("exit 0");
        assertThat(checkout.buildsMade()).isEqualTo(1);
    }

    @Test
    void anInstallationNeverBuilds() throws Exception {
        Path installed = folder.resolve("installed");
        assertThat(checkout.run("install", installed.toString())).contains("installed in " + installed);
        checkout.changeSource();

        assertThat(Checkout.saidBy(checkout.start(installed, "worker"))).contains(installed + "/lib/worker.jar 1");
        assertThat(Checkout.saidBy(checkout.start(installed, "orders", "list")))
                .contains(installed + "/lib/cli.jar 1 orders");
        assertThat(installed.resolve("lib/cli.jar")).exists();
        assertThat(Checkout.saidBy(checkout.start(installed, "demo")))
                .contains("no testbed; only a checkout")
                .endsWith("exit 2");
        assertThat(checkout.buildsMade()).isEqualTo(1);
    }

    @Test
    void refusesToInstallOverAnInstallation() throws Exception {
        Path installed = folder.resolve("installed");
        checkout.run("install", installed.toString());

        assertThat(checkout.run("install", installed.toString()))
                .contains("holds an installation already")
                .endsWith("exit 2");
    }

    private static void awaitLine(BufferedReader reader, String text) throws IOException {
        String line = reader.readLine();
        while (line != null && !line.contains(text)) {
            line = reader.readLine();
        }
        assertThat(line).contains(text);
    }
}
