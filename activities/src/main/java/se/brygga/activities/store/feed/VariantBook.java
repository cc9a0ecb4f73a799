package se.brygga.activities.store.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.starweb.catalogue.VariantRef;
import se.brygga.activities.store.OrderBook;
import se.brygga.workflows.ShopRef;

/** Which variant of a shop has which SKU. Methods join a surrounding transaction. */
public final class VariantBook {

    /** @param ref null: the shop does not have the SKU, as of {@code lookedAt} */
    public record Entry(@Nullable VariantRef ref, Instant lookedAt) {}

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final ShopPriceBook prices;

    public VariantBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
        this.prices = new ShopPriceBook(jdbc, time);
    }

    public Map<String, Entry> all(ShopRef shop) {
        Map<String, Entry> all = new HashMap<>();
        jdbc.sql("select * from shop_variant where tenant = ? and shop = ?")
                .params(shop.tenant(), shop.shop())
                .query((ResultSet rs) -> {
                    all.put(rs.getString("sku"), read(rs));
                });
        return all;
    }

    /** What is known of one SKU; empty when nobody has looked. */
    public Optional<Entry> find(ShopRef shop, String sku) {
        return jdbc.sql("select * from shop_variant where tenant = ? and shop = ? and sku = ?")
                .params(shop.tenant(), shop.shop(), sku)
                .query((rs, n) -> read(rs))
                .optional();
    }

    /** Which SKU a variant has, as far as we know. */
    public Optional<String> skuOf(ShopRef shop, VariantRef ref) {
        return jdbc.sql(
                        "select sku from shop_variant where tenant = ? and shop = ? and product_id = ? and variant_id = ?")
                .params(shop.tenant(), shop.shop(), ref.productId(), ref.variantId())
                .query(String.class)
                .optional();
    }

    /**
     * Another variant than before has it: nothing is known of what that shows.
     *
     * @param ref null: the shop does not have the SKU
     */
    public void put(ShopRef shop, String sku, @Nullable VariantRef ref) {
        Optional<Entry> before = find(shop, sku);
        if (before.isPresent() && !Objects.equals(before.get().ref(), ref)) {
            jdbc.sql(
                            "update shop_stock set sent = null, status_id = null, sent_at = null, held = null, held_value = null "
                                    + "where tenant = ? and shop = ? and sku = ?")
                    .params(shop.tenant(), shop.shop(), sku)
                    .update();
            prices.moved(shop, sku);
        }
        jdbc.sql("""
                insert into shop_variant (tenant, shop, sku, product_id, variant_id, looked_at) values (?, ?, ?, ?, ?, ?)
                on conflict (tenant, shop, sku) do update set product_id = excluded.product_id,
                  variant_id = excluded.variant_id, looked_at = excluded.looked_at""")
                .params(shop.tenant(), shop.shop(), sku)
                .param(ref == null ? null : ref.productId())
                .param(ref == null ? null : ref.variantId())
                .param(OrderBook.at(time.instant()))
                .update();
    }

    /** None of those that the shop did not have is there now either. */
    public void lookedForAbsent(ShopRef shop) {
        jdbc.sql("update shop_variant set looked_at = ? where tenant = ? and shop = ? and product_id is null")
                .param(OrderBook.at(time.instant()))
                .params(shop.tenant(), shop.shop())
                .update();
    }

    private static Entry read(ResultSet rs) throws SQLException {
        Long product = rs.getObject("product_id", Long.class);
        return new Entry(
                product == null ? null : new VariantRef(product, rs.getLong("variant_id")),
                rs.getTimestamp("looked_at").toInstant());
    }
}
