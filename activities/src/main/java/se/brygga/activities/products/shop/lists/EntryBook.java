package se.brygga.activities.products.shop.lists;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.ShopRef;

/**
 * Who creates an entry of a shop's lists, or uploads a picture. Of many that need the same one together, one gets the
 * claim. A claim whose owner is not heard of passes to the next, who must look before a creation.
 */
final class EntryBook {

    /** Longer than a call and its retry may take. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    /** What there is more than once in no shop. */
    enum Kind {
        MANUFACTURER,
        UNIT,
        CATEGORY,
        ATTRIBUTE,
        /** Below its attribute. */
        VALUE,
        /** A file, by the hash of its content. */
        FILE,
        /** A picture as Specter names it; its entry is the file. */
        PICTURE
    }

    /**
     * An entry of a list.
     *
     * @param parent id of what the entry lies below; 0 for nothing
     * @param name in the form in which names are compared
     */
    record Entry(Kind kind, long parent, String name) {}

    /** What a claim gives. */
    enum Claim {
        /** Nobody has tried to create the entry. */
        NEW,
        /** Somebody has tried, and nobody knows the end. Look first. */
        TAKEN_OVER,
        /** Somebody else is creating the entry now. */
        OF_ANOTHER
    }

    private static final String OF_ENTRY =
            " where tenant = :tenant and shop = :shop and kind = :kind and parent = :parent and name = :name";

    private static final String FIND = "select entry_id from shop_entry" + OF_ENTRY + " and entry_id is not null";

    private static final String CLAIM_NEW = """
            insert into shop_entry (tenant, shop, kind, parent, name, claimed_until)
            values (:tenant, :shop, :kind, :parent, :name, :until) on conflict do nothing""";

    private static final String TAKE_OVER = "update shop_entry set claimed_until = :until, entry_id = null" + OF_ENTRY
            + " and (claimed_until <= :now or entry_id = :stale)";

    private static final String MADE = "update shop_entry set entry_id = :entry" + OF_ENTRY;

    private static final String UNCERTAIN = "update shop_entry set claimed_until = :now" + OF_ENTRY;

    private static final String RELEASE = "delete from shop_entry" + OF_ENTRY + " and entry_id is null";

    private final JdbcClient jdbc;
    private final InstantSource time;

    EntryBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** The id of an entry that was created or found before. */
    Optional<Long> find(ShopRef shop, Entry entry) {
        return jdbc.sql(FIND).params(named(shop, entry)).query(Long.class).optional();
    }

    /**
     * Claims the creation of an entry. The database lets one of many have the claim.
     *
     * @param stale an id that the shop does not have any more; null for none
     */
    Claim claim(ShopRef shop, Entry entry, @Nullable Long stale) {
        Instant now = time.instant();
        Map<String, Object> claim = named(shop, entry);
        claim.put("until", Sql.at(now.plus(CLAIM)));
        if (jdbc.sql(CLAIM_NEW).params(claim).update() == 1) {
            return Claim.NEW;
        }
        claim.put("now", Sql.at(now));
        claim.put("stale", stale == null ? 0 : stale);
        return jdbc.sql(TAKE_OVER).params(claim).update() == 1 ? Claim.TAKEN_OVER : Claim.OF_ANOTHER;
    }

    /** Stores the id of an entry that was created or found. */
    void made(ShopRef shop, Entry entry, long id) {
        Map<String, Object> made = named(shop, entry);
        made.put("entry", id);
        jdbc.sql(MADE).params(made).update();
    }

    /** Ends a claim whose creation may have happened. The next one takes it over. */
    void uncertain(ShopRef shop, Entry entry) {
        Map<String, Object> uncertain = named(shop, entry);
        uncertain.put("now", Sql.at(time.instant()));
        jdbc.sql(UNCERTAIN).params(uncertain).update();
    }

    /** Ends a claim without a creation. */
    void release(ShopRef shop, Entry entry) {
        jdbc.sql(RELEASE).params(named(shop, entry)).update();
    }

    private static Map<String, Object> named(ShopRef shop, Entry entry) {
        Map<String, Object> named = new HashMap<>(Sql.named(shop));
        named.put("kind", Sql.code(entry.kind()));
        named.put("parent", entry.parent());
        named.put("name", entry.name());
        return named;
    }
}
