package se.brygga.activities.prices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.catalogue.SkuMap;
import se.brygga.activities.setup.PriceSetup;
import se.brygga.activities.starweb.catalogue.StarwebCatalogue;
import se.brygga.activities.starweb.catalogue.Variant;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.PriceBook;
import se.brygga.activities.store.feed.ShopPriceBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/**
 * Reads all prices of a shop. What it shows otherwise than we thought, the next push mends, through the same guard; what the shop
 * has refused it tries again.
 */
final class PriceComparison {

    private final PriceBook book;
    private final ShopPriceBook inShop;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final ShopReading reading;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    PriceComparison(PriceParts parts, ShopReading reading) {
        this.book = parts.book();
        this.inShop = parts.inShop();
        this.skus = parts.skus();
        this.notices = parts.notices();
        this.reading = reading;
        this.transactions = parts.transactions();
        this.time = parts.time();
    }

    /**
     * How many rows the shop shows otherwise than we thought.
     *
     * @param done called in the transaction that keeps what was found
     */
    int compare(ShopRef shop, PriceSetup setup, StarwebCatalogue catalogue, Runnable done) {
        PriceBook.Specter specter = book.specter(shop.tenant());
        ShopLists lists = ShopLists.of(setup, catalogue.priceLists(), specter.lists());
        Collection<String> articles = specter.articles().keySet();
        Instant began = time.instant();
        List<Variant> variants = skus.sweep(shop, catalogue, articles);
        return Objects.requireNonNull(transactions.execute(tx -> {
            inShop.free(shop);
            notices.closeAll(shop.tenant(), shop.shop(), Cause.PRICE_REFUSED);
            done.run();
            return reading.take(shop, lists.read(), variants, articles, began);
        }));
    }
}
