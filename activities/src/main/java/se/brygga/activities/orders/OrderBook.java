package se.brygga.activities.orders;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderRecord.InvoiceState;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.TransferRules;

/**
 * Where each order stands. Each method is one transaction and may be repeated with the same outcome. An order that is in
 * Specter never leaves the state TRANSFERRED. Only what a person said by mistake is taken back.
 */
public final class OrderBook {

    /** A record's columns. Beside them stand the order's encrypted texts, some kilobytes that few need. */
    private static final String RECORD = """
            tenant, shop, order_id, state, skipped_by, content_hash, status_id, complete, sent_hash, specter_number,
              customer_id, rules_overridden, totals_accepted, invoice, marked_at, foreign_mark, heard_at, first_seen_at""";

    private static final String FIND =
            "select " + RECORD + " from shop_order where tenant = :tenant and shop = :shop and order_id = ";

    private static final String FIND_ONE = FIND + ":order";

    private static final String FIND_SEVERAL = FIND + "any (:orders)";

    private static final String UNFINISHED = """
            select order_id from shop_order where tenant = :tenant and shop = :shop
              and (state in ('on-its-way', 'waiting') or state = 'transferred' and marked_at is null)
            order by order_id""";

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

    private static final String OVERRIDE_RULES = """
            update shop_order set rules_overridden = true where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String FORGET_OVERRIDES = """
            update shop_order set rules_overridden = false, totals_accepted = null
            where tenant = :tenant and shop = :shop and order_id = :order and state = :skipped""";

    private static final String SET_STEP_ASIDE = """
            update shop_order set invoice_set_aside = invoice, invoice = null,
              marked_at = case when invoice is null or invoice = :made then coalesce(marked_at, :now) else marked_at end
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred""";

    private static final String UNDO_SKIP = """
            update shop_order set state = :onItsWay, skipped_by = null, updated_at = :now
            where tenant = :tenant and shop = :shop and order_id = :order and state = :skipped""";

    private static final String TAKE_STEP_UP_AGAIN = """
            update shop_order set invoice = invoice_set_aside, updated_at = :now,
              marked_at = case when invoice_set_aside is null or invoice_set_aside = :made then null else marked_at end
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred""";

    private static final String UNDO_DONE_BY_HAND = """
            update shop_order set state = :onItsWay, specter_number = null, transferred_at = null, marked_at = null,
              compare_due = false, agreed = null, agreed_gone = false, invoice = invoice_set_aside, updated_at = :now
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred
              and sent_hash is null""";

    private static final String DELETED_IN_SHOP = """
            delete from shop_order o where tenant = :tenant and shop = :shop and order_id = :order
              and content_hash is null and specter_number is null and not exists (select 1 from sold_goods s
                where s.tenant = o.tenant and s.shop = o.shop and s.order_id = o.order_id)""";

    private static final String TO_BE_LOOKED_UP = """
            select (select count(*) from shop_order where tenant = :tenant and shop = :shop and state = 'on-its-way'
                and content_hash is null)
            + (select count(*) from shop_order where tenant = :tenant and shop = :shop and compare_due)""";

    private static final String SEEN = """
            insert into shop_order (tenant, shop, order_id, state, first_seen_at, heard_at, updated_at)
            values (:tenant, :shop, :order, 'on-its-way', :now, :now, :now)
            on conflict (tenant, shop, order_id) do update set heard_at = excluded.heard_at
            returning\s""" + RECORD;

    private static final String COMPARE_DUE = """
            update shop_order set compare_due = :compareDue where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String CUSTOMER_KEY = """
            select customer_key from shop_order where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String CUSTOMER_FOUND = """
            update shop_order set customer_id = :customerId where tenant = :tenant and shop = :shop
              and order_id = :order""";

    private static final String BECAME_TRANSFERRED = """
            update shop_order set state = 'transferred', specter_number = :specterNumber, sent_hash = :sentHash,
              transferred_at = :now,
              updated_at = :now, skipped_by = null, invoice = case when :sentHash::text is not null then invoice
                end,
              agreed = case when coalesce(:sentHash, content_hash) = content_hash then snapshot end,
              compare_due = compare_due or coalesce(:sentHash, content_hash) is distinct from content_hash,
              invoice_set_aside = invoice
            where tenant = :tenant and shop = :shop and order_id = :order and state <> 'transferred'""";

    private static final String MARKED = """
            update shop_order set marked_at = coalesce(marked_at, :now)
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred""";

    private static final String READ = """
            update shop_order set updated_at = :now, total = :total, currency = :currency, placed_at = :placed,
              content_hash = :hash, status_id = :status, complete = :complete, foreign_mark = :foreign,
              snapshot = :snapshot
            where tenant = :tenant and shop = :shop and order_id = :order""";

    private static final String MOVE = """
            insert into shop_order (tenant, shop, order_id, state, skipped_by, first_seen_at, updated_at)
            values (:tenant, :shop, :order, :state, :rule, :now, :now)
            on conflict (tenant, shop, order_id) do update set state = excluded.state, skipped_by = excluded.skipped_by,
              updated_at = excluded.updated_at
            where shop_order.state <> :transferred""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final InstantSource time;
    private final AttentionBook attention;
    private final SearchBook searches;

