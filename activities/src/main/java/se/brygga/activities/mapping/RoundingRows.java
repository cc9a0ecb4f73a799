package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.brygga.clients.specter.order.SpecterOrder;

/**
 * The rounding rows of one order (design section 7). The first kind mends the decimals that unit prices lose: one row
 * per VAT rate whose sum they change. The second kind adds what is still missing from the shop's total: one row without
 * VAT. Where the readings of {@link SpecterTotal} differ, the smallest further amounts are sought with which all
 * readings give the shop's total.
 */
final class RoundingRows {

    /** Most steps of a tenth of an öre. A rounded sum changes within an öre, its VAT within a few more. */
    private static final int MOST_STEPS = 100;

    /**
     * Most rates for which rows are sought. No country has as many. The search grows with each rate: twenty would take
     * a minute, and nobody gains by that.
     */
    private static final int MOST_RATES = 6;

    /** The finest step of a unit price. */
    private static final int PRICE_DECIMALS = 3;

    /** A row of quantity 1. */
    record RoundingRow(BigDecimal net, int vat) {}

    /** Rows that were found, and the sum of what they add to the mended decimals, without signs. */
    private record Found(BigDecimal added, List<RoundingRow> rows) {

        Found and(Found other) {
            return new Found(
                    added.add(other.added),
                    Stream.concat(rows.stream(), other.rows.stream()).toList());
        }

        static Found smaller(Found a, Found b) {
            int compared = a.added.compareTo(b.added);
            return compared < 0 || (compared == 0 && a.rows.size() <= b.rows.size()) ? a : b;
        }
    }

    private final int decimals;
    private final SortedMap<Integer, SpecterTotal.Rate> rates;
    private final SortedMap<Integer, BigDecimal> lost = new TreeMap<>();

    /**
     * @param rows without rounding rows
     * @param exactNets per VAT rate, before any unit price was cut
     */
    RoundingRows(List<SpecterOrder.Row> rows, SortedMap<Integer, BigDecimal> exactNets, int decimals) {
        this.decimals = decimals;
        this.rates = SpecterTotal.rates(rows, decimals);
        rates.putIfAbsent(0, SpecterTotal.Rate.empty(0, decimals));
        exactNets.forEach((vat, exact) ->
                lost.put(vat, rounded(exact).subtract(rounded(rate(vat).net()))));
    }

