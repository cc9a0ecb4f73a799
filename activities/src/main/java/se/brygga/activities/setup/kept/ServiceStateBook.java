package se.brygga.activities.setup.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.setup.kept.LeavingBook.StaleHooks;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.Objection;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.refusal.SetupReason;

/** The places that are not served, and those whose web hooks must still be removed. Any other place is served. */
final class ServiceStateBook {

    /**
     * How long a shop may stay silent. After this time its credentials are deleted although its web hooks may remain.
     */
    private static final Duration HOOKS_GIVEN_UP_AFTER = Duration.ofDays(14);

    private static final String ONE_AT_A_TIME = """
            select pg_advisory_xact_lock(hashtextextended('set-up of ' || :tenant, 0))""";

    private static final String ALL = """
            select tenant, shop, state, since, who, reason from service_state order by tenant, shop""";

    private static final String OF = """
            select tenant, shop, state, since, who, reason from service_state where tenant = :tenant order by shop""";

    private static final String PUT = """
            insert into service_state (tenant, shop, state, since, who, reason)
            values (:tenant, :shop, :state, :now, :who, :reason)
            on conflict (tenant, shop) do update set state = excluded.state, since = excluded.since,
              who = excluded.who, reason = excluded.reason""";

    private static final String DELETE = "delete from service_state where tenant = :tenant and shop = :shop";

    private static final String FORGET_SHOPPERS = """
            delete from order_entry where tenant = :tenant and (:shop = '' or shop = :shop)""";

    private static final String EVERY_SHOP = "select tenant, shop from intake_mark order by tenant, shop";

    private static final String SHOPS = """
            select m.tenant, m.shop from intake_mark m where exists (
              select 1 from service_state s where s.tenant = m.tenant and s.shop in ('', m.shop))
            order by m.tenant, m.shop""";

    private static final String TENANTS = """
            select distinct s.tenant from service_state s where not exists (
              select 1 from intake_mark m where m.tenant = s.tenant and not exists (
                select 1 from service_state o where o.tenant = m.tenant and o.shop in ('', m.shop)))""";

    private static final String LEAVE_HOOKS = """
            insert into stale_hooks (tenant, shop, version, since) values (:tenant, :shop, :version, :now)
            on conflict do nothing""";

    private static final String HOOKS_GONE = """
            delete from stale_hooks where tenant = :tenant and shop = :shop and version = :version""";

    private static final String STALE_HOOKS = """
            select tenant, shop, version from stale_hooks where since > :since order by tenant, shop, version""";

    private static final String HOOKS_GIVEN_UP = "select tenant, shop, version from stale_hooks where since <= :since";

    private final JdbcClient jdbc;
    private final InstantSource time;

    ServiceStateBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Makes changes of one tenant follow each other, until the transaction ends. */
    void oneAtATime(String tenant) {
        jdbc.sql(ONE_AT_A_TIME).param("tenant", tenant).query((rs, n) -> n).list();
    }

    List<ServiceState> all() {
        return jdbc.sql(ALL).query((rs, n) -> read(rs)).list();
    }

    List<ServiceState> of(String tenant) {
        return jdbc.sql(OF).param("tenant", tenant).query((rs, n) -> read(rs)).list();
    }

    void put(Place place, ServiceState.State state, LeavingBook.Deed deed) {
        jdbc.sql(PUT)
                .param("tenant", place.tenant())
                .param("shop", place.shop())
                .param("state", state.code())
                .param("now", Sql.at(time.instant()))
                .param("who", deed.by())
                .param("reason", deed.reason())
                .update();
    }

    void delete(Place place) {
        jdbc.sql(DELETE)
                .param("tenant", place.tenant())
                .param("shop", place.shop())
                .update();
    }

    /**
     * Makes the place's orders unfindable by a shopper; the orders stay. The SQL is here because the tables of orders
     * lie above the set-ups.
     */
    void forgetShoppers(Place place) {
        jdbc.sql(FORGET_SHOPPERS)
                .param("tenant", place.tenant())
                .param("shop", place.shop())
                .update();
    }

    /** Every shop that was ever set up. Each has had a mark of the intake since then. */
    List<ShopRef> everyShop() {
        return jdbc.sql(EVERY_SHOP)
                .query((rs, n) -> new ShopRef(rs.getString("tenant"), rs.getString("shop")))
                .list();
    }

