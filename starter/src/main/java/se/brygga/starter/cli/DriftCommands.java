package se.brygga.starter.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.ComparisonBook;
import se.brygga.starter.feeds.ComparisonDesk;
import se.brygga.starter.feeds.FeedDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Where a whole shop differs from what it should show, in its stock or in its prices. */
final class DriftCommands {

    private DriftCommands() {}

    /** What the last comparison of a shop found. */
    interface Reports {

        /** Stock or prices. */
        Feed feed();

        /** One line for each difference. */
        Report of(ShopRef shop);
    }

    /**
     * The differences that the last comparison found.
     *
     * @param lines for programs
     * @param table for people
     */
    record Report(List<?> lines, Table table) {}

    /** What programs get. */
    private record Answer(
            String outcome,
            @Nullable Instant comparedAt,
            ComparisonBook.@Nullable Found found,
            List<?> differences,
            @Nullable String why) {}

    static String likely(String code) {
        return switch (code) {
            case "not-in-shop" -> "the shop does not have this SKU";
            case "never-sent" -> "the shop was never told";
            case "refused-by-shop" -> "the shop refuses it";
            case "push-pending" -> "not written yet";
            case "sold-in-shop" -> "sold in the shop";
            case "changed-in-shop" -> "changed in the shop, by hand or by a sale that we do not know of";
            case "status-in-shop" -> "its stock status in the shop says otherwise";
            case "lost-in-shop" -> "zeroed or removed in the shop; its list was activated?";
            case "waits-for-approval" -> "waits for approval: prices held";
            case "rejected" -> "rejected by a person";
            default -> code;
        };
    }

    /** What they work with. */
    @Component
    record Desks(ComparisonDesk comparisons, ComparisonBook book, SetupStore setups, Sleepers sleepers) {

        /** @throws IllegalArgumentException there is no such shop, or it gets none of it */
        ShopRef shop(String text, Feed feed) {
            ShopRef ref = ShopArgument.parse(text);
            if (!setups.named(ref.tenant()).shop(ref.shop()).wants(feed)) {
                throw new IllegalArgumentException("shop " + ref + " gets no " + feed.key()
                        + ": its set-up has no section \"" + feed.key() + "\"");
            }
            return ref;
        }
    }

    private static void print(Feed feed, ComparisonBook.Made made, Report report, boolean json) {
        if (json) {
            System.out.println(Output.json(new Answer("compared", made.at(), made.found(), report.lines(), null)));
            return;
        }
        System.out.print(report.table().isEmpty() ? "" : report.table() + "\n");
        System.out.println(summary(feed, made));
    }

    /** When what was compared, and what is not known. */
    private static String summary(Feed feed, ComparisonBook.Made made) {
        ComparisonBook.Found found = made.found();
        String what = feed == Feed.PRICES ? " prices" : " quantities";
        String result = found.looked() == 0
                ? "nothing was there to compare: Specter has told none, or the shop has none of its SKUs"
                : found.looked() + what + " of the shop, "
                        + (found.different() > 0
                                ? found.different() + " different"
                                : found.unread() == 0 ? "no difference" : "no difference in what could be read");
        return "Compared at " + Output.time(made.at()) + ": " + result
                + (found.unread() == 0 ? "" : "; " + found.unread() + " could not be read, of those nothing is known")
                + (found.absent() == 0 ? "" : "; " + found.absent() + " SKUs of Specter are not in the shop") + ".";
    }

    /** {@code brygga stock drift}, {@code brygga prices drift}. */
    abstract static class Drift implements Callable<Integer> {

        private final Desks desks;
        private final Reports reports;

        @Parameters(paramLabel = "SHOP", description = "tenant/shop")
        private String shop = "";

        @Option(names = "--json", description = "for programs")
        private boolean json;

        Drift(Desks desks, Reports reports) {
            this.desks = desks;
            this.reports = reports;
        }

        @Override
        public Integer call() {
            Feed feed = reports.feed();
            ShopRef ref = desks.shop(shop, feed);
            Optional<ComparisonBook.Made> made = desks.book().last(feed, ref);
            if (!json) {
                desks.sleepers().print(feed, ref);
            }
            if (made.isPresent()) {
                print(feed, made.get(), reports.of(ref), json);
            } else {
                System.out.println(
                        json
                                ? Output.json(new Answer("never-compared", null, null, List.of(), null))
                                : "The shop was never compared; brygga " + feed.key() + " compare " + ref
                                        + " compares now.");
            }
            return 0;
        }
    }

    /** {@code brygga stock compare}, {@code brygga prices compare}. */
    abstract static class Compare implements Callable<Integer> {

        private final Desks desks;
        private final Reports reports;

        @Parameters(paramLabel = "SHOP", description = "tenant/shop")
        private String shop = "";

        @Option(names = "--by", description = "who asks; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        @Option(names = "--wait", description = "how long to wait for it; default: ${DEFAULT-VALUE}")
        private Duration patience = Duration.ofMinutes(10);

        @Option(names = "--json", description = "for programs")
        private boolean json;

        Compare(Desks desks, Reports reports) {
            this.desks = desks;
            this.reports = reports;
        }

        @Override
        public Integer call() {
            Feed feed = reports.feed();
            ShopRef ref = desks.shop(shop, feed);
            return switch (desks.comparisons().compare(ref, feed, new FeedDesk.Operator(by, reason), patience)) {
                case ComparisonDesk.Outcome.Compared(ComparisonBook.Made made) -> {
                    print(feed, made, reports.of(ref), json);
                    yield 0;
                }
                case ComparisonDesk.Outcome.NotCompared(String why) ->
                    failed("not-compared", ref + " was not compared: ", why);
                case ComparisonDesk.Outcome.Running(String why) ->
                    failed("running", ref + " is not compared yet: ", why);
            };
        }

        private int failed(String outcome, String words, String why) {
            if (json) {
                System.out.println(Output.json(new Answer(outcome, null, null, List.of(), why)));
            }
            System.err.println(words + why);
            return 1;
        }
    }
}
