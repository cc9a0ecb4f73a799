package se.brygga.starter.desk.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.access.AccessToken;
import se.brygga.starter.desk.Word;

/**
 * A token as operators see it, without its secret.
 *
 * @param tenants empty: every tenant
 * @param revokedAt null while the token is good
 */
public record Token(
        String id,
        String name,
        List<Right> scopes,
        List<String> tenants,
        Instant madeAt,
        @Nullable Instant revokedAt) {

    static Token of(AccessToken token) {
        return new Token(
                token.id(),
                token.name(),
                token.scopes().stream()
                        .sorted()
                        .map(scope -> Word.twin(Right.class, scope))
                        .toList(),
                token.tenants().stream().sorted().toList(),
                token.madeAt(),
                token.revokedAt());
    }
}
