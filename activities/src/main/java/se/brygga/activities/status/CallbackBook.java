package se.brygga.activities.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.sql.OfTenants;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.sql.Where;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/**
 * Each order's inbox: what happened to the order in Specter, and whether the shop was told. The one write of a status
 * is stored before it is sent. So after a crash the shop is read first, and nothing is written blindly.
 */
public final class CallbackBook {

    /** The state of a callback. */
    public enum State {
        /** On its way to the shop. */
        PENDING,
        /** A person must decide. */
        WAITING,
        /** The shop shows it: the write was read back. */
        REPORTED,
        /** Nothing was to be written. The note says why. */
        NOTED,
        /** Specter took the event back before the shop was told. The note says how. */
        OVERTAKEN,
        /** An operator has settled it. The note says who. */
        SKIPPED
    }

    /**
     * One callback.
     *
     * @param tracking numbers that became known with the event
     * @param note a stored {@link Detail}, for the operator; ids and codes only
     * @param sentAt when the one write of a status began; null before
     * @param answeredAt when the write was answered; null when it was not, or not yet
     * @param statusBefore the shop's id of the order's status when the write began; null before
     */
    public record Callback(
            long id,
            OrderRef order,
            OrderEvent event,
            List<String> tracking,
            State state,
            @Nullable String note,
            Instant seenAt,
            @Nullable Instant sentAt,
            @Nullable Instant answeredAt,
            @Nullable Long statusBefore,
            @Nullable Instant settledAt) {

        public Callback {
            tracking = List.copyOf(tracking);
        }
    }

    private static final String COLUMNS = """
            id, tenant, shop, order_id, event, tracking, state, note, seen_at, sent_at, answered_at, status_before, settled_at""";

    private static final String SELECT = "select " + COLUMNS + " from callback";

    private static final OfTenants NEWEST_FIRST = new OfTenants(COLUMNS, "callback", "id");

    private static final String OF_ORDER = " where tenant = :tenant and shop = :shop and order_id = :order";

    private static final String OPEN = " and settled_at is null";

    private static final String ADD = """
            insert into callback (tenant, shop, order_id, event, tracking, state, note, seen_at, settled_at)
            values (:tenant, :shop, :order, :event, :tracking, :state, :note, :now, :settledAt)""";

    private static final String ORDERS_WITH_OPEN = """
            select distinct shop, order_id from callback where tenant = :tenant and settled_at is null
              and (:all or handed_on_at is null) order by shop, order_id""";

    private static final String HANDED_ON = "update callback set handed_on_at = :now" + OF_ORDER + OPEN;

    private static final String NEXT = SELECT + OF_ORDER + OPEN + " order by id limit 1";

    private static final String ALL_OF_ORDER = SELECT + OF_ORDER + " order by id";

    private static final String SENDING =
            "update callback set sent_at = :now, answered_at = null, status_before = :statusBefore where id = :id"
                    + OPEN;

    private static final String NOT_SENT = "update callback set sent_at = null where id = :id" + OPEN;

    private static final String ANSWERED = "update callback set answered_at = :now where id = :id" + OPEN;

    private static final String SETTLED =
            "update callback set state = :state, note = :note, settled_at = :now where id = :id" + OPEN;

    private static final String PARKED = "update callback set state = :waiting where id = :id";

    private static final String THAT_WAITS = OF_ORDER + " and state = :waiting";

    private static final String FREED =
            "update callback set state = :pending, sent_at = null, answered_at = null" + THAT_WAITS;

    private static final String SKIPPED =
            "update callback set state = :skipped, note = :note, settled_at = :now" + THAT_WAITS;

