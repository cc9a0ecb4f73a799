package se.brygga.activities.products.specter;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.products.gate.ProductGateBook;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.activities.sql.Database;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;

/** Variants that get the number of their article, because a person has said that both are the same. */
final class RenumberBook {

    /**
     * A variant that is to get another number.
     *
     * @param sku the variant's key in the books
     * @param spelled as the shop spells the number
     * @param articleNo as Specter spells the number that the variant gets
     */
    record Due(String sku, String spelled, VariantRef ref, String articleNo) {}

    private static final String DUE = """
            select p.sku, p.spelled, p.product_id, p.variant_id, n.article_no from product p
            join number_answer n on n.tenant = p.tenant and n.shop = p.shop and n.shop_sku = p.sku and n.same
            where p.tenant = :tenant and p.shop = :shop and p.sku > :after and not p.gone
              and p.twin_variant_id is null and p.cause is distinct from :refused and\s""" + ProductGateBook.passes("p.sku") + " order by p.sku limit :limit";

    private static final String HAS = """
            select count(*) from product where tenant = :tenant and shop = :shop and sku = :sku and not gone""";

    private static final String FORGET = """
            delete from product where tenant = :tenant and shop = :shop and sku = :sku and gone""";

    private static final String RENUMBERED = """
            update product set sku = :to, spelled = :spelled, sent = null, sent_at = null, state = :pending,
              cause = null, detail = '', since = :now
            where tenant = :tenant and shop = :shop and sku = :from""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    RenumberBook(Database database) {
        this.jdbc = database.jdbc();
        this.time = database.time();
    }

    /** @param after the last key of the page before; empty for the first page */
    List<Due> due(ShopRef shop, String after, int limit) {
        return jdbc.sql(DUE)
                .params(Sql.named(shop))
                .param("after", after)
                .param("refused", Cause.PRODUCT_NUMBER_NOT_TAKEN.code())
                .param("direction", Sql.code(Direction.TO_SPECTER))
                .param("limit", limit)
                .query((rs, n) -> new Due(
                        rs.getString("sku"),
                        rs.getString("spelled"),
                        new VariantRef(rs.getLong("product_id"), rs.getLong("variant_id")),
                        rs.getString("article_no")))
                .list();
    }

    /** Whether another variant of the shop has the number. */
    boolean isTaken(ShopRef shop, Due due) {
        return jdbc.sql(HAS)
                        .params(Sql.named(shop))
                        .param("sku", Sku.key(due.articleNo()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Stores that the variant has its article's number. Nothing is known to be written to that article. Needs a transaction. */
    void renumbered(ShopRef shop, Due due) {
        Sql.requireTransaction();
        String to = Sku.key(due.articleNo());
        jdbc.sql(FORGET).params(Sql.named(shop)).param("sku", to).update();
        jdbc.sql(RENUMBERED)
                .params(Sql.named(shop))
                .param("from", due.sku())
                .param("to", to)
                .param("spelled", due.articleNo())
                .param("pending", Sql.code(State.PENDING))
                .param("now", Sql.at(time.instant()))
                .update();
    }
}
