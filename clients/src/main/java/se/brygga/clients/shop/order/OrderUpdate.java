package se.brygga.clients.shop.order;

import org.jspecify.annotations.Nullable;

/**
 * What one PATCH of an order changes; null leaves a part as it is. Status and tracking go together, so that the mail that
 * the status sends can hold the tracking number (Starweb reference section 6).
 */
public record OrderUpdate(
        @Nullable StatusChange status, @Nullable Tracking tracking) {

    public OrderUpdate {
        if (status == null && tracking == null) {
            throw new IllegalArgumentException("an order update needs a status or a tracking number, and has neither");
        }
    }

    /**
     * A new status. The two switches have no default here, because Starweb's own is true for both: left out, they mail the
     * shopper and may take money.
     *
     * @param statusId the shop's own number of the status
     * @param sendEmail whether the shopper may be mailed about it
     * @param processPayment whether the payment may be captured or released by it
     */
    public record StatusChange(long statusId, boolean sendEmail, boolean processPayment) {}

    /**
     * The order's one tracking number; it replaces what was there.
     *
     * @param trackerType from {@link se.brygga.clients.shop.ShopNames#trackingTypes()}
     * @param trackingNo in the carrier's format, at most 50 characters; blanks around it are taken away, nothing else is
     *     ever cut: a longer one is refused by the shop
     */
    public record Tracking(int trackerType, String trackingNo) {
        public Tracking {
            trackingNo = trackingNo.strip();
            if (trackingNo.isEmpty()) {
                throw new IllegalArgumentException("a tracking number is blank");
            }
        }
    }
}
