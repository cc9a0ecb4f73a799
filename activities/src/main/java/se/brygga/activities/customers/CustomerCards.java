package se.brygga.activities.customers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.sql.Database;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/** The customers' cards in Specter, as far as we wrote them. The front door of this package. */
public final class CustomerCards {

    private final SpecterKnowledge knowledge;
    private final OrderBook orders;
    private final OrderCodec codec = new OrderCodec();

    public CustomerCards(Database database, BlindIndex index, OrderBook orders) {
        this.knowledge = new SpecterKnowledge(database.jdbc(), index);
        this.orders = orders;
    }

    /**
     * The key of an order's customer. Guests, and customers who are never matched, have a key of their own per order.
     */
    public static String key(ShopOrder order, OrderSetup setup) {
        return order.customerIfKnown()
                .map(ShopOrder.Customer::customerId)
                .filter(id -> setup.customers().match() != OrderSetup.Match.ALWAYS_NEW)
                .map(id -> "c" + id)
                .orElse("o" + order.orderId());
    }

    /**
     * Specter's number of the customer, if the card has exactly these particulars.
     *
     * @param key from {@link #key}
     */
    public Optional<Long> known(ShopRef shop, String key, SpecterCustomer customer) {
        return knowledge.customer(shop, key, codec.customerHash(customer));
    }

    /**
     * Whether another order on its way to Specter needs the card with other particulars. This order must not overwrite
     * the card then.
     */
    public boolean isAwaited(OrderRef order, SpecterCustomer customer) {
        return knowledge.cardIsAwaited(order, orders.content().customerKey(order), codec.customerHash(customer));
    }

    /**
     * Claims the card: other orders with this card wait until this order is in Specter.
     *
     * @return false if other particulars were last sent for the card; nothing is claimed then
     */
    public boolean claim(OrderRef order, long customerId, SpecterCustomer customer) {
        return knowledge.claimCard(order, customerId, codec.customerHash(customer));
    }

    /** Forgets that the order's customer is known, because Specter refused. The next try sends the customer again. */
    public void forget(OrderRef order) {
        knowledge.forgetCustomer(order.shop(), orders.content().customerKey(order));
    }

    /** What was last sent for the card that Specter will find for this order. */
    public Optional<SpecterCustomer> lastSent(ShopRef shop, ShopOrder order, OrderSetup setup) {
        Optional<ShopOrder.Customer> customer = order.customerIfKnown();
        return lastSent(
                shop,
                key(order, setup),
                CustomerIdentities.of(
                        customer.map(ShopOrder.Customer::email).orElse(null),
                        customer.map(ShopOrder.Customer::nationalIdNo).orElse(null),
                        setup.customers().match().flags(true)));
    }

    /** Reads the encrypted draft of the order that last wrote the card. */
    private Optional<SpecterCustomer> lastSent(ShopRef shop, String customerKey, CustomerIdentities identities) {
        return knowledge
                .lastSentFor(shop, customerKey, identities)
                .flatMap(last -> orders.content()
                        .draft(last.order())
                        .map(codec::draft)
                        .map(Translation.Draft::customer)
                        // The order may have been translated anew since, with other particulars.
                        .filter(customer -> codec.customerHash(customer).equals(last.contentHash())));
    }

    /**
     * What was last sent for the card of an order that is about to send this customer; null where nothing is known.
     */
    public @Nullable SpecterCustomer lastSent(OrderRef order, SpecterCustomer customer) {
        return lastSent(order.shop(), orders.content().customerKey(order), CustomerIdentities.of(customer))
                .orElse(null);
    }

    /**
     * Whether the card of a company would become a person's. This happens when a guest, or another shop's customer, has
     * the company's e-mail.
     *
     * @param card from {@link #lastSent}
     */
    public static boolean wouldLoseCompany(SpecterCustomer customer, @Nullable SpecterCustomer card) {
        return customer.company() == null && card != null && card.company() != null;
    }

    /**
     * Finds or creates the customer, and stores what its card says now.
     *
     * @param card from {@link #lastSent}
     * @param subject names the call in its record
     */
    public SpecterAnswer send(
            SpecterClient client,
            OrderRef order,
            SpecterCustomer customer,
            @Nullable SpecterCustomer card,
            String subject) {
        String key = orders.content().customerKey(order);
        long call = knowledge.customerCallBegins();
        try {
            SpecterAnswer answer = client.submitCustomer(toSend(customer, card), subject);
            if (answer instanceof SpecterAnswer.Done(long customerId)) {
                knowledge.rememberCustomer(order, key, codec.customerHash(customer), customerId, call);
                knowledge.rememberIdentities(order.shop().tenant(), CustomerIdentities.of(customer), customerId);
                orders.content().customerFound(order, customerId);
            }
            return answer;
        } catch (RuntimeException failure) {
            if (!(failure instanceof RemoteFailure remote) || mayHaveHadAnEffect(remote)) {
                knowledge.doubtCustomers(order.shop().tenant());
            }
            throw failure;
        }
    }

    /**
     * The customer to send. The group is sent once: an order must not move back a customer whom staff moved to another
     * group in Specter. The group is sent again when the set-up names another one, or when a person became a company.
     */
    private static SpecterCustomer toSend(SpecterCustomer customer, @Nullable SpecterCustomer card) {
        return card != null && card.group() != null && card.group().equals(customer.group())
                ? customer.withoutGroup()
                : customer;
    }

    private static boolean mayHaveHadAnEffect(RemoteFailure failure) {
        return failure.kind() == RemoteFailure.Kind.OUTCOME_UNKNOWN || failure.kind() == RemoteFailure.Kind.OUR_FAULT;
    }
}
