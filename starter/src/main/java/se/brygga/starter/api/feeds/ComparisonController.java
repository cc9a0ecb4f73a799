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
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Gate;
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

/** Comparisons of a whole shop with what it should show, in its stock or its prices. One takes minutes: it is asked for, and looked at. */
@RestController
@RequestMapping("/api/v1/comparisons/{feed}/{tenant}/{shop}")
class ComparisonController {

    /** Differences of a comparison that was made while it was asked for; GET takes a limit. */
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
     * What the last comparison has found, or how one stands that was asked for.
     *
     * @param asked the time that the answer to the request for it has in {@code job.askedAt}; without it the last one is shown
     * @param limit so many differences at most; {@code found.different} says how many there are
     */
    @Needs(Right.READ)
    @GetMapping
    Comparison<?> show(
            @RequestAttribute(Gate.CALLER) Caller caller,
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
            @RequestAttribute(Gate.CALLER) Caller caller,
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

    /** Stops what is asked for of this shop and is not made, whoever has asked for it. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> stop(
            @RequestAttribute(Gate.CALLER) Caller caller,
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
