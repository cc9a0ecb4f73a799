package se.brygga.activities.setup.kept;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.setup.Moved;
import se.brygga.setup.Objection;
import se.brygga.setup.OutsideSystem;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/**
 * The place that uses each system outside. The table's key is the guard: of two set-ups that are applied at once, one
 * is refused.
 */
final class OutsideSystemBook {

    private static final String HOLDER = "select tenant, shop from outside_system where kind = :kind and key = :key";

    private static final String KEY_AT = """
            select key from outside_system where kind = :kind and tenant = :tenant and shop = :shop""";

    private static final String CLAIM = """
            insert into outside_system (kind, key, tenant, shop) values (:kind, :key, :tenant, :shop)
            on conflict do nothing""";

    private static final String FREE_OTHERS = """
            delete from outside_system where tenant = :tenant and kind || ' ' || key not in (:mine)""";

    private static final String FREE = """
            delete from outside_system where tenant = :tenant and (:shop = '' or shop = :shop)""";

    private static final String MISSING = """
            select distinct shop from outside_system where tenant = :tenant and shop <> '' order by shop""";

    private final JdbcClient jdbc;

    OutsideSystemBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that speaks against this set-up; changes nothing. */
    List<Objection> objections(TenantSetup setup) {
        List<Objection> objections = new ArrayList<>(missing(setup));
        for (OutsideSystem used : OutsideSystem.of(setup)) {
            holder(used, objections);
        }
        return objections;
    }

    /**
     * Shops and accounts with another address than in the set-up in force. Only a new client for the same shop does not
     * count.
     */
    List<Moved> moved(TenantSetup setup) {
        return OutsideSystem.of(setup).stream()
                .filter(used -> used.kind() != OutsideSystem.Kind.STARWEB_CLIENT)
                .flatMap(used ->
                        keyAt(used).filter(key -> !key.equals(used.key())).map(key -> new Moved(used, key)).stream())
                .toList();
    }

    private Optional<String> keyAt(OutsideSystem used) {
        return jdbc.sql(KEY_AT)
                .param("kind", used.kind().code())
                .param("tenant", used.place().tenant())
                .param("shop", used.place().shop())
                .query(String.class)
                .optional();
    }

    /**
     * Notes what a set-up uses; what its tenant used before is free. Needs a transaction.
     *
     * @throws ApplyingBook.Objected something is used elsewhere
     */
    void claim(TenantSetup setup) {
        Sql.requireTransaction();
        List<Objection> objections = new ArrayList<>();
        Set<String> mine = new HashSet<>();
        for (OutsideSystem used : OutsideSystem.of(setup)) {
            jdbc.sql(CLAIM)
                    .param("kind", used.kind().code())
                    .param("key", used.key())
                    .param("tenant", used.place().tenant())
                    .param("shop", used.place().shop())
                    .update();
            mine.add(used.kind().code() + " " + used.key());
            holder(used, objections);
        }
        if (!objections.isEmpty()) {
            throw new ApplyingBook.Objected(objections);
        }
        jdbc.sql(FREE_OTHERS)
                .param("tenant", setup.tenant())
                .param("mine", mine)
                .update();
    }

    /**
     * Frees the systems of a place.
     *
     * @param place a shop, or a tenant with all its shops
     */
    void free(Place place) {
        jdbc.sql(FREE)
                .param("tenant", place.tenant())
                .param("shop", place.shop())
                .update();
    }

    /**
     * Objections to a file that forgets a shop in force, or renames it. Such a shop stays, because it may have orders
     * on their way.
     */
    private List<Objection> missing(TenantSetup setup) {
        Set<String> there = new HashSet<>();
        setup.shops().stream().map(ShopSetup::shop).forEach(there::add);
        return jdbc.sql(MISSING).param("tenant", setup.tenant()).query(String.class).list().stream()
                .filter(shop -> !there.contains(shop))
                .map(shop -> new Place(setup.tenant(), shop))
                .map(place -> Objection.ofTenant(SetupReason.SHOP_NOT_IN_FILE.of(place.name()), "shops"))
                .toList();
    }

    private void holder(OutsideSystem used, List<Objection> objections) {
        jdbc.sql(HOLDER)
                .param("kind", used.kind().code())
                .param("key", used.key())
                .query((rs, n) -> new Place(rs.getString("tenant"), rs.getString("shop")))
                .optional()
                .filter(holder -> !holder.equals(used.place()))
                .ifPresent(holder -> objections.add(used.objection(held(used, holder))));
    }

    private static Refusal held(OutsideSystem used, Place holder) {
        return holder.tenant().equals(used.place().tenant())
                ? SetupReason.SYSTEM_OF_OTHER_SHOP.of(used.kind().code(), used.key(), holder.name(), holder.shop())
                : SetupReason.SYSTEM_OF_OTHER_TENANT.of(used.kind().code(), used.key(), holder.name());
    }
}
