package se.brygga.starter.cli.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderSums;

/** {@code brygga orders sums}. */
@Command(
        name = "sums",
        description = {
            "Counts the orders that were placed in each shop on each day, and compares with the shop's own list.",
            "Placed = transferred + on its way + waiting + skipped; unread ones are among them. Days are the shop's."
        })
final class OrdersSumsCommand extends DeskCommand {

    /** A person reads no more; {@code --json} has all. */
    private static final int NUMBERS = 20;

    @Option(names = "--from", description = "first day, like 2026-11-18; default: six days before the last")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "last day, all of it; default: today, up to now")
    private @Nullable LocalDate to;

    @Option(names = "--tenant", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--shop", description = "only of this shop")
    private @Nullable String shop;

    @Option(names = "--no-shop", description = "asks no shop: counts only what is known here")
    private boolean booksOnly;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() {
        OrderDesk.Days days = new OrderDesk.Days(from, to, tenant, shop);
        OrderSums report = booksOnly
                ? desk(OrderDesk.class).sumsOfBooks(days)
                : desk(OrderDesk.class).sums(days);
        if (!json.print(report)) {
            print(report.sums());
        }
        report.notServed().forEach(one -> System.err.println(TroubleLines.notServed(one, language.lines())));
        report.notAsked()
                .forEach(none -> System.err.printf("%s does not tell its orders: %s%n", none.shop(), none.why()));
        return report.notAsked().isEmpty() ? 0 : 1;
    }

    private static void print(List<OrderSums.Day> sums) {
        Table table = new Table(
                "DAY",
                "SHOP",
                "SHOP SAYS",
                "PLACED",
                "TRANSFERRED",
                "ON ITS WAY",
                "WAITING",
                "SKIPPED",
                "UNREAD",
                "SHOP SAYS SUM",
                "PLACED SUM",
                "TRANSFERRED SUM");
        sums.forEach(sum -> table.row(
                sum.day(),
                sum.shop(),
                sum.inShop() == null ? null : sum.inShop().count(),
                sum.placed(),
                sum.transferred(),
                sum.onTheirWay(),
                sum.waiting(),
                sum.skipped(),
                sum.unread(),
                sum.inShop() == null ? null : money(sum.inShop().sum()),
                money(sum.placedSum()),
                money(sum.transferredSum())));
        System.out.print(table.isEmpty() ? "No orders in these days.\n" : table);
        sums.forEach(OrdersSumsCommand::printDifference);
    }

    private static void printDifference(OrderSums.Day sum) {
        OrderSums.InShop inShop = sum.inShop();
        if (inShop == null) {
            return;
        }
        if (!inShop.onlyInShop().isEmpty()) {
            System.out.printf(
                    "! %s %s: in the shop and not known here: %s%n",
                    sum.day(), sum.shop(), numbers(inShop.onlyInShop()));
        }
        if (!inShop.onlyHere().isEmpty()) {
            System.out.printf(
                    "! %s %s: known here and not in the shop's list, deleted there or not paid: %s%n",
                    sum.day(), sum.shop(), numbers(inShop.onlyHere()));
        }
    }

    private static String numbers(List<Long> orders) {
        String some = orders.stream().limit(NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        return orders.size() <= NUMBERS ? some : some + " and " + (orders.size() - NUMBERS) + " more";
    }

    private static String money(Map<String, BigDecimal> sums) {
        return sums.isEmpty()
                ? "0"
                : sums.entrySet().stream()
                        .map(sum -> Output.money(sum.getValue(), sum.getKey()))
                        .collect(Collectors.joining(" + "));
    }
}
