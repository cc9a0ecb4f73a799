package se.brygga.activities.setup.kept;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.setup.kept.SetupVersions.Version;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** Every tenant's set-up, with all versions and encrypted secrets. The newest version is in force. */
public final class SetupStore {

    /** Length of the secret in the callback URLs of web hooks, in characters. */
    public static final int HOOK_SECRET_LENGTH = UrlSecrets.LENGTH;

    private static final String IN_FORCE = """
            select v.version, s.shop, s.state, s.since, s.who, s.reason, s.tenant
            from (select max(version) as version from tenant_setup where tenant = :tenant) v
            left join service_state s on s.tenant = :tenant""";

    private static final String NEWEST = """
            select tenant, max(version) as version from tenant_setup group by tenant order by tenant""";

    private static final String TENANTS = "select distinct tenant from tenant_setup order by tenant";

    private static final String FILE = """
            select file from tenant_setup where tenant = :tenant order by version desc limit 1""";

    private final JdbcClient jdbc;
    private final SetupVersions versions;
    private final UrlSecrets urlSecrets;
    private final ServiceStateBook serviceStates;
    private final ApplyingBook applying;
    private final LeavingBook leaving;

    public SetupStore(JdbcClient jdbc, TransactionTemplate transactions, Vault vault, InstantSource time) {
        this.jdbc = jdbc;
        this.versions = new SetupVersions(jdbc, vault, time);
        this.urlSecrets = new UrlSecrets(jdbc, vault, time);
        this.serviceStates = new ServiceStateBook(jdbc, time);
        AuditBook audit = new AuditBook(jdbc, time);
        LeavingBook.Kept kept = new LeavingBook.Kept(versions, urlSecrets, new OutsideSystemBook(jdbc));
        this.applying = new ApplyingBook(transactions, serviceStates, kept, audit);
        this.leaving = new LeavingBook(transactions, serviceStates, kept, audit);
    }

    /**
     * The set-up in force for a tenant. Suspended shops are included, removed ones are not.
     *
     * @throws SetupUnreadable there is one, and it cannot be read
     */
    public Optional<TenantSetup> find(String tenant) {
        return inForce(tenant, Set.of(ServiceState.State.REMOVED));
    }

    /** As {@link #find}, with only the shops that are served. Empty when none is. */
    public Optional<TenantSetup> served(String tenant) {
        return inForce(tenant, EnumSet.allOf(ServiceState.State.class))
                .filter(setup -> !setup.shops().isEmpty());
    }

    /** The set-up of the shop's tenant, if the shop is served. */
    public Optional<TenantSetup> served(ShopRef shop) {
        return served(shop.tenant()).filter(setup -> has(setup, shop));
    }

    /**
     * As {@link #served(String)}, for lists of all tenants. A set-up that cannot be read gives an empty result too.
     */
    public Optional<TenantSetup> servedAndReadable(String tenant) {
        try {
            return served(tenant);
        } catch (SetupUnreadable costsItsOwnTenant) {
            return Optional.empty();
        }
    }

    /** Whether exactly this set-up is in force for its tenant, with readable secrets of callback URLs. */
    public boolean isInForce(TenantSetup setup) {
        try {
            return find(setup.tenant()).equals(Optional.of(setup))
                    && triggerSecret(setup.tenant()).isPresent()
                    && setup.shops().stream()
                            .allMatch(shop -> hookSecret(new ShopRef(setup.tenant(), shop.shop()))
                                    .isPresent());
        } catch (SetupUnreadable otherKey) {
            return false;
        }
    }

    /** Why a shop is not served. Empty when it is served, or never existed. */
    public Optional<ServiceState> serviceState(ShopRef shop) {
        return serviceState(new Place(shop.tenant(), shop.shop()));
    }

    /** Why a shop, or a tenant as a whole, is not served. Empty when it is served, or never existed. */
    public Optional<ServiceState> serviceState(Place place) {
        return ServiceStateBook.of(serviceStates.of(place.tenant()), place);
    }

    /** Takes set-ups into force. */
    public ApplyingBook applying() {
        return applying;
    }

    /** Suspends, resumes and removes. */
    public LeavingBook leaving() {
        return leaving;
    }

    /** @param tenants tenants of which no shop is served */
    public record NotServed(List<ShopRef> shops, List<String> tenants) {}

    /** The shops and tenants whose loops must not run. */
    public NotServed notServed() {
        return new NotServed(serviceStates.shops(), serviceStates.tenants());
    }

    /** Every tenant and shop that is not served. */
    public List<ServiceState> serviceStates() {
        return serviceStates.all();
    }

    private Optional<TenantSetup> inForce(String tenant, Set<ServiceState.State> without) {
        // Each question costs one small query, so that a new version, or a suspension, counts at once in every process.
        List<ServiceState> notServed = new ArrayList<>();
        Optional<Integer> version = jdbc.sql(IN_FORCE)
                .param("tenant", tenant)
                .query((rs, n) -> {
                    if (rs.getString("state") != null) {
                        notServed.add(ServiceStateBook.read(rs));
                    }
                    return Optional.ofNullable(rs.getObject("version", Integer.class));
                })
                .list()
                .getFirst();
        return version.filter(number -> !ServiceStateBook.stands(notServed, new Place(tenant, ""), without))
                .map(number -> versions.get(new Version(tenant, number)))
                .map(setup -> ServiceStateBook.without(setup, notServed, without));
    }

