package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.ShopSetup;

/** Orders for tests: usable in every respect until told otherwise; the shop's total is computed as the reference does it. */
final class Orders {

    /** A customer of whom nothing was ever sent. */
    static final Supplier<Optional<SpecterCustomer>> NO_CARD = Optional::empty;

    private final List<Item> items = new ArrayList<>();
    private BigDecimal shippingCost = BigDecimal.ZERO;
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal costVat = new BigDecimal(25);
    private BigDecimal feeVat = new BigDecimal(25);
    private boolean vatRoundedPerRow;
    private boolean amountsIncludeVat;
    private boolean partsCarryTheMoney;
    private String currency = "SEK";
    private int precision = 2;
    private @Nullable BigDecimal exchangeRate = BigDecimal.ONE;
    private @Nullable BigDecimal toPay;
    private String paymentCode = "klarna";
    private @Nullable String email = "kund@example.se";
    private ShopOrder.@Nullable Address address = livingAt("Ekgatan 1");

    private ShopOrder.@Nullable Payment payment;
    private ShopOrder.@Nullable Shipping shipping;
    private ShopOrder.@Nullable Customer customer;
    private ShopOrder.@Nullable Addresses addresses;
    private @Nullable String language = "sv";
    private @Nullable String discountCode;
    private ShopOrder.Remarks remarks = ShopOrder.Remarks.NONE;

    static Orders order() {
        return new Orders();
    }

    Orders row(@Nullable String sku, String price, int quantity, String vat) {
        return row(sku, price, quantity, vat, "0", DiscountType.PERCENT);
    }

    Orders row(@Nullable String sku, String price, int quantity, String vat, String discount, DiscountType type) {
        return row(item(sku, price, quantity, vat, discount, type, List.of()));
    }

    Orders row(Item item) {
        items.add(item);
        return this;
    }

    static Item item(
            @Nullable String sku,
            String price,
            int quantity,
            String vat,
            String discount,
            DiscountType type,
            List<Item> parts) {
        return new Item(
                1,
                sku,
                "Vara " + sku,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(vat),
                new BigDecimal(discount),
                type,
                parts);
    }

    Orders shipping(String cost) {
        shippingCost = new BigDecimal(cost);
        return this;
    }

    Orders fee(String amount) {
        fee = new BigDecimal(amount);
        return this;
    }

    Orders currency(String code, int decimals) {
        currency = code;
        precision = decimals;
        return this;
    }

    Orders exchangeRate(@Nullable String rate) {
        exchangeRate = rate == null ? null : new BigDecimal(rate);
        return this;
    }

    Orders costVat(String rate) {
        costVat = new BigDecimal(rate);
        return this;
    }

    Orders feeVat(String rate) {
        feeVat = new BigDecimal(rate);
        return this;
    }

    /** The shop rounds each row's VAT, as in T4's second reading. */
    Orders vatRoundedPerRow(boolean value) {
        vatRoundedPerRow = value;
        return this;
    }

    Orders amountsIncludeVat(boolean value) {
        amountsIncludeVat = value;
        return this;
    }

    Orders partsCarryTheMoney(boolean value) {
        partsCarryTheMoney = value;
        return this;
    }

    Orders toPay(String amount) {
        toPay = new BigDecimal(amount);
        return this;
    }

    Orders payment(String code) {
        paymentCode = code;
        return this;
    }

    Orders email(@Nullable String value) {
        email = value;
        return this;
    }

    Orders address(ShopOrder.@Nullable Address value) {
        address = value;
        return this;
    }

    Orders payment(ShopOrder.Payment value) {
        payment = value;
        return this;
    }

    Orders shipping(ShopOrder.Shipping value) {
        shipping = value;
        return this;
    }

    Orders customer(ShopOrder.Customer value) {
        customer = value;
        return this;
    }

    Orders addresses(ShopOrder.Addresses value) {
        addresses = value;
        return this;
    }

    Orders language(@Nullable String code) {
        language = code;
        return this;
    }

    Orders discountCode(String code) {
        discountCode = code;
        return this;
    }

    Orders remarks(@Nullable String internalComment, List<String> customInfo, OrderComment... comments) {
        remarks = new ShopOrder.Remarks(comments.length > 0, internalComment, customInfo, List.of(comments));
        return this;
    }

    /** The worked example of the Starweb reference, section 5.2. */
    static Orders t1() {
        return order().row("A", "159.20", 3, "25.0", "10", DiscountType.PERCENT)
                .row("B", "94.3396", 2, "6.0", "20", DiscountType.AMOUNT)
                .shipping("47.20")
                .fee("23.20");
    }

