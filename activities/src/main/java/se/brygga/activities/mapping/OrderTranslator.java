package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.CustomerTranslator.Billed;
import se.brygga.activities.mapping.Translation.Problem;
import se.brygga.activities.mapping.texts.WrittenText;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.setup.OrderSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.Money;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/**
 * Translates an order, to the öre or not at all (design section 7). Pure: equal orders and set-ups give equal results.
 */
public final class OrderTranslator {

    private static final BigDecimal LARGEST_ROUNDING = BigDecimal.ONE;

    /**
     * Translates an order. Never throws for an order that could be read: everything wrong with it is a problem in the
     * result.
     *
     * @param lastSent what was last sent for the customer's card
     */
    public Translation translate(
            ShopOrder order, ShopSetup shop, SpecterSetup specter, Supplier<Optional<SpecterCustomer>> lastSent) {
        List<Problem> problems = new ArrayList<>();
        if (order.amountToPay().signum() < 0) {
            problems.add(new Problem(
                    Cause.TOTAL_BELOW_ZERO,
                    Phrase.TOTAL_IS.with(order.amountToPay().toPlainString() + " " + order.currency())));
        }
        OrderSetup setup = shop.orders();
        OrderSetup.Payment payment = payment(order, setup, problems);
        OrderSetup.Shipping shipping = shipping(order, setup, problems);
        Billed billed = CustomerTranslator.billed(order, lastSent, problems);
        SpecterCustomer customer = billed == null
                ? null
                : CustomerTranslator.translate(order, setup, specter.forceCustomerUpdate(), billed, lastSent, problems);
        BundleMoney bundleMoney = bundleMoney(order, setup, problems);
        OrderRows rows = rows(order, setup, shipping, bundleMoney, problems);
        int decimals = decimals(order.currency());
        if (payment == null || billed == null || customer == null || !problems.isEmpty()) {
            return new Translation(null, problems);
        }
        SpecterTotal total = round(order, rows, decimals, bundleMoney, problems);
        if (rows.rows().size() > setup.maxRows()) {
            problems.add(new Problem(
                    Cause.TOO_MANY_ROWS,
                    Phrase.ROWS_AT_MOST.with(rows.rows().size(), setup.maxRows()),
                    Map.of("rows", "" + rows.rows().size(), "most", "" + setup.maxRows())));
            return new Translation(null, problems);
        }
        SpecterOrder specterOrder = header(order, shop, payment, shipping, billed, rows);
        limits(customer, specterOrder, problems);
        boolean sendable = problems.stream().allMatch(problem -> problem.cause() == Cause.TOTALS_DIFFER);
        return new Translation(
                sendable
                        ? new Translation.Draft(
                                customer,
                                specterOrder,
                                rows.articles(),
                                new Money(total.byRate(), order.currency()),
                                total.otherwise())
                        : null,
                problems);
    }

    /**
     * What Specter would be told of an order, even if it cannot be sent as it is now.
     *
     * @param lastSent as in {@link #translate}
     */
    public ToldOrder told(
            ShopOrder order, ShopSetup shop, SpecterSetup specter, Supplier<Optional<SpecterCustomer>> lastSent) {
        OrderSetup setup = shop.orders();
        List<Problem> untold = new ArrayList<>();
        List<Problem> elsewhere = new ArrayList<>();
        OrderSetup.Shipping shipping = shipping(order, setup, elsewhere);
        OrderRows rows = rows(order, setup, shipping, bundleMoney(order, setup, elsewhere), untold);
        Billed billed = CustomerTranslator.billed(order, lastSent, elsewhere);
        return ToldOrder.of(
                order,
                rows,
                untold,
                new ToldOrder.Methods(payment(order, setup, elsewhere), shipping),
                billed == null
                        ? null
                        : new ToldOrder.Customer(
                                CustomerTranslator.translate(
                                        order, setup, specter.forceCustomerUpdate(), billed, lastSent, elsewhere),
                                billed.address().reference()));
    }

