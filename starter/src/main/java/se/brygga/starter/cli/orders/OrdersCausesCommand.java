package se.brygga.starter.cli.orders;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.WaitingCause;

/** {@code brygga orders causes}. */
@Command(
        name = "causes",
        description = "Counts what waits for a person, by cause; orders retry --cause decides about all.")
final class OrdersCausesCommand extends DeskCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        List<WaitingCause> causes = desk(OrderDesk.class).causes(only.tenant());
        if (json.print(causes)) {
            return 0;
        }
        Table table = new Table("WAITING", "CAUSE", "SINCE", "WHAT IT IS");
        causes.forEach(one -> table.row(
                one.waiting(),
                one.cause().code(),
                Output.time(one.since()),
                language.texts().title(one.cause())));
        System.out.print(table.isEmpty() ? "Nothing is waiting.\n" : table);
        return 0;
    }
}
