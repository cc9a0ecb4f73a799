package se.brygga.activities.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds rows by what identifies a person, without storing that: a column holds the value's HMAC instead, and only an equal value
 * has an equal one. The HMAC's secret is random, lies encrypted in the database, and stays when the encryption key is rotated
 * (ADR 13).
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
     * What to store, and to look for. Two tenants, and two kinds of values, never have the same entry.
     *
     * @param kind of the value, such as {@code email}
     * @param value in the one spelling of all that are to be found by it
     * @return 32 bytes
     */
    public byte[] entry(String tenant, String kind, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            // Neither a tenant nor a kind holds a NUL, so no two of these read alike.
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

    /** Whoever comes first makes it. */
    private byte[] stored() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        jdbc.sql(MAKE_IF_MISSING).param("secret", vault.encrypt(random, PLACE)).update();
        return jdbc.sql(STORED).query((rs, n) -> rs.getBytes("secret")).single();
    }
}
