package se.brygga.activities.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API, without its secret.
 *
 * @param id names the token in lists and when it is revoked
 * @param name login of the person, or name of the program, that holds the token
 * @param tenants those whose data the token reaches; empty: every tenant
 * @param revokedAt null while the token is good
 */
public record AccessToken(
        String id,
        String name,
        Set<Scope> scopes,
        Set<String> tenants,
        Instant madeAt,
        @Nullable Instant revokedAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
        tenants = Set.copyOf(tenants);
    }
}