    private static OrderSetup.@Nullable Payment payment(ShopOrder order, OrderSetup setup, List<Problem> problems) {
        ShopOrder.Payment p = order.payment();
        Optional<OrderSetup.Payment> found = find(setup.payments(), p.externalId(), p.idCode(), p.methodId(), p.name());
        if (found.isEmpty()) {
            problems.add(
                    notMapped(Cause.PAYMENT_NOT_MAPPED, p.name(), described(p.externalId(), p.idCode(), p.methodId())));
        }
        return found.orElse(null);
    }

    private static OrderSetup.@Nullable Shipping shipping(ShopOrder order, OrderSetup setup, List<Problem> problems) {
        ShopOrder.Shipping s = order.shipping();
        Optional<OrderSetup.Shipping> found = find(setup.shipping(), s.externalId(), null, s.methodId(), s.name());
        boolean needsOne = s.methodId() != null || s.cost().signum() != 0;
        if (found.isEmpty() && needsOne) {
            problems.add(notMapped(Cause.SHIPPING_NOT_MAPPED, s.name(), described(s.externalId(), null, s.methodId())));
        }
        return found.orElse(null);
    }

    /** Finds a method by the set-up's key: the externalId, else idCode, else id, else name, in any case of letters. */
    private static <T> Optional<T> find(
            Map<String, T> map,
            @Nullable String externalId,
            @Nullable String idCode,
            @Nullable Long id,
            @Nullable String name) {
        return Stream.of(externalId, idCode, id == null ? null : id.toString(), name)
                .filter(key -> key != null)
                .flatMap(key -> map.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                        .map(Map.Entry::getValue))
                .findFirst();
    }

    /** Names the method as the shop owner knows it, and lists the keys that the set-up may use. */
    private static Problem notMapped(Cause cause, @Nullable String name, String keys) {
        return name == null
                ? new Problem(cause, Phrase.METHOD.with(keys))
                : new Problem(cause, Phrase.METHOD_NAMED.with(name, keys), Map.of("method", name));
    }

    private static String described(@Nullable String externalId, @Nullable String idCode, @Nullable Long id) {
        return Stream.of(
                        externalId == null ? null : "externalId " + externalId,
                        idCode == null ? null : "idCode " + idCode,
                        id == null ? null : "id " + id)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /**
     * Which level carries the money: the parent if the shop's total then fits, else the parts if it fits then. If
     * neither fits, the bundle is in doubt only if the two levels differ. Otherwise something else is wrong, which the
     * totals show.
     */
    private static BundleMoney bundleMoney(ShopOrder order, OrderSetup setup, List<Problem> problems) {
        if (order.items().stream().allMatch(item -> item.bundled().isEmpty())) {
            return BundleMoney.PARENT;
        }
        for (BundleMoney level : BundleMoney.values()) {
            if (ShopTotal.fits(order, total(order, setup, level))) {
                return level;
            }
        }
        if (hasNoPrice(order.items().stream().flatMap(item -> item.bundled().stream()))) {
            return BundleMoney.PARENT;
        }
        if (hasNoPrice(order.items().stream().filter(item -> !item.bundled().isEmpty()))) {
            return BundleMoney.CHILDREN;
        }
        BigDecimal apart = total(order, setup, BundleMoney.PARENT).subtract(total(order, setup, BundleMoney.CHILDREN));
        if (apart.abs().compareTo(ShopTotal.tolerance(order)) > 0) {
            problems.add(new Problem(
                    Cause.BUNDLE_UNCLEAR, Phrase.BUNDLE_GIVES_NEITHER.with(amount(order.amountToPay(), order))));
        }
        return BundleMoney.PARENT;
    }

    private static BigDecimal total(ShopOrder order, OrderSetup setup, BundleMoney level) {
        return ShopTotal.of(order, setup.amountDiscountsIncludeVat(), level);
    }

    private static boolean hasNoPrice(Stream<ShopOrder.Item> items) {
        return items.allMatch(item -> item.unitPrice().signum() == 0);
    }

    private static OrderRows rows(
            ShopOrder order,
            OrderSetup setup,
            OrderSetup.@Nullable Shipping shipping,
            BundleMoney bundleMoney,
            List<Problem> problems) {
        OrderRows rows = new OrderRows(setup, problems);
        int number = 1;
        for (ShopOrder.Item item : order.items()) {
            rows.addItem(item, number++, bundleMoney);
        }
        if (rows.rows().isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(Cause.NO_ROWS, order.items().isEmpty() ? Phrase.NO_ROWS : Phrase.NO_QUANTITIES));
        }
        ShopOrder.Shipping freight = order.shipping();
        if (shipping != null && (freight.cost().signum() != 0 || shipping.rowWhenFree())) {
            String name = freight.name() == null ? "" : freight.name();
            String text = WrittenText.FREIGHT.with(name).strip();
            rows.addCost(shipping.article(), text, freight.cost(), freight.vatRate(), Phrase.FREIGHT);
        }
        ShopOrder.Payment payment = order.payment();
        if (payment.fee().signum() != 0) {
            rows.addCost(setup.articles().fee(), WrittenText.FEE.with(), payment.fee(), payment.vatRate(), Phrase.FEE);
        }
        return rows;
    }

