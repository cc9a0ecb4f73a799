package se.brygga.starter.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.sums.DaySum;
import se.brygga.activities.sums.DaySums;

/** {@code brygga orders sums}. */
@Component
@Command(
        name = "sums",
        description = {
            "Counts the orders that were placed in each shop on each day, and compares with the shop's own list.",
            "Placed = transferred + on its way + waiting + skipped; unread ones are among them. Days are the shop's."
        })
final class OrdersSumsCommand implements Callable<Integer> {

    private static final int DAYS = 7;

    /** A person reads no more; {@code --json} has all. */
    private static final int NUMBERS = 20;

    private final DaySums sums;
    private final SetupStore setups;

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

    @Option(names = "--json", description = "for programs")
    private boolean json;

    OrdersSumsCommand(DaySums sums, SetupStore setups) {
        this.sums = sums;
        this.setups = setups;
    }

    @Override
    public Integer call() {
        LocalDate last = to == null ? sums.today() : to;
        LocalDate first = from == null ? last.minusDays(DAYS - 1) : from;
        DaySums.Report report = sums.count(new DaySums.Range(first, last, tenant, shop), !booksOnly);
        if (json) {
            System.out.println(Output.json(report));
        } else {
            print(report.sums());
        }
        setups.standings().stream()
                .filter(standing -> tenant == null || standing.place().tenant().equals(tenant))
                .forEach(standing -> System.err.printf("! %s%n", standing));
        report.notAsked()
                .forEach(none -> System.err.printf("%s does not tell its orders: %s%n", none.shop(), none.why()));
        return report.notAsked().isEmpty() ? 0 : 1;
    }

    private static void print(List<DaySum> sums) {
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

    private static void printDifference(DaySum sum) {
        DaySum.InShop inShop = sum.inShop();
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
