package se.brygga.starter.api.trouble;

import java.time.Instant;
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
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.trouble.SystemDesk;

/**
 * Ends the pause of a system that is out of order: a tenant's Specter, or a shop. {@code GET /trouble} lists such
 * systems.
 */
@RestController
@RequestMapping("/api/v1/systems")
class SystemController {

    private final SystemDesk desk;
    private final Once once;

    SystemController(SystemDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /**
     * The state of the system since its pause was ended.
     *
     * @param asked {@code asked} of the answer to {@code retry}
     */
    @Needs(Right.READ)
    @GetMapping({"/{tenant}", "/{tenant}/{shop}"})
    SystemDesk.Tried tried(
            Caller caller,
            @PathVariable String tenant,
            @PathVariable(required = false) @Nullable String shop,
            @RequestParam Instant asked) {
        caller.require(tenant);
        return desk.tried(new Place(tenant, shop), asked);
    }

    /** Ends the pause. The next call, within seconds, probes the system. */
    @Needs(Right.DECIDE)
    @PostMapping(
            path = {"/{tenant}/retry", "/{tenant}/{shop}/retry"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> retry(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable(required = false) @Nullable String shop,
            @RequestBody Once.Signature request) {
        caller.require(tenant);
        Place system = new Place(tenant, shop);
        Operator operator = request.operator(caller);
        return once.answer(caller, key, List.of("retry", system, request), () -> desk.retry(system, operator));
    }
}
