package se.brygga.activities.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** What waits for a person, and who decided what. Methods join a surrounding transaction and may be repeated. */
public final class AttentionBook {

    /**
     * One thing that waits, or waited.
     *
     * @param workflowId who takes the decision
     * @param detail ids, codes and amounts; nothing personal
     * @param closedAt null while it waits
     */
    public record Entry(
            OrderRef order,
            String workflowId,
            Cause cause,
            String detail,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    private final JdbcClient jdbc;
    private final InstantSource time;
    private final AuditBook audit;

    public AttentionBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
        this.audit = new AuditBook(jdbc, time);
    }

    /** Opens it, or gives an open one its new cause: a workflow waits for one thing at a time. */
    public void open(OrderRef order, String workflowId, Cause cause, String detail) {
        jdbc.sql("""
                insert into attention (tenant, shop, order_id, workflow_id, cause, detail, opened_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (workflow_id) where closed_at is null
                do update set cause = excluded.cause, detail = excluded.detail""")
                .params(OrderBook.key(order))
                .param(workflowId)
                .param(cause.code())
                .param(detail)
                .param(OrderBook.at(time.instant()))
                .update();
    }

    /** For the order's record only: nobody has to do anything about it. */
    void list(OrderRef order, String workflowId, Cause cause, String detail, Instant at) {
        jdbc.sql("""
                insert into attention (tenant, shop, order_id, workflow_id, cause, detail, opened_at, closed_at)
                values (:tenant, :shop, :order, :workflow, :cause, :detail, :at, :at)""")
                .param("tenant", order.shop().tenant())
                .param("shop", order.shop().shop())
                .param("order", order.orderId())
                .param("workflow", workflowId)
                .param("cause", cause.code())
                .param("detail", detail)
                .param("at", OrderBook.at(at))
                .update();
    }

    /** Nothing waits in this workflow any more. */
    public void close(String workflowId) {
        jdbc.sql("update attention set closed_at = ? where workflow_id = ? and closed_at is null")
                .param(OrderBook.at(time.instant()))
                .param(workflowId)
                .update();
    }

    /** What the workflow waits for. */
    public Optional<Cause> causeOf(String workflowId) {
        return jdbc.sql("select cause from attention where workflow_id = ? and closed_at is null")
                .param(workflowId)
                .query(String.class)
                .optional()
                .map(Cause::ofCode);
    }

    /** The workflows of a shop that wait for this. */
    public List<String> workflows(ShopRef shop, Cause cause) {
        return jdbc.sql("""
                select workflow_id from attention
                where closed_at is null and tenant = :tenant and shop = :shop and cause = :cause order by id""")
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .param("cause", cause.code())
                .query(String.class)
                .list();
    }

    /** Writes who decided what, and why; a decision that is there already is left alone. */
    public void audit(OrderRef order, Decision decision) {
        audit.add(new AuditBook.Deed(
                decision.id(),
                decision.by(),
                decision.kind().code(),
                order.shop().tenant(),
                "order " + order,
                decision.reason()));
    }

    /** Everything that waits, of one order or cause if given, oldest first. */
    public List<Entry> open(@Nullable String tenant, @Nullable Cause cause) {
        return jdbc.sql("""
                select * from attention where closed_at is null
                  and (?::text is null or tenant = ?) and (?::text is null or cause = ?)
                order by opened_at, id""")
                .param(tenant)
                .param(tenant)
                .param(cause == null ? null : cause.code())
                .param(cause == null ? null : cause.code())
                .query(AttentionBook::read)
                .list();
    }

    /** All that ever waited about an order, newest first. */
    public List<Entry> ofOrder(OrderRef order) {
        return jdbc.sql("select * from attention where tenant = ? and shop = ? and order_id = ? order by id desc")
                .params(OrderBook.key(order))
                .query(AttentionBook::read)
                .list();
    }

    private static Entry read(ResultSet rs, int row) throws SQLException {
        return new Entry(
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                rs.getString("workflow_id"),
                Cause.ofCode(rs.getString("cause")),
                rs.getString("detail"),
                rs.getTimestamp("opened_at").toInstant(),
                OrderBook.instant(rs, "closed_at"));
    }
}
