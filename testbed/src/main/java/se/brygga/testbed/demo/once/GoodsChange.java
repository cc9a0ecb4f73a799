package se.brygga.testbed.demo.once;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.testbed.demo.news.SpecterTimes;
import se.brygga.testbed.kit.Merchants;

/**
 * A quantity or a price that was set in Specter: the shop shows what Specter has now.
 *
 * @param kind stock or price
 * @param status the stock status that must stand beside it; null for any
 */
record GoodsChange(
        Systems systems,
        String shop,
        String sku,
        CatalogueWrite.Kind kind,
        String done,
        @Nullable String status) implements Change {

    /** Where to look. */
    record Systems(StarwebSimulator starweb, SpecterSimulator specter, SpecterTimes times) {}

    @Override
    public String thing() {
        return shop + " " + sku;
    }

    @Override
    public @Nullable String complaint() {
        Goods goods = systems.starweb().goods(shop, sku);
        if (inShop(goods).compareTo(wanted()) != 0) {
            return "the shop shows " + inShop(goods).toPlainString() + ", Specter has " + wanted().toPlainString();
        }
        return status == null || status.equals(goods.status())
                ? null
                : "the shop's status is \"" + goods.status() + "\", not \"" + status + "\"";
    }

    private boolean isStock() {
        return kind == CatalogueWrite.Kind.STOCK;
    }

    private BigDecimal inShop(Goods goods) {
        return isStock() ? goods.quantity() : goods.price();
    }

    private BigDecimal wanted() {
        var article = systems.specter().account(Merchants.account(shop)).article(sku);
        return isStock() ? article.total().max(BigDecimal.ZERO) : article.price();
    }

    @Override
    public boolean isOver() {
        return complaint() == null;
    }

    @Override
    public String shown() {
        Goods goods = systems.starweb().goods(shop, sku);
        return isStock()
                ? goods.quantity().toPlainString() + ", " + goods.status()
                : "price " + goods.price().stripTrailingZeros().toPlainString();
    }

    @Override
    public String milliseconds() {
        SimFeedKind feed = isStock() ? SimFeedKind.STOCK : SimFeedKind.ARTICLES;
        Function<CatalogueWrite, String> time =
                write -> systems.times().milliseconds(Merchants.account(shop), feed, sku, write.at());
        return systems.starweb().writes(shop, sku).reversed().stream()
                .filter(write -> write.kind() == kind)
                .findFirst()
                .map(time)
                .orElse("-");
    }
}
