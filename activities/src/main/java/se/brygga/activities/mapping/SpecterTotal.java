package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.brygga.clients.specter.order.SpecterOrder.Row;

/**
 * The total including VAT that Specter will reach, in öre (the smallest unit of the currency). Nobody outside the
 * vendor knows how Specter rounds (reference section 10). So this class has all plausible readings, and no other class
 * has any. Every reading rounds half-up, away from zero, and adds the VAT rates.
 *
 * @param byRate per VAT rate the rounded net, and the rounded VAT of the rounded net: the reading that we assume
 * @param byExactNet per VAT rate the rounded net, and the rounded VAT of the exact net
 * @param byRow per row the rounded net, and the rounded VAT of the rounded net
 */
record SpecterTotal(BigDecimal byRate, BigDecimal byExactNet, BigDecimal byRow) {

    static SpecterTotal of(List<Row> rows, int decimals) {
        return rates(rows, decimals).values().stream().map(Rate::total).reduce(zero(decimals), SpecterTotal::plus);
    }

    static SpecterTotal zero(int decimals) {
        BigDecimal nothing = nothing(decimals);
        return new SpecterTotal(nothing, nothing, nothing);
    }

    /** The rows of an order by their VAT rate. */
    static SortedMap<Integer, Rate> rates(List<Row> rows, int decimals) {
        SortedMap<Integer, Rate> rates = new TreeMap<>();
        for (Row row : rows) {
            BigDecimal net = row.priceExclVat().multiply(row.quantity());
            rates.merge(
                    row.vatPercent(),
                    Rate.empty(row.vatPercent(), decimals).with(net),
                    (known, one) -> known.with(net));
        }
        return rates;
    }

    /**
     * The rows of one VAT rate.
     *
     * @param net the exact sum of their nets
     * @param byRow the sum of the rows when each is rounded
     */
    record Rate(int percent, int decimals, BigDecimal net, BigDecimal byRow) {

        static Rate empty(int percent, int decimals) {
            return new Rate(percent, decimals, BigDecimal.ZERO, nothing(decimals));
        }

        /** This rate with one more row. */
        Rate with(BigDecimal rowNet) {
            BigDecimal rounded = rounded(rowNet);
            return new Rate(
                    percent, decimals, net.add(rowNet), byRow.add(rounded).add(vat(rounded)));
        }

        SpecterTotal total() {
            BigDecimal rounded = rounded(net);
            return new SpecterTotal(rounded.add(vat(rounded)), rounded.add(vat(net)), byRow);
        }

        private BigDecimal vat(BigDecimal amount) {
            return rounded(amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2));
        }

        private BigDecimal rounded(BigDecimal amount) {
            return amount.setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    SpecterTotal plus(SpecterTotal other) {
        return new SpecterTotal(byRate.add(other.byRate), byExactNet.add(other.byExactNet), byRow.add(other.byRow));
    }

    /** What is missing from {@code wanted} in each reading. */
    SpecterTotal missingTo(BigDecimal wanted) {
        return new SpecterTotal(wanted.subtract(byRate), wanted.subtract(byExactNet), wanted.subtract(byRow));
    }

    /** The totals of other readings than {@link #byRate}, where they differ from it. */
    List<BigDecimal> otherwise() {
        return Stream.of(byExactNet, byRow)
                .filter(total -> total.compareTo(byRate) != 0)
                .distinct()
                .toList();
    }

    private static BigDecimal nothing(int decimals) {
        return BigDecimal.ZERO.setScale(decimals);
    }
}
