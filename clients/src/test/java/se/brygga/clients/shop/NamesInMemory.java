package se.brygga.clients.shop;

import java.util.List;

/** The lists of {@link ShopInMemory} that a set-up names something of. A test may give it others. */
public final class NamesInMemory implements ShopNames {

    public static final long CREATED = 11;
    public static final long PICKING = 12;
    public static final long COMPLETED = 13;
    public static final long CANCELED = 14;

    /** A status of the shop's own. */
    public static final long PACKED = 90;

    public List<OrderStatus> statuses = List.of(
            new OrderStatus(CREATED, "created", List.of("Mottagen")),
            new OrderStatus(PICKING, "picking", List.of("Plockas")),
            new OrderStatus(COMPLETED, "completed", List.of("Skickad")),
            new OrderStatus(CANCELED, "canceled", List.of("Makulerad")),
            new OrderStatus(PACKED, null, List.of("Packad")));

    public List<Method> payments = List.of(new Method(1, "klarna", null, List.of("Klarna")));
    public List<Method> shipping = List.of(new Method(1, null, null, List.of("PostNord")));

    private final Script script;

    public NamesInMemory(Script script) {
        this.script = script;
    }

    OrderStatus status(long statusId) {
        return statuses.stream()
                .filter(status -> status.statusId() == statusId)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Shop shop() {
        script.play("shop");
        return new Shop("Mugs", "mugs", "open", "SEK");
    }

    @Override
    public List<OrderStatus> orderStatuses() {
        script.play("orderStatuses");
        return statuses;
    }

    @Override
    public List<Method> paymentMethods() {
        script.play("paymentMethods");
        return payments;
    }

    @Override
    public List<Method> shippingMethods() {
        script.play("shippingMethods");
        return shipping;
    }

    @Override
    public List<TrackingType> trackingTypes() {
        script.play("trackingTypes");
        return List.of(new TrackingType(1, "PostNord"), new TrackingType(2, "DHL"));
    }
}
