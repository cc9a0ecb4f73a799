package se.brygga.activities.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** Which variant of a shop has which SKU. Methods join a surrounding transaction. */
public final class VariantBook {

    /**
     * The variant of a SKU.
     *
     * @param ref null if the shop did not have the SKU at {@code lookedAt}
     * @param twice two variants of the shop have this SKU, for example in upper and lower case. Nobody knows which is
     *     meant, so there is no {@code ref}
     */
    public record Entry(@Nullable VariantRef ref, Instant lookedAt, boolean twice) {}

    private static final String SELECT =
            "select sku, product_id, variant_id, looked_at, twice from shop_variant where tenant = :tenant and shop = :shop";

    private static final String FIND = SELECT + " and sku = :sku";

    private static final String PUT = """
            insert into shop_variant (tenant, shop, sku, product_id, variant_id, looked_at, twice)
            values (:tenant, :shop, :sku, :product, :variant, :now, :twice)
            on conflict (tenant, shop, sku) do update set product_id = excluded.product_id,
              variant_id = excluded.variant_id, looked_at = excluded.looked_at, twice = excluded.twice""";

    private static final String FORGET_OTHERS = """
            delete from shop_variant where tenant = :tenant and shop = :shop and product_id = :productId
              and variant_id = :variantId and sku <> :sku returning sku""";

    private static final String AS_SPECTER_SPELLS = """
            select spelled from article where tenant = :tenant and sku = :sku""";

    private static final String READ_UNTIL = """
            select read_until from shop_catalogue where tenant = :tenant and shop = :shop""";

    private static final String KEEP_READ_UNTIL = """
            insert into shop_catalogue (tenant, shop, read_until) values (:tenant, :shop, :readUntil)
              on conflict (tenant, shop) do update set read_until = excluded.read_until""";

    private static final String LOOKED_FOR_ABSENT = """
            update shop_variant set looked_at = :now where tenant = :tenant and shop = :shop and product_id is null""";

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final NoticeBook notices;
    private final List<VariantListener> listeners;

    public VariantBook(JdbcClient jdbc, InstantSource time, NoticeBook notices, List<VariantListener> listeners) {
        this.jdbc = jdbc;
        this.time = time;
        this.notices = notices;
        this.listeners = List.copyOf(listeners);
    }

    /** What is known of all SKUs of a shop, by {@link se.brygga.workflows.Sku#key}. */
    public Map<String, Entry> all(ShopRef shop) {
        Map<String, Entry> all = new HashMap<>();
        jdbc.sql(SELECT).params(Sql.named(shop)).query((ResultSet rs) -> {
            all.put(rs.getString("sku"), read(rs));
        });
        return all;
    }

    /** What is known of one SKU; empty when nobody has looked for it. */
    public Optional<Entry> find(ShopRef shop, String sku) {
        return jdbc.sql(FIND)
                .params(Sql.named(shop))
                .param("sku", sku)
                .query((rs, n) -> read(rs))
                .optional();
    }

    /**
     * Stores the variant of a SKU. If it is another variant than before, what that shows is unknown, so stock and
     * prices are written to it. If the variant had another SKU, it may show that SKU's values. The variant of the other
     * SKU is unknown then. Needs a transaction.
     *
     * @param ref null if the shop does not have the SKU
     */
    public void put(ShopRef shop, String sku, @Nullable VariantRef ref) {
        put(shop, sku, ref, false);
        notices.unname(shop.tenant(), shop.shop(), Cause.SKU_TWICE_IN_SHOP, "", List.of(sku));
    }

    /**
     * Notes that two variants of the shop have this SKU. Nothing is written to either until the shop is read whole
     * again. Needs a transaction.
     */
    public void twice(ShopRef shop, String sku) {
        put(shop, sku, null, true);
        notices.name(shop.tenant(), shop.shop(), Cause.SKU_TWICE_IN_SHOP, "", Map.of(sku, Detail.value(sku)));
    }

