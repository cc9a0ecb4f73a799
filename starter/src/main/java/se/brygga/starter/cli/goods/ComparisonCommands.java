package se.brygga.starter.cli.goods;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.ShopArgument;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.Comparison;
import se.brygga.starter.desk.feeds.Likely;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Where a whole shop differs from what it should show, in its stock or in its prices. */
final class ComparisonCommands {

    private ComparisonCommands() {}

    /** Shows a comparison of one kind. */
    abstract static class Showing<D> extends DeskCommand {

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        JsonOption json = new JsonOption();

        /** The differences, a row for each. */
        abstract Table table(List<D> differences);

        final ShopRef shop() {
            return shop.shop();
        }

        /** Prints it for people. */
        final void print(Comparison<D> comparison) {
            if (comparison.notWritten() != null) {
                System.out.println(
                        TroubleLines.notWritten(comparison.notWritten(), language.texts(), language.lines()));
            }
            String name = comparison.shop().toString();
            Comparison.Found found = comparison.found();
            switch (comparison.state()) {
                case COMPARED -> {
                    Table table = table(comparison.differences());
                    System.out.print(table.isEmpty() ? "" : table + "\n");
                    System.out.println(found == null ? "Compared." : summary(comparison.feed(), found));
                }
                case NEVER_COMPARED ->
                    System.out.println("The shop was never compared; brygga "
                            + comparison.feed().key() + " compare " + name + " compares now.");
                case NOT_COMPARED -> System.err.println(name + " was not compared: " + why(comparison));
                case RUNNING -> System.err.println(name + " is not compared yet: " + why(comparison));
            }
        }

        private String why(Comparison<D> comparison) {
            return comparison.why() == null ? "" : language.texts().detail(comparison.why());
        }
    }

    /** When what was compared, and what is not known. */
    private static String summary(Feed feed, Comparison.Found found) {
        String what = feed == Feed.PRICES ? " prices" : " quantities";
        String result = found.looked() == 0
                ? "nothing was there to compare: Specter has told none, or the shop has none of its SKUs"
                : found.looked() + what + " of the shop, "
                        + (found.different() > 0
                                ? found.different() + " different"
                                : found.unread() == 0 ? "no difference" : "no difference in what could be read");
        return "Compared at " + Output.time(found.at()) + ": " + result
                + (found.unread() == 0 ? "" : "; " + found.unread() + " could not be read, of those nothing is known")
                + (found.absent() == 0 ? "" : "; " + found.absent() + " SKUs of Specter are not in the shop") + ".";
    }

    static String likely(Likely likely) {
        return switch (likely) {
            case NOT_IN_SHOP -> "the shop does not have this SKU";
            case NEVER_SENT -> "the shop was never told";
            case REFUSED_BY_SHOP -> "the shop refuses it";
            case PUSH_PENDING -> "not written yet";
            case SOLD_IN_SHOP -> "sold in the shop";
            case CHANGED_IN_SHOP -> "changed in the shop, by hand or by a sale that we do not know of";
            case STATUS_IN_SHOP -> "its stock status in the shop says otherwise";
            case LOST_IN_SHOP -> "zeroed or removed in the shop; its list was activated?";
            case WAITS_FOR_APPROVAL -> "waits for approval: prices held";
            case REJECTED -> "rejected by a person";
        };
    }

    /** {@code brygga stock drift}, {@code brygga prices drift}. */
    abstract static class Drift<D> extends Showing<D> {

        abstract Comparison<D> last(ShopRef shop);

        @Override
        public Integer call() {
            Comparison<D> comparison = last(shop());
            if (!json.print(comparison)) {
                print(comparison);
            }
            return 0;
        }
    }

    /** {@code brygga stock compare}, {@code brygga prices compare}. */
    abstract static class Compare<D> extends Showing<D> {

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Option(names = "--wait", description = "how long to wait for it; default: ${DEFAULT-VALUE}")
        private Duration patience = Duration.ofMinutes(10);

        abstract Outcome<Comparison<D>> compare(ShopRef shop, Operator by, Duration atMost);

        @Override
        public Integer call() {
            Outcome<Comparison<D>> outcome = compare(shop(), operator.operator(), patience);
            boolean printed = json.print(outcome);
            return switch (outcome) {
                case Outcome.Followed<Comparison<D>>(String _, Comparison<D> comparison) -> {
                    if (!printed) {
                        print(comparison);
                    }
                    yield comparison.state() == Comparison.State.COMPARED ? 0 : 1;
                }
                case Outcome.Refused<Comparison<D>>(String name, String why) -> failed(name, why);
                case Outcome.Unknown<Comparison<D>>(String name, String why) -> failed(name, why);
            };
        }

        private static int failed(String name, String why) {
            System.err.println(name + " was not compared: " + why);
            return 1;
        }
    }
}
