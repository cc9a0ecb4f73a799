package se.brygga.starter.cli.tenants;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.setup.file.SetupCheck;
import se.brygga.setup.keys.SetupSchema;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.TenantArgument;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.door.DeskDoor;
import se.brygga.starter.desk.tenants.Application;
import se.brygga.starter.desk.tenants.Applied;
import se.brygga.starter.desk.tenants.TenantDesk;

/** The commands about a tenant's set-up. */
final class SetupCommands {

    private SetupCommands() {}

    /** What Specter's support must enter, if anything is pulled for the tenant. */
    private static void printTriggers(String subject, Map<String, URI> triggers) {
        if (triggers.isEmpty()) {
            return;
        }
        System.out.printf(
                "%s: for Specter's support to enter, so that Specter calls when something has changed and Brygga"
                        + " asks for it at once;%n"
                        + "  without them it comes with the next poll. Keep them as you keep a password:%n",
                subject);
        triggers.forEach((kind, url) -> System.out.printf("  %-10s %s%n", kind, url));
    }

    /** {@code brygga tenant check}. Needs neither the database nor the key: without them it says what it did not look at. */
    @Command(
            name = "check",
            description = "Says everything that is wrong with a file. Changes nothing, calls no shop and no Specter.")
    static final class Check extends DeskCommand {

        @Parameters(paramLabel = "FILE", description = "one YAML document per tenant")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            SetupCheck check = SetupCheck.of(file);
            check.mistakes().forEach(mistake -> System.err.println(file + ": " + mistake));
            check.warnings().forEach(warning -> System.err.println(file + ": warning: " + warning));
            if (check.tenants().isEmpty() || !isFreeInBooks()) {
                return 1;
            }
            check.tenants()
                    .forEach(tenant -> System.out.printf(
                            "%s: tenant %s with %d shop(s) is in order%n", file, tenant.tenant(), tenant.shops()));
            System.out.println("Not tried: the connections, and the names of statuses, methods and lists; apply does.");
            return 0;
        }

        /** What is in force is looked at for a file without mistakes only. */
        private boolean isFreeInBooks() {
            try {
                Application compared = desk(TenantDesk.class).compare(file);
                compared.objections().forEach(text -> System.err.println(file + ": " + text));
                compared.warnings().forEach(text -> System.err.println(file + ": warning: " + text));
                return compared.objections().isEmpty();
            } catch (DeskDoor.DeskClosed notThere) {
                System.out.println("Not compared with what is in force: " + notThere.getMessage());
                return true;
            }
        }
    }

    /** {@code brygga tenant schema}. Needs neither the database nor the key. */
    @Command(
            name = "schema",
            description = "Prints the JSON Schema of set-up files: editors complete keys and say what they mean.")
    static final class PrintSchema implements Callable<Integer> {

        @Override
        public Integer call() {
            System.out.print(SetupSchema.json());
            return 0;
        }
    }

    /** {@code brygga tenant apply}. */
    @Command(
            name = "apply",
            description = "Tries the connections, stores a new version, and registers the shops' web hooks.")
    static final class Apply extends DeskCommand {

        @Parameters(paramLabel = "FILE", description = "one YAML document per tenant")
        private Path file = Path.of("");

        @Option(names = "--other-connector-is-off", description = "the shop's other connector is switched off")
        private boolean otherConnectorIsOff;

        @Option(
                names = "--orders-since",
                description =
                        "for a new shop: transfer orders placed since then, like 2026-11-01T00:00:00Z; default: those that the shop does not have yet")
        private @Nullable Instant ordersSince;

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            Application application = desk(TenantDesk.class)
                    .apply(file, new TenantDesk.Confirmed(otherConnectorIsOff, ordersSince), operator.operator());
            if (json.print(application)) {
                return application.tenants().isEmpty() ? 1 : Outcomes.exitCode(application.tenants());
            }
            application.objections().forEach(text -> System.err.println(file + ": " + text));
            if (application.tenants().isEmpty()) {
                System.err.println("Nothing was changed.");
                return 1;
            }
            application.warnings().forEach(text -> System.err.println("warning: " + text));
            return print(application.tenants());
        }

        private static int print(List<Outcome<Applied>> tenants) {
            for (Outcome<Applied> outcome : tenants) {
                switch (outcome) {
                    case Outcome.Followed<Applied>(String tenant, Applied applied) -> {
                        applied.done().forEach(System.out::println);
                        printTriggers(tenant, applied.triggers());
                    }
                    case Outcome.Refused<Applied>(String tenant, String why) -> System.err.println(tenant + ": " + why);
                    case Outcome.Unknown<Applied>(String tenant, String why) -> System.err.println(tenant + ": " + why);
                }
            }
            return Outcomes.exitCode(tenants);
        }
    }

    /** {@code brygga tenant export}. */
    @Command(name = "export", description = "Prints a tenant's file as it is in force, without secrets.")
    static final class Export extends DeskCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Override
        public Integer call() {
            System.out.print(desk(TenantDesk.class).file(of.tenant()));
            return 0;
        }
    }

    /** {@code brygga tenant rotate-secrets}. */
    @Command(
            name = "rotate-secrets",
            description = "Makes new secrets for web hooks and triggers; the old URLs are refused within a minute.")
    static final class RotateSecrets extends DeskCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            return WebHooks.print(
                    json,
                    desk(TenantDesk.class).rotateSecrets(of.tenant(), operator.operator()),
                    new WebHooks.Words(
                            ": has new secrets; the old URLs are refused within a minute",
                            "Run it again, or apply the set-up file. Until then the intake finds the orders."),
                    SetupCommands::printTriggers);
        }
    }
}
