package se.brygga.starter.desk.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.brygga.activities.sql.Sql;
import se.brygga.starter.desk.access.AccessDesk.Token;

/** The tokens of the API. Keeps the hash of each secret, never the secret. */
@Component
final class TokenBook {

    /** The beginning of each secret. It shows people, and scanners of sources, what such a text is. */
    private static final String PREFIX = "brygga_";

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 4;

    private static final String COLUMNS = "id, name, scopes, tenants, made_at, revoked_at";

    private static final String ADD = """
            insert into access_token (id, name, secret_hash, scopes, tenants, made_at, made_by)
            values (:id, :name, :hash, :scopes, :tenants, :at, :by)""";

    private static final String FIND =
            "select " + COLUMNS + " from access_token where secret_hash = :hash and revoked_at is null";

    private static final String LIST = "select " + COLUMNS + " from access_token order by made_at, id";

    private static final String REVOKE =
            "update access_token set revoked_at = :at, revoked_by = :by where id = :id and revoked_at is null";

    /**
     * A token that was just made.
     *
     * @param secret shown to its holder once, and not stored
     */
    record Made(Token token, String secret) {}

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();

    TokenBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Makes a token. See {@link Token} for the values. */
    Made make(String name, Set<Right> scopes, Set<String> tenants, String by) {
        Token token =
                new Token(random(ID_BYTES), name, List.copyOf(scopes), List.copyOf(tenants), time.instant(), null);
        String secret = PREFIX + random(SECRET_BYTES);
        jdbc.sql(ADD)
                .param("id", token.id())
                .param("name", name)
                .param("hash", Sha256.of(secret))
                .param("scopes", texts(scopes.stream().map(Sql::code).toList()))
                .param("tenants", texts(tenants))
                .param("at", Sql.at(token.madeAt()))
                .param("by", by)
                .update();
        return new Made(token, secret);
    }

    /** The token with this secret, unless it was revoked. */
    Optional<Token> withSecret(String secret) {
        return jdbc.sql(FIND)
                .param("hash", Sha256.of(secret))
                .query(TokenBook::read)
                .optional();
    }

    /** All tokens, the oldest first, revoked tokens among them. */
    List<Token> list() {
        return jdbc.sql(LIST).query(TokenBook::read).list();
    }

    /** Revokes a token from the next request on. True if there was such a token and it was good. */
    boolean revoke(String id, String by) {
        return jdbc.sql(REVOKE)
                        .param("at", Sql.at(time.instant()))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    private String random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String[] texts(Collection<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static Token read(ResultSet rs, int row) throws SQLException {
        return new Token(
                rs.getString("id"),
                rs.getString("name"),
                Sql.texts(rs.getArray("scopes")).stream()
                        .map(code -> Sql.constant(Right.class, code))
                        .toList(),
                Sql.texts(rs.getArray("tenants")),
                rs.getTimestamp("made_at").toInstant(),
                Sql.instant(rs, "revoked_at"));
    }
}
