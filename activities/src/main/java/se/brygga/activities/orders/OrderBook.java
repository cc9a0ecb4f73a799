package se.brygga.activities.orders;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Where each order stands. Each method is one transaction and is idempotent. An order that is in Specter never leaves
 * the state TRANSFERRED. Only a person's mistake can be taken back.
 */
public final class OrderBook {

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

    private static final String DELETED_IN_SHOP = """
            delete from shop_order o where tenant = :tenant and shop = :shop and order_id = :order
              and content_hash is null and specter_number is null and not exists (select 1 from sold_goods s
                where s.tenant = o.tenant and s.shop = o.shop and s.order_id = o.order_id)""";

    private static final String SEEN = """
            insert into shop_order (tenant, shop, order_id, state, first_seen_at, heard_at, updated_at)
            values (:tenant, :shop, :order, :onItsWay, :now, :now, :now)
            on conflict (tenant, shop, order_id) do update set heard_at = excluded.heard_at
            returning\s""" + OrderRecordBook.RECORD;

    private static final String BECAME_TRANSFERRED = """
            update shop_order set state = :transferred, specter_number = :specterNumber, sent_hash = :sentHash,
              transferred_at = :now, over_in_specter = false,
              updated_at = :now, skipped_by = null, invoice = case when :sentHash::text is not null then invoice
                end,
              agreed = case when coalesce(:sentHash, content_hash) = content_hash then snapshot end,
              compare_due = compare_due or coalesce(:sentHash, content_hash) is distinct from content_hash,
              invoice_set_aside = invoice
            where tenant = :tenant and shop = :shop and order_id = :order and state <> :transferred""";

    private static final String MARKED = """
            update shop_order set marked_at = coalesce(marked_at, :now)
            where tenant = :tenant and shop = :shop and order_id = :order and state = :transferred""";

