package se.brygga.activities.change;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * What both sides agree on about an order in Specter: what was sent, or what a person has since taken note of. A later
 * reading is compared with this. Each method is one transaction and is idempotent.
 */
public final class ChangeBook {

    /** The causes that stand for a difference between a shop's order and its order in Specter. */
    private static final Set<Cause> DIFFERENCES = EnumSet.of(
            Cause.CHANGED_AFTER_TRANSFER,
            Cause.PAYMENT_CHANGED_AFTER_TRANSFER,
            Cause.CUSTOMER_CHANGED_AFTER_TRANSFER,
            Cause.CANCELLED_AFTER_TRANSFER,
            Cause.REOPENED_AFTER_TRANSFER);

    /**
     * What both sides agree on.
     *
     * @param snapshot the order in plain bytes; empty when what was sent is not kept
     * @param gone whether they agree that the shop has deleted the order
     */
    public record Agreed(Optional<byte[]> snapshot, boolean gone) {}

    private static final String OF_ORDER = "tenant = :tenant and shop = :shop and order_id = :order";

    private static final String AGREED = "select agreed, agreed_gone from shop_order where " + OF_ORDER;

    private static final String GONE =
            "update shop_order set content_hash = null, compare_due = false where " + OF_ORDER;

    private static final String SET_ASIDE = """
            update shop_order set agreed_set_aside = agreed, agreed_gone_set_aside = agreed_gone where\s""" + OF_ORDER;

    private static final String AGREE_TO_LAST_READING = """
            update shop_order set agreed_gone = content_hash is null, agreed = snapshot
            where state = :transferred and\s""" + OF_ORDER;

    private static final String LOOKED = "update shop_order set updated_at = :now where " + OF_ORDER;

    private static final String OPEN = """
            select order_id from shop_order where tenant = :tenant and shop = :shop and state = :transferred
              and compare_due
            union
            select order_id from attention where tenant = :tenant and shop = :shop and closed_at is null
              and kind = :change
            order by order_id""";

    private static final String OVERTAKEN = """
            select o.order_id from attention a
            join shop_order o on o.tenant = a.tenant and o.shop = a.shop and o.order_id = a.order_id
            join specter_order s on s.tenant = o.tenant and s.specter_number = o.specter_number
            where a.tenant = :tenant and a.shop = :shop and a.closed_at is null
              and a.kind = :change and s.changed_at > o.updated_at
            order by o.order_id""";

    private static final String LISTED = """
            select order_id from attention where tenant = :tenant and shop = :shop and cause = :cause
              and opened_at >= coalesce((select opened_at from notice where tenant = :tenant and shop = :shop
                and cause = :cause and subject = '' and closed_at is null), :now)
            group by order_id order by max(id) desc""";

