package se.brygga.activities.orders;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.orders.OrderRecord.InvoiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;

/** Takes back a person's mistake about an order. Nothing else leads out of an end. */
public final class OrderUndoBook {

    private static final String UNDO_SKIP = """
            update shop_order set state = :onItsWay, skipped_by = null, updated_at = :now
            where tenant = :tenant and shop = :shop and order_id = :order and state = :skipped""";

    private static final String OWE_STEP = """
            update shop_order set invoice = invoice_set_aside, updated_at = :now,
              marked_at = case when invoice_set_aside is null or invoice_set_aside = :made then null else marked_at end
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred""";

    private static final String UNDO_DONE_BY_HAND = """
            update shop_order set state = :onItsWay, specter_number = null, transferred_at = null, marked_at = null,
              compare_due = false, agreed = null, agreed_gone = false, invoice = invoice_set_aside, updated_at = :now
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred
              and sent_hash is null""";

    private final JdbcClient jdbc;
    private final InstantSource time;

    OrderUndoBook(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Takes back a skip, so that the order is on its way. For an order in Specter the skip was about its invoice or its
     * mark, which is owed once more.
     *
     * @return whether there was a skip to take back
     */
    public boolean undoSkip(OrderRef order) {
        int skipped = jdbc.sql(UNDO_SKIP)
                .param("onItsWay", OrderRecord.State.ON_ITS_WAY.code())
                .param("skipped", OrderRecord.State.SKIPPED.code())
                .param("now", Sql.at(time.instant()))
                .params(Sql.named(order))
                .update();
        int step = jdbc.sql(OWE_STEP)
                .param("made", InvoiceState.MADE.code())
                .param("now", Sql.at(time.instant()))
                .param("transferred", OrderRecord.State.TRANSFERRED.code())
                .params(Sql.named(order))
                .update();
        return skipped + step > 0;
    }

    /**
     * Takes back that somebody has entered the order by hand. The order is on its way then, without a number.
     *
     * @return whether somebody had entered it; an order that we transferred stays in Specter
     */
    public boolean undoDoneByHand(OrderRef order) {
        return jdbc.sql(UNDO_DONE_BY_HAND)
                        .param("onItsWay", OrderRecord.State.ON_ITS_WAY.code())
                        .param("transferred", OrderRecord.State.TRANSFERRED.code())
                        .param("now", Sql.at(time.instant()))
                        .params(Sql.named(order))
                        .update()
                == 1;
    }
}
