package se.brygga.cli.tenants;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import tools.jackson.databind.JsonNode;

/** Taking a tenant or a shop out, for some time or for ever, and back; new secrets. */
final class ChangeCommands {

    private ChangeCommands() {}

    /** What all have in common. */
    abstract static class Change extends ServerCommand {

        @Mixin
        OperatorOptions operator = new OperatorOptions();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        /**
         * Lets the starter do it, and prints what came of it.
         *
         * @param done what is told of the place when it is done
         * @param remedy what is told when a shop did not take its web hooks
         */
        final int change(String path, Map<String, @Nullable Object> body, Line done, @Nullable Line remedy) {
            body.putAll(operator.body());
            JsonNode answer = server().post(path, body);
            Applied applied = Server.read(answer, Applied.class);
            if (!json.print(answer)) {
                Lines lines = language.lines();
                if (applied.result() != null) {
                    System.out.println(lines.say(done, applied.subject()));
                }
                applied.print(lines);
                if (applied.exitCode() != 0 && applied.result() != null && remedy != null) {
                    System.err.println(lines.say(remedy));
                }
            }
            return applied.exitCode();
        }
    }

    /** What suspending, resuming and removing have in common. */
    abstract static class Become extends Change {

        @Parameters(paramLabel = "TENANT[/SHOP]", description = "a tenant with all its shops, or one shop")
        private String place = "";

        private final StateCommands.State state;
        private final Line done;
        private final @Nullable Line remedy;

        Become(StateCommands.State state, Line done, @Nullable Line remedy) {
            this.state = state;
            this.done = done;
            this.remedy = remedy;
        }

        @Override
        public Integer call() {
            if (!place.matches("[a-z0-9-]+(/[a-z0-9-]+)?")) {
                throw usage("\"" + place + "\" is neither TENANT nor TENANT/SHOP");
            }
            if (operator.isIncomplete()) {
                throw usage("say who does it and why: --reason must be there, and neither may be empty");
            }
            Map<String, @Nullable Object> body = new HashMap<>();
            body.put("state", state.word());
            return change("/tenants/" + place.replace("/", "/shops/") + "/state", body, done, remedy);
        }
    }

    /** {@code brygga tenant suspend}. */
    @Command(
            name = "suspend",
            description = {
                "Takes nothing from a tenant or shop and writes nothing there until it is resumed.",
                "Its loops end within seconds, its web hooks are taken out. Orders on their way wait as shop-suspended."
            },
            footer = {"", "Example: brygga tenant suspend nordkajak/kajak-no --reason 'moves house'"})
    static final class Suspend extends Become {

        Suspend() {
            super(StateCommands.State.SUSPENDED, Line.IS_SUSPENDED, null);
        }
    }

    /** {@code brygga tenant resume}. */
    @Command(
            name = "resume",
            description = "Serves a suspended tenant or shop again, from where it was left: no order is lost.",
            footer = {"", "Example: brygga tenant resume nordkajak/kajak-no --reason 'has moved'"})
    static final class Resume extends Become {

        Resume() {
            super(StateCommands.State.SERVED, Line.IS_RESUMED, Line.APPLY_AGAIN);
        }
    }

    /** {@code brygga tenant remove}. */
    @Command(
            name = "remove",
            description = {
                "Ends the service of a tenant or shop for ever. Its credentials are deleted, its orders stay readable.",
                "Its web shop and Specter account are free for another tenant; its name is not."
            },
            footer = {"", "Example: brygga tenant remove nordkajak/kajak-no --reason 'closed'"})
    static final class Remove extends Become {

        Remove() {
            super(StateCommands.State.REMOVED, Line.IS_REMOVED, null);
        }
    }

    /** {@code brygga tenant rotate-secrets}. */
    @Command(
            name = "rotate-secrets",
            description = "Makes new secrets for web hooks and triggers; the old URLs are refused within a minute.",
            footer = {"", "Example: brygga tenant rotate-secrets nordkajak"})
    static final class RotateSecrets extends Change {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Override
        public Integer call() {
            return change(
                    "/tenants/" + of.tenant() + "/url-secrets",
                    new HashMap<>(),
                    Line.SECRETS_ROTATED,
                    Line.ROTATE_AGAIN);
        }
    }
}
