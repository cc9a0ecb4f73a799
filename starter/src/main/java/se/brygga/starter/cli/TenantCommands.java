package se.brygga.starter.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.setup.file.SetupFile;
import se.brygga.activities.start.FailedStart;
import se.brygga.activities.store.SetupStore;

/** The commands about one tenant. */
final class TenantCommands {

    private TenantCommands() {}

    /** What was read, after all mistakes were printed. */
    private static SetupFile.Result checked(Path file) {
        SetupFile.Result result = SetupFile.read(file, SetupFile.environment());
        result.mistakes().forEach(mistake -> System.err.println(file + ": " + mistake));
        result.warnings().forEach(warning -> System.err.println(file + ": warning: " + warning));
        return result;
    }

    /** What Specter's support must enter, if anything is pulled for the tenant. */
    private static void printTriggers(Onboarding onboarding, String tenant) {
        Map<String, URI> triggers = onboarding.triggers(tenant);
        if (triggers.isEmpty()) {
            return;
        }
        System.out.printf(
                "tenant %s: for Specter's support to enter, so that Specter calls when something has changed and Brygga"
                        + " asks for it at once;%n"
                        + "  without them it comes with the next poll. Keep them as you keep a password:%n",
                tenant);
        triggers.forEach((kind, url) -> System.out.printf("  %-10s %s%n", kind, url));
    }

    /** {@code brygga tenant check}. Needs neither the database nor the key: without them it says what it did not look at. */
    @Component
    @Command(
            name = "check",
            description = "Says everything that is wrong with a file. Changes nothing, calls no shop and no Specter.")
    static final class Check implements Callable<Integer> {

        /** What is in force; opened for a file without mistakes only. */
        @FunctionalInterface
        interface Books {
            Compared compare(List<TenantSetup> setups);
        }

        /**
         * What the books say of a file.
         *
         * @param objections what speaks against it
         * @param warnings what it moves
         */
        record Compared(List<String> objections, List<String> warnings) {}

        private final Books books;

        Check(Books books) {
            this.books = books;
        }

        @Parameters(paramLabel = "FILE", description = "one YAML document per tenant")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            List<TenantSetup> setups = checked(file).setups();
            if (setups.isEmpty()) {
                return 1;
            }
            try {
                Compared compared = books.compare(setups);
                compared.objections().forEach(text -> System.err.println(file + ": " + text));
                compared.warnings().forEach(text -> System.err.println(file + ": warning: " + text));
                if (!compared.objections().isEmpty()) {
                    return 1;
                }
            } catch (RuntimeException notThere) {
                System.out.println("Not compared with what is in force: " + FailedStart.inWords(notThere));
            }
            setups.forEach(setup -> System.out.printf(
                    "%s: tenant %s with %d shop(s) is in order%n",
                    file, setup.tenant(), setup.shops().size()));
            System.out.println("Not tried: the connections, and the names of statuses, methods and lists; apply does.");
            return 0;
        }
    }

    /** {@code brygga tenant apply}. */
    @Component
    @Command(
            name = "apply",
            description = "Tries the connections, stores a new version, and registers the shops' web hooks.")
    static final class Apply implements Callable<Integer> {

        private final Onboarding onboarding;

        @Parameters(paramLabel = "FILE", description = "one YAML document per tenant")
        private Path file = Path.of("");

        @Option(names = "--other-connector-is-off", description = "the shop's other connector is switched off")
        private boolean otherConnectorIsOff;

        @Option(
                names = "--orders-since",
                description =
                        "for a new shop: transfer orders placed since then, like 2026-11-01T00:00:00Z; default: those that the shop does not have yet")
        private @Nullable Instant ordersSince;

        @Option(names = "--by", description = "who applies it; default: the login here")
        private String by = System.getProperty("user.name");

        Apply(Onboarding onboarding) {
            this.onboarding = onboarding;
        }

        @Override
        public Integer call() {
            SetupFile.Result result = checked(file);
            List<TenantSetup> setups = result.setups();
            List<String> objections = new ArrayList<>();
            setups.forEach(setup -> onboarding
                    .objections(setup, otherConnectorIsOff)
                    .forEach(text -> objections.add(file + ": tenant " + setup.tenant() + ": " + text)));
            objections.forEach(System.err::println);
            if (setups.isEmpty() || !objections.isEmpty()) {
                System.err.println("Nothing was changed.");
                return 1;
            }
            setups.forEach(setup -> onboarding
                    .warnings(setup)
                    .forEach(text -> System.err.println("warning: tenant " + setup.tenant() + ": " + text)));
            Onboarding.Confirmed confirmed = new Onboarding.Confirmed(otherConnectorIsOff, ordersSince, by);
            for (int i = 0; i < setups.size(); i++) {
                onboarding
                        .apply(setups.get(i), result.texts().get(i), confirmed)
                        .forEach(System.out::println);
                printTriggers(onboarding, setups.get(i).tenant());
            }
            return 0;
        }
    }

    /** {@code brygga tenant export}. */
    @Component
    @Command(name = "export", description = "Prints a tenant's file as it is in force, without secrets.")
    static final class Export implements Callable<Integer> {

        private final SetupStore setups;

        @Parameters(paramLabel = "TENANT", description = "key of the tenant")
        private String tenant = "";

        Export(SetupStore setups) {
            this.setups = setups;
        }

        @Override
        public Integer call() {
            System.out.print(
                    setups.file(tenant).orElseThrow(() -> new IllegalArgumentException(setups.noTenant(tenant))));
            return 0;
        }
    }

    /** {@code brygga tenant rotate-secrets}. */
    @Component
    @Command(
            name = "rotate-secrets",
            description = "Makes new secrets for web hooks and triggers; the old URLs are refused within a minute.")
    static final class RotateSecrets implements Callable<Integer> {

        private final Onboarding onboarding;

        @Parameters(paramLabel = "TENANT", description = "key of the tenant")
        private String tenant = "";

        @Option(names = "--by", description = "who does it; default: the login here")
        private String by = System.getProperty("user.name");

        RotateSecrets(Onboarding onboarding) {
            this.onboarding = onboarding;
        }

        @Override
        public Integer call() {
            Onboarding.Rotated rotated = onboarding.rotateSecrets(tenant, by);
            System.out.printf("tenant %s: has new secrets; the old URLs are refused within a minute%n", tenant);
            rotated.done().forEach(System.out::println);
            printTriggers(onboarding, tenant);
            rotated.failed().forEach(System.err::println);
            if (!rotated.failed().isEmpty()) {
                System.err.println("Run it again, or apply the set-up file. Until then the intake finds the orders.");
                return 1;
            }
            return 0;
        }
    }
}
