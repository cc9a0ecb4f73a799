package se.brygga.testbed.bench.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import se.brygga.simulators.specter.goods.Shelves;
import se.brygga.simulators.starweb.goods.CatalogueWrite;

/** Each change another article, which both shops sell, and another quantity. */
final class StockChanges implements Changes {

    private static final int ABOVE_ALL_OTHERS = 1_000;

    private final Merchant merchant;

    StockChanges(Merchant merchant) {
        this.merchant = merchant;
    }

    @Override
    public void prepare(int count) {
        Merchant.SHOPS.forEach(shop -> merchant.starweb.addProducts(shop, count));
        merchant.specter.account(Merchant.ACCOUNT).addArticles(count);
    }

    private static String sku(int number) {
        return "LOAD-%05d".formatted(number + 1);
    }

    @Override
    public void make(int number) {
        merchant.specter
                .account(Merchant.ACCOUNT)
                .setStock(sku(number), Shelves.DEFAULT_SITE, (long) ABOVE_ALL_OTHERS + number);
    }

    @Override
    public List<Instant> shown(int number) {
        BigDecimal wanted = BigDecimal.valueOf(ABOVE_ALL_OTHERS + number);
        return Merchant.SHOPS.stream()
                .flatMap(shop -> merchant.starweb.writes(shop, sku(number)).stream()
                        .filter(write -> write.after() != null && write.after().compareTo(wanted) == 0)
                        .map(CatalogueWrite::at)
                        .limit(1))
                .toList();
    }

    @Override
    public int shops() {
        return Merchant.SHOPS.size();
    }
}
