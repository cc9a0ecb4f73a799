package se.brygga.starter.desk.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API, without its secret.
 *
 * @param id names the token in lists and when it is revoked
 * @param name login of the person, or name of the program, that holds the token
 * @param tenants those whose data the token reaches; empty: every tenant
 * @param revokedAt null while the token is good
 */
public record Token(
        String id,
        String name,
        List<Right> scopes,
        List<String> tenants,
        Instant madeAt,
        @Nullable Instant revokedAt) {

    public Token {
        scopes = scopes.stream().sorted().toList();
        tenants = tenants.stream().sorted().toList();
    }
}
