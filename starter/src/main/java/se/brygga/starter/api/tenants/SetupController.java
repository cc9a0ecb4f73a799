package se.brygga.starter.api.tenants;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.HttpRefusal;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.tenants.Application;
import se.brygga.starter.desk.tenants.SetupVersion;
import se.brygga.starter.desk.tenants.TenantDesk;
import se.brygga.starter.desk.tenants.TenantDesk.SetupComparison;
import se.brygga.workflows.refusal.Refusal;

/** A tenant's set-up. Requests hold secrets. Answers never do, except for the callback URLs of new triggers. */
@RestController
@RequestMapping("/api/v1/tenants/{tenant}/setup")
class SetupController {

    /** Ten times larger than any file with the values of its secrets needs to be. */
    private static final int LARGEST = 256 * 1024;

    private final TenantDesk desk;
    private final Once once;

    SetupController(TenantDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** The set-up in force. Its version is the ETag, which a request for the next set-up must name. */
    @Needs(Right.READ)
    @GetMapping
    ResponseEntity<SetupVersion> inForce(Caller caller, @PathVariable String tenant) {
        caller.require(tenant);
        SetupVersion setup = desk.setup(tenant);
        return ResponseEntity.ok().eTag(Replaced.tag(setup.version())).body(setup);
    }

    /** All versions, the newest first, without their files. */
    @Needs(Right.READ)
    @GetMapping("/versions")
    List<SetupVersion> versions(Caller caller, @PathVariable String tenant) {
        caller.require(tenant);
        return desk.versions(tenant);
    }

    /** One version with its file. */
    @Needs(Right.READ)
    @GetMapping("/versions/{version}")
    SetupVersion version(Caller caller, @PathVariable String tenant, @PathVariable int version) {
        caller.require(tenant);
        return desk.setup(tenant, version);
    }

    /** What speaks against a set-up, by itself and by the books. Asks no remote system, and changes nothing. */
    @Needs(value = Right.SETUP, largestBody = LARGEST)
    @PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    SetupComparison check(Caller caller, @PathVariable String tenant, @RequestBody SetupRequest request) {
        caller.require(tenant);
        return desk.compare(tenant, request.source());
    }

    /** Tries the connections, stores a new version, and registers the shops' web hooks. */
    @Needs(value = Right.SETUP, largestBody = LARGEST)
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> apply(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @PathVariable String tenant,
            @RequestBody SetupRequest request) {
        caller.require(tenant);
        int replaces = Replaced.version(ifMatch, ifNoneMatch);
        TenantDesk.Confirmed confirmed = new TenantDesk.Confirmed(
                Boolean.TRUE.equals(request.otherConnectorIsOff()), request.ordersSince(), replaces);
        return once.answer(
                caller,
                key,
                List.of("setup", tenant, replaces, request),
                () -> tried(desk.apply(tenant, request.source(), confirmed, caller.operator(request.by(), null))));
    }

    private static Application.Tried tried(Application application) {
        return switch (application) {
            case Application.Tried tried -> tried;
            case Application.Refused(List<Refusal> objections) ->
                throw new HttpRefusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        Refusal.together(objections).orElseThrow());
            case Application.Stale(Refusal why) -> throw new HttpRefusal(HttpStatus.PRECONDITION_FAILED, why);
        };
    }
}
