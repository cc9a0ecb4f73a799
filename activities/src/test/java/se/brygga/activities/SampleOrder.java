package se.brygga.activities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.OrderEdit;
import se.brygga.clients.shop.order.ShopOrder;

/**
 * One order of a shop, as Starweb shows it: a mug of 100 kr, paid, with nothing wrong about it until told otherwise. Each change
 * gives another order.
 */
public final class SampleOrder {

    private static final List<String> STATUSES = List.of("created", "picking", "completed", "canceled");

    private final long id;
    private final Instant created;
    private Instant modified;
    private boolean complete = true;
    private String status = "created";
    private String price = "100.00";
    private String street = "Ekgatan 1";
    private @Nullable Long customerId = 7L;
    private boolean commented;
    private @Nullable String externalId;
    private @Nullable String externalIdType;
    private @Nullable String amountToPay;
    private UnaryOperator<ShopOrder> edit = UnaryOperator.identity();

    private SampleOrder(long id, Instant created) {
        this.id = id;
        this.created = created;
        this.modified = created;
    }

    public static SampleOrder of(long id, String time) {
        return new SampleOrder(id, Instant.parse(time));
    }

    private SampleOrder with(Consumer<SampleOrder> change) {
        SampleOrder copy = new SampleOrder(id, created);
        copy.modified = modified;
        copy.complete = complete;
        copy.status = status;
        copy.price = price;
        copy.street = street;
        copy.customerId = customerId;
        copy.commented = commented;
        copy.externalId = externalId;
        copy.externalIdType = externalIdType;
        copy.amountToPay = amountToPay;
        copy.edit = edit;
        change.accept(copy);
        return copy;
    }

    public long id() {
        return id;
    }

    /** The same, changed later. */
    public SampleOrder modified(String time) {
        return with(copy -> copy.modified = Instant.parse(time));
    }

    public SampleOrder unfinished() {
        return with(copy -> copy.complete = false);
    }

    /** @param to one of Starweb's standard statuses */
    public SampleOrder status(String to) {
        return with(copy -> copy.status = to);
    }

    public SampleOrder price(String to) {
        return with(copy -> copy.price = to);
    }

    public SampleOrder mark(@Nullable String number, @Nullable String type) {
        return with(copy -> {
            copy.externalId = number;
            copy.externalIdType = type;
        });
    }

    public SampleOrder livingAt(String to) {
        return with(copy -> copy.street = to);
    }

    /** Placed without an account, with the same e-mail address. */
    public SampleOrder guest() {
        return with(copy -> copy.customerId = null);
    }

    /** Somebody has written a comment. */
    public SampleOrder withComment() {
        return with(copy -> copy.commented = true);
    }

    /** @param total what the shop says is to be paid, whatever the rows give */
    public SampleOrder toPay(String total) {
        return with(copy -> copy.amountToPay = total);
    }

    /** The same with something that the other methods have no word for. */
    public SampleOrder edited(UnaryOperator<ShopOrder> by) {
        return with(copy -> copy.edit = by);
    }

    /** For {@link #edited}: as a shop shows an order that was never changed. */
    public static ShopOrder withoutTimeOfChange(ShopOrder order) {
        return OrderEdit.of(order, edit -> edit.modifiedAt = null);
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
