package se.brygga.starter.cli.goods;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.ShopArgument;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.prices.HeldPrice;
import se.brygga.starter.desk.prices.PriceDesk;

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
    abstract static class Decide extends DeskCommand {

        private final HeldPrice.Verdict verdict;

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @ArgGroup(multiplicity = "1")
        private Target target = new Target();

        @Option(names = "--list", description = "with --sku: only in this price list, by Starweb's number")
        private @Nullable Long list;

        @Option(names = "--from", description = "with --sku: only this row: 1, or the quantity of a tier")
        private @Nullable Integer from;

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        Decide(HeldPrice.Verdict verdict) {
            this.verdict = verdict;
        }

        @Override
        public Integer call() {
            List<Outcome<HeldPrice>> outcomes = desk(PriceDesk.class)
                    .decide(
                            shop.shop(),
                            new PriceDesk.Target(target.all ? null : target.sku, list, from),
                            verdict,
                            operator.operator());
            return json.print(outcomes)
                    ? Outcomes.exitCode(outcomes)
                    : Outcomes.print(
                            outcomes,
                            held -> "%s from %d in %s: %s to %s is %s"
                                    .formatted(
                                            held.sku(),
                                            held.fromQty(),
                                            Prices.list(held.listId(), held.list()),
                                            Prices.price(held.before()),
                                            Prices.price(held.after()),
                                            verdict.word()));
        }
    }

    /** {@code brygga prices approve}. */
    @Command(
            name = "approve",
            description = "Lets changes be written that wait. Holds for just the price that is listed.")
    static final class Approve extends Decide {
        Approve() {
            super(HeldPrice.Verdict.APPROVED);
        }
    }

    /** {@code brygga prices reject}. */
    @Command(name = "reject", description = "The shop keeps its price until Specter has another one again.")
    static final class Reject extends Decide {
        Reject() {
            super(HeldPrice.Verdict.REJECTED);
        }
    }
}