    private static boolean has(TenantSetup setup, ShopRef shop) {
        return setup.shops().stream().map(ShopSetup::shop).anyMatch(shop.shop()::equals);
    }

    /**
     * The set-up in force for a tenant that a person has named.
     *
     * @throws RequestRefused there is none; {@link #notServed} says why
     */
    public TenantSetup named(String tenant) {
        return find(tenant).orElseThrow(() -> new RequestRefused(notServed(tenant)));
    }

    /**
     * Requires that a tenant or shop was ever set up. Used for questions about the past, which removed places have too.
     *
     * @param tenant null for any, as is {@code shop}
     * @throws RequestRefused there never was such a tenant or shop; the refusal says which there are
     */
    public void requireKnown(@Nullable String tenant, @Nullable String shop) {
        if (tenant != null && !tenants().contains(tenant)) {
            throw new RequestRefused(noTenant(tenant));
        }
        List<ShopRef> shops = shop == null ? List.of() : everyShop();
        if (shop != null && shops.stream().noneMatch(ref -> fits(ref, tenant, shop))) {
            throw Reason.NO_SHOP.refused(tenant == null ? shop : tenant + "/" + shop, shops);
        }
    }

    private static boolean fits(ShopRef ref, @Nullable String tenant, String shop) {
        return (tenant == null || ref.tenant().equals(tenant)) && ref.shop().equals(shop);
    }

    /** The refusal for a person who named a tenant that does not exist. It says which there are. */
    public Refusal noTenant(String tenant) {
        return Reason.NO_TENANT.of(tenant, tenants());
    }

    /** The refusal for a person who named a tenant that is not served. It says why not. */
    public Refusal notServed(String tenant) {
        return serviceState(new Place(tenant, "")).map(ServiceState::refusal).orElseGet(() -> noTenant(tenant));
    }

    /** The set-up of the shop's tenant, if it has this shop. */
    public Optional<TenantSetup> find(ShopRef shop) {
        return find(shop.tenant()).filter(setup -> has(setup, shop));
    }

    /**
     * As {@link #find(ShopRef)}, for an order whose set-up was found before.
     *
     * @throws RemoteFailure the shop was removed meanwhile, so nothing can be asked any more
     */
    public TenantSetup require(ShopRef shop) {
        return find(shop)
                .orElseThrow(() -> new RemoteFailure(
                                RemoteSystem.STARWEB,
                                RemoteFailure.Kind.REFUSED,
                                RemoteFailure.Why.SHOP_REMOVED,
                                "shop " + shop + " was removed")
                        .toldAs(Phrase.SHOP_WAS_REMOVED.with(shop)));
    }

    /** As {@link #find}, for every tenant that was not removed and is not {@link #unreadable}. */
    public List<TenantSetup> all() {
        return all(Set.of(ServiceState.State.REMOVED));
    }

    /** As {@link #served}, for every tenant. */
    public List<TenantSetup> allServed() {
        return all(EnumSet.allOf(ServiceState.State.class)).stream()
                .filter(setup -> !setup.shops().isEmpty())
                .toList();
    }

    private List<TenantSetup> all(Set<ServiceState.State> without) {
        List<ServiceState> notServed = serviceStates.all();
        return newest().filter(version -> !ServiceStateBook.stands(notServed, new Place(version.tenant(), ""), without))
                .flatMap(versions::ifReadable)
                .map(setup -> ServiceStateBook.without(setup, notServed, without))
                .toList();
    }

    private Stream<Version> newest() {
        return jdbc
                .sql(NEWEST)
                .query((rs, n) -> new Version(rs.getString("tenant"), rs.getInt("version")))
                .list()
                .stream();
    }

    /** Tenants whose set-up in force cannot be read. Applying its file again mends it. */
    public List<String> unreadable() {
        return newest().filter(version -> versions.ifReadable(version).findAny().isEmpty())
                .map(Version::tenant)
                .toList();
    }

    /** Every shop of every tenant's set-up in force. */
    public List<ShopRef> shops() {
        return all().stream()
                .flatMap(setup -> setup.shops().stream().map(shop -> new ShopRef(setup.tenant(), shop.shop())))
                .toList();
    }

    /** All tenants that were ever set up. Removed ones are included, because their orders stay. */
    public List<String> tenants() {
        return jdbc.sql(TENANTS).query(String.class).list();
    }

    /** Every shop that was ever set up, removed ones included. */
    public List<ShopRef> everyShop() {
        return serviceStates.everyShop();
    }

    /** The file of the version in force, secrets masked. */
    public Optional<String> file(String tenant) {
        return jdbc.sql(FILE).param("tenant", tenant).query(String.class).optional();
    }

    /** The secret in the callback URLs of the shop's web hooks, which we registered with Starweb. */
    public Optional<String> hookSecret(ShopRef shop) {
        return urlSecrets.ofShop(shop);
    }

    /** Whether a text is {@link #hookSecret}. A replaced secret is accepted for a minute at most. */
    public boolean isHookSecret(ShopRef shop, String said) {
        return urlSecrets.isOfShop(shop, said) && serviceState(shop).isEmpty();
    }

    /** The secret in the callback URLs of the tenant's triggers. Empty for an unknown tenant. */
    public Optional<String> triggerSecret(String tenant) {
        return urlSecrets.ofTenant(tenant);
    }

    /** As {@link #isHookSecret}. */
    public boolean isTriggerSecret(String tenant, String said) {
        return urlSecrets.isOfTenant(tenant, said)
                && serviceState(new Place(tenant, "")).isEmpty();
    }
}