    private static final String REOPEN = """
            update callback set state = :pending, note = null, settled_at = null, handed_on_at = null, sent_at = null,
              answered_at = null where id = (select max(id) from callback
                where tenant = :tenant and shop = :shop and order_id = :order and state = :skipped)
              and not exists (select 1 from callback later where later.tenant = :tenant and later.shop = :shop
                and later.order_id = :order and later.id > callback.id and later.state = :reported)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final AttentionBook attention;

    CallbackBook(JdbcClient jdbc, TransactionTemplate transactions, InstantSource time, AttentionBook attention) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
        this.attention = attention;
    }

    /**
     * Adds an event to the order's inbox. Joins a surrounding transaction.
     *
     * @param note why nothing is to be written for the event; null otherwise
     */
    public void add(SpecterOrderBook.Happened happened, @Nullable Detail note) {
        State state = note == null ? State.PENDING : State.NOTED;
        jdbc.sql(ADD)
                .params(Sql.named(happened.order()))
                .param("event", happened.event().code())
                .param("tracking", happened.tracking().toArray(String[]::new))
                .param("state", Sql.code(state))
                .param("note", note == null ? null : note.stored())
                .param("now", Sql.at(time.instant()))
                .param("settledAt", note == null ? null : Sql.at(time.instant()))
                .update();
    }

    /**
     * Orders of the tenant with events in their inbox.
     *
     * @param all false for only those whose workflow has not been told yet
     */
    public List<OrderRef> open(String tenant, boolean all) {
        return jdbc.sql(ORDERS_WITH_OPEN)
                .param("tenant", tenant)
                .param("all", all)
                .query((rs, n) -> OrderRef.of(tenant, rs.getString("shop"), rs.getLong("order_id")))
                .list();
    }

    /** Notes that the order's workflow was told of everything in its inbox. */
    public void handedOn(OrderRef order) {
        jdbc.sql(HANDED_ON)
                .param("now", Sql.at(time.instant()))
                .params(Sql.named(order))
                .update();
    }

    /** The oldest callback that is not settled. */
    public Optional<Callback> next(OrderRef order) {
        return jdbc.sql(NEXT).params(Sql.named(order)).query(CallbackBook::read).optional();
    }

    /** All callbacks of an order, oldest first. */
    public List<Callback> ofOrder(OrderRef order) {
        return jdbc.sql(ALL_OF_ORDER)
                .params(Sql.named(order))
                .query(CallbackBook::read)
                .list();
    }

    /**
     * Callbacks for operators, newest first.
     *
     * @param tenants empty for every tenant
     * @param before id of the last callback of the page before; 0 for the first page
     */
    public List<Callback> list(
            Set<String> tenants, @Nullable State state, @Nullable OrderEvent event, long before, int limit) {
        Where where = new Where()
                .and("id < :before", "before", before == 0 ? null : before)
                .is("state", state)
                .is("event", event);
        return jdbc.sql(NEWEST_FIRST.page(tenants, where, limit))
                .params(where.values())
                .query(CallbackBook::read)
                .list();
    }

    /**
     * Notes that the write of a status begins. Committed when this returns.
     *
     * @param statusBefore the shop's id of the status that the order showed
     */
    public void sending(Callback callback, long statusBefore) {
        jdbc.sql(SENDING)
                .param("now", Sql.at(time.instant()))
                .param("statusBefore", statusBefore)
                .param("id", callback.id())
                .update();
    }

    /** Notes that the write surely had no effect, so it may be begun once more. */
    public void notSent(Callback callback) {
        jdbc.sql(NOT_SENT).param("id", callback.id()).update();
    }

    public void answered(Callback callback) {
        jdbc.sql(ANSWERED)
                .param("now", Sql.at(time.instant()))
                .param("id", callback.id())
                .update();
    }

    /** @param state {@link State#REPORTED}, {@link State#NOTED} or {@link State#OVERTAKEN} */
    public void settled(Callback callback, State state, @Nullable Detail note) {
        transactions.executeWithoutResult(tx -> {
            jdbc.sql(SETTLED)
                    .param("state", Sql.code(state))
                    .param("note", note == null ? null : note.stored())
                    .param("now", Sql.at(time.instant()))
                    .param("id", callback.id())
                    .update();
            attention.close(Question.callback(callback.order()));
        });
    }

    /** Notes that the order's oldest open callback waits for a person. */
    public void parked(OrderRef order, Cause cause, Detail detail) {
        transactions.executeWithoutResult(tx -> {
            next(order)
                    .ifPresent(callback -> jdbc.sql(PARKED)
                            .param("waiting", Sql.code(State.WAITING))
                            .param("id", callback.id())
                            .update());
            attention.open(Question.callback(order), cause, detail);
        });
    }

    /** Frees the callback that waits, so that it is looked at once more. Joins a transaction. */
    public void freed(OrderRef order) {
        jdbc.sql(FREED).params(Sql.words(State.class)).params(Sql.named(order)).update();
    }

    /** Settles the callback that waits, because an operator said so. Joins a transaction. */
    public void skipped(OrderRef order, Detail note) {
        jdbc.sql(SKIPPED)
                .params(Sql.words(State.class))
                .param("note", note.stored())
                .param("now", Sql.at(time.instant()))
                .params(Sql.named(order))
                .update();
    }

    /**
     * Takes up the event that an operator has settled last. Joins a transaction.
     *
     * @return whether there is one that no later event has overtaken
     */
    public boolean reopen(OrderRef order) {
        return jdbc.sql(REOPEN)
                        .params(Sql.words(State.class))
                        .params(Sql.named(order))
                        .update()
                == 1;
    }

    private static Callback read(ResultSet rs, int row) throws SQLException {
        return new Callback(
                rs.getLong("id"),
                OrderRef.of(rs.getString("tenant"), rs.getString("shop"), rs.getLong("order_id")),
                OrderEvent.ofCode(rs.getString("event")),
                Sql.texts(rs.getArray("tracking")),
                Sql.constant(State.class, rs.getString("state")),
                rs.getString("note"),
                rs.getTimestamp("seen_at").toInstant(),
                Sql.instant(rs, "sent_at"),
                Sql.instant(rs, "answered_at"),
                rs.getObject("status_before", Long.class),
                Sql.instant(rs, "settled_at"));
    }
}