    private static final String PLACED_SINCE = """
            select order_id from shop_order where tenant = :tenant and shop = :shop and state = :transferred
              and listed_at >= :since and content_hash is not null order by order_id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final InstantSource time;
    private final OrderBook orders;
    private final AttentionBook attention;

    public ChangeBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Vault vault,
            InstantSource time,
            OrderBook orders,
            AttentionBook attention) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.time = time;
        this.orders = orders;
        this.attention = attention;
    }

    /** What both sides agree on about an order in Specter. */
    public Agreed agreed(OrderRef order) {
        return of(order, AGREED)
                .query((rs, n) -> new Agreed(
                        Optional.ofNullable(rs.getBytes("agreed"))
                                .map(bytes -> vault.decrypt(bytes, "snapshot/" + order)),
                        rs.getBoolean("agreed_gone")))
                .single();
    }

    /** The shop's order was read and equals what both sides agree on. Closes the question. */
    public void same(OrderRef order, OrderReading reading) {
        transactions.executeWithoutResult(tx -> {
            seen(order, reading);
            attention.close(Question.change(order));
        });
    }

    /** The shop's order was read, and from now on both sides agree on this reading. Closes the question. */
    public void agree(OrderRef order, OrderReading reading) {
        transactions.executeWithoutResult(tx -> {
            same(order, reading);
            agreeToLastReading(order);
        });
    }

    /**
     * Opens the question: a person must take note of a difference.
     *
     * @param reading null when the order could not be read, or does not exist
     * @param detail what differs; nothing personal
     */
    public void differs(OrderRef order, @Nullable OrderReading reading, Cause cause, Detail detail) {
        transactions.executeWithoutResult(tx -> {
            if (reading == null) {
                looked(order);
                // The open question keeps the difference from being forgotten.
                orders.content().compared(order);
            } else {
                seen(order, reading);
            }
            attention.open(Question.change(order), cause, detail);
        });
    }

    /** The shop has deleted the order, and both sides agree on that. */
    public void gone(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            looked(order);
            // Whatever the shop shows next differs from a deleted order.
            of(order, GONE).update();
        });
    }

    /**
     * The shop's order has changed in a way that needs no decision. Both sides agree on the change, and the order's
     * record lists it.
     *
     * @return all orders listed since a person last took note, the latest first
     */
    public List<OrderRef> listed(OrderRef order, OrderReading reading, Cause cause, Detail detail) {
        Instant now = time.instant();
        transactions.executeWithoutResult(tx -> {
            agree(order, reading);
            attention.list(Question.change(order), cause, detail, now);
        });
        return jdbc
                .sql(LISTED)
                .param("tenant", order.shop().tenant())
                .param("shop", order.shop().shop())
                .param("cause", cause.code())
                .param("now", Sql.at(now))
                .query(Long.class)
                .list()
                .stream()
                .map(id -> new OrderRef(order.shop(), id))
                .toList();
    }

    /** A person takes note of a change. If there was a difference, both sides agree on it from now on. */
    public void noted(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            of(order, SET_ASIDE).update();
            if (attention
                    .causeOf(Question.change(order))
                    .filter(DIFFERENCES::contains)
                    .isPresent()) {
                agreeToLastReading(order);
            }
            orders.content().compared(order);
        });
    }

    private void agreeToLastReading(OrderRef order) {
        of(order, AGREE_TO_LAST_READING).update();
    }

    /** Transferred orders of a shop with an open question about a later change, or that must still be compared. */
    public List<OrderRef> open(ShopRef shop) {
        return refs(shop, of(shop, OPEN));
    }

    /** Orders with an open question about a later change, about which Specter has since told something new. */
    public List<OrderRef> overtaken(ShopRef shop) {
        return refs(shop, of(shop, OVERTAKEN));
    }

    /** Transferred orders placed since then that are not known to be deleted. */
    public List<OrderRef> placedSince(ShopRef shop, Instant since) {
        return refs(shop, of(shop, PLACED_SINCE).param("since", Sql.at(since)));
    }

    private static List<OrderRef> refs(ShopRef shop, JdbcClient.StatementSpec sql) {
        return sql.query((rs, row) -> new OrderRef(shop, rs.getLong("order_id")))
                .list();
    }

    private JdbcClient.StatementSpec of(ShopRef shop, String sql) {
        return jdbc.sql(sql)
                .params(Sql.named(shop))
                .params(Sql.words(OrderRecord.State.class))
                .param("change", Sql.code(Question.Kind.CHANGE));
    }

    private void seen(OrderRef order, OrderReading reading) {
        orders.content().read(order, reading);
        orders.content().compared(order);
    }

    private void looked(OrderRef order) {
        of(order, LOOKED).param("now", now()).update();
    }

    private JdbcClient.StatementSpec of(OrderRef order, String sql) {
        return jdbc.sql(sql).params(Sql.named(order)).params(Sql.words(OrderRecord.State.class));
    }

    private OffsetDateTime now() {
        return Sql.at(time.instant());
    }
}
