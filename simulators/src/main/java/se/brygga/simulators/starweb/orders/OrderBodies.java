package se.brygga.simulators.starweb.orders;

import java.util.List;
import se.brygga.simulators.starweb.wire.BodyRules;

/** What may stand in the bodies of {@code /orders} and of what lies below it. */
public final class OrderBodies {

    /** The six addresses of an order, in the order of their age. */
    public static final List<String> ADDRESSES = List.of(
            "originalInvoice",
            "originalDelivery",
            "customerInvoice",
            "customerDelivery",
            "paymentMethodInvoice",
            "paymentMethodDelivery");

    public static final BodyRules ADDRESS = new BodyRules()
            .text(80, "companyName", "careOf", "attention", "reference")
            .text(35, "firstName", "lastName")
            .text(50, "address")
            .text(12, "postalCode")
            .text(30, "city", "state", "phoneNo", "mobilePhoneNo")
            .text(2, 2, "countryCode");

    public static final BodyRules ITEM = new BodyRules()
            .text(40, "sku")
            .text(255, "description")
            .whole(-1_000_000, 1_000_000, "quantity")
            .text(5, "unitSymbol")
            .number(-1_000_000_000, "unitPrice")
            .percent("vatRate")
            .number(0, "discount")
            .oneOf(List.of("amount", "percent"), "discountType")
            .whole(0, 1_000_000, "sortIndex");

    /** What decides on what the shopper pays, apart from the rows. */
    public static final BodyRules MONEY = new BodyRules()
            .number(0, "paymentFee", "shippingCost", "amountPaid", "currencyExchangeRate")
            .percent("paymentVatRate", "shippingVatRate")
            .whole(0, 6, "currencyPrecision");

    /** What a write puts on an order as it is. */
    public static final BodyRules PLAIN = new BodyRules()
            .text(50, "paymentMethodName", "shippingTrackingNo")
            .text(30, "shippingMethodName")
            .text(255, "customInfo1", "customInfo2", "customInfo3", "customInfo4")
            .text(255, "originalCustomerEmail", "originalCustomerNationalIdNo", "originalCustomerVatNo")
            .text(255, "originalCustomerCustomInfo1", "originalCustomerCustomInfo2")
            .text(20, "discountCode", "paymentStatus", "externalIdType")
            .text(80, "paymentReference")
            .text(40, "externalId")
            .text(65_535, "internalComment")
            .text(3, 3, "currencyCode")
            .text(2, 2, "langCode")
            .truth("isComplete", "isRead")
            .time("createdAt")
            .id("customerId", "shippingTrackerType");

    /** What a write acts on. */
    public static final BodyRules ACTING = new BodyRules()
            .whole(0, Integer.MAX_VALUE, "statusId")
            .id("paymentMethodId", "shippingMethodId")
            .truth("onOrderStatusChangeSendEmail", "onOrderStatusChangeProcessPayment", "sendEmailsOnStatusChange")
            .list("items", ITEM)
            .object("addresses", addresses());

    private OrderBodies() {}

    private static BodyRules addresses() {
        BodyRules six = new BodyRules();
        ADDRESSES.forEach(key -> six.object(key, ADDRESS));
        return six;
    }
}
