package se.brygga.starter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.onboarding.Leaving;
import se.brygga.activities.onboarding.Onboarding;
import se.brygga.activities.setup.OutsideSystem.Place;
import se.brygga.activities.store.LeavingBook;

/** Taking a tenant or a shop out, for some time or for ever, and back. */
final class TenantStandingCommands {

    private TenantStandingCommands() {}

    /** What all three take. */
    static final class Decided {

        @Parameters(paramLabel = "TENANT[/SHOP]", description = "a tenant with all its shops, or one shop")
        private String place = "";

        @Option(names = "--reason", required = true, description = "why; stands in the audit log")
        private String reason = "";

        @Option(names = "--by", description = "who does it; default: the login here")
        private String by = System.getProperty("user.name");

        Place place() {
            String[] parts = place.split("/", -1);
            if (parts.length > 2 || parts[0].isBlank() || (parts.length == 2 && parts[1].isBlank())) {
                throw new IllegalArgumentException("\"" + place + "\" is neither TENANT nor TENANT/SHOP");
            }
            return new Place(parts[0], parts.length == 2 ? parts[1] : "");
        }

        LeavingBook.Deed deed() {
            if (reason.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("say who does it and why: neither may be empty");
            }
            return new LeavingBook.Deed(by, reason);
        }
    }

    /** {@code brygga tenant suspend}. */
    @Component
    @Command(
            name = "suspend",
            description = {
                "Takes nothing from a tenant or shop and writes nothing there until it is resumed.",
                "Its loops end within seconds, its web hooks are taken out. Orders on their way wait as shop-suspended."
            })
    static final class Suspend implements Callable<Integer> {

        private final Leaving leaving;

        @Mixin
        private Decided decided = new Decided();

        Suspend(Leaving leaving) {
            this.leaving = leaving;
        }

        @Override
        public Integer call() {
            List<String> done = leaving.suspend(decided.place(), decided.deed());
            System.out.printf("%s is suspended; workers end its loops within seconds%n", decided.place());
            done.forEach(System.out::println);
            return 0;
        }
    }

    /** {@code brygga tenant resume}. */
    @Component
    @Command(
            name = "resume",
            description = "Serves a suspended tenant or shop again, from where it was left: no order is lost.")
    static final class Resume implements Callable<Integer> {

        private final Onboarding onboarding;

        @Mixin
        private Decided decided = new Decided();

        Resume(Onboarding onboarding) {
            this.onboarding = onboarding;
        }

        @Override
        public Integer call() {
            Onboarding.Rotated resumed = onboarding.resume(decided.place(), decided.deed());
            System.out.printf("%s is served again; workers start its loops within seconds%n", decided.place());
            resumed.done().forEach(System.out::println);
            resumed.failed().forEach(System.err::println);
            if (!resumed.failed().isEmpty()) {
                System.err.println("Apply the set-up file to register them. Until then the intake finds the orders.");
                return 1;
            }
            return 0;
        }
    }

    /** {@code brygga tenant remove}. */
    @Component
    @Command(
            name = "remove",
            description = {
                "Ends the service of a tenant or shop for ever. Its credentials are deleted, its orders stay readable.",
                "Its web shop and Specter account are free for another tenant; its name is not."
            })
    static final class Remove implements Callable<Integer> {

        private final Leaving leaving;

        @Mixin
        private Decided decided = new Decided();

        Remove(Leaving leaving) {
            this.leaving = leaving;
        }

        @Override
        public Integer call() {
            List<String> done = leaving.remove(decided.place(), decided.deed());
            System.out.printf("%s is removed; workers end its loops within seconds%n", decided.place());
            done.forEach(System.out::println);
            return 0;
        }
    }
}
