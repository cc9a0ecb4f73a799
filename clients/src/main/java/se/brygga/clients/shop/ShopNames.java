package se.brygga.clients.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of a shop that a set-up names something of. {@link Named} finds what it means. */
public interface ShopNames {

    /** Connection test: the shop's own description. */
    Shop shop();

    List<OrderStatus> orderStatuses();

    List<Method> paymentMethods();

    List<Method> shippingMethods();

    /** The carriers whose tracking numbers the shop knows. */
    List<TrackingType> trackingTypes();

    /** @param status {@code open}, {@code closed} or {@code inactive} */
    record Shop(
            @Nullable String name,
            @Nullable String idCode,
            @Nullable String status,
            @Nullable String baseCurrency) {}

    /** A status of the shop. {@code idCode} is null for custom ones; names in each language. */
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

    /** @param type what {@link OrderMarks.OrderUpdate.Tracking#trackerType()} takes */
    record TrackingType(int type, @Nullable String name) {}
}
