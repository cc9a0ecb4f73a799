package se.brygga.activities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.order.ShopOrder;

/** One order of a shop, as Starweb shows it: a mug of 100 kr, paid, with nothing wrong about it until told otherwise. */
public record SampleOrder(
        long id,
        Instant created,
        Instant modified,
        boolean complete,
        String status,
        String price,
        String street,
        @Nullable Long customerId,
        boolean commented,
        @Nullable String externalId,
        @Nullable String externalIdType,
        @Nullable String amountToPay,
        UnaryOperator<ShopOrder> edit) {

    private static final List<String> STATUSES = List.of("created", "picking", "completed", "canceled");

    public static SampleOrder of(long id, String time) {
        Instant at = Instant.parse(time);
        return new SampleOrder(
                id,
                at,
                at,
                true,
                "created",
                "100.00",
                "Ekgatan 1",
                7L,
                false,
                null,
                null,
                null,
                UnaryOperator.identity());
    }

    /** The same, changed later. */
    public SampleOrder modified(String time) {
        return new SampleOrder(
                id,
                created,
                Instant.parse(time),
                complete,
                status,
                price,
                street,
                customerId,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    public SampleOrder unfinished() {
        return new SampleOrder(
                id,
                created,
                modified,
                false,
                status,
                price,
                street,
                customerId,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    /** @param to one of Starweb's standard statuses */
    public SampleOrder status(String to) {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                to,
                price,
                street,
                customerId,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    public SampleOrder price(String to) {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                to,
                street,
                customerId,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    public SampleOrder mark(@Nullable String number, @Nullable String type) {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                price,
                street,
                customerId,
                commented,
                number,
                type,
                amountToPay,
                edit);
    }

    public SampleOrder livingAt(String to) {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                price,
                to,
                customerId,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    /** Placed without an account, with the same e-mail address. */
    public SampleOrder guest() {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                price,
                street,
                null,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    /** Somebody has written a comment. */
    public SampleOrder withComment() {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                price,
                street,
                customerId,
                true,
                externalId,
                externalIdType,
                amountToPay,
                edit);
    }

    /** @param total what the shop says is to be paid, whatever the rows give */
    public SampleOrder toPay(String total) {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                price,
                street,
                customerId,
                commented,
                externalId,
                externalIdType,
                total,
                edit);
    }

    /** The same with something that the other methods have no word for. */
    public SampleOrder edited(UnaryOperator<ShopOrder> by) {
        return new SampleOrder(
                id,
                created,
                modified,
                complete,
                status,
                price,
                street,
                customerId,
                commented,
                externalId,
                externalIdType,
                amountToPay,
                by);
    }

    /** For {@link #edited}: as a shop shows an order that was never changed. */
    public static ShopOrder withoutTimeOfChange(ShopOrder o) {
        return new ShopOrder(
                o.orderId(),
                o.createdAt(),
                null,
                o.complete(),
                o.status(),
                o.customer(),
                o.payment(),
                o.shipping(),
                o.currency(),
                o.currencyPrecision(),
                o.currencyExchangeRate(),
                o.amountToPay(),
                o.langCode(),
                o.discountCode(),
                o.shopCountryCode(),
                o.externalId(),
                o.externalIdType(),
                o.items(),
                o.addresses(),
                o.remarks());
    }

    public ShopOrder build() {
        return edit.apply(plain());
    }

    private ShopOrder plain() {
        BigDecimal net = new BigDecimal(price);
        BigDecimal vat = net.multiply(new BigDecimal("0.25")).setScale(2, RoundingMode.HALF_UP);
        var home = new ShopOrder.Address(
                null, "Åsa", "Öberg", null, null, null, street, "412 50", "Göteborg", null, "SE", null, null);
        return new ShopOrder(
                id,
                created,
                modified,
                complete,
                new ShopOrder.Status(11 + STATUSES.indexOf(status), status, List.of()),
                new ShopOrder.Customer(customerId, false, "asa@example.se", null, null),
                new ShopOrder.Payment(
                        1L, "klarna", null, "Klarna", BigDecimal.ZERO, BigDecimal.ZERO, "RES-1", "reserved"),
                new ShopOrder.Shipping(1L, null, "PostNord", BigDecimal.ZERO, BigDecimal.ZERO),
                "SEK",
                2,
                BigDecimal.ONE,
                amountToPay == null ? net.add(vat) : new BigDecimal(amountToPay),
                "sv",
                null,
                "SE",
                externalId,
                externalIdType,
                List.of(new ShopOrder.Item(
                        1,
                        "MUGG",
                        "Mugg",
                        BigDecimal.ONE,
                        net,
                        new BigDecimal("25.0"),
                        BigDecimal.ZERO,
                        ShopOrder.DiscountType.PERCENT,
                        List.of())),
                new ShopOrder.Addresses(home, null, null, null, null, null),
                new ShopOrder.Remarks(commented, null, List.of(), List.of()));
    }
}
