package se.brygga.cli.orders;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.workflows.attention.Cause;
import tools.jackson.databind.JsonNode;

/** {@code brygga orders causes}. */
@Command(
        name = "causes",
        description = "${bundle:help.orders-causes}",
        footer = {"", "${bundle:help.orders-causes.examples}"})
final class OrdersCausesCommand extends ListCommand {

    /** A cause for which something waits. */
    record WaitingCause(Cause cause, int waiting, Instant since) {}

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    protected int list() {
        JsonNode answer = server().get("/causes", only.query());
        if (json.print(answer)) {
            return 0;
        }
        List<WaitingCause> causes = List.of(Server.read(answer, WaitingCause[].class));
        Table table = language.lines().table(Line.CAUSES_HEADINGS);
        causes.forEach(one -> table.row(
                one.waiting(),
                one.cause().code(),
                Output.time(one.since()),
                language.texts().title(one.cause())));
        System.out.print(table.isEmpty() ? language.lines().say(Line.NO_ORDERS_WAITING) + "\n" : table);
        return 0;
    }
}
