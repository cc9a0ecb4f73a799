package se.brygga.activities.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.orders.OrderRecord.InvoiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/** The records of orders, without their content. Changes nothing. */
public final class OrderRecordBook {

    /** A record's columns, without the order's encrypted texts, which are some kilobytes. */
    static final String RECORD = """
            tenant, shop, order_id, state, skipped_by, content_hash, status_id, complete, sent_hash, specter_number,
              customer_id, rules_overridden, totals_accepted, invoice, marked_at, foreign_mark, heard_at, first_seen_at""";

    private static final String FIND =
            "select " + RECORD + " from shop_order where tenant = :tenant and shop = :shop and order_id = ";

    private static final String FIND_ONE = FIND + ":order";

    private static final String FIND_SEVERAL = FIND + "any (:orders)";

    private static final String UNFINISHED = """
            select order_id from shop_order where tenant = :tenant and shop = :shop
              and (state = 'on-its-way' or state = :waiting or state = 'transferred' and marked_at is null)
            order by order_id""";

    private static final String TO_BE_LOOKED_UP = """
            select (select count(*) from shop_order where tenant = :tenant and shop = :shop and state = 'on-its-way'
                and content_hash is null)
            + (select count(*) from shop_order where tenant = :tenant and shop = :shop and compare_due)""";

    private final JdbcClient jdbc;

    OrderRecordBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The record of an order; empty when the books do not have it. */
    public Optional<OrderRecord> find(OrderRef order) {
        return jdbc.sql(FIND_ONE)
                .params(Sql.named(order))
                .query(OrderRecordBook::read)
                .optional();
    }

    /** The records of a shop's orders that are in the books, by their numbers. */
    public Map<Long, OrderRecord> find(ShopRef shop, List<Long> orderIds) {
        return jdbc
                .sql(FIND_SEVERAL)
                .params(Sql.named(shop))
                .param("orders", orderIds.toArray(Long[]::new))
                .query(OrderRecordBook::read)
                .list()
                .stream()
                .collect(Collectors.toMap(known -> known.order().orderId(), Function.identity()));
    }

    /** Orders of a shop that some transfer should carry: on their way, waiting, or not yet marked in the shop. */
    public List<OrderRef> unfinished(ShopRef shop) {
        return jdbc.sql(UNFINISHED)
                .params(Sql.named(shop))
                .param("waiting", Sql.code(OrderRecord.State.WAITING))
                .query((rs, n) -> new OrderRef(shop, rs.getLong("order_id")))
                .list();
    }

    /** How many orders of a shop were named and not read since: new ones, and those to be compared. */
    public int toBeLookedUp(ShopRef shop) {
        return jdbc.sql(TO_BE_LOOKED_UP)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .query(Integer.class)
                .single();
    }

    private static boolean isInvoiceDue(@Nullable String state) {
        return state != null && InvoiceState.ofCode(state) != InvoiceState.MADE;
    }

    static OrderRecord read(ResultSet rs, int row) throws SQLException {
        Timestamp heard = rs.getTimestamp("heard_at");
        return new OrderRecord(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                standing(rs),
                rs.getString("content_hash"),
                rs.getObject("status_id", Long.class),
                rs.getObject("complete", Boolean.class),
                rs.getObject("customer_id", Long.class),
                rs.getBoolean("rules_overridden"),
                rs.getString("totals_accepted"),
                isInvoiceDue(rs.getString("invoice")),
                rs.getBoolean("foreign_mark"),
                (heard == null ? rs.getTimestamp("first_seen_at") : heard).toInstant());
    }

    /** The table's checks ensure that a row has the data of its state. */
    private static OrderRecord.Standing standing(ResultSet rs) throws SQLException {
        return switch (OrderRecord.State.ofCode(rs.getString("state"))) {
            case ON_ITS_WAY -> new OrderRecord.Standing.OnItsWay();
            case WAITING -> new OrderRecord.Standing.Waiting();
            case SKIPPED -> new OrderRecord.Standing.Skipped(rs.getString("skipped_by"));
            case TRANSFERRED ->
                new OrderRecord.Standing.Transferred(
                        rs.getLong("specter_number"), rs.getString("sent_hash"), rs.getTimestamp("marked_at") != null);
        };
    }
}