    /** Shops that are not served. Each has had a mark of the intake since it was set up. */
    List<ShopRef> shops() {
        return jdbc.sql(SHOPS)
                .query((rs, n) -> new ShopRef(rs.getString("tenant"), rs.getString("shop")))
                .list();
    }

    /** Tenants of which no shop is served. */
    List<String> tenants() {
        return jdbc.sql(TENANTS).query(String.class).list();
    }

    void addStaleHooks(StaleHooks left) {
        jdbc.sql(LEAVE_HOOKS)
                .param("tenant", left.shop().tenant())
                .param("shop", left.shop().shop())
                .param("version", left.version())
                .param("now", Sql.at(time.instant()))
                .update();
    }

    void hooksGone(StaleHooks left) {
        jdbc.sql(HOOKS_GONE)
                .param("tenant", left.shop().tenant())
                .param("shop", left.shop().shop())
                .param("version", left.version())
                .update();
    }

    /** Web hooks that are still worth a try. */
    List<StaleHooks> staleHooks() {
        return jdbc.sql(STALE_HOOKS)
                .param("since", Sql.at(time.instant().minus(HOOKS_GIVEN_UP_AFTER)))
                .query((rs, n) -> readHooks(rs))
                .list();
    }

    /** Web hooks that are given up. */
    List<StaleHooks> hooksGivenUp() {
        return jdbc.sql(HOOKS_GIVEN_UP)
                .param("since", Sql.at(time.instant().minus(HOOKS_GIVEN_UP_AFTER)))
                .query((rs, n) -> readHooks(rs))
                .list();
    }

    private static StaleHooks readHooks(ResultSet rs) throws SQLException {
        return new StaleHooks(new ShopRef(rs.getString("tenant"), rs.getString("shop")), rs.getInt("version"));
    }

    /** Why a shop, or the tenant as a whole, is not served. A state for ever goes before one that passes. */
    static Optional<ServiceState> of(List<ServiceState> serviceStates, Place place) {
        return serviceStates.stream()
                .filter(s -> s.place().tenant().equals(place.tenant()))
                .filter(s -> s.place().shop().isEmpty() || s.place().shop().equals(place.shop()))
                .max((a, b) -> a.state().compareTo(b.state()));
    }

    /** Whether one of these states keeps a shop, or the tenant as a whole, from being served. */
    static boolean stands(List<ServiceState> serviceStates, Place place, Set<ServiceState.State> states) {
        return of(serviceStates, place)
                .filter(serviceState -> states.contains(serviceState.state()))
                .isPresent();
    }

    /** The set-up without the shops that one of these states keeps from being served. */
    static TenantSetup without(TenantSetup setup, List<ServiceState> notServed, Set<ServiceState.State> states) {
        return notServed.isEmpty()
                ? setup
                : setup.with(setup.shops().stream()
                        .filter(shop -> !stands(notServed, new Place(setup.tenant(), shop.shop()), states))
                        .toList());
    }

    /** Everything that speaks against this set-up: a removed place never comes back under its name. */
    List<Objection> objections(TenantSetup setup) {
        List<ServiceState> serviceStates = of(setup.tenant());
        Optional<ServiceState> gone = removed(serviceStates, new Place(setup.tenant(), ""));
        return gone.isPresent()
                ? List.of(objection(gone.get()))
                : setup.shops().stream()
                        .map(ShopSetup::shop)
                        .flatMap(shop -> removed(serviceStates, new Place(setup.tenant(), shop)).stream())
                        .map(ServiceStateBook::objection)
                        .toList();
    }

    private static Optional<ServiceState> removed(List<ServiceState> serviceStates, Place place) {
        return of(serviceStates, place).filter(serviceState -> serviceState.state() == ServiceState.State.REMOVED);
    }

    private static Objection objection(ServiceState gone) {
        return new Objection(
                gone.place().shop(),
                List.of(),
                SetupReason.PLACE_REMOVED.of(gone.place().name(), gone.by(), gone.reason()));
    }

    static ServiceState read(ResultSet rs) throws SQLException {
        return new ServiceState(
                new Place(rs.getString("tenant"), rs.getString("shop")),
                Sql.constant(ServiceState.State.class, rs.getString("state")),
                rs.getTimestamp("since").toInstant(),
                rs.getString("who"),
                rs.getString("reason"));
    }
}
