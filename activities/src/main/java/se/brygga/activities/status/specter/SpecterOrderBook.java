package se.brygga.activities.status.specter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.orders.SearchTerm;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.workflows.OrderRef;

/**
 * The state of each order in Specter. Changes since the shop was last told become callbacks as soon as the order is
 * linked to a shop's order. An order that somebody makes in Specter by hand is never linked.
 */
public final class SpecterOrderBook {

    /**
     * Something that happened to a shop's order.
     *
     * @param tracking numbers that became known with it
     */
    public record Happened(OrderRef order, OrderEvent event, List<String> tracking) {}

    /** What Specter has told about an order, and when it last told something new. */
    public record Told(SpecterOrderState state, Instant changedAt) {}

    /** Takes events, in the transaction that marks them as taken. */
    @FunctionalInterface
    public interface Taker {
        void take(Happened happened);
    }

    /** An order that has changed since it was last handed over. */
    private record Unsettled(OrderRef order, long specterNumber) {}

    /** The state that the order's inbox was told, and the present state. */
    private record Open(SpecterOrderState told, SpecterOrderState now) {}

    /** The columns that {@link #now} needs. */
    private static final String STATE =
            "delivery_status, status_id, tracking, invoiced, paid, part_delivered, credited, delivered_rows";

    /** The columns of the state that the order's inbox was told; see {@link #open}. */
    private static final String TOLD =
            "told_delivery, told_status_id, told_tracking, told_invoiced, told_paid, told_part";

    private static final String OF_NUMBER = " where tenant = :tenant and specter_number = :specterNumber";

    private static final String BEGUN = """
            insert into specter_order (tenant, specter_number, settled, first_seen_at, changed_at)
            values (:tenant, :specterNumber, true, :now, :now)
              on conflict (tenant, specter_number) do nothing returning\s""" + STATE;

    private static final String INVOICED = """
            insert into specter_order (tenant, specter_number, invoiced, settled, first_seen_at, changed_at)
            values (:tenant, :specterNumber, true, false, :now, :now) on conflict (tenant, specter_number) do update
              set invoiced = true, settled = false, changed_at = excluded.changed_at
            where not specter_order.invoiced""";

    private static final String FIND_TOLD = "select " + STATE + ", changed_at from specter_order" + OF_NUMBER;

    private static final String OF = "select " + STATE + """
             from specter_order where (tenant, specter_number) = (
            select tenant, specter_number from shop_order
            where tenant = :tenant and shop = :shop and order_id = :order)""";

    private static final String FIND = "select " + STATE + " from specter_order" + OF_NUMBER + " for update";

    private static final String KEEP = """
            update specter_order set delivery_status = :delivery, status_id = :status, tracking = :tracking,
              parcels = :parcels,
              invoiced = :invoiced, paid = :paid, part_delivered = :part, credited = :credited, delivered_rows = :rows,
              settled = false, changed_at = :at where tenant = :tenant and specter_number = :number""";

    private static final String NOT_HANDED_OVER = """
            select o.shop, o.order_id, s.specter_number from specter_order s
            join shop_order o on o.tenant = s.tenant and o.specter_number = s.specter_number
            where s.tenant = :tenant and not s.settled order by s.changed_at, s.specter_number""";

    private static final String LOCK =
            "select " + STATE + ", " + TOLD + " from specter_order" + OF_NUMBER + " and not settled for update";

    private static final String HANDED_OVER = """
            update specter_order set told_delivery = delivery_status, told_status_id = status_id,
              told_tracking = tracking, told_invoiced = invoiced, told_paid = paid, told_part = part_delivered,
              settled = true where tenant = :tenant and specter_number = :specterNumber""";

