package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with its price and its stock, as it is now.
 *
 * @param articleId never changes
 * @param type {@code GW} stocked, {@code PA} package, {@code EL} not stocked
 * @param available shelf less reserved in the default warehouse
 * @param price without VAT, and while on sale the lower one
 * @param ordinaryPrice only while on sale
 * @param sites each warehouse, the default one first
 */
public record SimStock(
        long articleId,
        String articleNo,
        String name,
        String type,
        BigDecimal available,
        BigDecimal price,
        @Nullable BigDecimal ordinaryPrice,
        List<Site> sites) {

    /** A warehouse; of a package only {@code available} counts. */
    public record Site(int site, BigDecimal shelf, BigDecimal reserved, BigDecimal available) {}

    /** The sum over all warehouses. */
    public BigDecimal total() {
        return sites.stream().map(Site::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
