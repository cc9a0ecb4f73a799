package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files that a reader can take in, and packages that have one subject. The lists of exceptions may only shrink. */
class HouseTest {

    private static final int LINES = 300;
    private static final int TYPES = 12;

    private static final Set<String> LONG = Set.of(
            "activities.feed.BatchPullerTest",
            "activities.feed.FeedActivitiesTest",
            "activities.intake.IntakeActivitiesTest",
            "activities.mapping.CustomerTranslatorTest",
            "activities.mapping.Orders",
            "activities.onboarding.LeavingTest",
            "activities.onboarding.OnboardingTest",
            "activities.outage.OutageGateTest",
            "activities.prices.push.PricePushTest",
            "activities.products.initial.ToShopRunTest",
            "activities.status.StatusCancelledInPartTest",
            "activities.stock.SalesModel",
            "activities.stock.StockPushTest",
            "activities.stock.StockVariantsTest",
            "activities.transfer.OrderComparisonTest",
            "activities.transfer.ShopOrderActivitiesTest",
            "activities.transfer.SubmitOrderTest",
            "simulators.SpecterFeedsTest",
            "simulators.SpecterSimulatorTest",
            "simulators.StarwebSimulatorTest",
            "starter.desk.sums.DaySumsTest",
            "testbed.crash.lost.Situations",
            "testbed.process.CommandLineIT",
            "testbed.process.FeedFaultsIT",
            "testbed.process.FeedsCommandLineIT",
            "testbed.process.MetricsIT",
            "testbed.process.OrderLifeIT",
            "testbed.process.PricesIT",
            "workflows.stage.Stage");

    /**
     * {@code clients.starweb} hides all of its types but two. A second package would make public what only these types may use.
     */
    private static final Set<String> LARGE = Set.of("clients.starweb");

    @Test
    void noFileIsLongerThanThreeHundredLinesButThoseNamed() {
        Set<String> longer = Sources.java()
                .filter(file -> lines(file) > LINES)
                .map(HouseTest::qualified)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(longer).containsExactlyInAnyOrderElementsOf(LONG);
    }

    @Test
    void noPackageHasMoreThanTwelveTypesButThoseNamed() {
        Map<String, Long> types = Sources.java()
                .filter(file -> file.toString().contains("src/main/java"))
                .map(HouseTest::qualified)
                .filter(type -> !type.endsWith(".package-info"))
                .collect(
                        Collectors.groupingBy(type -> type.substring(0, type.lastIndexOf('.')), Collectors.counting()));
        types.values().removeIf(count -> count <= TYPES);

        assertThat(types.keySet()).containsExactlyInAnyOrderElementsOf(LARGE);
    }

    private static final int PARAMETERS = 6;

    /** A class that needs more does several things, or somebody builds it from the parts of others. */
    @Test
    void noConstructorTakesMoreThanSixParameters() {
        assertThat(Sources.java()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(HouseTest::hasALongConstructor)
                        .map(HouseTest::qualified))
                .isEmpty();
    }

    /** Records and enums excepted: their components are no collaborators. A private constructor is its own class's concern. */
    private static boolean hasALongConstructor(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        String code = String.join("\n", read(file));
        return Pattern.compile("(?m)^(?:public )?(?:abstract |final |sealed |non-sealed )*class " + name + "\\b")
                        .matcher(code)
                        .find()
                && Pattern.compile("(?m)^    (?:public |protected )?" + name + "\\(([^)]*)\\)[^;{]*\\{")
                        .matcher(code)
                        .results()
                        .anyMatch(constructor ->
                                constructor.group(1).replaceAll("<[^<>]*>", "").split(",").length > PARAMETERS);
    }

    /** Files whose type only its own package can see, of all files of the main code. This number may only rise. */
    private static final int HIDDEN_PERCENT = 45;

    /** The same of all types, nested ones too: who moves a public record into a public type hides nothing. */
    private static final int HIDDEN_PERCENT_OF_ALL = 45;

    /** Sixty is the aim. Front doors of features hide their parts; hide what no other package needs. */
    @Test
    void typesAreHiddenUnlessAnotherPackageNeedsThem() {
        List<List<Boolean>> files = Sources.java()
                .filter(file -> file.toString().contains("src/main/java"))
                .filter(file -> !file.endsWith("package-info.java"))
                .map(HouseTest::hidden)
                .toList();
        long ofFiles = percent("files", files.stream().map(List::getFirst).toList());
        long ofAll = percent("types", files.stream().flatMap(List::stream).toList());

        assertThat(ofFiles)
                .as("at least so many of 100 files; raise the number when it can be")
                .isGreaterThanOrEqualTo(HIDDEN_PERCENT);
        assertThat(ofAll)
                .as("at least so many of 100 types; raise the number when it can be")
                .isGreaterThanOrEqualTo(HIDDEN_PERCENT_OF_ALL);
    }

    private static long percent(String what, List<Boolean> hidden) {
        long count = hidden.stream().filter(Boolean::booleanValue).count();
        long percent = count * 100 / hidden.size();
        System.out.println(count + " of " + hidden.size() + " " + what + " are package-private: " + percent + " %");
        return percent;
    }

    private static final Pattern TYPE =
            Pattern.compile("( *)((?:[a-z-]+ )*)(class|record|enum|interface|@interface) [A-Z]\\w*.*");

    private static final int INDENT = 4;

    /** For each type of the file, the outermost first: whether other packages cannot see it. What lies in a hidden type is hidden. */
    private static List<Boolean> hidden(Path file) {
        List<Boolean> all = new ArrayList<>();
        Deque<Around> around = new ArrayDeque<>();
        for (String line : read(file)) {
            Matcher type = TYPE.matcher(line);
            if (type.matches() && type.group(1).length() == around.size() * INDENT) {
                Around outer = around.peek();
                boolean isPublic = type.group(2).contains("public ") || (outer != null && outer.isInterface());
                boolean isHidden = !isPublic || (outer != null && outer.isHidden());
                all.add(isHidden);
                if (!line.endsWith("}")) {
                    around.push(new Around(isHidden, type.group(3).endsWith("interface")));
                }
            } else if (!around.isEmpty() && line.equals(" ".repeat((around.size() - 1) * INDENT) + "}")) {
                around.pop();
            }
        }
        return all;
    }

    /** A type around others. The members of an interface are public. */
    private record Around(boolean isHidden, boolean isInterface) {}

    /** The test bed knows both: there an import would have to say which one is meant. */
    @Test
    void noTypeOfTheSimulatorsHasTheSimpleNameOfOneOfOurs() {
        Map<Boolean, Set<String>> names = Sources.java()
                .filter(file -> file.toString().contains("src/main/java"))
                .map(HouseTest::qualified)
                .filter(type -> !type.startsWith("testbed.") && !type.endsWith(".package-info"))
                .collect(Collectors.partitioningBy(
                        type -> type.startsWith("simulators."),
                        Collectors.mapping(
                                type -> type.substring(type.lastIndexOf('.') + 1),
                                Collectors.toCollection(TreeSet::new))));

        assertThat(names.getOrDefault(true, Set.of()))
                .isNotEmpty()
                .as("prefix the simulators' one with Sim")
                .doesNotContainAnyElementsOf(names.getOrDefault(false, Set.of()));
    }

    private static int lines(Path file) {
        return read(file).size();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As in {@code activities.stock.StockBook}. */
    private static String qualified(Path file) {
        String path = file.toString().replace('\\', '/');
        String root = "/java/se/brygga/";
        return path.substring(path.indexOf(root) + root.length())
                .replace(".java", "")
                .replace('/', '.');
    }
}
