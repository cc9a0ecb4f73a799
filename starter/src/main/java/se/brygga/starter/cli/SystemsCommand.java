package se.brygga.starter.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.SetupStore;

/** {@code brygga systems …}. */
@Command(
        name = "systems",
        description = "Remote systems that are out of order, and the end of a pause.",
        subcommands = {HelpCommand.class, SystemsCommand.ListOutages.class, SystemsCommand.Retry.class})
final class SystemsCommand {

    /** {@code brygga systems list}. */
    @Component
    @Command(name = "list", description = "Lists the systems that are out of order: since when, why, and who waits.")
    static final class ListOutages implements Callable<Integer> {

        private final OutageBook outages;
        private final Standstill standstill;

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Option(names = "--json", description = "for programs")
        private boolean json;

        ListOutages(OutageBook outages, Standstill standstill) {
            this.outages = outages;
            this.standstill = standstill;
        }

        @Override
        public Integer call() {
            List<OutageBook.Told> known = outages.known();
            if (json) {
                System.out.println(Output.json(known));
                return 0;
            }
            List<String> still = standstill.look(null).lines();
            still.forEach(System.out::println);
            System.out.print(known.isEmpty() && still.isEmpty() ? "No system is known to be out of order.\n" : "");
            OutageLines.print(known, language.texts());
            return 0;
        }
    }

    /** {@code brygga systems retry}. */
    @Component
    @Command(
            name = "retry",
            description = "Ends the pause of a system that is out of order: the next call tries it, within seconds.")
    static final class Retry implements Callable<Integer> {

        /** Those that wait come back at least this often. */
        private static final Duration TRIED_WITHIN = Duration.ofSeconds(40);

        private static final Duration LOOK_EVERY = Duration.ofMillis(500);

        private final OutageBook outages;
        private final SetupStore setups;
        private final AuditBook audit;
        private final InstantSource time;

        @Parameters(paramLabel = "TENANT[/SHOP]", description = "the tenant's Specter, or a shop of it")
        private String system = "";

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Option(names = "--by", description = "who asks for it; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        Retry(OutageBook outages, SetupStore setups, AuditBook audit, InstantSource time) {
            this.outages = outages;
            this.setups = setups;
            this.audit = audit;
            this.time = time;
        }

        @Override
        public Integer call() throws InterruptedException {
            if (by.isBlank()) {
                throw new IllegalArgumentException("say who asks for it: --by must not be empty");
            }
            String[] parts = system.split("/", 2);
            TenantSetup setup = setups.named(parts[0]);
            String shop = parts.length == 1 ? "" : parts[1];
            if (!shop.isEmpty() && setup.shops().stream().map(ShopSetup::shop).noneMatch(shop::equals)) {
                throw new IllegalArgumentException("tenant " + parts[0] + " has no shop \"" + shop + "\"");
            }
            Instant asked = time.instant();
            if (outages.tryNow(parts[0], List.of(shop)) == 0) {
                System.out.println(system + " is not known to be out of order.");
                return 0;
            }
            audit.add(new AuditBook.Deed(
                    UUID.randomUUID().toString(), by, "retry-system", parts[0], "system " + system, reason));
            return cameOfIt(parts[0], shop, asked);
        }

        private int cameOfIt(String tenant, String shop, Instant asked) throws InterruptedException {
            for (Duration waited = Duration.ZERO;
                    waited.compareTo(TRIED_WITHIN) < 0;
                    waited = waited.plus(LOOK_EVERY)) {
                List<OutageBook.Told> still = outages.of(tenant, shop);
                if (still.isEmpty()) {
                    System.out.println(system + " is in order again; what waited goes on by itself.");
                    return 0;
                }
                if (still.stream().anyMatch(told -> told.outage().lastAt().isAfter(asked))) {
                    OutageLines.print(still, language.texts());
                    return 1;
                }
                Thread.sleep(LOOK_EVERY);
            }
            System.out.println(system + ": nobody has tried it yet. The next call does; see brygga systems list.");
            return 1;
        }
    }
}
