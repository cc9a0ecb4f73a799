package se.brygga.starter.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.activities.store.feed.DriftBook;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.starter.feeds.FeedDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** Where a whole shop differs from what it should show. */
final class StockDriftCommands {

    private StockDriftCommands() {}

    /** Prints a shop's last report. */
    private static void printDrifts(List<DriftBook.Drift> drifts, String whenNone) {
        Table table = new Table(
                "SKU", "SPECTER", "NOT BOOKED", "SHOULD SHOW", "WAS TOLD", "SHOWED", "DIFFERENCE", "LIKELY", "FOUND");
        drifts.forEach(drift -> table.row(
                drift.sku(),
                Output.number(drift.specter()),
                Output.number(drift.unbooked()),
                Output.number(drift.wanted()),
                Output.number(drift.sent()),
                Output.number(drift.inShop()),
                Output.number(difference(drift)),
                likely(drift.likely()),
                Output.time(drift.foundAt())));
        System.out.print(table.isEmpty() ? whenNone + "\n" : table);
    }

    private static @Nullable BigDecimal difference(DriftBook.Drift drift) {
        BigDecimal shows = drift.inShop();
        BigDecimal wanted = drift.wanted();
        return shows == null || wanted == null ? null : shows.subtract(wanted);
    }

    private static String likely(String code) {
        return switch (code) {
            case "not-in-shop" -> "the shop does not have this SKU";
            case "never-sent" -> "the shop was never told";
            case "refused-by-shop" -> "the shop refuses it";
            case "push-pending" -> "not written yet";
            case "sold-in-shop" -> "sold in the shop";
            case "changed-in-shop" -> "changed in the shop";
            default -> code;
        };
    }

    /** {@code brygga stock drift}. */
    @Component
    @Command(
            name = "drift",
            description =
                    "What the last comparison with the whole shop found. What differed is written again by itself.")
    static final class Drift implements Callable<Integer> {

        private final StockInquiry inquiry;
        private final DriftBook book;

        @Parameters(paramLabel = "SHOP", description = "tenant/shop")
        private String shop = "";

        @Option(names = "--json", description = "for programs")
        private boolean json;

        Drift(StockInquiry inquiry, DriftBook book) {
            this.inquiry = inquiry;
            this.book = book;
        }

        @Override
        public Integer call() {
            ShopRef ref = ShopArgument.parse(shop);
            inquiry.setup(ref);
            List<DriftBook.Drift> drifts = book.drifts(ref);
            if (json) {
                System.out.println(Output.json(drifts));
                return 0;
            }
            // No row says that a shop was compared and did not differ.
            printDrifts(drifts, "No difference is known; brygga stock compare " + ref + " compares now.");
            return 0;
        }
    }

    /** {@code brygga stock compare}. */
    @Component
    @Command(name = "compare", description = "Compares the whole shop now instead of at night, and says what differed.")
    static final class Compare implements Callable<Integer> {

        private final FeedDesk desk;
        private final StockInquiry inquiry;
        private final DriftBook book;
        private final NoticeBook notices;

        @Parameters(paramLabel = "SHOP", description = "tenant/shop")
        private String shop = "";

        @Option(names = "--by", description = "who asks; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        @Option(names = "--wait", description = "how long to wait for it; default: ${DEFAULT-VALUE}")
        private Duration patience = Duration.ofMinutes(10);

        Compare(FeedDesk desk, StockInquiry inquiry, DriftBook book, NoticeBook notices) {
            this.desk = desk;
            this.inquiry = inquiry;
            this.book = book;
            this.notices = notices;
        }

        @Override
        public Integer call() {
            ShopRef ref = ShopArgument.parse(shop);
            inquiry.setup(ref);
            return switch (desk.compareStock(ref, new FeedDesk.Operator(by, reason), patience)) {
                case FeedDesk.Outcome.Accepted accepted -> report(ref);
                case FeedDesk.Outcome.Refused(String why) -> {
                    System.err.println(ref + ": " + why);
                    yield 1;
                }
            };
        }

        /** A comparison that the shop or the set-up does not allow ends with a notice. */
        private int report(ShopRef ref) {
            List<NoticeBook.Notice> against = notices.open(ref.tenant()).stream()
                    .filter(notice -> notice.shop().equals(ref.shop())
                            && notice.subject().equals("stock")
                            && (notice.cause() == Cause.NAME_NOT_IN_SHOP || notice.cause() == Cause.STARWEB_REFUSED))
                    .toList();
            if (!against.isEmpty()) {
                against.forEach(notice -> System.err.printf(
                        "%s was not compared: %s (%s); brygga notices %s says what to do%n",
                        ref, notice.detail(), notice.cause().code(), ref.tenant()));
                return 1;
            }
            printDrifts(book.drifts(ref), "No difference.");
            return 0;
        }
    }
}
