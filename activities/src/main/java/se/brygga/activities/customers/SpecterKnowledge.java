package se.brygga.activities.customers;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/**
 * Customers that we know to be in Specter, so that a known customer costs no call. The knowledge may be stale. Then
 * Specter refuses, and the books forget it.
 */
final class SpecterKnowledge {

    private static final String REMEMBER_FIRST = """
            insert into customer_card_entry (tenant, entry, customer_id) values (:tenant, :entry, :customer)
            on conflict (tenant, entry) do update set customer_id = excluded.customer_id""";

    private static final String REMEMBER_LATER = """
            insert into customer_card_entry (tenant, entry, customer_id) values (:tenant, :entry, :customer)
            on conflict (tenant, entry) do nothing""";

    /** The card of the first known entry, else that of the customer's link; and what was last sent for that card. */
    private static final String LAST_SENT = """
            select c.shop, c.order_id, c.content_hash from (
              select customer_id from (
                select e.customer_id, array_position(:entries, e.entry) as rank from customer_card_entry e
                where e.tenant = :tenant and e.entry = any(:entries)
                union all
                select l.customer_id, null from customer_link l
                where l.tenant = :tenant and l.shop = :shop and l.customer_key = :customerKey) known
              order by rank nulls last limit 1) found
            join customer_card c on c.tenant = :tenant and c.customer_id = found.customer_id
            where c.content_hash <> ''""";

    private static final String CUSTOMER = """
            select l.customer_id from customer_link l join customer_card c using (tenant, customer_id, content_hash)
            where l.tenant = :tenant and l.shop = :shop and l.customer_key = :customerKey
              and l.content_hash = :contentHash and c.call_no
              > coalesce((select d.call_no from customer_doubt d where d.tenant = l.tenant), 0)""";

    private static final String CARD_IS_AWAITED = """
            select exists (select 1 from customer_link l join customer_card c using (tenant, customer_id)
              join shop_order o on o.tenant = c.tenant and o.shop = c.shop and o.order_id = c.order_id
              where l.tenant = :tenant and l.shop = :shop and l.customer_key = :customerKey
                and c.content_hash <> :contentHash
                and (c.shop, c.order_id) <> (:shop, :order) and o.state = :onItsWay)""";

    private static final String CUSTOMER_CALL_BEGINS = "select nextval('customer_call_no')";

    private static final String REMEMBER_CARD = """
            insert into customer_card as c (tenant, customer_id, content_hash, shop, order_id, call_no)
            values (:tenant, :customerId, :contentHash, :shop, :order, nextval('customer_call_no'))
            on conflict (tenant, customer_id) do update set
              content_hash = case when c.call_no > :callNo and c.content_hash <> excluded.content_hash then ''
                else excluded.content_hash end,
              shop = excluded.shop, order_id = excluded.order_id, call_no = greatest(c.call_no, excluded.call_no)""";

    private static final String REMEMBER_LINK = """
            insert into customer_link (tenant, shop, customer_key, content_hash, customer_id)
              values (:tenant, :shop, :customerKey, :contentHash, :customerId)
            on conflict (tenant, shop, customer_key)
            do update set content_hash = excluded.content_hash, customer_id = excluded.customer_id""";

    private static final String DOUBT_CUSTOMERS = """
            insert into customer_doubt (tenant, call_no) values (:tenant, nextval('customer_call_no'))
            on conflict (tenant) do update set call_no = excluded.call_no""";

    private static final String CLAIM_CARD = """
            update customer_card set shop = :shop, order_id = :order where tenant = :tenant
              and customer_id = :customerId and content_hash = :contentHash""";

    private static final String FORGET_CUSTOMER = """
            delete from customer_link where tenant = :tenant and shop = :shop and customer_key = :customerKey""";

    private final JdbcClient jdbc;
    private final BlindIndex index;

