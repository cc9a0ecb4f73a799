package se.brygga.clients.shop.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order as its shop holds it. Everything that may be missing is nullable. Lists are never null. Amounts are exact,
 * as the shop sent them. Amounts of rows, freight and fee exclude VAT.
 *
 * @param modifiedAt null when the shop does not say
 * @param complete saved, and confirmed by the payment method ({@code isComplete})
 * @param amountToPay including VAT, in {@code currency}
 * @param currencyExchangeRate what 1 of the shop's base currency is in {@code currency}; null when the shop does not
 *     say
 * @param currencyPrecision decimals of the currency as the shop displays it
 * @param externalId another system's number; ours only if {@code externalIdType} is ours
 */
public record ShopOrder(
        long orderId,
        Instant createdAt,
        @Nullable Instant modifiedAt,
        boolean complete,
        Status status,
        @Nullable Customer customer,
        Payment payment,
        Shipping shipping,
        String currency,
        int currencyPrecision,
        @Nullable BigDecimal currencyExchangeRate,
        BigDecimal amountToPay,
        @Nullable String langCode,
        @Nullable String discountCode,
        @Nullable String shopCountryCode,
        @Nullable String externalId,
        @Nullable String externalIdType,
        List<Item> items,
        Addresses addresses,
        Remarks remarks) {

    public ShopOrder {
        items = List.copyOf(items);
    }

    /**
     * The order's status. Statuses belong to a shop: only {@code idCode} means the same in all shops.
     *
     * @param idCode {@code created}, {@code picking}, {@code completed}, {@code canceled}; null for a custom status
     * @param names in each language that the answer has
     */
    public record Status(long statusId, @Nullable String idCode, List<String> names) {

        /** The {@code idCode} of a cancelled order. */
        public static final String CANCELED = "canceled";

        /** The {@code idCode} of a delivered order. */
        public static final String COMPLETED = "completed";

        public Status {
            names = List.copyOf(names);
        }

        /** Whether the order is cancelled in the shop. */
        public boolean cancelled() {
            return isCancelled(idCode);
        }

        /** Whether an {@code idCode} is that of a cancelled order. */
        public static boolean isCancelled(@Nullable String idCode) {
            return CANCELED.equals(idCode);
        }

        /** Whether an {@code idCode} is that of an order that the shop has ended as delivered. */
        public static boolean isCompleted(@Nullable String idCode) {
            return COMPLETED.equals(idCode);
        }
    }

    /**
     * The order's customer. The values of the order at its placing go before those of the customer's card today.
     *
     * @param company whether {@code type} is {@code company}
     * @param nationalIdNo personal or organisation number
     */
    public record Customer(
            @Nullable Long customerId,
            boolean company,
            @Nullable String email,
            @Nullable String nationalIdNo,
            @Nullable String vatNo) {}

    /** How the order was paid. {@code fee} excludes VAT; {@code vatRate} is in percent. */
    public record Payment(
            @Nullable Long methodId,
            @Nullable String idCode,
            @Nullable String externalId,
            @Nullable String name,
            BigDecimal fee,
            BigDecimal vatRate,
            @Nullable String reference,
            @Nullable String status) {}

    /** How the order is sent. {@code cost} excludes VAT; {@code vatRate} is in percent. */
    public record Shipping(
            @Nullable Long methodId,
            @Nullable String externalId,
            @Nullable String name,
            BigDecimal cost,
            BigDecimal vatRate) {}

    /**
     * One row of the order.
     *
     * @param quantity whole, may be negative
     * @param unitPrice excluding VAT
     * @param discount in percent, or an amount for the whole row; 0 when there is none
     * @param bundled the parts of a bundle, empty for other rows
     */
    public record Item(
            long itemId,
            @Nullable String sku,
            @Nullable String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal vatRate,
            BigDecimal discount,
            DiscountType discountType,
            List<Item> bundled) {
        public Item {
            bundled = List.copyOf(bundled);
        }
    }

    /** How to read {@link Item#discount()}. */
    public enum DiscountType {
        PERCENT,
        AMOUNT
    }

    /** The six addresses of an order; any may be missing. */
    public record Addresses(
            @Nullable Address originalInvoice,
            @Nullable Address originalDelivery,
            @Nullable Address customerInvoice,
            @Nullable Address customerDelivery,
            @Nullable Address paymentMethodInvoice,
            @Nullable Address paymentMethodDelivery) {}

    /** One address; every field may be missing. */
    public record Address(
            @Nullable String companyName,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String careOf,
            @Nullable String attention,
            @Nullable String reference,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String state,
            @Nullable String countryCode,
            @Nullable String phoneNo,
            @Nullable String mobilePhoneNo) {}

    /**
     * What people wrote. The texts may name anybody, so they belong in no log, history or message.
     *
     * @param hasComments whether {@link se.brygga.clients.shop.OrderMarks#comments} returns any; reading them costs a
     *     call
     * @param internalComment from the shop's staff, for the shop's staff
     * @param customInfo the filled fields {@code customInfo1} to {@code customInfo4} of the checkout page
     * @param comments empty until {@link ShopOrder#withComments}
     */
    public record Remarks(
            boolean hasComments,
            @Nullable String internalComment,
            List<String> customInfo,
            List<OrderComment> comments) {

        public static final Remarks NONE = new Remarks(false, null, List.of(), List.of());

        public Remarks {
            customInfo = List.copyOf(customInfo);
            comments = List.copyOf(comments);
        }
    }

    /** This order with its comments, which are read by a call of their own. */
    public ShopOrder withComments(List<OrderComment> comments) {
        return new ShopOrder(
                orderId,
                createdAt,
                modifiedAt,
                complete,
                status,
                customer,
                payment,
                shipping,
                currency,
                currencyPrecision,
                currencyExchangeRate,
                amountToPay,
                langCode,
                discountCode,
                shopCountryCode,
                externalId,
                externalIdType,
                items,
                addresses,
                new Remarks(remarks.hasComments(), remarks.internalComment(), remarks.customInfo(), comments));
    }

    /** The customer; empty when the answer has none. */
    public Optional<Customer> customerIfKnown() {
        return Optional.ofNullable(customer);
    }

    /**
     * A comment on an order.
     *
     * @param from {@code admin} or {@code customer}
     */
    public record OrderComment(
            long commentId, String text, @Nullable String from) {}
}
