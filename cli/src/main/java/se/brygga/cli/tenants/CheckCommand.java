package se.brygga.cli.tenants;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.server.ServerTrouble;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.setup.file.LocalSetup;
import se.brygga.setup.file.SetupCheck;
import se.brygga.workflows.refusal.Refusal;

/** {@code brygga tenant check}. Needs no starter. Without one the command says what it did not check. */
@Command(
        name = "check",
        description = "${bundle:help.check}",
        footer = {"", "${bundle:help.check.examples}"})
final class CheckCommand extends ServerCommand {

    /** What the books say of a tenant's set-up. */
    record Comparison(List<Refusal> objections, List<Refusal> warnings) {}

    @Parameters(paramLabel = "FILE", description = "${bundle:help.check.FILE}")
    private Path file = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() {
        Lines lines = language.lines();
        LocalSetup setup = LocalSetup.read(file);
        SetupCheck check = setup.check();
        check.mistakes().forEach(mistake -> System.err.println(file + ": " + lines.say(mistake)));
        Warnings warnings = new Warnings(file, lines);
        warnings.print(check.warnings());
        if (check.tenants().isEmpty() || !isFreeInBooks(setup, lines, warnings)) {
            return 1;
        }
        check.tenants()
                .forEach(tenant ->
                        System.out.println(lines.say(Line.FILE_IN_ORDER, file, tenant.tenant(), tenant.shops())));
        System.out.println(lines.say(Line.FILE_NOT_TRIED));
        return 0;
    }

    /** Whether the set-ups in force leave room for this one. Only a file without mistakes is compared with them. */
    private boolean isFreeInBooks(LocalSetup setup, Lines lines, Warnings warnings) {
        boolean free = true;
        for (String tenant : setup.tenants()) {
            try {
                Comparison compared = compare(tenant, setup);
                compared.objections().forEach(text -> System.err.println(file + ": " + lines.say(text)));
                warnings.print(compared.warnings());
                free &= compared.objections().isEmpty();
            } catch (ServerTrouble notThere) {
                System.out.println(lines.say(Line.FILE_NOT_COMPARED, tenant, notThere.text(lines)));
            }
        }
        return free;
    }

    private Comparison compare(String tenant, LocalSetup setup) {
        return Server.read(
                server().post(
                                "/tenants/" + tenant + "/setup/check",
                                Map.of("file", setup.text(), "values", setup.values())),
                Comparison.class);
    }
}
