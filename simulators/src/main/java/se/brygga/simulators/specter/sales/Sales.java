package se.brygga.simulators.specter.sales;

import java.time.Clock;
import java.util.Set;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.Articles;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.triggers.Announcer;

/** An account's customers and orders, with their feeds, and the calls that write them. Guarded by the account's lock. */
public final class Sales {

    private final Customers customers;
    private final Orders orders;
    private final OrderSubmit submit;
    private final OrderCalls calls;

    /** @param webShops the numbers of the web shops that may send orders */
    public Sales(Quirks quirks, Clock clock, Articles articles, Feeds feeds, Announcer announcer, Set<Long> webShops) {
        this.customers = new Customers(quirks, feeds);
        this.orders = new Orders(quirks, clock, articles, feeds, announcer);
        this.submit = new OrderSubmit(quirks, customers, articles, webShops, orders);
        this.calls = new OrderCalls(orders, quirks);
        feeds.add(SimFeedKind.ORDERS, new OrderView(quirks, orders));
        feeds.add(SimFeedKind.CUSTOMERS, new CustomerView(quirks, customers));
    }

    public Customers customers() {
        return customers;
    }

    public Orders orders() {
        return orders;
    }

    /**
     * Does what a call asks for.
     *
     * @return the number of what was written
     * @throws SimRefusal a business error, or an action of another kind; nothing has changed
     */
    public long write(String action, SpecterParameters p) {
        return switch (action) {
            case "newCustomerSubmit" -> customers.submit(p);
            case "newOrderSubmit" -> submit.submit(p);
            case "orderInvoiceSubmit" -> calls.invoice(p);
            case "orderCancelSubmit" -> calls.cancel(p);
            default -> throw SimRefusal.unknownAction();
        };
    }
}
