package se.brygga.cli.jobs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Trouble;
import tools.jackson.databind.JsonNode;

/** The orders of some days, counted here and in the shops. */
public record Days(List<Day> sums, List<NotAsked> notAsked, List<Trouble.NotServed> notServed) {

    /** How many order numbers are printed for a person; {@code --json} has all. */
    private static final int NUMBERS = 20;

    /** The orders that were placed in one shop on one day. */
    public record Day(
            String shop,
            LocalDate day,
            int placed,
            int transferred,
            int onTheirWay,
            int waiting,
            int skipped,
            int unread,
            Map<String, BigDecimal> placedSum,
            Map<String, BigDecimal> transferredSum,
            @Nullable InShop inShop) {}

    /** The shop's own list of the day. */
    public record InShop(int count, Map<String, BigDecimal> sum, List<Long> onlyInShop, List<Long> onlyHere) {}

    /** A shop that did not answer with its list. */
    public record NotAsked(String shop, String why) {}

    /** Reads the starter's answer. */
    public static Days of(JsonNode answer) {
        return Server.read(answer, Days.class);
    }

    /** Prints the table, and remarks below it. */
    public void print(Lines lines) {
        Table table = lines.table(Line.SUMS_HEADINGS);
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
                sum.inShop() == null ? null : Jobs.money(sum.inShop().sum()),
                Jobs.money(sum.placedSum()),
                Jobs.money(sum.transferredSum())));
        System.out.print(table.isEmpty() ? lines.say(Line.NO_ORDERS_IN_DAYS) + "\n" : table);
        sums.forEach(sum -> printDifference(sum, lines));
    }

    /** Prints to standard error what is missing. */
    public void printMissing(Lines lines) {
        notServed.forEach(one -> System.err.println(TroubleLines.notServed(one, lines)));
        notAsked.forEach(
                one -> System.err.println(lines.say(Line.SHOP_DOES_NOT_TELL, one.shop(), lines.detail(one.why()))));
    }

    private static void printDifference(Day sum, Lines lines) {
        InShop inShop = sum.inShop();
        if (inShop != null && !inShop.onlyInShop().isEmpty()) {
            System.out.println(
                    lines.say(Line.ONLY_IN_SHOP, sum.day(), sum.shop(), numbers(inShop.onlyInShop(), lines)));
        }
        if (inShop != null && !inShop.onlyHere().isEmpty()) {
            System.out.println(lines.say(Line.ONLY_HERE, sum.day(), sum.shop(), numbers(inShop.onlyHere(), lines)));
        }
    }

    private static String numbers(List<Long> orders, Lines lines) {
        String some = orders.stream().limit(NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        return orders.size() <= NUMBERS ? some : lines.say(Line.AND_MORE, some, orders.size() - NUMBERS);
    }
}
