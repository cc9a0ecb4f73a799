package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.stock.books.ShopStockBook;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;

/** Explains from the books alone why a shop shows what it shows of a SKU. No remote system is asked. */
public final class StockInquiry {

    /**
     * What the shop should show.
     *
     * @param site the warehouse of the stock; null for all that count
     * @param location the shop's location, as the set-up names it; null for the shop's own or only place
     * @param quantity null when nothing is written, because Specter has told no stock
     */
    public record Wanted(
            @Nullable String site,
            @Nullable String location,
            @Nullable BigDecimal quantity) {}

    /**
     * All that is known of one SKU in one shop.
     *
     * @param specter what Specter says, by warehouse; empty when it has told nothing
     * @param unbooked sold in the tenant's shops, in kits too, and not in Specter's numbers yet
     * @param sales the orders whose quantities add up to {@code unbooked}
     * @param parts the parts of a kit; empty for any other SKU
     * @param sent what was last written to the shop, by location
     * @param variant the SKU's variant in the shop; null when nobody has looked
     * @param article what is known of the SKU as an article of Specter, for example that it goes to no shop; null for
     *     nothing
     */
    public record Answer(
            String sku,
            List<StockBook.Site> specter,
            BigDecimal unbooked,
            List<SoldGoodsBook.Sale> sales,
            List<StockBook.Part> parts,
            List<Wanted> wanted,
            List<ShopStockBook.Sent> sent,
            VariantBook.@Nullable Entry variant,
            ArticleBook.@Nullable Article article) {

        /** Whether neither Specter nor the shop is known to have the SKU. */
        public boolean isUnknown() {
            return specter.isEmpty()
                    && sales.isEmpty()
                    && parts.isEmpty()
                    && sent.isEmpty()
                    && variant == null
                    && article == null;
        }
    }

    private final SetupStore setups;
    private final StockBooks stock;
    private final VariantBook variants;
    private final ArticleBook articles;

    StockInquiry(SetupStore setups, StockBooks stock, VariantBook variants, ArticleBook articles) {
        this.setups = setups;
        this.stock = stock;
        this.variants = variants;
        this.articles = articles;
    }

    private StockSetup setup(ShopRef shop) {
        ShopSetup setup = setups.named(shop.tenant()).shop(shop.shop());
        StockSetup wanted = setup.stock();
        if (wanted == null) {
            throw Reason.SHOP_GETS_NONE.refused(shop, Feed.STOCK.key());
        }
        return wanted;
    }

    /** @throws IllegalArgumentException there is no such shop, or it gets no stock */
    public Answer about(ShopRef shop, String spelled) {
        String sku = Sku.key(spelled);
        StockSetup setup = setup(shop);
        StockBook.Levels levels = stock.specter().levels(shop.tenant(), sku);
        StockLevels computed = new StockLevels(setup, levels);
        return new Answer(
                sku,
                levels.available().getOrDefault(sku, List.of()),
                computed.unbooked(sku),
                stock.sold().sales(shop.tenant(), sku),
                levels.kits().getOrDefault(sku, List.of()),
                wanted(setup, computed, sku),
                stock.inShops().sent(shop, sku),
                variants.find(shop, sku).orElse(null),
                articles.find(shop.tenant(), List.of(sku)).get(sku));
    }

    private static List<Wanted> wanted(StockSetup setup, StockLevels computed, String sku) {
        return setup.locations().isEmpty()
                ? List.of(new Wanted(null, null, computed.wanted(sku, null)))
                : setup.locations().entrySet().stream()
                        .map(location -> new Wanted(
                                location.getKey(), location.getValue(), computed.wanted(sku, location.getKey())))
                        .toList();
    }
}