    SpecterKnowledge(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /**
     * Specter's number of the customer, if these particulars were last sent, both by this customer's orders and for the
     * card. Other shops' orders and guests' orders of the tenant may have changed the card since.
     */
    Optional<Long> customer(ShopRef shop, String customerKey, String contentHash) {
        return jdbc.sql(CUSTOMER)
                .params(Sql.named(shop))
                .param("customerKey", customerKey)
                .param("contentHash", contentHash)
                .query(Long.class)
                .optional();
    }

    /**
     * Whether an order with other particulars wrote or claimed the card of this order's customer, and is still on its
     * way to Specter. If the card were overwritten now, the goods of that order would go to the wrong address.
     */
    boolean cardIsAwaited(OrderRef order, String customerKey, String contentHash) {
        return jdbc.sql(CARD_IS_AWAITED)
                .param("onItsWay", Sql.code(OrderRecord.State.ON_ITS_WAY))
                .params(Sql.named(order.shop()))
                .param("customerKey", customerKey)
                .param("contentHash", contentHash)
                .param("order", order.orderId())
                .query(Boolean.class)
                .single();
    }

    /**
     * The order for which a card was last sent. {@code contentHash} tells whether that order still has the same
     * particulars.
     */
    record LastSent(OrderRef order, String contentHash) {}

    /**
     * What was last sent for the card that Specter will find: by the first known identity, else the card of this
     * customer's earlier orders. Empty when two calls ran at once.
     */
    Optional<LastSent> lastSentFor(ShopRef shop, String customerKey, CustomerIdentities identities) {
        return jdbc.sql(LAST_SENT)
                .params(Sql.named(shop))
                .param("customerKey", customerKey)
                .param(
                        "entries",
                        identities.inOrder().stream()
                                .map(identity -> entry(shop.tenant(), identity))
                                .toArray(byte[][]::new))
                .query((rs, n) -> new LastSent(
                        OrderRef.of(shop.tenant(), rs.getString("shop"), rs.getLong("order_id")),
                        rs.getString("content_hash")))
                .optional();
    }

    private byte[] entry(String tenant, CustomerIdentities.Identity identity) {
        return index.entry(tenant, identity.kind(), identity.value());
    }

    /**
     * Specter has found this card by the first of the identities. A later identity may belong to another card (open
     * point O13), so its entry is not changed.
     */
    void rememberIdentities(String tenant, CustomerIdentities identities, long customerId) {
        String statement = REMEMBER_FIRST;
        for (CustomerIdentities.Identity identity : identities.inOrder()) {
            jdbc.sql(statement)
                    .param("tenant", tenant)
                    .param("entry", entry(tenant, identity))
                    .param("customer", customerId)
                    .update();
            statement = REMEMBER_LATER;
        }
    }

    /** Begins a call about a customer. Pass the number to {@link #rememberCustomer}. */
    long customerCallBegins() {
        return jdbc.sql(CUSTOMER_CALL_BEGINS).query(Long.class).single();
    }

    /**
     * Specter has this customer with these particulars. If another call about the same card ended since this one began,
     * nobody knows whose particulars the card has.
     *
     * @param call from {@link #customerCallBegins}
     */
    void rememberCustomer(OrderRef order, String customerKey, String contentHash, long customerId, long call) {
        jdbc.sql(REMEMBER_CARD)
                .params(Sql.named(order.shop()))
                .param("customerId", customerId)
                .param("contentHash", contentHash)
                .param("order", order.orderId())
                .param("callNo", call)
                .update();
        jdbc.sql(REMEMBER_LINK)
                .params(Sql.named(order.shop()))
                .param("customerKey", customerKey)
                .param("contentHash", contentHash)
                .param("customerId", customerId)
                .update();
    }

    /**
     * A customer call may have changed some card, and nobody knows which. So no card that was written before counts as
     * known.
     */
    void doubtCustomers(String tenant) {
        jdbc.sql(DOUBT_CUSTOMERS).param("tenant", tenant).update();
    }

    /**
     * Claims the card: other orders wait with it until this order is in Specter, see {@link #cardIsAwaited}.
     *
     * @return false if other particulars were last sent for the card; nothing is claimed then
     */
    boolean claimCard(OrderRef order, long customerId, String contentHash) {
        return jdbc.sql(CLAIM_CARD)
                        .params(Sql.named(order.shop()))
                        .param("order", order.orderId())
                        .param("customerId", customerId)
                        .param("contentHash", contentHash)
                        .update()
                == 1;
    }

    void forgetCustomer(ShopRef shop, String customerKey) {
        jdbc.sql(FORGET_CUSTOMER)
                .params(Sql.named(shop))
                .param("customerKey", customerKey)
                .update();
    }
}
