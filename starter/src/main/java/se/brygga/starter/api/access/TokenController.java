package se.brygga.starter.api.access;

import java.util.List;
import java.util.Set;
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
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.AccessDesk.Token;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.Right;

/** Tokens of this API. A caller who reaches some tenants sees, makes and revokes tokens of these tenants only. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    /**
     * A token that is to be made.
     *
     * @param name login of the person, or name of the program, that gets the token
     * @param scopes what the token lets its holder do
     * @param tenants the tenants whose data the token reaches; null or empty for every tenant
     * @param by login of the person who makes the token; null for the name of the token that asks
     * @param reason why; not needed
     */
    record TokenRequest(
            @Nullable String name,
            @Nullable Set<Right> scopes,
            @Nullable Set<String> tenants,
            @Nullable String by,
            @Nullable String reason) {

        NewToken.Wish wish() {
            return new NewToken.Wish(
                    name == null ? "" : name, scopes == null ? Set.of() : scopes, tenants == null ? Set.of() : tenants);
        }
    }

    private final AccessDesk desk;
    private final Once once;

    TokenController(AccessDesk desk, Once once) {
        this.desk = desk;
        this.once = once;
    }

    /** The tokens without their secrets, the oldest first, revoked tokens among them. */
    @Needs(Right.ADMIN)
    @GetMapping
    List<Token> list(Caller caller) {
        return desk.list(caller);
    }

    /** Makes a token. Only this answer ever has the token's secret. */
    @Needs(Right.ADMIN)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> make(Caller caller, @RequestHeader(Once.KEY) String key, @RequestBody TokenRequest request) {
        NewToken.Wish wish = request.wish();
        wish.tenants().forEach(caller::require);
        return once.answer(
                caller,
                key,
                List.of("token", request),
                () -> desk.make(caller, wish, caller.operator(request.by(), request.reason())));
    }

    /** Makes a token useless from the next request on. */
    @Needs(Right.ADMIN)
    @PostMapping(path = "/{id}/revoke", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> revoke(
            Caller caller,
            @RequestHeader(Once.KEY) String key,
            @PathVariable String id,
            @RequestBody Once.Signature request) {
        return once.answer(
                caller, key, List.of("revoke", id, request), () -> desk.revoke(caller, id, request.operator(caller)));
    }
}