    public OrderBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Vault vault,
            InstantSource time,
            AttentionBook attention,
            SearchBook searches) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vault = vault;
        this.time = time;
        this.attention = attention;
        this.searches = searches;
    }

    public Optional<OrderRecord> find(OrderRef order) {
        return jdbc.sql(FIND_ONE)
                .params(Sql.named(order))
                .query(OrderBook::read)
                .optional();
    }

    /** Those of a shop's orders that are in the books, by their numbers. */
    public Map<Long, OrderRecord> find(ShopRef shop, List<Long> orderIds) {
        return jdbc
                .sql(FIND_SEVERAL)
                .params(Sql.named(shop))
                .param("orders", orderIds.toArray(Long[]::new))
                .query(OrderBook::read)
                .list()
                .stream()
                .collect(Collectors.toMap(known -> known.order().orderId(), Function.identity()));
    }

    /** Orders of a shop that some transfer must be carrying: on their way, waiting, or not yet marked in the shop. */
    public List<OrderRef> unfinished(ShopRef shop) {
        return jdbc.sql(UNFINISHED)
                .params(Sql.named(shop))
                .query((rs, n) -> new OrderRef(shop, rs.getLong("order_id")))
                .list();
    }

    /** The order was read and is ready to be sent. */
    public void ready(OrderRef order, OrderReading reading, OrderReading.Ready ready) {
        transactions.executeWithoutResult(tx -> {
            keep(order, reading, OrderRecord.State.ON_ITS_WAY, null);
            jdbc.sql(READY)
                    .param("draft", vault.encrypt(ready.draft(), "draft/" + order))
                    .param("customerKey", ready.customerKey())
                    .param("customerId", ready.customerId())
                    .param("invoice", ready.invoice() ? InvoiceState.DUE.code() : null)
                    .param("otherTotals", ready.otherTotals().toArray(BigDecimal[]::new))
                    .params(Sql.named(order))
                    .update();
            attention.closeForNow(Question.transfer(order));
        });
    }

    /** The order may be in Specter already: nothing about it is decided anew, the attempt is only finished. */
    public void finishing(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            move(order, OrderRecord.State.ON_ITS_WAY, null);
            attention.closeForNow(Question.transfer(order));
        });
    }

    /** The order was read and a rule keeps it back. */
    public void skipped(OrderRef order, OrderReading reading, String rule) {
        transactions.executeWithoutResult(tx -> {
            keep(order, reading, OrderRecord.State.SKIPPED, rule);
            attention.close(Question.transfer(order));
        });
    }

    /**
     * The order waits for a person.
     *
     * @param reading null when it could not be read
     * @param detail ids, codes and amounts; nothing personal
     */
    public void parked(Question question, @Nullable OrderReading reading, Cause cause, Detail detail) {
        parked(question, reading, cause, detail, Map.of());
    }

    /** @param named what the cause's text names; nothing personal */
    public void parked(
            Question question, @Nullable OrderReading reading, Cause cause, Detail detail, Map<String, String> named) {
        OrderRef order = question.order();
        transactions.executeWithoutResult(tx -> {
            if (reading != null) {
                keep(order, reading, OrderRecord.State.WAITING, null);
            } else {
                move(order, OrderRecord.State.WAITING, null);
            }
            attention.open(question, cause, detail, named);
        });
    }

    /** The order will wait because its totals differ: what an operator would accept by sending it anyway. */
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

    /** The questions about a shop's orders that wait for this. */
    public List<Question> questions(ShopRef shop, Cause cause) {
        return attention.questions(shop, cause);
    }

    /** What the question waits for, as the operators see it. */
    public Optional<Cause> causeOf(Question question) {
        return attention.causeOf(question);
    }

    /** The order is known and goes (again) through a transfer; keeps what is known of it. */
    public void onItsWay(OrderRef order) {
        move(order, OrderRecord.State.ON_ITS_WAY, null);
    }

    /** An operator sends an order that was skipped: from here on no rule holds it back. */
    public void overrideRules(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            onItsWay(order);
            jdbc.sql(OVERRIDE_RULES).params(Sql.named(order)).update();
        });
    }

    /**
     * The order is left, by the rule of this name. One that is in Specter stays so; for it this settles only that we shall not
     * make its invoice or, where none is owed, that the shop will not be marked.
     */
    public void skip(OrderRef order, String rule) {
        move(order, OrderRecord.State.SKIPPED, rule);
        jdbc.sql(FORGET_OVERRIDES)
                .param("skipped", OrderRecord.State.SKIPPED.code())
                .params(Sql.named(order))
                .update();
        jdbc.sql(SET_STEP_ASIDE)
                .param("made", InvoiceState.MADE.code())
                .param("now", now())
                .param("transferred", OrderRecord.State.TRANSFERRED.code())
                .params(Sql.named(order))
                .update();
    }

    /**
     * Takes back that the order was left: it is on its way again. Of one that is in Specter, its invoice or the mark in the
     * shop was left, and is owed again.
     *
     * @return whether there was anything to take back
     */
    public boolean undoSkip(OrderRef order) {
        int skipped = jdbc.sql(UNDO_SKIP)
                .param("onItsWay", OrderRecord.State.ON_ITS_WAY.code())
                .param("skipped", OrderRecord.State.SKIPPED.code())
                .param("now", now())
                .params(Sql.named(order))
                .update();
        int step = jdbc.sql(TAKE_STEP_UP_AGAIN)
                .param("made", InvoiceState.MADE.code())
                .param("now", now())
                .param("transferred", OrderRecord.State.TRANSFERRED.code())
                .params(Sql.named(order))
                .update();
        return skipped + step > 0;
    }

    /**
     * Takes back that somebody has entered the order by hand: it is on its way again, without a number.
     *
     * @return whether somebody had; an order that is in Specter through us stays there
     */
    public boolean undoDoneByHand(OrderRef order) {
        return jdbc.sql(UNDO_DONE_BY_HAND)
                        .param("onItsWay", OrderRecord.State.ON_ITS_WAY.code())
                        .param("transferred", OrderRecord.State.TRANSFERRED.code())
                        .param("now", now())
                        .params(Sql.named(order))
                        .update()
                == 1;
    }

    /**
     * The shop has no such order, and it never went to Specter. One that nobody has ever read, in a list or by itself, is
     * forgotten: nothing shows that there was one, and whoever knows a web hook's address can name any number.
     *
     * @return whether it is forgotten
     */
    public boolean deletedInShop(OrderRef order) {
        return Boolean.TRUE.equals(transactions.execute(tx -> {
            attention.close(Question.transfer(order));
            int forgotten = jdbc.sql(DELETED_IN_SHOP).params(Sql.named(order)).update();
            if (forgotten == 0 && find(order).isPresent()) {
                skip(order, TransferRules.DELETED_IN_SHOP);
                return false;
            }
            return true;
        }));
    }

    /** How many orders of a shop somebody has named and nobody has read since: new ones, and those to be compared. */
    public int toBeLookedUp(ShopRef shop) {
        return jdbc.sql(TO_BE_LOOKED_UP)
                .param("tenant", shop.tenant())
                .param("shop", shop.shop())
                .query(Integer.class)
                .single();
    }

    /**
     * We are told of the order, perhaps for the first time; what is known of it stays as it is.
     *
     * @return what is known of it
     */
    public OrderRecord seen(OrderRef order) {
        return jdbc.sql(SEEN)
                .params(Sql.named(order))
                .param("now", now())
                .query(OrderBook::read)
                .single();
    }

    /** The order in the shop may be another than it was: until it has been compared, nobody forgets that. */
    public void compareLater(OrderRef order) {
        compareDue(order, true);
    }

    /** The order in the shop was looked at after the transfer. */
    public void compared(OrderRef order) {
        compareDue(order, false);
    }

    private void compareDue(OrderRef order, boolean due) {
        jdbc.sql(COMPARE_DUE).param("compareDue", due).params(Sql.named(order)).update();
    }

    /** A transferred order is (again) what was sent: nothing waits. */
    public void unchanged(OrderRef order) {
        attention.close(Question.change(order));
    }

    /** The key of the order's customer among the customer links. */
    public String customerKey(OrderRef order) {
        return jdbc.sql(CUSTOMER_KEY)
                .params(Sql.named(order))
                .query(String.class)
                .single();
    }

    /** The customer's number in Specter, for the order that is about to be sent. */
    public void customerFound(OrderRef order, long customerId) {
        jdbc.sql(CUSTOMER_FOUND)
                .param("customerId", customerId)
                .params(Sql.named(order))
                .update();
    }

    /**
     * The order is in Specter. Joins a surrounding transaction.
     *
     * @param sentHash of what was sent; null when somebody entered it by hand, as the shop showed it last, who then also saw
     *     to its invoice
     * @throws org.springframework.dao.DuplicateKeyException another order already has this number
     */
    public void transferred(OrderRef order, long specterNumber, @Nullable String sentHash) {
        if (!becameTransferred(order, specterNumber, sentHash)) {
            // It was transferred before, or the books do not have it: a person has named it.
            move(order, OrderRecord.State.ON_ITS_WAY, null);
            becameTransferred(order, specterNumber, sentHash);
        }
    }

    private boolean becameTransferred(OrderRef order, long specterNumber, @Nullable String sentHash) {
        return jdbc.sql(BECAME_TRANSFERRED)
                        .param("specterNumber", specterNumber)
                        .param("sentHash", sentHash)
                        .param("now", now())
                        .params(Sql.named(order))
                        .update()
                == 1;
    }

    /** The shop's order carries the number. */
    public void marked(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            jdbc.sql(MARKED)
                    .param("now", now())
                    .param("transferred", OrderRecord.State.TRANSFERRED.code())
                    .params(Sql.named(order))
                    .update();
            attention.close(Question.transfer(order));
        });
    }

    /** The order as last read, in plain bytes. */
    public Optional<byte[]> snapshot(OrderRef order) {
        return encrypted(order, "snapshot");
    }

    /** The translation as last decided, in plain bytes. */
    public Optional<byte[]> draft(OrderRef order) {
        return encrypted(order, "draft");
    }

    private Optional<byte[]> encrypted(OrderRef order, String column) {
        return jdbc.sql("select " + column
                        + " from shop_order where tenant = :tenant and shop = :shop and order_id = :order and " + column
                        + " is not null")
                .params(Sql.named(order))
                .query((rs, row) -> rs.getBytes(1))
                .optional()
                .map(bytes -> vault.decrypt(bytes, column + "/" + order));
    }

    /** Keeps a later reading of an order that is in the books, wherever it stands. Needs a transaction. */
    public void read(OrderRef order, OrderReading reading) {
        int known = jdbc.sql(READ)
                .params(Sql.named(order))
                .param("now", now())
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

    private void keep(OrderRef order, OrderReading reading, OrderRecord.State state, @Nullable String skippedBy) {
        move(order, state, skippedBy);
        read(order, reading);
    }

    /** All that changes where an order stands comes through here. One that is in Specter stays there. */
    private void move(OrderRef order, OrderRecord.State state, @Nullable String skippedBy) {
        jdbc.sql(MOVE)
                .params(Sql.named(order))
                .param("state", state.code())
                .param("rule", skippedBy)
                .param("now", now())
                .param("transferred", OrderRecord.State.TRANSFERRED.code())
                .update();
    }

    private OffsetDateTime now() {
        return Sql.at(time.instant());
    }

    private static boolean isInvoiceDue(@Nullable String state) {
        return state != null && InvoiceState.ofCode(state) != InvoiceState.MADE;
    }

    private static OrderRecord read(ResultSet rs, int row) throws SQLException {
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

    /** The table's checks see to it that a row has what its state needs. */
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
