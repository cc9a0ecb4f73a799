package se.brygga.simulators.starweb;

/**
 * One order as tests and people look at it.
 *
 * @param status an idCode, or the name of the custom status
 * @param paymentStatus {@code reserved}, {@code captured}, {@code cancelled} or empty
 * @param tracking the parcel's number; empty when there is none
 */
public record OrderSummary(
        long orderId,
        boolean complete,
        String status,
        String paymentStatus,
        String tracking,
        String total,
        String currency,
        String externalId) {}
