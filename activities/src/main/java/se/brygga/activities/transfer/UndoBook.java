package se.brygga.activities.transfer;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.status.CallbackBook;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * Takes back a person's mistake: the latest skip of an order, or its {@code done-by-hand}. Each is one transaction, and
 * has a line in the audit log.
 */
public final class UndoBook {

    /** What was taken back, and which workflow must look at the order now. */
    public sealed interface Undone {

        /** The order is on its way; its transfer must run. */
        record Transfer(AuditBook.Done decision) implements Undone {}

        /** A change after the transfer must be looked at; the comparison must run. */
        record Change(AuditBook.Done decision) implements Undone {}

        /** An event in Specter is on its way to the shop; the callback must run. */
        record Callback(AuditBook.Done decision) implements Undone {}

        /** @param why for the operator; nothing was changed */
        record Refused(Refusal why) implements Undone {}
    }

    private record Decided(Question.Kind kind, String decision) {}

    private static final String UNDO = "update attention set decision = null where decision = :decision";

    private static final String LOCK = """
            select order_id from shop_order where tenant = :tenant and shop = :shop and order_id = :order for update""";

    private static final String LATEST = """
            select a.kind, a.decision from attention a join audit d on d.id = a.decision
            where a.tenant = :tenant and a.shop = :shop and a.order_id = :order and a.closed_at is not null
              and d.what in (:skip, :done) order by d.at desc, a.id desc limit 1""";

    private static final String UNDO_NOTE = """
            update shop_order set agreed = agreed_set_aside, agreed_gone = agreed_gone_set_aside, compare_due = true
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred""";

    private static final String TOLD_NUMBER = """
            select s.specter_number from specter_order s join shop_order o
              on o.tenant = s.tenant and o.specter_number = s.specter_number
            where o.tenant = :tenant and o.shop = :shop and o.order_id = :order""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final CallbackBook callbacks;
    private final AuditBook audit;

    UndoBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrderBook orders,
            SubmissionBook submissions,
            CallbackBook callbacks,
            AuditBook audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.orders = orders;
        this.submissions = submissions;
        this.callbacks = callbacks;
        this.audit = audit;
    }

    /**
     * Takes back the order's latest skip, or its {@code done-by-hand}.
     *
     * @param id of this deed in the audit log
     * @param by login, never a full name
     */
    public Undone undo(OrderRef order, String id, String by, String reason) {
        return transactions.execute(tx -> {
            lock(order);
            Optional<Decided> decided = latest(order);
            if (decided.isEmpty()) {
                return new Undone.Refused(Reason.NOTHING_TO_UNDO.of());
            }
            AuditBook.Done done = audit.find(decided.get().decision()).orElseThrow();
            Undone undone = undo(order, decided.get().kind(), done);
            if (!(undone instanceof Undone.Refused)) {
                jdbc.sql(UNDO).param("decision", decided.get().decision()).update();
                audit.add(new AuditBook.Deed(
                        id, by, "undo-" + done.deed().what(), order.shop().tenant(), AuditBook.subject(order), reason));
            }
            return undone;
        });
    }

    private void lock(OrderRef order) {
        jdbc.sql(LOCK).params(Sql.named(order)).query(Long.class).optional();
    }

    private Optional<Decided> latest(OrderRef order) {
        return jdbc.sql(LATEST)
                .params(Sql.named(order))
                .param("skip", Decision.Kind.SKIP.code())
                .param("done", Decision.Kind.DONE_BY_HAND.code())
                .query((rs, n) ->
                        new Decided(Sql.constant(Question.Kind.class, rs.getString("kind")), rs.getString("decision")))
                .optional();
    }

    private Undone undo(OrderRef order, Question.Kind kind, AuditBook.Done done) {
        return switch (kind) {
            case CALLBACK ->
                callbacks.reopen(order) ? new Undone.Callback(done) : new Undone.Refused(Reason.UNDO_TOLD_LATER.of());
            case CHANGE -> undoNote(order, done);
            case TRANSFER ->
                done.deed().what().equals(Decision.Kind.DONE_BY_HAND.code())
                        ? undoDone(order, done)
                        : undoSkip(order, done);
        };
    }

    /** Takes back a note. Both sides do not agree on what a person has taken note of by mistake. */
    private Undone undoNote(OrderRef order, AuditBook.Done done) {
        jdbc.sql(UNDO_NOTE)
                .param("transferred", Sql.code(OrderRecord.State.TRANSFERRED))
                .params(Sql.named(order))
                .update();
        return new Undone.Change(done);
    }

    /** Takes back a {@code done-by-hand}, unless Specter has confirmed the number. */
    private Undone undoDone(OrderRef order, AuditBook.Done done) {
        Optional<Long> confirmed =
                jdbc.sql(TOLD_NUMBER).params(Sql.named(order)).query(Long.class).optional();
        if (confirmed.isPresent()) {
            return new Undone.Refused(Reason.UNDO_CONFIRMED.of(confirmed.get()));
        }
        if (!orders.undo().undoDoneByHand(order)) {
            return new Undone.Refused(Reason.UNDO_TRANSFERRED.of());
        }
        submissions.settlementTakenBack(order);
        return new Undone.Transfer(done);
    }

    private Undone undoSkip(OrderRef order, AuditBook.Done done) {
        return orders.undo().undoSkip(order)
                ? new Undone.Transfer(done)
                : new Undone.Refused(Reason.UNDO_NOT_SKIPPED.of());
    }
}
