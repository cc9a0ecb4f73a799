package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.brygga.activities.specter.SpecterOrder;

/**
 * The total including VAT that Specter will reach: an assumption (reference section 10) that stands nowhere but here. Per
 * VAT rate the sum of price × quantity, and its VAT, each rounded half-up to the currency's decimals; all rates added.
 */
final class SpecterTotal {

    private SpecterTotal() {}

    static BigDecimal of(List<SpecterOrder.Row> rows, int decimals) {
        SortedMap<Integer, BigDecimal> nets = new TreeMap<>();
        for (SpecterOrder.Row row : rows) {
            nets.merge(row.vatPercent(), row.priceExclVat().multiply(row.quantity()), BigDecimal::add);
        }
        BigDecimal total = BigDecimal.ZERO.setScale(decimals);
        for (var rate : nets.entrySet()) {
            BigDecimal net = rate.getValue().setScale(decimals, RoundingMode.HALF_UP);
            BigDecimal vat = net.multiply(BigDecimal.valueOf(rate.getKey())).movePointLeft(2);
            total = total.add(net).add(vat.setScale(decimals, RoundingMode.HALF_UP));
        }
        return total;
    }
}
