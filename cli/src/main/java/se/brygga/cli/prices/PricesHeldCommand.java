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

/** {@code brygga prices held}. */
@Command(
        name = "held",
        description = "${bundle:help.prices-held}",
        footer = {"", "${bundle:help.prices-held.examples}"})
final class PricesHeldCommand extends ListCommand {

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
        JsonNode answer = server().get("/prices/held", query);
        if (json.print(answer)) {
            return 0;
        }
        HeldPrices held = Server.read(answer, HeldPrices.class);
        Lines lines = language.lines();
        held.notWritten().forEach(one -> System.out.println(TroubleLines.notWritten(one, language.texts(), lines)));
        Table table = HeldPrices.table(held.prices(), lines);
        System.out.print(table.isEmpty() ? lines.say(Line.NO_PRICE_WAITS) + "\n" : table);
        if (held.prices().size() < held.total()) {
            System.out.println(lines.say(Line.SHOWN_OF, held.prices().size(), held.total()));
        }
        return 0;
    }
}
