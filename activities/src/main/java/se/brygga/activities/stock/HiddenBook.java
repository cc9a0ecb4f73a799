package se.brygga.activities.stock;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.workflows.ShopRef;

/** Variants of a shop that customers do not see, because their article is gone in Specter. */
final class HiddenBook {

    /** Who hid a variant, and whether the shop accepted that. */
    public enum State {
        /** We are hiding the variant. The shop may have the write or not. */
        HIDING,
        /** We have hidden the variant, so we show it when the article is back. */
        HIDDEN,
        /** The variant was hidden before the article went. Whether it is shown again is left to the shop. */
        HIDDEN_BEFORE,
        /** The shop refuses to hide the variant. It is asked again after a comparison. */
        HIDE_REFUSED,
        /** We have hidden the variant, and the shop refuses to show it. It is asked again after a comparison. */
        SHOW_REFUSED
    }

    /**
     * A variant that customers do not see.
     *
     * @param sku the SKU of the variant when its article went
     */
    public record Hidden(String sku, State state) {}

    private static final String OF_SHOP = " where tenant = :tenant and shop = :shop";

    private static final String OF_VARIANT = OF_SHOP + " and product_id = :product and variant_id = :variant";

    private static final String OF = "select product_id, variant_id, sku, state from hidden_variant" + OF_SHOP;

    private static final String PUT = """
            insert into hidden_variant (tenant, shop, product_id, variant_id, sku, state, changed_at)
            values (:tenant, :shop, :product, :variant, :sku, :state, :now)
            on conflict (tenant, shop, product_id, variant_id) do update set sku = excluded.sku,
              state = excluded.state, changed_at = excluded.changed_at""";

    private static final String FORGET = "delete from hidden_variant" + OF_VARIANT;

    private static final String FORGET_REFUSED = "delete from hidden_variant" + OF_SHOP + " and state = :refused";

    private static final String HIDE_REFUSED =
            "update hidden_variant set state = :hidden" + OF_SHOP + " and state = :refused";

    private final JdbcClient jdbc;
    private final InstantSource time;

    HiddenBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public Map<VariantRef, Hidden> of(ShopRef shop) {
        Map<VariantRef, Hidden> all = new HashMap<>();
        bind(jdbc.sql(OF), shop).query(rs -> {
            all.put(
                    new VariantRef(rs.getLong("product_id"), rs.getLong("variant_id")),
                    new Hidden(rs.getString("sku"), Sql.constant(State.class, rs.getString("state"))));
        });
        return all;
    }

    public void put(ShopRef shop, VariantRef variant, String sku, State state) {
        bind(jdbc.sql(PUT), shop, variant)
                .param("sku", sku)
                .param("state", Sql.code(state))
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** Forgets a variant, because nothing of ours must be undone. */
    public void forget(ShopRef shop, VariantRef variant) {
        bind(jdbc.sql(FORGET), shop, variant).update();
    }

    /** Forgets the shop's refusals, so that the shop is asked again. */
    public void forgetRefusals(ShopRef shop) {
        bind(jdbc.sql(FORGET_REFUSED), shop)
                .param("refused", Sql.code(State.HIDE_REFUSED))
                .update();
        bind(jdbc.sql(HIDE_REFUSED), shop)
                .param("hidden", Sql.code(State.HIDDEN))
                .param("refused", Sql.code(State.SHOW_REFUSED))
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, ShopRef shop, VariantRef variant) {
        return bind(sql, shop).param("product", variant.productId()).param("variant", variant.variantId());
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, ShopRef shop) {
        return sql.param("tenant", shop.tenant()).param("shop", shop.shop());
    }
}