    /**
     * Opens a notice for those of these variants whose SKU no article can have. Each stays in the notice until its SKU
     * changes.
     */
    public void read(ShopRef shop, List<Variant> variants) {
        Map<String, Detail> unusable = new HashMap<>();
        List<String> usable = new ArrayList<>();
        for (Variant variant : variants) {
            String item = item(variant);
            if (variant.canBeAnArticle()) {
                usable.add(item);
            } else {
                VariantRef ref = variant.ref();
                unusable.put(
                        item,
                        Phrase.VARIANT.with(SpecterLimits.shown(variant.sku()), ref.productId(), ref.variantId()));
            }
        }
        notices.unname(shop.tenant(), shop.shop(), Cause.SKU_UNUSABLE_IN_SHOP, "", usable);
        notices.name(shop.tenant(), shop.shop(), Cause.SKU_UNUSABLE_IN_SHOP, "", unusable);
    }

    /** These are all variants of the shop. Removes deleted ones from the notice. */
    public void namesNoOther(ShopRef shop, Collection<Variant> all) {
        notices.unnameOthers(
                shop.tenant(),
                shop.shop(),
                Cause.SKU_UNUSABLE_IN_SHOP,
                "",
                all.stream().map(VariantBook::item).toList());
    }

    private static String item(Variant variant) {
        return "productId " + variant.ref().productId() + ", variantId "
                + variant.ref().variantId();
    }

    private void put(ShopRef shop, String sku, @Nullable VariantRef ref, boolean twice) {
        Sql.requireTransaction();
        List<String> renamed = ref == null ? List.of() : forgetOthers(shop, sku, ref);
        boolean changed = find(shop, sku)
                .filter(before -> !Objects.equals(before.ref(), ref))
                .isPresent();
        if (changed || !renamed.isEmpty()) {
            showsUnknown(shop, sku);
            renamed.forEach(other -> showsUnknown(shop, other));
            if (ref != null) {
                listeners.forEach(listener -> listener.variantFound(shop));
            }
        }
        jdbc.sql(PUT)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("sku", sku)
                .param("product", ref == null ? null : ref.productId())
                .param("variant", ref == null ? null : ref.variantId())
                .param("now", Sql.at(time.instant()))
                .param("twice", twice)
                .update();
    }

    private List<String> forgetOthers(ShopRef shop, String sku, VariantRef ref) {
        return jdbc.sql(FORGET_OTHERS)
                .params(Sql.named(shop))
                .param("productId", ref.productId())
                .param("variantId", ref.variantId())
                .param("sku", sku)
                .query(String.class)
                .list();
    }

    private void showsUnknown(ShopRef shop, String sku) {
        listeners.forEach(listener -> listener.variantChanged(shop, sku));
    }

    /** The SKU in Specter's spelling. A shop that distinguishes upper and lower case most likely has this spelling. */
    public String asSpecterSpells(ShopRef shop, String sku) {
        return jdbc.sql(AS_SPECTER_SPELLS)
                .param("tenant", shop.tenant())
                .param("sku", sku)
                .query(String.class)
                .optional()
                .orElse(sku);
    }

    /** The time up to which the changes in the shop's catalogue were read; empty if they never were. */
    public Optional<Instant> readUntil(ShopRef shop) {
        return jdbc.sql(READ_UNTIL)
                .params(Sql.named(shop))
                .query((rs, n) -> rs.getTimestamp("read_until").toInstant())
                .optional();
    }

    /** Notes that all changes in the shop's catalogue up to this time are in the books. */
    public void readUntil(ShopRef shop, Instant time) {
        jdbc.sql(KEEP_READ_UNTIL)
                .params(Sql.named(shop))
                .param("readUntil", Sql.at(time))
                .update();
    }

    /** Notes that the SKUs that the shop did not have are not there now either. */
    public void lookedForAbsent(ShopRef shop) {
        jdbc.sql(LOOKED_FOR_ABSENT)
                .params(Sql.named(shop))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    private static Entry read(ResultSet rs) throws SQLException {
        Long product = rs.getObject("product_id", Long.class);
        return new Entry(
                product == null ? null : new VariantRef(product, rs.getLong("variant_id")),
                rs.getTimestamp("looked_at").toInstant(),
                rs.getBoolean("twice"));
    }

    /**
     * Told by the books about variants, in the transaction of the change. Implemented by those that keep what was
     * written to a SKU.
     */
    public interface VariantListener {

        /** The SKU belongs to another variant than before, or to none. What the shop shows for the SKU is unknown. */
        void variantChanged(ShopRef shop, String sku);

        /** A SKU has got a variant, so there is something to write to. */
        void variantFound(ShopRef shop);
    }
}
