package se.brygga.starter.api.initial;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import se.brygga.starter.api.ListPage;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.initial.InitialDesk;
import se.brygga.starter.desk.initial.InitialLine;
import se.brygga.starter.desk.initial.InitialStory;
import se.brygga.workflows.ShopRef;

/** The initial sync of a shop's products: planned first, and carried out when a person says so. */
@RestController
@RequestMapping("/api/v1/initial/{tenant}/{shop}")
class InitialController {

    /**
     * Which numbers an answer is about.
     *
     * @param numbers as the system that decides spells them; null for all that are proposed
     * @param by as in {@link Once.Signature}, as is {@code reason}
     */
    record Numbers(
            @Nullable List<String> numbers,
            @Nullable String by,
            @Nullable String reason) {}

    /** @param answered how many numbers the answer is about */
    record Answered(int answered) {}

    private final InitialDesk desk;
    private final Once once;

    InitialController(InitialDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** The last initial sync: its plan in numbers, and how far its run is. */
    @Needs(Right.READ)
    @GetMapping
    InitialStory show(Caller caller, @PathVariable String tenant, @PathVariable String shop) {
        caller.require(tenant);
        return desk.show(new ShopRef(tenant, shop));
    }

    /** Lines of the last plan, in their order. */
    @Needs(Right.READ)
    @GetMapping("/lines")
    ListPage<InitialLine> lines(
            Caller caller,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestParam(required = false) InitialLine.@Nullable Kind kind,
            @RequestParam(required = false) InitialLine.@Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        caller.require(tenant);
        int position = (int) Math.min(Integer.MAX_VALUE, ListPage.number(after));
        List<InitialLine> lines =
                desk.lines(new ShopRef(tenant, shop), kind, outcome, position, Limit.checked(limit) + 1);
        return ListPage.of(lines, limit, line -> String.valueOf(line.position()));
    }

    /** Reads both systems and makes a plan, which replaces an earlier one. Writes nothing in either system. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/plan", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> plan(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody Once.Signature request) {
        caller.require(tenant);
        return once.answer(
                caller,
                key,
                List.of("initial plan", tenant, shop, request),
                () -> desk.plan(new ShopRef(tenant, shop), request.operator(caller)));
    }

    /** Says something to the sync that is planned: carries out the plan, pauses the run, ends the pause, or ends the sync. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/{order}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> say(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @PathVariable InitialDesk.Order order,
            @RequestBody Once.Signature request) {
        caller.require(tenant);
        return once.answer(
                caller,
                key,
                List.of("initial", order, tenant, shop, request),
                () -> desk.say(new ShopRef(tenant, shop), order, request.operator(caller)));
    }

    /** Says whether proposed numbers are the same article. */
    @Needs(Right.DECIDE)
    @PostMapping(path = "/numbers/{answer}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> answer(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @PathVariable InitialDesk.Answer answer,
            @RequestBody Numbers request) {
        caller.require(tenant);
        return once.answer(
                caller,
                key,
                List.of("initial numbers", answer, tenant, shop, request),
                () -> new Answered(desk.answer(
                        new ShopRef(tenant, shop),
                        answer,
                        request.numbers(),
                        caller.operator(request.by(), request.reason()))));
    }
}
