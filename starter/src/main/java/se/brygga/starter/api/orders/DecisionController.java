package se.brygga.starter.api.orders;

import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.workflows.OrderRef;

/** Decisions about orders. Each counts once for its {@code Idempotency-Key}, however often it is sent. */
@RestController
@RequestMapping("/api/v1")
class DecisionController {

    /**
     * How long a request waits for what comes of its decision. A look at an order takes a second or two; nobody waits
     * for the end of an outage.
     */
    private static final Duration SOME_SECONDS = Duration.ofSeconds(10);

    private final DecisionDesk desk;
    private final Once once;

    DecisionController(DecisionDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** Decides. The answer has an outcome for each order that was named, in the same order. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> decide(
            Caller caller, @RequestHeader(Once.KEY) String key, @RequestBody DecisionRequest request) {
        Wish wish = request.checked(caller);
        return once.answer(
                caller, key, request, () -> desk.decide(request.orders(), request.cause(), wish, SOME_SECONDS));
    }

    /** Takes back the latest skip of an order, or its {@code done-by-hand}. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/orders/{tenant}/{shop}/{number}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> undo(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @PathVariable long number,
            @RequestBody Once.Signature request) {
        caller.require(tenant);
        OrderRef order = OrderRef.of(tenant, shop, number);
        return once.answer(
                caller, key, List.of(order, request), () -> desk.undo(order, request.operator(caller), SOME_SECONDS));
    }
}
