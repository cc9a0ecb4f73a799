package se.brygga.clients.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of a shop whose entries a set-up names. {@link Named} finds the entry that a word means. */
public interface ShopNames {

    /** The shop's own description. Also the test of the connection. */
    Shop shop();

    /** The statuses that an order can have, the shop's own among them. */
    List<OrderStatus> orderStatuses();

    /** The payment methods of the shop. */
    List<Method> paymentMethods();

    /** The shipping methods of the shop. */
    List<Method> shippingMethods();

    /** The carriers whose tracking numbers the shop knows. */
    List<TrackingType> trackingTypes();

    /**
     * The shop itself.
     *
     * @param status {@code open}, {@code closed} or {@code inactive}
     */
    record Shop(
            @Nullable String name,
            @Nullable String idCode,
            @Nullable String status,
            @Nullable String baseCurrency) {}

    /** A status of the shop. {@code idCode} is null for custom statuses. Names are in each language. */
    record OrderStatus(long statusId, @Nullable String idCode, List<String> names) {
        public OrderStatus {
            names = List.copyOf(names);
        }
    }

    /** A payment or shipping method. {@code idCode} is null for shipping methods. */
    record Method(
            long id, @Nullable String idCode, @Nullable String externalId, List<String> names) {
        public Method {
            names = List.copyOf(names);
        }
    }

    /**
     * A carrier whose tracking numbers the shop knows.
     *
     * @param type the value for {@link OrderMarks.OrderUpdate.Tracking#trackerType()}
     */
    record TrackingType(int type, @Nullable String name) {}
}
