package se.brygga.testbed.demo.news;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.till.Till;

/** What was sold and taken back at the till of each account. The quantities that follow in the shops are news of the shops. */
final class TillNews {

    private final SpecterSimulator specter;
    private final Map<Long, Integer> told = new HashMap<>();

    TillNews(SpecterSimulator specter) {
        this.specter = specter;
    }

    /** A line for each receipt since the last call. */
    List<String> lines() {
        return specter.accounts().stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(long account) {
        List<Till.Receipt> all = specter.account(account).receipts();
        List<Till.Receipt> news = all.subList(told.getOrDefault(account, 0), all.size());
        told.put(account, all.size());
        return news.stream().map(receipt -> line(account, receipt));
    }

    private static String line(long account, Till.Receipt receipt) {
        BigDecimal quantity = receipt.quantity();
        String what = quantity.signum() > 0
                ? "sold " + quantity.toPlainString()
                : "took back " + quantity.negate().toPlainString();
        return "%-32s %s".formatted("till of " + account + " " + receipt.articleNo(), what);
    }
}
