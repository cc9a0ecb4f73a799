package se.brygga.activities.setup.kept;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.remote.Secret;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of set-ups, with their encrypted secrets beside them. */
final class SetupVersions {

    /** One version of one tenant's set-up. */
    record Version(String tenant, int number) {

        String purpose() {
            return "setup/" + tenant + "/" + number;
        }
    }

    /**
     * Who has taken a version into force, and when.
     *
     * @param by login of the operator
     */
    record Applied(int number, String by, Instant at) {}

    private static final Secret FORGOTTEN = new Secret("");

    private static final String ADD = """
            insert into tenant_setup (tenant, version, setup, secrets, file, applied_at, applied_by)
            values (:tenant, :version, :setup::jsonb, :secrets, :file, :now, :appliedBy)""";

    private static final String TRY_SYSTEMS_AT_ONCE = "update outage set next_try_at = :now where tenant = :tenant";

    private static final String NEWEST_NUMBER = """
            select coalesce(max(version), 0) from tenant_setup where tenant = :tenant""";

    private static final String NEWEST_APPLIED = """
            select version, applied_by, applied_at from tenant_setup where tenant = :tenant
            order by version desc limit 1""";

    private static final String NEWEST_NUMBER_WITH = """
            select max(version) from tenant_setup
            where tenant = :tenant and setup -> 'shops' @> jsonb_build_array(jsonb_build_object('shop', :shop))""";

    private static final String FORGET_SECRETS = """
            update tenant_setup set secrets = :secrets where tenant = :tenant and version = :version""";

    private static final String LOAD = """
            select setup::text as setup, secrets from tenant_setup where tenant = :tenant and version = :version""";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource time;
    private final SetupCodec codec = new SetupCodec();
    private final JsonMapper json = JsonMapper.builder().build();
    private final ConcurrentMap<Version, TenantSetup> read = new ConcurrentHashMap<>();

    SetupVersions(JdbcClient jdbc, Vault vault, InstantSource time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    /**
     * One version.
     *
     * @throws SetupUnreadable the version was encrypted with a key that is not here, or is damaged
     */
    TenantSetup get(Version version) {
        return read.computeIfAbsent(version, this::readable);
    }

    /** As {@link #get}, empty where that throws. For readers of all tenants. */
    Stream<TenantSetup> ifReadable(Version version) {
        try {
            return Stream.of(get(version));
        } catch (SetupUnreadable costsItsOwnTenant) {
            return Stream.empty();
        }
    }

    private TenantSetup readable(Version version) {
        try {
            return load(version);
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException anotherKeyOrForm) {
            throw new SetupUnreadable(version.tenant(), version.number(), anotherKeyOrForm);
        }
    }

    /** @return the version's number, from 1 */
    int add(TenantSetup setup, String fileWithoutSecrets, String by) {
        int number = newestNumber(setup.tenant()) + 1;
        Version version = new Version(setup.tenant(), number);
        jdbc.sql(ADD)
                .param("tenant", setup.tenant())
                .param("version", number)
                .param("setup", codec.toJson(setup))
                .param("secrets", encrypted(codec.secrets(setup), version))
                .param("file", fileWithoutSecrets)
                .param("now", Sql.at(time.instant()))
                .param("appliedBy", by)
                .update();
        // The new set-up may be what a system that is out of order waited for, so the next call probes the system.
        jdbc.sql(TRY_SYSTEMS_AT_ONCE)
                .param("now", Sql.at(time.instant()))
                .param("tenant", setup.tenant())
                .update();
        return number;
    }

    /** The newest version, whether or not its tenant is served. */
    TenantSetup newest(String tenant) {
        return get(new Version(tenant, newestNumber(tenant)));
    }

    /** The number of the newest version; 0 while there is none. */
    int newestNumber(String tenant) {
        return jdbc.sql(NEWEST_NUMBER)
                .param("tenant", tenant)
                .query(Integer.class)
                .single();
    }

    /** Empty while there is none. */
    Optional<Applied> newestApplied(String tenant) {
        return jdbc.sql(NEWEST_APPLIED)
                .param("tenant", tenant)
                .query((rs, n) -> new Applied(
                        rs.getInt("version"),
                        rs.getString("applied_by"),
                        rs.getTimestamp("applied_at").toInstant()))
                .optional();
    }

    /** The newest version that has this shop, whether or not the shop is served. */
    int newestNumberWith(ShopRef shop) {
        return jdbc.sql(NEWEST_NUMBER_WITH)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .query(Integer.class)
                .single();
    }

    /**
     * Deletes secrets in every version, for ever.
     *
     * @param stillNeeded the names of the secrets to keep
     */
    void forgetSecrets(String tenant, Predicate<String> stillNeeded) {
        int newest = newestNumber(tenant);
        for (int number = 1; number <= newest; number++) {
            Version version = new Version(tenant, number);
            Map<String, Secret> kept = secretsOf(version, number == newest);
            kept.replaceAll((name, secret) -> stillNeeded.test(name) ? secret : FORGOTTEN);
            jdbc.sql(FORGET_SECRETS)
                    .param("secrets", encrypted(kept, version))
                    .param("tenant", tenant)
                    .param("version", number)
                    .update();
            read.remove(version);
        }
    }

    private Map<String, Secret> secretsOf(Version version, boolean inForce) {
        try {
            return codec.secrets(load(version));
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            if (inForce) {
                throw unreadable;
            }
            // Nobody reads an older version any more, so it may lose all secrets.
            return new HashMap<>();
        }
    }

    private TenantSetup load(Version version) {
        return jdbc.sql(LOAD)
                .param("tenant", version.tenant())
                .param("version", version.number())
                .query((rs, n) -> codec.fromJson(
                        rs.getString("setup"), secrets(vault.decrypt(rs.getBytes("secrets"), version.purpose()))))
                .single();
    }

    private byte[] encrypted(Map<String, Secret> secrets, Version version) {
        byte[] plain = json.writeValueAsBytes(secrets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().value())));
        return vault.encrypt(plain, version.purpose());
    }

    private Map<String, Secret> secrets(byte[] bytes) {
        Map<String, String> plain = json.readValue(bytes, new TypeReference<>() {});
        return plain.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue())));
    }
}
