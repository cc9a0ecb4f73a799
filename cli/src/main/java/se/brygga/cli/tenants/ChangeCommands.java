package se.brygga.cli.tenants;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.PlaceArgument;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.refusal.Reason;
import tools.jackson.databind.JsonNode;

/** The commands that suspend, resume or remove a tenant or a shop, and the one that makes new secrets. */
final class ChangeCommands {

    private ChangeCommands() {}

    /** What all have in common. */
    abstract static class Change extends ServerCommand {

        @Mixin
        OperatorOptions.Answered operator = new OperatorOptions.Answered();

        /**
         * Makes the change through the starter, and prints what came of it.
         *
         * @param done the line about the place when the change was made
         * @param remedy the line for a shop that did not take its web hooks
         */
        final int change(String path, Map<String, @Nullable Object> body, Line done, @Nullable Line remedy) {
            body.putAll(operator.body());
            JsonNode answer = server().post(path, body);
            Applied applied = Server.read(answer, Applied.class);
            if (!operator.json().print(answer)) {
                Lines lines = operator.lines();
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

        @Mixin
        private PlaceArgument place = new PlaceArgument();

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
            operator.incomplete(Reason.REASON_MISSING.of()).ifPresent(why -> {
                throw usage(why);
            });
            Map<String, @Nullable Object> body = new HashMap<>();
            body.put("state", state.word());
            return change(place.pathOfTenant("state"), body, done, remedy);
        }
    }

    /** {@code brygga tenant suspend}. */
    @Command(
            name = "suspend",
            description = "${bundle:help.change.suspend}",
            footer = {"", "${bundle:help.change.suspend.examples}"})
    static final class Suspend extends Become {

        Suspend() {
            super(StateCommands.State.SUSPENDED, Line.IS_SUSPENDED, null);
        }
    }

    /** {@code brygga tenant resume}. */
    @Command(
            name = "resume",
            description = "${bundle:help.change.resume}",
            footer = {"", "${bundle:help.change.resume.examples}"})
    static final class Resume extends Become {

        Resume() {
            super(StateCommands.State.SERVED, Line.IS_RESUMED, Line.HOOKS_NEED_APPLY);
        }
    }

    /** {@code brygga tenant remove}. */
    @Command(
            name = "remove",
            description = "${bundle:help.change.remove}",
            footer = {"", "${bundle:help.change.remove.examples}"})
    static final class Remove extends Become {

        Remove() {
            super(StateCommands.State.REMOVED, Line.IS_REMOVED, null);
        }
    }

    /** {@code brygga tenant rotate-secrets}. */
    @Command(
            name = "rotate-secrets",
            description = "${bundle:help.change.rotate-secrets}",
            footer = {"", "${bundle:help.change.rotate-secrets.examples}"})
    static final class RotateSecrets extends Change {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Override
        public Integer call() {
            return change(
                    "/tenants/" + of.tenant() + "/url-secrets",
                    new HashMap<>(),
                    Line.SECRETS_ROTATED,
                    Line.HOOKS_NEED_ROTATE);
        }
    }
}
