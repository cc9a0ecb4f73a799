package se.brygga.starter.cli.tenants;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.PlaceArgument;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.tenants.Applied;
import se.brygga.starter.desk.tenants.TenantDesk;

/** Taking a tenant or a shop out, for some time or for ever, and back. */
final class StandingCommands {

    private static final String NO_REMEDY = "";

    private StandingCommands() {}

    /** What all three have in common. */
    abstract static class Decide extends DeskCommand {

        @Mixin
        private PlaceArgument place = new PlaceArgument();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        private final WebHooks.Words words;

        Decide(WebHooks.Words words) {
            this.words = words;
        }

        abstract Outcome<Applied> decide(Place of, Operator by);

        @Override
        public Integer call() {
            Operator by = operator.operator();
            by.incomplete().ifPresent(missing -> {
                throw usage("say who does it and why: --reason must be there, and neither may be empty");
            });
            return WebHooks.print(json, decide(place.place(), by), words, (subject, triggers) -> {});
        }
    }

    /** {@code brygga tenant suspend}. */
    @Command(
            name = "suspend",
            description = {
                "Takes nothing from a tenant or shop and writes nothing there until it is resumed.",
                "Its loops end within seconds, its web hooks are taken out. Orders on their way wait as shop-suspended."
            })
    static final class Suspend extends Decide {

        Suspend() {
            super(new WebHooks.Words(" is suspended; workers end its loops within seconds", NO_REMEDY));
        }

        @Override
        Outcome<Applied> decide(Place of, Operator by) {
            return desk(TenantDesk.class).suspend(of, by);
        }
    }

    /** {@code brygga tenant resume}. */
    @Command(
            name = "resume",
            description = "Serves a suspended tenant or shop again, from where it was left: no order is lost.")
    static final class Resume extends Decide {

        Resume() {
            super(new WebHooks.Words(
                    " is served again; workers start its loops within seconds",
                    "Apply the set-up file to register them. Until then the intake finds the orders."));
        }

        @Override
        Outcome<Applied> decide(Place of, Operator by) {
            return desk(TenantDesk.class).resume(of, by);
        }
    }

    /** {@code brygga tenant remove}. */
    @Command(
            name = "remove",
            description = {
                "Ends the service of a tenant or shop for ever. Its credentials are deleted, its orders stay readable.",
                "Its web shop and Specter account are free for another tenant; its name is not."
            })
    static final class Remove extends Decide {

        Remove() {
            super(new WebHooks.Words(" is removed; workers end its loops within seconds", NO_REMEDY));
        }

        @Override
        Outcome<Applied> decide(Place of, Operator by) {
            return desk(TenantDesk.class).remove(of, by);
        }
    }
}
