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
import se.brygga.clients.specter.SpecterCustomer;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/** The customers' cards in Specter, as far as we wrote them. The way in to this package. */
public final class CustomerCards {

    private final SpecterKnowledge knowledge;
    private final OrderBook orders;
    private final OrderCodec codec = new OrderCodec();

    public CustomerCards(Database database, BlindIndex index, OrderBook orders) {
        this.knowledge = new SpecterKnowledge(database.jdbc(), index);
        this.orders = orders;
    }

    /** Guests, and customers who are never matched, are known by their order. */
    public static String key(ShopOrder order, OrderSetup setup) {
        return order.customerIfKnown()
                .map(ShopOrder.Customer::customerId)
                .filter(id -> setup.customers().match() != OrderSetup.Match.ALWAYS_NEW)
                .map(id -> "c" + id)
                .orElse("o" + order.orderId());
    }

    /**
     * Specter's number of the customer, if its card says these particulars.
     *
     * @param key from {@link #key}
     */
    public Optional<Long> known(ShopRef shop, String key, SpecterCustomer customer) {
        return knowledge.customer(shop, key, codec.customerHash(customer));
    }

    /** Whether another order, on its way to Specter, needs the card with other particulars: this order must not overwrite it yet. */
    public boolean isAwaited(OrderRef order, SpecterCustomer customer) {
        return knowledge.cardIsAwaited(order, orders.content().customerKey(order), codec.customerHash(customer));
    }

    /**
     * Makes other orders wait with the card until this order is in Specter.
     *
     * @return false if other particulars than these were last sent for it; then nothing is claimed
     */
    public boolean claim(OrderRef order, long customerId, SpecterCustomer customer) {
        return knowledge.claimCard(order, customerId, codec.customerHash(customer));
    }

    /** Specter refused what was taken for known of the order's customer: the next try sends the customer again. */
    public void forget(OrderRef order) {
        knowledge.forgetCustomer(order.shop(), orders.content().customerKey(order));
    }

    /** What the card says that Specter will find for this order. */
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

    /** From the encrypted draft of the order that last wrote it. */
    private Optional<SpecterCustomer> lastSent(ShopRef shop, String customerKey, CustomerIdentities identities) {
        return knowledge
                .lastSentFor(shop, customerKey, identities)
                .flatMap(last -> orders.content()
                        .draft(last.order())
                        .map(codec::draft)
                        .map(Translation.Draft::customer)
                        // The order may have been translated anew since.
                        .filter(customer -> codec.customerHash(customer).equals(last.contentHash())));
    }

    /** The same for an order that is about to send this customer; null where nothing is known of the card. */
    public @Nullable SpecterCustomer lastSent(OrderRef order, SpecterCustomer customer) {
        return lastSent(order.shop(), orders.content().customerKey(order), CustomerIdentities.of(customer))
                .orElse(null);
    }

    /**
     * A company's card must not become a person's because a guest, or another shop's customer, has the same e-mail.
     *
     * @param card what the card says, from {@link #lastSent}
     */
    public static boolean wouldLoseCompany(SpecterCustomer customer, @Nullable SpecterCustomer card) {
        return customer.company() == null && card != null && card.company() != null;
    }

    /**
     * Finds or creates the customer, and remembers what its card says now.
     *
     * @param card what the card says, from {@link #lastSent}
     * @param subject what the call is about
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
     * The group is told once: staff who move a customer to another group in Specter must not find it moved back by the next
     * order. Another group in the set-up, or that of a person who became a company, is told again.
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
