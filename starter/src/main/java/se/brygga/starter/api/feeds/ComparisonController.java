package se.brygga.starter.api.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Limit;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.feeds.Comparisons;
import se.brygga.starter.desk.feeds.Comparisons.Comparison;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.stock.StockDesk;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;

/**
 * Comparisons of a whole shop with what it should show, in stock or in prices. A comparison takes minutes: a request
 * asks for it, and later requests show its progress.
 */
@RestController
@RequestMapping("/api/v1/comparisons/{feed}/{tenant}/{shop}")
class ComparisonController {

    /** The number of differences in the answer to a request for a comparison. GET takes a limit of its own. */
    private static final int LISTED = 100;

    private final Comparisons comparisons;
    private final StockDesk stock;
    private final PriceDesk prices;
    private final Once once;

    ComparisonController(Comparisons comparisons, StockDesk stock, PriceDesk prices, Once once) {
        this.comparisons = comparisons;
        this.stock = stock;
        this.prices = prices;
        this.once = once;
    }

    /**
     * What the last comparison found, or where a requested one stands.
     *
     * @param asked {@code job.askedAt} of the answer to the request; without this parameter the last comparison is
     *     shown
     * @param limit largest number of differences; {@code found.different} says how many there are
     */
    @Needs(Right.READ)
    @GetMapping
    Comparison<?> show(
            Caller caller,
            @PathVariable String feed,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestParam(required = false) @Nullable Instant asked,
            @RequestParam(defaultValue = "100") int limit) {
        ShopRef ref = shop(caller, tenant, shop);
        Comparisons.Kind<?> kind = kind(feed);
        Comparison<?> shown = asked == null ? comparisons.last(ref, kind) : comparisons.asked(ref, kind, asked);
        return shown.first(Limit.checked(limit));
    }

    /** Asks for a comparison now instead of at night. GET with {@code asked} shows its progress. */
    @Needs(Right.DECIDE)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> ask(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String feed,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody Once.Signature request) {
        ShopRef ref = shop(caller, tenant, shop);
        Comparisons.Kind<?> kind = kind(feed);
        Operator operator = request.operator(caller);
        ResponseEntity<String> answer = once.answer(
                caller,
                key,
                List.of("compare", feed, ref, request),
                () -> comparisons.ask(ref, kind, operator).map(known -> known.first(LISTED)));
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    /** Stops the comparisons of this shop that were asked for and are not made, whoever asked. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> stop(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String feed,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody Once.Signature request) {
        ShopRef ref = shop(caller, tenant, shop);
        Feed compared = kind(feed).feed();
        Operator operator = request.operator(caller);
        return once.answer(
                caller, key, List.of("stop", feed, ref, request), () -> comparisons.stop(ref, compared, operator));
    }

    private static ShopRef shop(Caller caller, String tenant, String shop) {
        caller.require(tenant);
        return new ShopRef(tenant, shop);
    }

    private Comparisons.Kind<?> kind(String feed) {
        return switch (Feed.ofKey(feed)) {
            case STOCK -> stock.comparison();
            case PRICES -> prices.comparison();
            case ORDERS -> throw Reason.FEED_NOT_COMPARED.refused(feed);
        };
    }
}
