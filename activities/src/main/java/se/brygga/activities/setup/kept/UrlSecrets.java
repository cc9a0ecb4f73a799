package se.brygga.activities.setup.kept;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.crypto.Vault.Unreadable;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/**
 * The secrets in the callback URLs that we registered with Starweb and Specter. Each process keeps a secret in memory
 * for a minute. So a secret that another process has replaced is refused soon after.
 */
final class UrlSecrets {

    private static final int RANDOM_BYTES = 24;

    /** Number of a secret's characters, which hold six bits each. */
    static final int LENGTH = RANDOM_BYTES * 8 / 6;

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    /**
     * How often an unknown secret leads to a query. It may be the first call with a new secret, but a guesser must not
     * cost a query each time.
     */
    private static final Duration REREAD_AFTER = Duration.ofSeconds(2);

    private record Known(String secret, Instant readAt) {}

    private static final String OF_SHOP = "select hook_secret from shop where tenant = :tenant and shop = :shop";

    private static final String OF_TENANT = "select secret from tenant_trigger where tenant = :tenant";

    private static final String MAKE_OF_SHOP = """
            insert into shop (tenant, shop, hook_secret) values (:tenant, :shop, :hookSecret) on conflict do nothing""";

    private static final String MAKE_OF_TENANT = """
            insert into tenant_trigger (tenant, secret) values (:tenant, :secret) on conflict do nothing""";

    private static final String REPLACE_OF_SHOP = """
            update shop set hook_secret = :hookSecret where tenant = :tenant and shop = :shop""";

    private static final String REPLACE_OF_TENANT = """
            update tenant_trigger set secret = :secret where tenant = :tenant""";

    private static final String DELETE_OF_SHOP = "delete from shop where tenant = :tenant and shop = :shop";

    private static final String DELETE_OF_TENANT = "delete from tenant_trigger where tenant = :tenant";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource time;
    /** The known secrets, by the purpose for which the vault has encrypted them. */
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    UrlSecrets(JdbcClient jdbc, Vault vault, InstantSource time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    Optional<String> ofShop(ShopRef shop) {
        return ofShop(shop, KNOWN_FOR);
    }

    Optional<String> ofTenant(String tenant) {
        return ofTenant(tenant, KNOWN_FOR);
    }

    boolean isOfShop(ShopRef shop, String said) {
        return matches(ofShop(shop), said) || matches(ofShop(shop, REREAD_AFTER), said);
    }

    boolean isOfTenant(String tenant, String said) {
        return matches(ofTenant(tenant), said) || matches(ofTenant(tenant, REREAD_AFTER), said);
    }

    private Optional<String> ofShop(ShopRef shop, Duration noOlderThan) {
        return known(purpose(shop), noOlderThan, jdbc.sql(OF_SHOP).params(Sql.named(shop)));
    }

    private Optional<String> ofTenant(String tenant, Duration noOlderThan) {
        return known(purpose(tenant), noOlderThan, jdbc.sql(OF_TENANT).param("tenant", tenant));
    }

    private Optional<String> known(String purpose, Duration noOlderThan, JdbcClient.StatementSpec query) {
        Instant now = time.instant();
        Known before = known.get(purpose);
        if (before != null && before.readAt().plus(noOlderThan).isAfter(now)) {
            return Optional.of(before.secret());
        }
        Optional<String> stored =
                query.query((rs, n) -> rs.getBytes(1)).optional().flatMap(bytes -> ifReadable(bytes, purpose));
        stored.ifPresentOrElse(secret -> known.put(purpose, new Known(secret, now)), () -> known.remove(purpose));
        return stored;
    }

    /**
     * A secret; empty if it cannot be read. The caller is refused then, and the next {@link #make} replaces the secret.
     */
    private Optional<String> ifReadable(byte[] encrypted, String purpose) {
        try {
            return Optional.of(new String(vault.decrypt(encrypted, purpose), StandardCharsets.UTF_8));
        } catch (Unreadable otherKey) {
            return Optional.empty();
        }
    }

    private static boolean matches(Optional<String> right, String said) {
        return right.filter(secret -> MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Makes a shop's secret if it is missing, or cannot be read. */
    void make(ShopRef shop) {
        jdbc.sql(MAKE_OF_SHOP)
                .params(Sql.named(shop))
                .param("hookSecret", vault.encrypt(newSecret(), purpose(shop)))
                .update();
        if (ofShop(shop).isEmpty()) {
            replace(shop);
        }
    }

    /** Makes a tenant's secret if it is missing, or cannot be read. */
    void make(String tenant) {
        jdbc.sql(MAKE_OF_TENANT)
                .param("tenant", tenant)
                .param("secret", vault.encrypt(newSecret(), purpose(tenant)))
                .update();
        if (ofTenant(tenant).isEmpty()) {
            replace(tenant);
        }
    }

    /** Replaces a shop's secret. */
    void replace(ShopRef shop) {
        jdbc.sql(REPLACE_OF_SHOP)
                .params(Sql.named(shop))
                .param("hookSecret", vault.encrypt(newSecret(), purpose(shop)))
                .update();
    }

    void replace(String tenant) {
        jdbc.sql(REPLACE_OF_TENANT)
                .param("secret", vault.encrypt(newSecret(), purpose(tenant)))
                .param("tenant", tenant)
                .update();
    }

    void delete(ShopRef shop) {
        jdbc.sql(DELETE_OF_SHOP).params(Sql.named(shop)).update();
    }

    void delete(String tenant) {
        jdbc.sql(DELETE_OF_TENANT).param("tenant", tenant).update();
    }

    /** Forgets the known secrets, after a replacement is in force. */
    void forget() {
        known.clear();
    }

    private static String purpose(ShopRef shop) {
        return "hook/" + shop;
    }

    private static String purpose(String tenant) {
        return "trigger/" + tenant;
    }

    private static byte[] newSecret() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encode(random);
    }
}
