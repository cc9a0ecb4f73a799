package se.brygga.activities.transfer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * Which orders an invoice was asked for, and whether it may have been made: as {@link SubmissionBook} does it for orders, an
 * attempt is in here before it is sent.
 */
public final class InvoiceBook {

    /** What an attempt that begins must know of those before it. */
    public enum Before {
        /** None of them can have made the invoice. */
        NOTHING,
        /** Some attempt may have made it. */
        UNCERTAIN,
        /** It is made: nothing is to be sent. */
        MADE
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrderBook orders;

    public InvoiceBook(JdbcClient jdbc, TransactionTemplate transactions, OrderBook orders) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.orders = orders;
    }

    /** Begins an attempt, unless the invoice is made; committed when it returns. */
    public Before begin(OrderRef order) {
        return jdbc.sql("""
                update shop_order set invoice =
                  case when invoice in ('under-way', 'uncertain') then 'uncertain' else 'under-way' end
                where tenant = ? and shop = ? and order_id = ? and invoice is distinct from 'made' returning invoice""")
                .params(Sql.key(order))
                .query(String.class)
                .optional()
                .map(now -> now.equals("uncertain") ? Before.UNCERTAIN : Before.NOTHING)
                .orElse(Before.MADE);
    }

    /** The attempt surely had no effect. Uncertainty stays as it was. */
    public void withoutEffect(OrderRef order) {
        move(order, "under-way", "due");
    }

    /** The invoice is made. */
    public void made(OrderRef order) {
        move(order, "under-way", "made");
        move(order, "uncertain", "made");
    }

    /** Specter understood and said no: the order waits. Uncertainty stays as it was. */
    public void held(OrderRef order, String workflowId, Cause cause, Detail detail) {
        transactions.executeWithoutResult(tx -> {
            withoutEffect(order);
            orders.held(order, workflowId, null, cause, detail);
        });
    }

    /** Whether some attempt may have made the invoice, and nobody knows. */
    public boolean inDoubt(OrderRef order) {
        return jdbc.sql("select count(*) from shop_order where tenant = ? and shop = ? and order_id = ? "
                                + "and invoice in ('under-way', 'uncertain')")
                        .params(Sql.key(order))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void move(OrderRef order, String from, String to) {
        jdbc.sql("update shop_order set invoice = ? where tenant = ? and shop = ? and order_id = ? and invoice = ?")
                .param(to)
                .params(Sql.key(order))
                .param(from)
                .update();
    }
}
