package se.brygga.starter.cli.tenants;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.desk.audit.AuditDesk;
import se.brygga.starter.desk.audit.AuditLine;

/** {@code brygga audit}. */
@Command(name = "audit", description = "Lists who has done what, and why, newest first.")
public final class AuditCommand extends DeskCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        List<AuditLine> lines = desk(AuditDesk.class).list(only.tenant(), limit.limit());
        if (json.print(lines)) {
            return 0;
        }
        Table table = new Table("AT", "TENANT", "BY", "DID", "TO", "REASON");
        lines.forEach(line -> table.row(
                Output.time(line.at()), line.tenant(), line.by(), line.what(), line.subject(), line.reason()));
        System.out.print(table.isEmpty() ? "Nobody has done anything.\n" : table);
        return 0;
    }
}
