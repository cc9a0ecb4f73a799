package se.brygga.activities.transfer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderRecord.InvoiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * The invoices that were asked for, and whether they may have been made. As in {@link SubmissionBook}, an attempt is
 * stored before it is sent.
 */
final class InvoiceBook {

    /** What an attempt must know of the attempts before it. */
    enum Before {
        /** No earlier attempt can have made the invoice. */
        NOTHING,
        /** An earlier attempt may have made the invoice. */
        UNCERTAIN,
        /** The invoice is made, so nothing is to be sent. */
        MADE
    }

    private static final List<String> MAY_BE_MADE =
            List.of(InvoiceState.UNDER_WAY.code(), InvoiceState.UNCERTAIN.code());

    private static final String BEGIN = """
            update shop_order set invoice = case when invoice in (:open) then :uncertain else :underWay end
            where tenant = :tenant and shop = :shop and order_id = :order and invoice is distinct from :made
            returning invoice""";

    private static final String IN_DOUBT = """
            select exists (select 1 from shop_order
              where tenant = :tenant and shop = :shop and order_id = :order and invoice in (:open))""";

    private static final String MOVE = """
            update shop_order set invoice = :to
            where tenant = :tenant and shop = :shop and order_id = :order and invoice = :from""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrderBook orders;

    InvoiceBook(JdbcClient jdbc, TransactionTemplate transactions, OrderBook orders) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.orders = orders;
    }

    /** Begins an attempt, unless the invoice is made. Committed when this returns. */
    Before begin(OrderRef order) {
        return jdbc.sql(BEGIN)
                .param("open", MAY_BE_MADE)
                .param("uncertain", InvoiceState.UNCERTAIN.code())
                .param("underWay", InvoiceState.UNDER_WAY.code())
                .param("made", InvoiceState.MADE.code())
                .params(Sql.named(order))
                .query(String.class)
                .optional()
                .map(now -> InvoiceState.ofCode(now) == InvoiceState.UNCERTAIN ? Before.UNCERTAIN : Before.NOTHING)
                .orElse(Before.MADE);
    }

    /** The attempt surely had no effect. An earlier uncertainty stays. */
    void withoutEffect(OrderRef order) {
        move(order, InvoiceState.UNDER_WAY, InvoiceState.DUE);
    }

    /** The invoice is made. */
    void made(OrderRef order) {
        move(order, InvoiceState.UNDER_WAY, InvoiceState.MADE);
        move(order, InvoiceState.UNCERTAIN, InvoiceState.MADE);
    }

    /** Specter understood and refused, so the order waits. An earlier uncertainty stays. */
    void parked(OrderRef order, Cause cause, Detail detail) {
        transactions.executeWithoutResult(tx -> {
            withoutEffect(order);
            orders.parked(Question.transfer(order), null, cause, detail);
        });
    }

    /** Whether an attempt may have made the invoice, and nobody knows. */
    boolean inDoubt(OrderRef order) {
        return jdbc.sql(IN_DOUBT)
                .param("open", MAY_BE_MADE)
                .params(Sql.named(order))
                .query(Boolean.class)
                .single();
    }

    private void move(OrderRef order, InvoiceState from, InvoiceState to) {
        jdbc.sql(MOVE)
                .param("to", to.code())
                .param("from", from.code())
                .params(Sql.named(order))
                .update();
    }
}