    static ShopOrder.Address livingAt(@Nullable String street) {
        return new ShopOrder.Address(
                null, "Åsa", "Öberg", null, null, null, street, "412 50", "Göteborg", null, "SE", null, null);
    }

    ShopOrder build() {
        return new ShopOrder(
                10025,
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                new ShopOrder.Status(11, "created", List.of("Skapad")),
                customer == null ? new ShopOrder.Customer(7L, false, email, null, null) : customer,
                payment == null
                        ? new ShopOrder.Payment(
                                1L, paymentCode, null, "Betalsätt " + paymentCode, fee, feeVat, "RES-1", "reserved")
                        : payment,
                shipping == null ? new ShopOrder.Shipping(1L, null, "PostNord", shippingCost, costVat) : shipping,
                currency,
                precision,
                exchangeRate,
                toPay == null ? computed() : toPay,
                language,
                discountCode,
                "SE",
                null,
                null,
                items,
                addresses == null ? new ShopOrder.Addresses(address, null, null, null, null, null) : addresses,
                remarks);
    }

    /** One sum of the order excluding VAT, with its rate. */
    private record Line(BigDecimal net, BigDecimal rate) {

        BigDecimal vat() {
            return net.multiply(rate).movePointLeft(2);
        }
    }

    private BigDecimal computed() {
        List<Line> lines = lines(partsCarryTheMoney);
        BigDecimal net = sum(lines, Line::net);
        BigDecimal vat =
                sum(lines, line -> vatRoundedPerRow ? line.vat().setScale(2, RoundingMode.HALF_UP) : line.vat());
        return net.setScale(precision, RoundingMode.HALF_UP).add(vat.setScale(precision, RoundingMode.HALF_UP));
    }

    /** The larger of what the two levels of the order's bundles come to, nothing rounded. */
    BigDecimal atMost() {
        BigDecimal parents = sum(lines(false), line -> line.net().add(line.vat()));
        BigDecimal parts = sum(lines(true), line -> line.net().add(line.vat()));
        return parents.max(parts);
    }

    /** Per VAT rate, nothing rounded. */
    SortedMap<Integer, BigDecimal> exactNets() {
        SortedMap<Integer, BigDecimal> nets = new TreeMap<>();
        lines(partsCarryTheMoney).forEach(line -> nets.merge(line.rate().intValueExact(), line.net(), BigDecimal::add));
        return nets;
    }

    private List<Line> lines(boolean ofParts) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(shippingCost, costVat));
        lines.add(new Line(fee, feeVat));
        for (Item item : items) {
            List<Item> carriers = ofParts && !item.bundled().isEmpty() ? item.bundled() : List.of(item);
            carriers.forEach(carrier -> lines.add(line(carrier)));
        }
        return lines;
    }

    private Line line(Item item) {
        BigDecimal row = item.unitPrice().multiply(item.quantity());
        BigDecimal factor = BigDecimal.ONE.add(item.vatRate().movePointLeft(2));
        BigDecimal off = switch (item.discountType()) {
            case PERCENT -> row.multiply(item.discount()).movePointLeft(2);
            case AMOUNT ->
                amountsIncludeVat ? item.discount().divide(factor, 12, RoundingMode.HALF_UP) : item.discount();
        };
        return new Line(row.subtract(off), item.vatRate());
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> part) {
        return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static ShopSetup shop(boolean amountsIncludeVat, OrderSetup.Bundles bundles) {
        return shop(OrderSetups.usual()
                .amountsIncludeVat(amountsIncludeVat)
                .bundles(bundles)
                .build());
    }

    static ShopSetup shop(OrderSetup orders) {
        return new ShopSetup(
                "kajak-se",
                1,
                "K",
                new StarwebSetup(URI.create("http://127.0.0.1/api/v2"), "a.b", new Secret("s"), 800, "Brygga"),
                orders,
                null,
                null,
                null,
                null);
    }

    static SpecterSetup specter() {
        return new SpecterSetup(
                URI.create("http://127.0.0.1/"),
                2,
                9999,
                "7",
                new Secret("k"),
                new Secret("i"),
                1,
                Duration.ofSeconds(60),
                true,
                Set.of(),
                Set.of(),
                null,
                null,
                Set.of(),
                false,
                SpecterSetup.PriceLists.FILE,
                3,
                SpecterSetup.TriggerOrderId.UNKNOWN);
    }
}