    private static final String OVER = """
            update shop_order set over_in_specter = :over
            where tenant = :tenant and shop = :shop and order_id = :order and over_in_specter <> :over""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    public SpecterOrderBook(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Stores what the journal says of an order. Idempotent. Joins a surrounding transaction. Inserts and locks the row
     * first, because a trigger may update the same order concurrently.
     */
    public void changed(String tenant, OrderChange change) {
        transactions.executeWithoutResult(tx -> {
            SpecterOrderState before = begun(tenant, change.orderNo())
                    .or(() -> find(tenant, change.orderNo()))
                    .orElseThrow();
            SpecterOrderState now = SpecterOrderChange.after(before, change);
            if (!before.equals(now)) {
                keep(tenant, change.orderNo(), now);
            }
        });
    }

    /** The state of a new row; empty when there was a row before. */
    private Optional<SpecterOrderState> begun(String tenant, long specterNumber) {
        return jdbc.sql(BEGUN)
                .param("tenant", tenant)
                .param("specterNumber", specterNumber)
                .param("now", Sql.at(time.instant()))
                .query((rs, n) -> now(rs))
                .optional();
    }

    /**
     * Stores that Specter's trigger tells of an invoice. Unknown order numbers are stored too, and have no effect. Only
     * the invoice is written, because the journal may be telling of a delivery in the same moment.
     */
    public void invoiced(String tenant, long specterNumber) {
        jdbc.sql(INVOICED)
                .param("tenant", tenant)
                .param("specterNumber", specterNumber)
                .param("now", Sql.at(time.instant()))
                .update();
    }

    /** What is known of an order, for people. */
    public Optional<Told> told(String tenant, long specterNumber) {
        return jdbc.sql(FIND_TOLD)
                .param("tenant", tenant)
                .param("specterNumber", specterNumber)
                .query((rs, n) ->
                        new Told(now(rs), rs.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    /** Whether a shop's order is cancelled in Specter now, as the journal says. */
    public boolean isCancelled(OrderRef order) {
        return of(order).map(SpecterOrderState::cancelled).orElse(false);
    }

    /**
     * The present state of a shop's order in Specter. Empty when the order is not there, or Specter has not told about
     * it.
     */
    public Optional<SpecterOrderState> of(OrderRef order) {
        return jdbc.sql(OF).params(Sql.named(order)).query((rs, n) -> now(rs)).optional();
    }

    /** The state of an order by Specter's number; empty when Specter has not told about it. */
    public Optional<SpecterOrderState> find(String tenant, long specterNumber) {
        return jdbc.sql(FIND)
                .param("tenant", tenant)
                .param("specterNumber", specterNumber)
                .query((rs, n) -> now(rs))
                .optional();
    }

    private void keep(String tenant, long specterNumber, SpecterOrderState now) {
        jdbc.sql(KEEP)
                .param("delivery", now.deliveryStatus())
                .param("status", now.statusId())
                .param("tracking", now.tracking().toArray(String[]::new))
                .param(
                        "parcels",
                        now.tracking().stream().map(SearchTerm::parcel).toArray(String[]::new))
                .param("invoiced", now.invoiced())
                .param("paid", now.paid())
                .param("part", now.partDelivered())
                .param("credited", now.credited())
                .param(
                        "rows",
                        now.rows().stream().map(SpecterOrderState.Row::toString).toArray(String[]::new))
                .param("at", Sql.at(time.instant()))
                .param("tenant", tenant)
                .param("number", specterNumber)
                .update();
    }

    /**
     * Hands over everything that happened to linked orders of the tenant since the last call. Each order is one
     * transaction.
     *
     * @return how many orders there were
     */
    public int handOver(String tenant, Taker taker) {
        List<Unsettled> open = jdbc.sql(NOT_HANDED_OVER)
                .param("tenant", tenant)
                .query((rs, n) -> new Unsettled(
                        OrderRef.of(tenant, rs.getString("shop"), rs.getLong("order_id")),
                        rs.getLong("specter_number")))
                .list();
        open.forEach(order -> transactions.executeWithoutResult(tx -> handOver(tenant, order, taker)));
        return open.size();
    }

    private void handOver(String tenant, Unsettled seen, Taker taker) {
        Optional<Open> locked = jdbc.sql(LOCK)
                .param("tenant", tenant)
                .param("specterNumber", seen.specterNumber())
                .query(SpecterOrderBook::open)
                .optional();
        locked.ifPresent(open -> {
            List<String> tracking = open.now().tracking().stream()
                    .filter(number -> !open.told().tracking().contains(number))
                    .toList();
            // The shop has heard nothing of a partial delivery's parcels.
            OrderEvent.between(open.told(), open.now())
                    .forEach(event -> taker.take(new Happened(
                            seen.order(),
                            event,
                            event == OrderEvent.DELIVERED ? open.now().tracking() : tracking)));
            jdbc.sql(HANDED_OVER)
                    .param("tenant", tenant)
                    .param("specterNumber", seen.specterNumber())
                    .update();
            jdbc.sql(OVER)
                    .param("over", open.now().delivered() || open.now().cancelled())
                    .params(Sql.named(seen.order()))
                    .update();
        });
    }

    private static Open open(ResultSet rs, int row) throws SQLException {
        return new Open(
                new SpecterOrderState(
                        rs.getString("told_delivery"),
                        rs.getString("told_status_id"),
                        Sql.texts(rs.getArray("told_tracking")),
                        rs.getBoolean("told_invoiced"),
                        rs.getBoolean("told_paid"),
                        rs.getBoolean("told_part"),
                        false,
                        List.of()),
                now(rs));
    }

    private static SpecterOrderState now(ResultSet rs) throws SQLException {
        return new SpecterOrderState(
                rs.getString("delivery_status"),
                rs.getString("status_id"),
                Sql.texts(rs.getArray("tracking")),
                rs.getBoolean("invoiced"),
                rs.getBoolean("paid"),
                rs.getBoolean("part_delivered"),
                rs.getBoolean("credited"),
                Sql.texts(rs.getArray("delivered_rows")).stream()
                        .map(SpecterOrderState.Row::parse)
                        .toList());
    }
}
