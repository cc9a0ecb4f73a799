package se.brygga.activities.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds rows by personal values without storing these values (ADR 13). A column holds the HMAC of the value: equal
 * values have equal HMACs, and no others do. The HMAC's secret is random and lies encrypted in the database. It stays
 * when the encryption key is rotated.
 */
public final class BlindIndex {

    private static final String ALGORITHM = "HmacSHA256";

    private static final String PLACE = "blind/1";

    private static final String MAKE_IF_MISSING = """
            insert into blind_index_secret (id, secret) values (1, :secret) on conflict do nothing""";

    private static final String STORED = "select secret from blind_index_secret";

    private final JdbcClient jdbc;
    private final Vault vault;
    private volatile @Nullable SecretKeySpec secret;

    public BlindIndex(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * The entry to store, and to look for. Two tenants, or two kinds of values, never share an entry.
     *
     * @param kind of the value, such as {@code email}
     * @param value normalised, so that all spellings to be found have one value
     * @return 32 bytes
     */
    public byte[] entry(String tenant, String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            // Neither a tenant nor a kind holds a NUL, so no two combinations give the same text.
            return mac.doFinal(String.join("\0", tenant, kind, value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec secret() {
        SecretKeySpec known = secret;
        if (known == null) {
            known = new SecretKeySpec(vault.decrypt(stored(), PLACE), ALGORITHM);
            secret = known;
        }
        return known;
    }

    /** The stored secret. The first caller creates it. */
    private byte[] stored() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        jdbc.sql(MAKE_IF_MISSING).param("secret", vault.encrypt(random, PLACE)).update();
        return jdbc.sql(STORED).query((rs, n) -> rs.getBytes("secret")).single();
    }
}
