package se.brygga.clients.specter.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@code newOrderSubmit} (reference section 4.2), without the customer, whose number comes from
 * {@code newCustomerSubmit}. Equal values are always encoded to equal bytes, because after a lost answer exactly the
 * same request is sent again.
 *
 * @param externalOrderNo prefix + shop's number: Specter's guard against a second order
 * @param currency ISO 4217
 * @param language Specter's own code
 * @param payType Specter's {@code payTypeIdentifier}
 * @param payReference the provider's transaction, unchanged; null when there is none
 * @param paySystemUser merchant id at the provider; null unless the set-up has one
 * @param deliveryMethod Specter's {@code externalDeliveryMethod}
 * @param stockSiteId warehouse; null for the default one
 * @param webshopId Specter's number of the shop; null where it has none
 * @param internalComment for the merchant's staff
 * @param publishedComment printed for the customer
 */
public record SpecterOrder(
        String externalOrderNo,
        @Nullable Integer webshopId,
        @Nullable String stockSiteId,
        String currency,
        String language,
        String payType,
        @Nullable String payReference,
        @Nullable String paySystemUser,
        boolean prepayment,
        @Nullable String deliveryMethod,
        @Nullable String customerReference,
        @Nullable String internalComment,
        @Nullable String publishedComment,
        boolean sendOrderMail,
        List<Row> rows) {

    public SpecterOrder {
        rows = List.copyOf(rows);
    }

    /** This order with other spellings of its rows' article numbers. */
    public SpecterOrder withArticleNos(UnaryOperator<String> spelled) {
        return new SpecterOrder(
                externalOrderNo,
                webshopId,
                stockSiteId,
                currency,
                language,
                payType,
                payReference,
                paySystemUser,
                prepayment,
                deliveryMethod,
                customerReference,
                internalComment,
                publishedComment,
                sendOrderMail,
                rows.stream()
                        .map(row -> new Row(
                                spelled.apply(row.articleNo()),
                                row.articleName(),
                                row.comment(),
                                row.priceExclVat(),
                                row.quantity(),
                                row.vatPercent()))
                        .toList());
    }

    /**
     * One article row.
     *
     * @param priceExclVat unit price with exactly three decimals; negative for a discount
     * @param quantity negative for a return
     * @param vatPercent whole percent
     */
    public record Row(
            String articleNo,
            String articleName,
            @Nullable String comment,
            BigDecimal priceExclVat,
            BigDecimal quantity,
            int vatPercent) {}
}
