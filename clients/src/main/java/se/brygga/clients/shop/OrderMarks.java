package se.brygga.clients.shop;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/** What Brygga writes on a shop's orders, and what it reads before and after a write. */
public interface OrderMarks {

    /**
     * Writes our number on the order, with our mark. Idempotent, because the write is absolute and names no status. It
     * neither mails nor charges anybody. The caller has checked that no other party's mark is there.
     */
    void linkOrder(long orderId, String externalId);

    /**
     * Writes our number beside another party's mark, under the name of our service. Idempotent, because the order has
     * one value for each name.
     */
    void putExternalService(long orderId, String serviceName, String value);

    /** Status, payment state and tracking of an order. Empty when the shop itself says that it has no such order. */
    Optional<OrderState> orderState(long orderId);

    /**
     * Changes status, tracking or both in one call. <b>Not idempotent</b>: the same status once more may mail and
     * charge once more. After OUTCOME_UNKNOWN ask {@link #orderState} first, and never repeat blindly. Only a new
     * {@link #orderState} tells what the shop made of the change, the payment above all.
     */
    void changeOrder(long orderId, OrderUpdate update);

    /** The order's comments, the shopper's own among them. */
    List<OrderComment> comments(long orderId);

    /**
     * Adds a comment from the shop's staff. <b>Not idempotent</b>: after OUTCOME_UNKNOWN list the comments and compare
     * first.
     *
     * @param text nothing that identifies a person
     */
    void addComment(long orderId, String text);

    /**
     * What a callback may change on an order. It is read before a change, to skip what is there already. It is read
     * after a change, to see that the change took effect.
     *
     * @param statusIdCode {@code created}, {@code picking}, {@code completed}, {@code canceled}; null for a custom
     *     status, and when the answer has no status
     * @param statusNames in each language that the answer has
     * @param paymentStatus of the payment method's transaction; only {@code reserved} is known, others occur
     * @param trackerType see {@link ShopNames#trackingTypes()}
     */
    record OrderState(
            long statusId,
            @Nullable String statusIdCode,
            List<String> statusNames,
            @Nullable String paymentStatus,
            @Nullable Integer trackerType,
            @Nullable String trackingNo) {

        public OrderState {
            statusNames = List.copyOf(statusNames);
        }

        /** Whether the order is cancelled in the shop. */
        public boolean cancelled() {
            return ShopOrder.Status.isCancelled(statusIdCode);
        }

        /** Whether the shop has ended the order as delivered. */
        public boolean completed() {
            return ShopOrder.Status.isCompleted(statusIdCode);
        }

        /** Whether the money is reserved and not yet captured. */
        public boolean paymentReserved() {
            return "reserved".equals(paymentStatus);
        }
    }

    /**
     * What one PATCH of an order changes; null leaves a part unchanged. Status and tracking go together, so that the
     * mail that the status sends can hold the tracking number (Starweb reference section 6).
     */
    record OrderUpdate(
            @Nullable StatusChange status, @Nullable Tracking tracking) {

        public OrderUpdate {
            if (status == null && tracking == null) {
                throw new IllegalArgumentException(
                        "an order update needs a status or a tracking number, and has neither");
            }
        }

        /**
         * A new status. The two switches have no default here. In Starweb both default to true, so a request without
         * them mails the shopper and may take money.
         *
         * @param statusId the shop's id of the status
         * @param sendEmail whether the shop may mail the shopper about the status
         * @param processPayment whether the shop may capture or release the payment
         */
        public record StatusChange(long statusId, boolean sendEmail, boolean processPayment) {}

        /**
         * The order's one tracking number. It replaces an earlier one.
         *
         * @param trackerType from {@link ShopNames#trackingTypes()}
         * @param trackingNo in the carrier's format, at most 50 characters. Blanks at the ends are removed. Nothing
         *     else is cut, so the shop refuses a longer number
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
}
