package se.brygga.cli;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import tools.jackson.databind.JsonNode;

/** {@code brygga audit}. */
@Command(
        name = "audit",
        description = "${bundle:help.audit}",
        footer = {"", "${bundle:help.audit.examples}"})
final class AuditCommand extends ListCommand {

    /** One line of the audit log. */
    record Deed(
            Instant at,
            String tenant,
            String by,
            String what,
            String subject,
            @Nullable String reason) {}

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    protected int list() {
        Map<String, @Nullable Object> query = only.query();
        JsonNode answer = server().pages("/audit", query, "items", limit.limit());
        if (json.print(answer)) {
            return 0;
        }
        Table table = language.lines().table(Line.AUDIT_HEADINGS);
        for (Deed deed : Server.read(answer.path("items"), Deed[].class)) {
            table.row(Output.time(deed.at()), deed.tenant(), deed.by(), deed.what(), deed.subject(), deed.reason());
        }
        language.lines().print(table, Line.NO_DEEDS, answer);
        return 0;
    }
}
