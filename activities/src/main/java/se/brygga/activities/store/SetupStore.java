package se.brygga.activities.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.setup.Secret;
import se.brygga.activities.setup.SetupCodec;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every tenant's set-up, each version kept; secrets encrypted. The newest version is the one in force. */
public final class SetupStore {

    private record Version(String tenant, int number) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final InstantSource time;
    private final SetupCodec codec = new SetupCodec();
    private final JsonMapper json = JsonMapper.builder().build();
    private final ConcurrentMap<Version, TenantSetup> read = new ConcurrentHashMap<>();
    private final UrlSecrets urlSecrets;
    private final AuditBook audit;

    public SetupStore(JdbcClient jdbc, TransactionTemplate transactions, Vault vault, InstantSource time) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.time = time;
        this.urlSecrets = new UrlSecrets(jdbc, vault, time);
        this.audit = new AuditBook(jdbc, time);
    }

    /** The set-up in force for a tenant. */
    public Optional<TenantSetup> find(String tenant) {
        // One small query for each question: a new version counts at once, in every process.
        return jdbc.sql("select max(version) from tenant_setup where tenant = ?")
                .param(tenant)
                .query(Integer.class)
                .optional()
                .map(version -> read.computeIfAbsent(new Version(tenant, version), this::load));
    }

    /**
     * The set-up in force for a tenant that a person has named.
     *
     * @throws IllegalArgumentException there is none; the text is {@link #noTenant}
     */
    public TenantSetup named(String tenant) {
        return find(tenant).orElseThrow(() -> new IllegalArgumentException(noTenant(tenant)));
    }

    /** For a person who has named a tenant that is not there: which there are. */
    public String noTenant(String tenant) {
        return "no tenant \"" + tenant + "\"; there are: " + tenants();
    }

    /** The set-up of the shop's tenant, if it has this shop. */
    public Optional<TenantSetup> find(ShopRef shop) {
        return find(shop.tenant())
                .filter(setup -> setup.shops().stream().map(ShopSetup::shop).anyMatch(shop.shop()::equals));
    }

    /** @throws IllegalStateException there is none; only for orders whose set-up was found before */
    public TenantSetup require(ShopRef shop) {
        return find(shop).orElseThrow(() -> new IllegalStateException("no set-up for shop " + shop));
    }

    /** Every tenant's set-up in force. */
    public List<TenantSetup> all() {
        return jdbc
                .sql("select tenant, max(version) from tenant_setup group by tenant order by tenant")
                .query((rs, n) -> new Version(rs.getString(1), rs.getInt(2)))
                .list()
                .stream()
                .map(version -> read.computeIfAbsent(version, this::load))
                .toList();
    }

    /** Every shop of every tenant's set-up in force. */
    public List<ShopRef> shops() {
        return all().stream()
                .flatMap(setup -> setup.shops().stream().map(shop -> new ShopRef(setup.tenant(), shop.shop())))
                .toList();
    }

    public List<String> tenants() {
        return jdbc.sql("select distinct tenant from tenant_setup order by tenant")
                .query(String.class)
                .list();
    }

    /**
     * Stores a new version and makes the secrets of web hooks and triggers where there are none.
     *
     * @param fileWithoutSecrets the file as its owner wrote it, secrets masked, for the export
     * @param by login of the operator
     * @return the version's number, from 1
     */
    public int apply(TenantSetup setup, String fileWithoutSecrets, String by) {
        return transactions.execute(tx -> {
            int version = jdbc.sql("select coalesce(max(version), 0) + 1 from tenant_setup where tenant = ?")
                    .param(setup.tenant())
                    .query(Integer.class)
                    .single();
            jdbc.sql("""
                    insert into tenant_setup (tenant, version, setup, secrets, file, applied_at, applied_by)
                    values (?, ?, ?::jsonb, ?, ?, ?, ?)""")
                    .params(setup.tenant(), version, codec.toJson(setup))
                    .param(vault.encrypt(secretBytes(codec.secrets(setup)), "setup/" + setup.tenant() + "/" + version))
                    .params(fileWithoutSecrets, OrderBook.at(time.instant()), by)
                    .update();
            setup.shops().forEach(shop -> urlSecrets.make(new ShopRef(setup.tenant(), shop.shop())));
            urlSecrets.make(setup.tenant());
            return version;
        });
    }

    /** The file of the version in force, secrets masked. */
    public Optional<String> file(String tenant) {
        return jdbc.sql("select file from tenant_setup where tenant = ? order by version desc limit 1")
                .param(tenant)
                .query(String.class)
                .optional();
    }

    /** What stands in the URLs of the shop's web hooks and proves that Starweb was given them by us. */
    public Optional<String> hookSecret(ShopRef shop) {
        return urlSecrets.ofShop(shop);
    }

    /** Whether it is {@link #hookSecret}. One that was replaced counts for a minute at most, the new one at once. */
    public boolean isHookSecret(ShopRef shop, String said) {
        return urlSecrets.isOfShop(shop, said);
    }

    /**
     * What stands in the URLs that the tenant's Specter calls, and proves that it was given them by us. Empty for an unknown
     * tenant, and for one whose set-up was last applied before there were triggers.
     */
    public Optional<String> triggerSecret(String tenant) {
        return urlSecrets.ofTenant(tenant);
    }

    /** As {@link #isHookSecret}. */
    public boolean isTriggerSecret(String tenant, String said) {
        return urlSecrets.isOfTenant(tenant, said);
    }

    /**
     * New secrets for the tenant's triggers and for the web hooks of all its shops.
     *
     * @param by login of the operator, for the audit log
     */
    public void replaceUrlSecrets(TenantSetup setup, String by) {
        String tenant = setup.tenant();
        transactions.executeWithoutResult(tx -> {
            setup.shops().forEach(shop -> urlSecrets.replace(new ShopRef(tenant, shop.shop())));
            urlSecrets.replace(tenant);
            audit.add(new AuditBook.Deed(
                    UUID.randomUUID().toString(), by, "rotate-secrets", tenant, "tenant " + tenant, null));
        });
        urlSecrets.forget();
    }

    private TenantSetup load(Version version) {
        return jdbc.sql("select setup::text, secrets from tenant_setup where tenant = ? and version = ?")
                .params(version.tenant(), version.number())
                .query((rs, n) -> codec.fromJson(
                        rs.getString(1),
                        secrets(vault.decrypt(rs.getBytes(2), "setup/" + version.tenant() + "/" + version.number()))))
                .single();
    }

    private byte[] secretBytes(Map<String, Secret> secrets) {
        return json.writeValueAsBytes(secrets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().value())));
    }

    private Map<String, Secret> secrets(byte[] bytes) {
        Map<String, String> plain = json.readValue(bytes, new TypeReference<>() {});
        return plain.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue())));
    }
}
