package se.brygga.starter.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.starter.feeds.FeedDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/** Where a whole shop differs from what it should show, in its stock or in its prices. */
final class DriftCommands {

    private DriftCommands() {}

    /** What the last comparison of a shop found. */
    interface Reports {

        /** Stock or prices. */
        Feed feed();

        /** One line for each difference; none is known when it is empty. */
        Report of(ShopRef shop);
    }

    /**
     * One report.
     *
     * @param lines for programs
     * @param table for people
     */
    record Report(List<?> lines, Table table) {

        void print(boolean json, String whenNone) {
            System.out.print(json ? Output.json(lines) + "\n" : table.isEmpty() ? whenNone + "\n" : table);
        }
    }

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
    record Desks(FeedDesk feeds, SetupStore setups, NoticeBook notices) {

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
            // No row says that a shop was compared and did not differ.
            reports.of(ref)
                    .print(json, "No difference is known; brygga " + feed.key() + " compare " + ref + " compares now.");
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
            ShopRef ref = desks.shop(shop, reports.feed());
            return switch (desks.feeds().compare(ref, reports.feed(), new FeedDesk.Operator(by, reason), patience)) {
                case FeedDesk.Outcome.Accepted accepted -> report(ref);
                case FeedDesk.Outcome.Refused(String why) -> {
                    System.err.println(ref + ": " + why);
                    yield 1;
                }
            };
        }

        /** A comparison that the shop or the set-up does not allow ends with a notice. */
        private int report(ShopRef ref) {
            List<NoticeBook.Notice> against = desks.notices().open(ref.tenant()).stream()
                    .filter(notice -> notice.shop().equals(ref.shop())
                            && notice.subject().equals(reports.feed().key())
                            && (notice.cause() == Cause.NAME_NOT_IN_SHOP || notice.cause() == Cause.STARWEB_REFUSED))
                    .toList();
            if (!against.isEmpty()) {
                against.forEach(notice -> System.err.printf(
                        "%s was not compared: %s (%s); brygga notices %s says what to do%n",
                        ref, notice.detail(), notice.cause().code(), ref.tenant()));
                return 1;
            }
            reports.of(ref).print(json, "No difference.");
            return 0;
        }
    }
}