    private static final String MOVE = """
            insert into shop_order (tenant, shop, order_id, state, skipped_by, first_seen_at, updated_at)
            values (:tenant, :shop, :order, :state, :rule, :now, :now)
            on conflict (tenant, shop, order_id) do update set state = excluded.state, skipped_by = excluded.skipped_by,
              updated_at = excluded.updated_at
            where shop_order.state <> :transferred""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final AttentionBook attention;
    private final OrderRecordBook records;
    private final OrderContentBook content;
    private final OrderUndoBook undo;

    public OrderBook(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Vault vault,
            InstantSource time,
            AttentionBook attention,
            SearchBook searches) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.time = time;
        this.attention = attention;
        this.records = new OrderRecordBook(jdbc);
        this.undo = new OrderUndoBook(jdbc, time);
        this.content = new OrderContentBook(jdbc, vault, time, searches);
    }

    /** What is known of the orders. */
    public OrderRecordBook records() {
        return records;
    }

    /** Taking back what a person said by mistake. */
    public OrderUndoBook undo() {
        return undo;
    }

    /** What the orders say. */
    public OrderContentBook content() {
        return content;
    }

    /** The order was read and is ready to be sent. */
    public void ready(OrderRef order, OrderReading reading, OrderReading.Ready ready) {
        transactions.executeWithoutResult(tx -> {
            keep(order, reading, OrderRecord.State.ON_ITS_WAY, null);
            content.translated(order, ready);
            attention.closeForNow(Question.transfer(order));
        });
    }

    /** The order may be in Specter already. Nothing about it is decided anew; the attempt is only finished. */
    public void finishing(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            move(order, OrderRecord.State.ON_ITS_WAY, null);
            attention.closeForNow(Question.transfer(order));
        });
    }

    /** The order was read, and a rule skips it. */
    public void skipped(OrderRef order, OrderReading reading, String rule) {
        transactions.executeWithoutResult(tx -> {
            keep(order, reading, OrderRecord.State.SKIPPED, rule);
            attention.close(Question.transfer(order));
        });
    }

    /**
     * The order waits for a person.
     *
     * @param reading null when the order could not be read
     * @param detail ids, codes and amounts; nothing personal
     */
    public void parked(Question question, @Nullable OrderReading reading, Cause cause, Detail detail) {
        parked(question, reading, cause, detail, Map.of());
    }

    /** @param named values for the cause's text; nothing personal */
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

    /** The questions about a shop's orders that wait for this cause. */
    public List<Question> questions(ShopRef shop, Cause cause) {
        return attention.questions(shop, cause);
    }

    /** What the question waits for, as operators see it. */
    public Optional<Cause> causeOf(Question question) {
        return attention.causeOf(question);
    }

    /** The order is known and goes through a transfer. What is known of it stays. */
    public void onItsWay(OrderRef order) {
        move(order, OrderRecord.State.ON_ITS_WAY, null);
    }

    /** An operator sends an order that was skipped. No rule skips it from now on. */
    public void overrideRules(OrderRef order) {
        transactions.executeWithoutResult(tx -> {
            onItsWay(order);
            jdbc.sql(OVERRIDE_RULES).params(Sql.named(order)).update();
        });
    }

    /**
     * The order is skipped by the rule with this name. An order in Specter stays transferred. For it the skip only
     * settles that we shall not make its invoice. If no invoice is owed, it settles that the shop's order is not
     * marked.
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
     * The shop has deleted the order, which never went to Specter. An order that nobody has ever read, in a list or by
     * itself, is forgotten. Nothing shows that there was one, and anybody with a web hook's callback URL can name any
     * number.
     *
     * @return whether the order is forgotten
     */
    public boolean deletedInShop(OrderRef order) {
        return Boolean.TRUE.equals(transactions.execute(tx -> {
            attention.close(Question.transfer(order));
            int forgotten = jdbc.sql(DELETED_IN_SHOP).params(Sql.named(order)).update();
            if (forgotten == 0 && records.find(order).isPresent()) {
                skip(order, TransferRules.DELETED_IN_SHOP);
                return false;
            }
            return true;
        }));
    }

    /**
     * Somebody tells of the order, perhaps for the first time. What is known of it stays.
     *
     * @return what is known of the order
     */
    public OrderRecord seen(OrderRef order) {
        return jdbc.sql(SEEN)
                .param("onItsWay", OrderRecord.State.ON_ITS_WAY.code())
                .params(Sql.named(order))
                .param("now", now())
                .query(OrderRecordBook::read)
                .single();
    }

    /** A transferred order equals what was sent. Closes its question. */
    public void unchanged(OrderRef order) {
        attention.close(Question.change(order));
    }

    /**
     * The order is in Specter. Joins a surrounding transaction.
     *
     * @param sentHash hash of what was sent. Null when somebody entered the order by hand, as the shop showed it last;
     *     that person also saw to its invoice
     * @throws org.springframework.dao.DuplicateKeyException another order already has this number
     */
    public void transferred(OrderRef order, long specterNumber, @Nullable String sentHash) {
        if (!becameTransferred(order, specterNumber, sentHash)) {
            // The order was transferred before, or the books do not have it because a person has named it.
            move(order, OrderRecord.State.ON_ITS_WAY, null);
            becameTransferred(order, specterNumber, sentHash);
        }
    }

    private boolean becameTransferred(OrderRef order, long specterNumber, @Nullable String sentHash) {
        return jdbc.sql(BECAME_TRANSFERRED)
                        .param("transferred", OrderRecord.State.TRANSFERRED.code())
                        .param("specterNumber", specterNumber)
                        .param("sentHash", sentHash)
                        .param("now", now())
                        .params(Sql.named(order))
                        .update()
                == 1;
    }

    /** The shop's order carries Specter's number. */
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

    private void keep(OrderRef order, OrderReading reading, OrderRecord.State state, @Nullable String skippedBy) {
        move(order, state, skippedBy);
        content.read(order, reading);
    }

    /** Changes where an order stands. Every such change comes through here. An order in Specter stays there. */
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
}
