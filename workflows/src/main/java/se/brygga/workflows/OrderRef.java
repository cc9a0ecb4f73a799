package se.brygga.workflows;

/**
 * One order of one shop.
 *
 * @param orderId Starweb's {@code orderId}, unique within the shop and the number the shopper sees
 */
public record OrderRef(ShopRef shop, long orderId) {

    public OrderRef {
        if (orderId <= 0) {
            throw new IllegalArgumentException("orderId must be positive, not " + orderId);
        }
    }

    public static OrderRef of(String tenant, String shop, long orderId) {
        return new OrderRef(new ShopRef(tenant, shop), orderId);
    }

    /** {@code tenant/shop/orderId}: the tail of workflow ids. */
    @Override
    public String toString() {
        return shop + "/" + orderId;
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException the text has another form
     */
    public static OrderRef parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("expected tenant/shop/orderId, not \"" + text + "\"");
        }
        try {
            return of(parts[0], parts[1], Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number as orderId in \"" + text + "\"", e);
        }
    }
}
