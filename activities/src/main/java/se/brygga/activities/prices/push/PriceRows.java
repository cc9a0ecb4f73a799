package se.brygga.activities.prices.push;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.Wanted;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.setup.PriceSetup;

/**
 * What a shop's prices of an article should be. The master list gets the article's own price. The lists that the set-up
 * names get Specter's price lists. A price that Specter never named stays as it is. Pure.
 */
final class PriceRows {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final boolean sales;
    private final ShopLists lists;

    PriceRows(PriceSetup setup, ShopLists lists) {
        this.sales = setup.sales();
        this.lists = lists;
    }

    /**
     * The wanted prices in one list, by quantity. A price that is missing here stays as it is in the shop.
     *
     * @param rows all that Specter says of the article
     */
    Map<PriceKey, Wanted> of(ShopLists.Target target, String sku, List<PriceBook.Row> rows) {
        Map<PriceKey, Wanted> wanted = new HashMap<>();
        Optional<PriceBook.Row> base = rows.stream()
                .filter(row -> row.list().equals(PriceBook.BASE) && !row.gone())
                .findFirst();
        if (target.isBase()) {
            base.flatMap(this::own).ifPresent(price -> wanted.put(key(target, sku, 1), price));
        } else {
            listed(target, rows, base).forEach((quantity, price) -> wanted.put(key(target, sku, quantity), price));
        }
        return wanted;
    }

    private static PriceKey key(ShopLists.Target target, String sku, int quantity) {
        return new PriceKey(target.to().priceListId(), sku, quantity);
    }

    /** The article's own price. An article that is gone in Specter concerns products and not prices. */
    private Optional<Wanted> own(PriceBook.Row row) {
        BigDecimal price = row.price();
        BigDecimal ordinary = row.ordinaryPrice();
        if (price == null || price.signum() < 0) {
            return Optional.empty();
        }
        if (!sales) {
            return Optional.of(new Wanted.At(price, new SpecialPrice.Untouched()));
        }
        return Optional.of(
                ordinary != null && ordinary.compareTo(price) > 0
                        ? new Wanted.At(ordinary, new SpecialPrice.At(price))
                        : new Wanted.At(price, new SpecialPrice.None()));
    }

    /**
     * A price list's rows by quantity. Rows come in ascending quantities, so the last of two for one quantity counts.
     */
    private Map<Integer, Wanted> listed(
            ShopLists.Target target, List<PriceBook.Row> rows, Optional<PriceBook.Row> base) {
        Map<Integer, Wanted> wanted = new HashMap<>();
        BigDecimal own = base.map(PriceBook.Row::price)
                .filter(price -> price.signum() >= 0 && target.currency().equals(lists.baseCurrency()))
                .orElse(null);
        List<PriceBook.Row> ofList = new ArrayList<>(
                rows.stream().filter(row -> row.list().equals(target.list())).toList());
        // A removed row must not hide another row for the same quantity.
        ofList.sort(Comparator.comparing((PriceBook.Row row) -> !row.gone()).thenComparing(PriceBook.Row::fromQty));
        for (PriceBook.Row row : ofList) {
            if (row.gone()) {
                wanted.put(quantity(row), new Wanted.Gone());
            } else {
                price(row, own).ifPresent(price -> wanted.put(quantity(row), untouched(price)));
            }
        }
        // The shop has no tier without a row. Below the first tier the article's own price counts.
        boolean tiersOnly = !(wanted.get(1) instanceof Wanted.At)
                && wanted.values().stream().anyMatch(Wanted.At.class::isInstance);
        if (tiersOnly && own != null) {
            wanted.put(1, untouched(own));
        }
        return wanted;
    }

    private static Wanted untouched(BigDecimal price) {
        return new Wanted.At(price, new SpecialPrice.Untouched());
    }

    /** Specter's smallest quantity may have decimals. The shop's is whole, and 1 is the row itself. */
    private static int quantity(PriceBook.Row row) {
        return Math.max(
                1,
                row.fromQty()
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValue());
    }

    /** @param own null where a discount cannot be computed: no own price, or another currency */
    private static Optional<BigDecimal> price(PriceBook.Row row, @Nullable BigDecimal own) {
        BigDecimal price = row.price();
        BigDecimal discount = row.discount();
        if (price == null && discount != null && own != null) {
            price = own.multiply(HUNDRED.subtract(discount)).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        }
        return Optional.ofNullable(price).filter(p -> p.signum() >= 0);
    }
}
