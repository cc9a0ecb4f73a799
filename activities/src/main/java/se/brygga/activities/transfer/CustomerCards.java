package se.brygga.activities.transfer;

import java.util.Optional;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.setup.OrderSetup;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterAnswer;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterCustomer;
import se.brygga.clients.starweb.StarwebOrder;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/** The customers' cards in Specter, as far as we wrote them. */
final class CustomerCards {

    private final SpecterKnowledge knowledge;
    private final OrderBook orders;
    private final OrderCodec codec;

    CustomerCards(SpecterKnowledge knowledge, OrderBook orders, OrderCodec codec) {
        this.knowledge = knowledge;
        this.orders = orders;
        this.codec = codec;
    }

    /** Guests, and customers who are never matched, are known by their order. */
    static String key(StarwebOrder order, OrderSetup setup) {
        return order.customerIfKnown()
                .map(StarwebOrder.Customer::customerId)
                .filter(id -> setup.customers().match() != OrderSetup.Match.ALWAYS_NEW)
                .map(id -> "c" + id)
                .orElse("o" + order.orderId());
    }

    /** What the card says that Specter will find for this order. */
    Optional<SpecterCustomer> lastSent(ShopRef shop, StarwebOrder order, OrderSetup setup) {
        Optional<StarwebOrder.Customer> customer = order.customerIfKnown();
        return lastSent(
                shop,
                key(order, setup),
                CustomerIdentities.of(
                        customer.map(StarwebOrder.Customer::email).orElse(null),
                        customer.map(StarwebOrder.Customer::nationalIdNo).orElse(null),
                        setup.customers().match().flags(true)));
    }

    /** From the encrypted draft of the order that last wrote it. */
    private Optional<SpecterCustomer> lastSent(ShopRef shop, String customerKey, CustomerIdentities identities) {
        return knowledge
                .lastSentFor(shop, customerKey, identities)
                .flatMap(last -> orders.draft(last.order())
                        .map(codec::draft)
                        .map(Translation.Draft::customer)
                        // The order may have been translated anew since.
                        .filter(customer -> codec.customerHash(customer).equals(last.contentHash())));
    }

    /** A company's card must not become a person's because a guest, or another shop's customer, has the same e-mail. */
    boolean wouldLoseCompany(OrderRef order, SpecterCustomer customer) {
        return customer.company() == null
                && lastSent(order.shop(), orders.customerKey(order), CustomerIdentities.of(customer))
                        .filter(card -> card.company() != null)
                        .isPresent();
    }

    /** Finds or creates the customer, and remembers what its card says now. */
    SpecterAnswer send(SpecterClient client, OrderRef order, SpecterCustomer customer) {
        String key = orders.customerKey(order);
        long call = knowledge.customerCallBegins();
        try {
            SpecterAnswer answer = client.submitCustomer(
                    toSend(order.shop(), key, customer), SpecterOrderActivitiesImpl.subject(order));
            if (answer instanceof SpecterAnswer.Done(long customerId)) {
                knowledge.rememberCustomer(order, key, codec.customerHash(customer), customerId, call);
                knowledge.rememberIdentities(order.shop().tenant(), CustomerIdentities.of(customer), customerId);
                orders.customerFound(order, customerId);
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
    private SpecterCustomer toSend(ShopRef shop, String customerKey, SpecterCustomer customer) {
        return lastSent(shop, customerKey, CustomerIdentities.of(customer))
                .filter(card -> card.group() != null && card.group().equals(customer.group()))
                .map(card -> customer.withoutGroup())
                .orElse(customer);
    }

    private static boolean mayHaveHadAnEffect(RemoteFailure failure) {
        return failure.kind() == RemoteFailure.Kind.OUTCOME_UNKNOWN || failure.kind() == RemoteFailure.Kind.OUR_FAULT;
    }
}
