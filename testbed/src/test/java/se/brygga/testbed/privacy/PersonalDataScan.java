package se.brygga.testbed.privacy;

import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.PagedLists;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.testbed.kit.Apps;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/**
 * Promise 5: no name, e-mail, street, phone or personal number of any shopper in a history, search attribute, log line or metric,
 * nor in the books where they are not encrypted. Every test that opens the apps is looked through when it closes them, by
 * {@link PersonalDataExtension}; what is found fails the test, with the place and the workflow's id.
 */
public final class PersonalDataScan {

    private static final List<Path> PROCESS_LOGS = new CopyOnWriteArrayList<>();

    private PersonalDataScan() {}

    /**
     * A child process that has to do with the apps that are open now writes its log here: it is looked through with them. A file
     * that is gone by then fails the test.
     */
    public static void alsoLookThrough(Path log) {
        PROCESS_LOGS.add(log);
    }

    /** Looks through all that the apps, their database and their Temporal know. */
    static void lookThrough(Apps apps) {
        SetupStore setups = apps.bean(SetupStore.class);
        if (setups.tenants().isEmpty()) {
            return; // Nobody can have bought anything.
        }
        long begun = System.nanoTime();
        PersonalValues values = KnownShoppers.of(setups);
        Findings findings = new Findings(values);
        String tenant = setups.tenants().getFirst();
        Histories histories = new Histories(apps.bean(WorkflowClient.class), findings);
        findings.lookThrough("histories", tenant, () -> histories.lookThrough(() -> knownIds(apps, setups)));
        Columns columns = new Columns(apps.bean(JdbcClient.class), findings);
        findings.lookThrough("books", tenant, columns::lookThrough);
        findings.lookThrough("metrics", "jvm_memory", () -> metrics(apps, findings));
        findings.lookThrough("logs", "se.brygga", () -> logs(findings));
        System.out.printf(
                "personal data: looked for %d values, in %s of %d ms%n",
                values.size(), findings.told(), (System.nanoTime() - begun) / 1_000_000);
        findings.assertNone();
        if (values.isEmpty()) {
            throw new AssertionError("the simulators name no shopper, so nothing can be found");
        }
    }

    /** Looks through what a process has said that had simulators of its own. */
    public static void lookThroughProcess(String said, Path folder) {
        Findings findings = new Findings(KnownShoppers.ofAnySimulator());
        findings.look("what a process has said", said);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            files.filter(file -> file.toString().endsWith(".log"))
                    .forEach(file -> findings.look("log " + file, read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        logs(findings);
        findings.assertNone();
    }

    private static void metrics(Apps apps, Findings findings) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            findings.look(
                    "metrics of the starter",
                    KnownShoppers.body(http, apps.starterPages().resolve("/actuator/prometheus")));
            if (apps.hasWorker()) {
                findings.look(
                        "metrics of the worker",
                        KnownShoppers.body(http, apps.workerPages().resolve("/actuator/prometheus")));
            }
        }
    }

    private static void logs(Findings findings) {
        lookAtLines("a log", KeptLog.news(), findings);
        List<Path> logs = List.copyOf(PROCESS_LOGS);
        PROCESS_LOGS.removeAll(logs);
        logs.forEach(log -> lookAtLines("log " + log, read(log), findings));
    }

    private static void lookAtLines(String place, String log, Findings findings) {
        if (findings.anythingIn(log)) {
            log.lines().forEach(line -> findings.look(place, line));
        }
    }

    private static String read(Path file) {
        try {
            return Encodings.text(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> knownIds(Apps apps, SetupStore setups) {
        List<OrderRef> orders = apps
                .bean(PagedLists.class)
                .list(new PagedLists.Filter(Set.of(), null, null, null, null, Integer.MAX_VALUE))
                .stream()
                .map(OrderLists.Line::order)
                .distinct()
                .toList();
        Stream<String> ofOrders = orders.stream()
                .flatMap(order -> Stream.of(
                        Question.transfer(order).workflowId(),
                        Question.change(order).workflowId(),
                        Question.callback(order).workflowId()));
        Stream<String> ofShops = setups.shops().stream().map(OrderIntakeWorkflow::idOf);
        Stream<String> ofTenants = setups.tenants().stream()
                .flatMap(tenant -> Arrays.stream(Feed.values()).map(feed -> feed.workflowId(tenant)));
        return Stream.of(ofOrders, ofShops, ofTenants).flatMap(ids -> ids).toList();
    }
}
