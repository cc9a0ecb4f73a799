package se.brygga.cli.tenants;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.server.ServerTrouble;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.setup.file.LocalSetup;
import se.brygga.workflows.refusal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code brygga tenant apply}. The values of the file's <code>${NAME}</code> are looked up on this machine, and sent
 * with the file.
 */
@Command(
        name = "apply",
        description = "${bundle:help.apply}",
        footer = {"", "${bundle:help.apply.examples}"})
final class ApplyCommand extends ServerCommand {

    /** What came of one tenant's set-up. */
    record Tried(List<Refusal> warnings, Applied outcome) {}

    @Parameters(paramLabel = "FILE", description = "${bundle:help.apply.FILE}")
    private Path file = Path.of("");

    @Option(names = "--other-connector-is-off", description = "${bundle:help.apply.other-connector-is-off}")
    private boolean otherConnectorIsOff;

    @Option(names = "--orders-since", description = "${bundle:help.apply.orders-since}")
    private @Nullable Instant ordersSince;

    @Option(names = "--replaces", paramLabel = "VERSION", description = "${bundle:help.apply.replaces}")
    private @Nullable Integer replaces;

    @Mixin
    private OperatorOptions.Answered operator = new OperatorOptions.Answered();

    @Override
    public Integer call() {
        Lines lines = operator.lines();
        LocalSetup setup = LocalSetup.read(file);
        setup.check().mistakes().forEach(mistake -> System.err.println(file + ": " + lines.say(mistake)));
        if (setup.tenants().isEmpty()) {
            System.err.println(lines.say(Line.NOTHING_CHANGED));
            return 1;
        }
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        Warnings warnings = new Warnings(file, lines);
        int exit = 0;
        for (String tenant : setup.tenants()) {
            exit = exit == 0 ? apply(tenant, setup, answers, warnings) : exit;
        }
        operator.json().print(answers);
        return exit;
    }

    /** Applies one tenant's set-up after the other, and stops at the first failure. */
    private int apply(String tenant, LocalSetup setup, ArrayNode answers, Warnings warnings) {
        Lines lines = operator.lines();
        JsonNode answer;
        try {
            answer = server().put("/tenants/" + tenant + "/setup", version(tenant), body(setup));
        } catch (ServerTrouble objection) {
            if (!objection.isObjection()) {
                throw objection;
            }
            objection.text(lines).lines().forEach(line -> System.err.println(file + ": " + line));
            System.err.println(lines.say(Line.NOTHING_CHANGED_OF, tenant));
            return 1;
        }
        answers.add(answer);
        Tried tried = Server.read(answer, Tried.class);
        if (!operator.json().isWanted()) {
            warnings.print(tried.warnings());
            tried.outcome().print(lines);
        }
        return tried.outcome().exitCode();
    }

    private int version(String tenant) {
        if (replaces != null) {
            return replaces;
        }
        try {
            return server().get("/tenants/" + tenant + "/setup", Map.of())
                    .path("version")
                    .asInt();
        } catch (ServerTrouble trouble) {
            if (trouble.isNotFound()) {
                return 0;
            }
            throw trouble;
        }
    }

    private Map<String, @Nullable Object> body(LocalSetup setup) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("file", setup.text());
        body.put("values", setup.values());
        body.put("otherConnectorIsOff", otherConnectorIsOff);
        body.put("ordersSince", ordersSince == null ? null : ordersSince.toString());
        body.put("by", operator.by());
        return body;
    }
}
