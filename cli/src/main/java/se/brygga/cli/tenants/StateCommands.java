package se.brygga.cli.tenants;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;
import tools.jackson.databind.JsonNode;

/** Which shops are served. */
final class StateCommands {

    private StateCommands() {}

    /** Whether a shop is served. */
    enum State implements Word {
        SERVED,
        SUSPENDED,
        REMOVED
    }

    /**
     * A shop, and whether it is served.
     *
     * @param staleHooks whether our web hooks are still in a shop that is not served, or at an earlier address of the
     *     shop
     */
    record ShopState(
            String shop,
            State state,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason,
            boolean staleHooks) {}

    /** What both lists have in common. */
    abstract static class Shops extends ListCommand {

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        abstract String path();

        @Override
        protected int list() {
            JsonNode answer = server().get(path(), Map.of());
            if (json.print(answer)) {
                return 0;
            }
            Lines lines = language.lines();
            Table table = lines.table(Line.TENANTS_HEADINGS);
            List.of(Server.read(answer, ShopState[].class))
                    .forEach(shop -> table.row(
                            shop.shop(),
                            lines.say(state(shop.state())),
                            Output.time(shop.since()),
                            shop.by(),
                            shop.reason(),
                            whereHooksAre(shop, lines)));
            System.out.print(table.isEmpty() ? lines.say(Line.NO_TENANTS) + "\n" : table);
            return 0;
        }

        private static Line state(State state) {
            return switch (state) {
                case SERVED -> Line.SHOP_SERVED;
                case SUSPENDED -> Line.SHOP_SUSPENDED;
                case REMOVED -> Line.SHOP_REMOVED;
            };
        }

        private static @Nullable String whereHooksAre(ShopState shop, Lines lines) {
            return shop.staleHooks()
                    ? lines.say(shop.state() == State.SERVED ? Line.HOOKS_AT_OLD_ADDRESS : Line.HOOKS_IN_SHOP)
                    : null;
        }
    }

    /** {@code brygga tenant list}. */
    @Command(
            name = "list",
            description = "${bundle:help.state.listing}",
            footer = {"", "${bundle:help.state.listing.examples}"})
    static final class Listing extends Shops {

        @Override
        String path() {
            return "/tenants";
        }
    }

    /** {@code brygga tenant show}. */
    @Command(
            name = "show",
            description = "${bundle:help.state.show}",
            footer = {"", "${bundle:help.state.show.examples}"})
    static final class Show extends Shops {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Override
        String path() {
            return "/tenants/" + of.tenant();
        }
    }
}
