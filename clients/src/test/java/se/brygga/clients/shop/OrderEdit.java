package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.order.ShopOrder;

/** A shop's order that is otherwise in some places. */
public final class OrderEdit {

    public @Nullable Instant modifiedAt;
    public boolean complete;
    public ShopOrder.Status status;
    public ShopOrder.@Nullable Customer customer;
    public ShopOrder.Payment payment;
    public ShopOrder.Shipping shipping;
    public BigDecimal amountToPay;
    public @Nullable String langCode;
    public @Nullable String externalId;
    public @Nullable String externalIdType;
    public List<ShopOrder.Item> items;
    public ShopOrder.Addresses addresses;
    public ShopOrder.Remarks remarks;

    private OrderEdit(ShopOrder order) {
        modifiedAt = order.modifiedAt();
        complete = order.complete();
        status = order.status();
        customer = order.customer();
        payment = order.payment();
        shipping = order.shipping();
        amountToPay = order.amountToPay();
        langCode = order.langCode();
        externalId = order.externalId();
        externalIdType = order.externalIdType();
        items = order.items();
        addresses = order.addresses();
        remarks = order.remarks();
    }

    public static ShopOrder of(ShopOrder order, Consumer<OrderEdit> change) {
        OrderEdit now = new OrderEdit(order);
        change.accept(now);
        return new ShopOrder(
                order.orderId(),
                order.createdAt(),
                now.modifiedAt,
                now.complete,
                now.status,
                now.customer,
                now.payment,
                now.shipping,
                order.currency(),
                order.currencyPrecision(),
                order.currencyExchangeRate(),
                now.amountToPay,
                now.langCode,
                order.discountCode(),
                order.shopCountryCode(),
                now.externalId,
                now.externalIdType,
                now.items,
                now.addresses,
                now.remarks);
    }
}
