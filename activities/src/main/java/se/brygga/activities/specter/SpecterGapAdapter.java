package se.brygga.activities.specter;

import se.brygga.activities.specter.wire.Latin1;

/**
 * The only class that knows our invented shapes (reference section 11): what Specter can probably do, but nobody has
 * published how. Specter's real document replaces what is here, and nothing else. The simulator plays the same shapes;
 * against the live host the set-up keeps them off.
 *
 * @param allowed the set-up's {@code assumedAdapter}
 */
record SpecterGapAdapter(boolean allowed) {

    /**
     * Makes an invoice of an order: putInfo {@code orderInvoiceSubmit}, {@code orderNo}, X = {@code orderNo}, answer
     * {@code 1;<invoiceNo>;OK}.
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    SpecterRequest invoice(long orderNo, String subject) {
        if (!allowed) {
            throw new IllegalStateException(
                    "Specter's call for making invoices is not known; the set-up does not allow the assumed one");
        }
        return SpecterRequest.put(
                "orderInvoiceSubmit",
                subject,
                new Latin1(Long.toString(orderNo)),
                new SpecterForm().number("orderNo", orderNo),
                SpecterRequest.Wants.NUMBER);
    }
}
