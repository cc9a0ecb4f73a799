package se.brygga.starter.api.tenants;

import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RestController;
import se.brygga.starter.api.Needs;
import se.brygga.starter.api.Once;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Place;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.tenants.Applied;
import se.brygga.starter.desk.tenants.ShopState;
import se.brygga.starter.desk.tenants.TenantDesk;
import se.brygga.workflows.refusal.Reason;

/** Which shops are served. */
@RestController
@RequestMapping("/api/v1/tenants")
class TenantController {

    /**
     * The wanted state of a tenant or shop.
     *
     * @param state {@code served} resumes a suspended one; {@code removed} is for ever
     * @param by login of the person; null for the token's name
     * @param reason why; needed
     */
    record StateRequest(
            ShopState.@Nullable State state,
            @Nullable String by,
            @Nullable String reason) {}

    private final TenantDesk desk;
    private final Once once;

    TenantController(TenantDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** Every shop that was ever set up: served, suspended or removed, since when and why. */
    @Needs(Right.READ)
    @GetMapping
    List<ShopState> list(Caller caller) {
        return desk.list().stream()
                .filter(shop -> caller.reaches(shop.shop().tenant()))
                .toList();
    }

    /** Every shop of one tenant that was ever set up. */
    @Needs(Right.READ)
    @GetMapping("/{tenant}")
    List<ShopState> show(Caller caller, @PathVariable String tenant) {
        caller.require(tenant);
        return desk.list(tenant);
    }

    /** Suspends, resumes or removes a tenant with all its shops. */
    @Needs(Right.SETUP)
    @PostMapping(path = "/{tenant}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> state(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @RequestBody StateRequest request) {
        return become(caller, key, new Place(tenant, null), request);
    }

    /** Suspends, resumes or removes one shop. */
    @Needs(Right.SETUP)
    @PostMapping(path = "/{tenant}/shops/{shop}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> state(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @PathVariable String shop,
            @RequestBody StateRequest request) {
        return become(caller, key, new Place(tenant, shop), request);
    }

    private ResponseEntity<String> become(Caller caller, String key, Place place, StateRequest request) {
        caller.require(place.tenant());
        ShopState.State state = request.state();
        if (state == null) {
            throw Reason.FIELD_MISSING.refused(
                    "state",
                    Arrays.stream(ShopState.State.values()).map(Word::word).toList());
        }
        Operator operator = caller.operator(request.by(), request.reason());
        return once.answer(caller, key, List.of("state", place, request), () -> become(place, state, operator));
    }

    private Outcome<Applied> become(Place place, ShopState.State state, Operator operator) {
        return switch (state) {
            case SUSPENDED -> desk.suspend(place, operator);
            case SERVED -> desk.resume(place, operator);
            case REMOVED -> desk.remove(place, operator);
        };
    }

    /**
     * Makes new secrets for the callback URLs of a tenant's web hooks and triggers. The old URLs are refused within a
     * minute.
     */
    @Needs(Right.SETUP)
    @PostMapping(path = "/{tenant}/url-secrets", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> rotateSecrets(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String tenant,
            @RequestBody Once.Signature request) {
        caller.require(tenant);
        return once.answer(
                caller,
                key,
                List.of("url-secrets", tenant, request),
                () -> desk.rotateSecrets(tenant, request.operator(caller)));
    }
}