    /** The rows that restore what unit prices lose, and no more. */
    List<RoundingRow> mending() {
        return lost.entrySet().stream()
                .flatMap(entry -> row(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** The total that Specter reaches with {@link #mending()}. */
    SpecterTotal mended() {
        return rates.keySet().stream()
                .map(vat -> with(vat, BigDecimal.ZERO).total())
                .reduce(SpecterTotal.zero(decimals), SpecterTotal::plus);
    }

    /**
     * The rows that bring Specter to the shop's total. They do so in all readings if there are such rows, otherwise in
     * the reading that we assume.
     *
     * @param limit the largest amount that may be added to the mended decimals
     * @param most number of rows for which the order has room; with less room than the usual rows need, nothing is
     *     added to them
     */
    List<RoundingRow> upTo(BigDecimal shopTotal, BigDecimal limit, int most) {
        BigDecimal wanted = shopTotal.setScale(decimals, RoundingMode.UNNECESSARY);
        SpecterTotal left = mended().missingTo(wanted);
        List<RoundingRow> usual =
                Stream.concat(mending().stream(), row(last(left.byRate()), 0)).toList();
        if (left.otherwise().isEmpty() || rates.size() > MOST_RATES + 1) {
            return usual;
        }
        return agreeing(wanted, limit)
                .filter(found -> found.size() <= Math.max(most, usual.size()))
                .orElse(usual);
    }

    /**
     * The row without VAT for what is missing. A sum that ends on half an öre rounds the other way when the row changes
     * its sign.
     */
    private BigDecimal last(BigDecimal left) {
        BigDecimal wanted = with(0, BigDecimal.ZERO).total().byRate().add(left);
        return Stream.of(left, left.subtract(step()), left.add(step()))
                .filter(more -> with(0, more).total().byRate().compareTo(wanted) == 0)
                .findFirst()
                .orElse(left);
    }

    /** The smallest rows with which all readings agree. */
    private Optional<List<RoundingRow>> agreeing(BigDecimal wanted, BigDecimal limit) {
        Map<SpecterTotal, Found> reached = Map.of(SpecterTotal.zero(decimals), new Found(BigDecimal.ZERO, List.of()));
        for (int vat : rates.keySet()) {
            if (vat != 0) {
                reached = combined(reached, choices(vat, limit), limit);
            }
        }
        Found best = null;
        for (var last : choices(0, limit).entrySet()) {
            Found others = reached.get(last.getKey().missingTo(wanted));
            if (others != null && others.added().add(last.getValue().added()).compareTo(limit) <= 0) {
                Found found = others.and(last.getValue());
                best = best == null ? found : Found.smaller(best, found);
            }
        }
        return Optional.ofNullable(best).map(Found::rows);
    }

    private static Map<SpecterTotal, Found> combined(
            Map<SpecterTotal, Found> reached, Map<SpecterTotal, Found> choices, BigDecimal limit) {
        Map<SpecterTotal, Found> all = new HashMap<>();
        reached.forEach((sum, before) -> choices.forEach((part, choice) -> {
            if (before.added().add(choice.added()).compareTo(limit) <= 0) {
                all.merge(sum.plus(part), before.and(choice), Found::smaller);
            }
        }));
        return all;
    }

    /** The totals that the rows of one rate can give, each with the smallest amount for it. */
    private Map<SpecterTotal, Found> choices(int vat, BigDecimal limit) {
        Map<SpecterTotal, Found> choices = new LinkedHashMap<>();
        for (BigDecimal amount : amounts(vat, limit)) {
            for (BigDecimal signed : List.of(amount, amount.negate())) {
                choices.putIfAbsent(with(vat, signed).total(), new Found(amount, rows(vat, signed)));
            }
        }
        return choices;
    }

    /**
     * The amounts from zero up to the limit: small steps, and without VAT whole öre too, because any of these may be
     * missing.
     */
    private List<BigDecimal> amounts(int vat, BigDecimal limit) {
        BigDecimal step = step();
        List<BigDecimal> amounts = new ArrayList<>();
        BigDecimal next = BigDecimal.ZERO;
        while (next.compareTo(limit) <= 0 && amounts.size() <= MOST_STEPS) {
            amounts.add(next);
            next = next.add(step);
        }
        BigDecimal ore = BigDecimal.ONE.movePointLeft(decimals);
        for (BigDecimal whole = ore; vat == 0 && whole.compareTo(limit) <= 0; whole = whole.add(ore)) {
            amounts.add(whole);
        }
        return amounts;
    }

    private BigDecimal step() {
        return BigDecimal.ONE.movePointLeft(Math.min(decimals + 1, PRICE_DECIMALS));
    }

    /** A rate with its mended decimals and this further amount as a row of its own. */
    private SpecterTotal.Rate with(int vat, BigDecimal more) {
        SpecterTotal.Rate rate = rate(vat);
        for (RoundingRow row : rows(vat, more)) {
            rate = rate.with(row.net());
        }
        return rate;
    }

    private List<RoundingRow> rows(int vat, BigDecimal more) {
        BigDecimal mend = lost.getOrDefault(vat, BigDecimal.ZERO);
        return vat == 0
                ? Stream.concat(row(mend, 0), row(more, 0)).toList()
                : row(mend.add(more), vat).toList();
    }

    private static Stream<RoundingRow> row(BigDecimal net, int vat) {
        return net.signum() == 0 ? Stream.empty() : Stream.of(new RoundingRow(net, vat));
    }

    private SpecterTotal.Rate rate(int vat) {
        return rates.getOrDefault(vat, SpecterTotal.Rate.empty(vat, decimals));
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }
}
