package se.brygga.testbed.demo.once;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.Sql;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.testbed.demo.news.SpecterTimes;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** A delivery, whole or in part, or a cancellation: what the demo's set-up says of it stands in the shop. */
final class OrderChange implements Change {

    /** Where to look. */
    record Systems(StarwebSimulator starweb, CallbackBook callbacks, SpecterTimes times) {}

    private final Systems systems;
    private final OrderRef order;
    private final OrderEvent event;
    private final long specterNumber;
    private final List<String> parcels;
    private final boolean wasReserved;

    /** Made before it is done: the order's payment is looked at first. */
    OrderChange(Systems systems, OrderRef order, OrderEvent event, long specterNumber, List<String> parcels) {
        this.systems = systems;
        this.order = order;
        this.event = event;
        this.specterNumber = specterNumber;
        this.parcels = parcels;
        this.wasReserved = inShop().order().paymentStatus().equals("reserved");
    }

    private StarwebSimulator.OrderState inShop() {
        return systems.starweb().orderOf(order.shop().shop(), order.orderId());
    }

    private Optional<CallbackBook.Callback> settled() {
        return systems.callbacks().ofOrder(order).stream()
                .filter(callback -> callback.event() == event && callback.settledAt() != null)
                .findFirst();
    }

    @Override
    public String thing() {
        return order.shop().shop() + " " + order.orderId();
    }

    @Override
    public String done() {
        return event.code() + (parcels.isEmpty() ? "" : ", parcels: " + parcels.size());
    }

    @Override
    public @Nullable String complaint() {
        Optional<CallbackBook.Callback> callback = settled();
        if (callback.isEmpty()) {
            return "the shop has not been told";
        }
        CallbackBook.State wanted =
                event == OrderEvent.PART_DELIVERED ? CallbackBook.State.NOTED : CallbackBook.State.REPORTED;
        if (callback.get().state() != wanted) {
            return "is " + Sql.code(callback.get().state()) + ": "
                    + callback.get().note();
        }
        return switch (event) {
            case DELIVERED -> complaintOfDelivery();
            case CANCELLED -> complaintOfStatus("canceled", 0);
            default -> inShop().order().status().equals("completed") ? "the shop's order is completed" : noMails(0);
        };
    }

    private @Nullable String complaintOfDelivery() {
        StarwebSimulator.OrderState now = inShop();
        if (!now.order().tracking().equals(parcels.getFirst())) {
            return "the shop shows parcel \"" + now.order().tracking() + "\"";
        }
        String comments = String.join(" ", now.comments());
        if (!parcels.stream().skip(1).allMatch(comments::contains)) {
            return "the other parcels do not stand in a comment";
        }
        if ((wasReserved && !now.order().paymentStatus().equals("captured")) || count(ShopperAction.Kind.CAPTURE) > 1) {
            return "the payment is " + now.order().paymentStatus() + ", captured " + count(ShopperAction.Kind.CAPTURE)
                    + " times";
        }
        return complaintOfStatus("completed", 1);
    }

    private @Nullable String complaintOfStatus(String wanted, int mails) {
        String status = inShop().order().status();
        return status.equals(wanted) ? noMails(mails) : "the shop's order is " + status;
    }

    private @Nullable String noMails(int wanted) {
        long mails = count(ShopperAction.Kind.MAIL);
        return mails == wanted ? null : "the shopper got " + mails + " mails";
    }

    private long count(ShopperAction.Kind what) {
        return inShop().actions().stream()
                .filter(action -> action.what() == what)
                .count();
    }

    /** What is told of is read back in the shop before the books settle it. */
    @Override
    public boolean isOver() {
        return settled().isPresent();
    }

    @Override
    public String shown() {
        StarwebSimulator.OrderState now = inShop();
        String payment = now.order().paymentStatus();
        String tracking = now.order().tracking();
        return now.order().status()
                + (tracking.isEmpty() ? "" : ", " + tracking)
                + (payment.isEmpty() ? "" : ", " + payment);
    }

    @Override
    public String milliseconds() {
        long account = Merchants.account(order.shop().shop());
        return settled()
                .map(callback -> systems.times()
                        .milliseconds(
                                account,
                                SimFeedKind.ORDERS,
                                Long.toString(specterNumber),
                                Objects.requireNonNull(callback.settledAt())))
                .orElse("-");
    }
}
