package se.brygga.cli.tenants;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import tools.jackson.databind.JsonNode;

/** The versions of a tenant's set-up that the starter keeps. */
final class KeptCommands {

    private KeptCommands() {}

    /** One version. */
    record Version(int version, Instant at, String by) {}

    /** {@code brygga tenant export}. */
    @Command(
            name = "export",
            description = "${bundle:help.kept.export}",
            footer = {"", "${bundle:help.kept.export.examples}"})
    static final class Export extends ServerCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Option(names = "--version", paramLabel = "VERSION", description = "${bundle:help.kept.export.version}")
        private @Nullable Integer version;

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            JsonNode setup = server().get(
                            "/tenants/" + of.tenant() + "/setup" + (version == null ? "" : "/versions/" + version),
                            Map.of());
            if (!json.print(setup)) {
                System.out.print(setup.path("file").asString());
            }
            return 0;
        }
    }

    /** {@code brygga tenant versions}. */
    @Command(
            name = "versions",
            description = "${bundle:help.kept.versions}",
            footer = {"", "${bundle:help.kept.versions.examples}"})
    static final class Versions extends ServerCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            JsonNode answer = server().get("/tenants/" + of.tenant() + "/setup/versions", Map.of());
            if (json.print(answer)) {
                return 0;
            }
            Table table = language.lines().table(Line.VERSIONS_HEADINGS);
            List.of(Server.read(answer, Version[].class))
                    .forEach(one -> table.row(one.version(), Output.time(one.at()), one.by()));
            System.out.print(table);
            return 0;
        }
    }
}
