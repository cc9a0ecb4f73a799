package se.brygga.starter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.store.feed.HeldPriceBook.Decision;
import se.brygga.activities.store.feed.HeldPriceBook.Held;
import se.brygga.starter.prices.PriceDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;

/** The two decisions about price changes that wait. */
final class PricesDecideCommands {

    private PricesDecideCommands() {}

    /** Which changes are meant. */
    static final class Target {

        @Option(names = "--sku", required = true, description = "the changes of this SKU; see --list and --from")
        private @Nullable String sku;

        @Option(names = "--all", required = true, description = "everything of the shop that waits")
        private boolean all;
    }

    /** What both have in common. */
    abstract static class Decide implements Callable<Integer> {

        private final Decision decision;
        private final PriceDesk desk;

        @Parameters(paramLabel = "SHOP", description = "tenant/shop")
        private String shop = "";

        @ArgGroup(multiplicity = "1")
        private Target target = new Target();

        @Option(names = "--list", description = "with --sku: only in this price list, by Starweb's number")
        private @Nullable Long list;

        @Option(names = "--from", description = "with --sku: only this row: 1, or the quantity of a tier")
        private @Nullable Integer from;

        @Option(names = "--by", description = "who decides; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log", required = true)
        private String reason = "";

        Decide(Decision decision, PriceDesk desk) {
            this.decision = decision;
            this.desk = desk;
        }

        @Override
        public Integer call() {
            ShopRef ref = ShopArgument.parse(shop);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("say why: --reason must not be empty");
            }
            List<Held> wanted = desk.waiting(ref.tenant()).stream()
                    .filter(held -> held.shop().equals(ref) && isMeant(held))
                    .toList();
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException("no such price of " + ref + " waits; brygga prices held "
                        + ref.tenant() + " lists those that do");
            }
            List<Held> decided = desk.decide(ref, wanted, new PriceDesk.Wish(decision, by, reason));
            decided.forEach(held -> System.out.printf(
                    "%s from %d in %s: %s to %s is %s%n",
                    held.key().sku(),
                    held.key().fromQty(),
                    PricesHeldCommand.list(held),
                    Output.price(held.before()),
                    Output.price(held.after()),
                    decision.code()));
            if (decided.size() < wanted.size()) {
                System.err.printf(
                        "%d changed meanwhile and still wait: look at them again%n", wanted.size() - decided.size());
                return 1;
            }
            return 0;
        }

        private boolean isMeant(Held held) {
            Long onlyList = list;
            Integer onlyFrom = from;
            String sku = target.sku;
            return target.all
                    || (sku != null
                            && Sku.same(held.key().sku(), sku)
                            && (onlyList == null || held.key().listId() == onlyList)
                            && (onlyFrom == null || held.key().fromQty() == onlyFrom));
        }
    }

    /** {@code brygga prices approve}. */
    @Component
    @Command(
            name = "approve",
            description = "Lets changes be written that wait. Holds for just the price that is listed.")
    static final class Approve extends Decide {
        Approve(PriceDesk desk) {
            super(Decision.APPROVED, desk);
        }
    }

    /** {@code brygga prices reject}. */
    @Component
    @Command(name = "reject", description = "The shop keeps its price until Specter has another one again.")
    static final class Reject extends Decide {
        Reject(PriceDesk desk) {
            super(Decision.REJECTED, desk);
        }
    }
}
