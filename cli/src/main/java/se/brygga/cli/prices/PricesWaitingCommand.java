package se.brygga.cli.prices;

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
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import tools.jackson.databind.JsonNode;

/** {@code brygga prices waiting}. */
@Command(
        name = "waiting",
        description = "${bundle:help.prices-waiting}",
        footer = {"", "${bundle:help.prices-waiting.examples}"})
final class PricesWaitingCommand extends ListCommand {

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
        query.put("limit", limit.limit());
        JsonNode answer = server().get("/prices/waiting", query);
        if (json.print(answer)) {
            return 0;
        }
        WaitingPrices waiting = Server.read(answer, WaitingPrices.class);
        Lines lines = language.lines();
        waiting.notWritten().forEach(one -> System.out.println(TroubleLines.notWritten(one, language.texts(), lines)));
        Table table = WaitingPrices.table(waiting.prices(), lines);
        System.out.print(table.isEmpty() ? lines.say(Line.NO_PRICE_WAITS) + "\n" : table);
        if (waiting.prices().size() < waiting.total()) {
            System.out.println(lines.say(Line.SHOWN_OF, waiting.prices().size(), waiting.total()));
        }
        return 0;
    }
}
