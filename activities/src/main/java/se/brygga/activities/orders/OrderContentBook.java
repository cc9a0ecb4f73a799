package se.brygga.activities.orders;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderRecord.InvoiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;

/** The content of each order: as it was last read, and as it was translated for Specter. All of it is encrypted. */
public final class OrderContentBook {

    private static final String SNAPSHOT = """
            select snapshot from shop_order where tenant = :tenant and shop = :shop and order_id = :order
              and snapshot is not null""";

    private static final String DRAFT = """
            select draft from shop_order where tenant = :tenant and shop = :shop and order_id = :order
              and draft is not null""";

    private static final String READY = """
            update shop_order set draft = :draft, customer_key = :customerKey, customer_id = :customerId,
              invoice = :invoice, other_totals = :otherTotals where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String TOTALS_OFFERED = """
            update shop_order set totals_offered = :totalsOffered where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String TOTALS_ACCEPTED = """
            update shop_order set totals_accepted = totals_offered
              where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String COMPARE_DUE = """
            update shop_order set compare_due = :compareDue where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String CUSTOMER_KEY = """
            select customer_key from shop_order where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String CUSTOMER_FOUND = """
            update shop_order set customer_id = :customerId where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String READ = """
            update shop_order set updated_at = :now, total = :total, currency = :currency, placed_at = :placed,
              content_hash = :hash, status_id = :status, complete = :complete, foreign_mark = :foreign,
              snapshot = :snapshot
            where tenant = :tenant and shop = :shop and order_id = :order""";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource time;
    private final SearchBook searches;

    OrderContentBook(JdbcClient jdbc, Vault vault, InstantSource time, SearchBook searches) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
        this.searches = searches;
    }

    /** Stores the translation of an order that is ready to be sent. */
    void translated(OrderRef order, OrderReading.Ready ready) {
        jdbc.sql(READY)
                .param("draft", vault.encrypt(ready.draft(), "draft/" + order))
                .param("customerKey", ready.customerKey())
                .param("customerId", ready.customerId())
                .param("invoice", ready.invoice() ? InvoiceState.DUE.code() : null)
                .param("otherTotals", ready.otherTotals().toArray(BigDecimal[]::new))
                .params(Sql.named(order))
                .update();
    }

    /** The order as it was last read, in plain bytes. */
    public Optional<byte[]> snapshot(OrderRef order) {
        return decrypted(order, SNAPSHOT, "snapshot");
    }

    /** The translation as it was last decided, in plain bytes. */
    public Optional<byte[]> draft(OrderRef order) {
        return decrypted(order, DRAFT, "draft");
    }

    private Optional<byte[]> decrypted(OrderRef order, String statement, String column) {
        return jdbc.sql(statement)
                .params(Sql.named(order))
                .query((rs, row) -> rs.getBytes(1))
                .optional()
                .map(bytes -> vault.decrypt(bytes, column + "/" + order));
    }

    /** Stores a later reading of an order in the books, wherever it stands. Needs a transaction. */
    public void read(OrderRef order, OrderReading reading) {
        Sql.requireTransaction();
        int known = jdbc.sql(READ)
                .params(Sql.named(order))
                .param("now", Sql.at(time.instant()))
                .param("total", reading.total())
                .param("currency", reading.currency())
                .param("placed", Sql.at(reading.placedAt()))
                .param("hash", reading.contentHash())
                .param("status", reading.statusId())
                .param("complete", reading.complete())
                .param("foreign", reading.foreignMark())
                .param("snapshot", vault.encrypt(reading.snapshot(), "snapshot/" + order))
                .update();
        if (known == 1) {
            searches.keep(order, reading.placedAt(), reading.terms());
        }
    }

    /** Stores the difference in totals that an operator accepts by sending the order anyway. */
    public void totalsOffered(OrderRef order, String difference) {
        jdbc.sql(TOTALS_OFFERED)
                .param("totalsOffered", difference)
                .params(Sql.named(order))
                .update();
    }

    /** An operator accepts the difference in totals that was last offered, and no other. */
    public void totalsAccepted(OrderRef order) {
        jdbc.sql(TOTALS_ACCEPTED).params(Sql.named(order)).update();
    }

    /** Notes that the shop's order may have changed and must be compared. */
    public void compareLater(OrderRef order) {
        compareDue(order, true);
    }

    /** Notes that the shop's order was compared after the transfer. */
    public void compared(OrderRef order) {
        compareDue(order, false);
    }

    private void compareDue(OrderRef order, boolean due) {
        jdbc.sql(COMPARE_DUE).param("compareDue", due).params(Sql.named(order)).update();
    }

    /** The key of the order's customer in the customer links. */
    public String customerKey(OrderRef order) {
        return jdbc.sql(CUSTOMER_KEY)
                .params(Sql.named(order))
                .query(String.class)
                .single();
    }

    /** Stores the customer's number in Specter, for the order that is about to be sent. */
    public void customerFound(OrderRef order, long customerId) {
        jdbc.sql(CUSTOMER_FOUND)
                .param("customerId", customerId)
                .params(Sql.named(order))
                .update();
    }
}
