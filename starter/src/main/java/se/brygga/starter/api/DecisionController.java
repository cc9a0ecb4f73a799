package se.brygga.starter.api;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
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
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.OnceDesk;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.decisions.Waiting;
import se.brygga.starter.desk.decisions.Wish;
import se.brygga.starter.desk.door.DeskJson;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** Decisions about orders. Each counts once for its {@code Idempotency-Key}, however often it is sent. */
@RestController
@RequestMapping("/api/v1")
class DecisionController {

    /**
     * Takes back the latest skip of an order, or that it was done by hand.
     *
     * @param by as in {@link DecisionRequest}
     * @param reason why; needed
     */
    record UndoRequest(@Nullable String by, @Nullable String reason) {}

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;

    /** A look takes a second or two; whoever decides does not wait for an outage. */
    private static final Duration SOME_SECONDS = Duration.ofSeconds(10);

    private final DecisionDesk desk;
    private final OnceDesk once;

    DecisionController(DecisionDesk desk, OnceDesk once) {
        this.desk = desk;
        this.once = once;
    }

    /** All that wait for this now, oldest first: the preview of a decision about all of them. */
    @Needs(Right.READ)
    @GetMapping("/waiting")
    List<Waiting> waiting(
            @RequestAttribute(Gate.CALLER) Caller caller,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam Cause cause) {
        return desk.waiting(caller.tenant(tenant), cause);
    }

    /** Decides. The answer has an outcome for each order that was named, in the same order. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> decide(
            @RequestAttribute(Gate.CALLER) Caller caller,
            @RequestHeader(KEY) String key,
            @RequestBody DecisionRequest request) {
        Wish wish = request.checked(caller);
        return once(
                caller,
                key,
                request,
                () -> request.waiting().isEmpty()
                        ? desk.decide(request.orders(), request.cause(), wish, SOME_SECONDS)
                        : desk.decideAll(request.waiting(), wish, SOME_SECONDS));
    }

    /** Takes back the latest skip of an order, or that it was done by hand. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/orders/{tenant}/{shop}/{number}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> undo(
            @RequestAttribute(Gate.CALLER) Caller caller,
            @RequestHeader(KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @PathVariable long number,
            @RequestBody UndoRequest request) {
        caller.require(tenant);
        OrderRef order = OrderRef.of(tenant, shop, number);
        return once(
                caller,
                key,
                List.of(order, request),
                () -> desk.undo(order, DecisionRequest.operator(caller, request.by(), request.reason()), SOME_SECONDS));
    }

    private ResponseEntity<String> once(Caller caller, String key, Object request, Supplier<Object> follow) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(KEY + " has 1 to " + LONGEST_KEY + " characters");
        }
        OnceDesk.Answer answer = once.once(caller, key, DeskJson.text(request), () -> DeskJson.text(follow.get()));
        return switch (answer) {
            case OnceDesk.Answer.Given(String text, boolean again) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotent-Replayed", Boolean.toString(again))
                        .body(text);
            case OnceDesk.Answer.UnderWay() ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "the same request is being followed; ask again for its answer",
                        Duration.ofSeconds(5));
            case OnceDesk.Answer.Lost() ->
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "the same request was begun, and the starter ended before its answer. Look at the orders; then"
                                + " decide with another " + KEY);
            case OnceDesk.Answer.OfAnother() ->
                throw new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "the " + KEY + " was used for another request; each decision takes one of its own");
        };
    }
}
