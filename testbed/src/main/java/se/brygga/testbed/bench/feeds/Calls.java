package se.brygga.testbed.bench.feeds;

import java.util.List;
import java.util.Locale;
import se.brygga.simulators.RequestLog;

/**
 * How many calls the simulators got.
 *
 * @param specter reads and acknowledgements of the journal
 * @param shopReads of the shops' API, the look for new orders among them
 * @param shopWrites of the shops' API
 */
record Calls(int specter, int shopReads, int shopWrites) {

    /** Since both logs were cleared; tokens are not counted. */
    static Calls of(Merchant merchant) {
        List<String> shop = merchant.starweb.requests().newestFirst().stream()
                .map(RequestLog.Entry::request)
                .filter(request -> request.contains("/api/v2/") && !request.contains("/token"))
                .toList();
        int reads = (int)
                shop.stream().filter(request -> request.startsWith("GET ")).count();
        int specter = merchant.specter.requests().newestFirst().size();
        return new Calls(specter, reads, shop.size() - reads);
    }

    static void forget(Merchant merchant) {
        merchant.starweb.requests().clear();
        merchant.specter.requests().clear();
    }

    String each(int changes) {
        return String.format(
                Locale.ROOT,
                "%8.1f %11.1f %12.1f",
                specter / (double) changes,
                shopReads / (double) changes,
                shopWrites / (double) changes);
    }
}
