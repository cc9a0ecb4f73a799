package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Item;

/** The shop's own total including VAT, computed from its rows (Starweb reference 5.2): exact, not rounded. */
final class ShopTotal {

    private ShopTotal() {}

    static BigDecimal of(ShopOrder order, boolean amountDiscountsIncludeVat, BundleMoney bundleMoney) {
        BigDecimal total = withVat(order.shipping().cost(), order.shipping().vatRate())
                .add(withVat(order.payment().fee(), order.payment().vatRate()));
        for (Item item : order.items()) {
            List<Item> carriers =
                    item.bundled().isEmpty() || bundleMoney == BundleMoney.PARENT ? List.of(item) : item.bundled();
            for (Item carrier : carriers) {
                BigDecimal net = carrier.unitPrice()
                        .multiply(carrier.quantity())
                        .subtract(OrderRows.discountNet(carrier, amountDiscountsIncludeVat));
                total = total.add(withVat(net, carrier.vatRate()));
            }
        }
        return total;
    }

    /** How far the shop's total may be from its rows through rounding alone (reference 5.2). */
    static BigDecimal tolerance(ShopOrder order) {
        BigDecimal perRow =
                new BigDecimal("0.01").multiply(BigDecimal.valueOf(order.items().size() + 2L));
        return perRow.max(BigDecimal.ONE.movePointLeft(order.currencyPrecision()));
    }

    static boolean fits(ShopOrder order, BigDecimal recomputed) {
        BigDecimal difference = recomputed.subtract(order.amountToPay()).abs();
        return difference.setScale(4, RoundingMode.HALF_UP).compareTo(tolerance(order)) <= 0;
    }

    private static BigDecimal withVat(BigDecimal net, BigDecimal rate) {
        return net.add(net.multiply(rate).movePointLeft(2));
    }
}