    /** Adds rounding rows, within limits. Returns the total that Specter will reach. */
    private static SpecterTotal round(
            ShopOrder order, OrderRows rows, int decimals, BundleMoney bundleMoney, List<Problem> problems) {
        RoundingRows rounding = rows.rounding(decimals);
        BigDecimal total = rounding.mended().byRate();
        BigDecimal left = order.amountToPay().subtract(total);
        boolean shopAddsUp = ShopTotal.fits(order, ShopTotal.of(order, rows.amountDiscountsIncludeVat(), bundleMoney));
        BigDecimal limit = ShopTotal.tolerance(order).min(LARGEST_ROUNDING);
        boolean expressible = left.stripTrailingZeros().scale() <= decimals;
        if (shopAddsUp && expressible && left.abs().compareTo(limit) <= 0) {
            rounding.upTo(order.amountToPay(), limit, rows.room()).forEach(rows::addRounding);
        } else {
            rounding.mending().forEach(rows::addRounding);
            Map<String, String> sums = Map.of(
                    "shop", amount(order.amountToPay(), order),
                    "specter", amount(total, order),
                    "difference", amount(left.abs(), order));
            problems.add(new Problem(
                    Cause.TOTALS_DIFFER,
                    Phrase.TOTALS.with(
                            amount(order.amountToPay(), order), amount(total, order), amount(left.abs(), order)),
                    sums));
        }
        return SpecterTotal.of(rows.rows(), decimals);
    }

    /** The amount with at least as many decimals as the currency has. */
    private static String amount(BigDecimal amount, ShopOrder order) {
        int scale = Math.max(amount.stripTrailingZeros().scale(), decimals(order.currency()));
        return amount.setScale(scale).toPlainString() + " " + order.currency();
    }

    private static SpecterOrder header(
            ShopOrder order,
            ShopSetup shop,
            OrderSetup.Payment payment,
            OrderSetup.@Nullable Shipping shipping,
            Billed billed,
            OrderRows rows) {
        return new SpecterOrder(
                shop.orderNoPrefix() + order.orderId(),
                shop.webshopId(),
                shop.orders().stockSiteId(),
                order.currency(),
                Languages.ofOrder(order.langCode()),
                payment.code(),
                order.payment().reference(),
                payment.paySystemUser(),
                payment.prepayment(),
                shipping == null ? null : shipping.method(),
                billed.address().reference(),
                OrderComments.internal(order, rows.texts()),
                null,
                shop.orders().sendOrderMail(),
                rows.rows());
    }

    private static void limits(SpecterCustomer customer, SpecterOrder order, List<Problem> problems) {
        for (SpecterLimits.Violations found :
                List.of(SpecterLimits.violations(customer), SpecterLimits.violations(order))) {
            found.notAllowed().forEach(text -> problems.add(new Problem(Cause.VALUE_NOT_ALLOWED, text)));
            found.tooLong().forEach(text -> problems.add(new Problem(Cause.TEXT_TOO_LONG, text)));
        }
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
