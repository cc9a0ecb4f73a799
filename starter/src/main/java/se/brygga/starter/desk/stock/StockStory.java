package se.brygga.starter.desk.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.stock.StockInquiry;
import se.brygga.activities.stock.books.ShopStockBook;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;

/**
 * Everything that the books know of one SKU in one shop.
 *
 * @param specter what Specter has, by warehouse
 * @param unbooked sold in the tenant's shops, and not in Specter's numbers yet
 * @param sales the orders whose quantities add up to {@code unbooked}
 * @param parts the parts of a kit; empty for any other SKU
 * @param wanted what the shop should show
 * @param told what was last written to the shop, by location
 * @param variant null when nobody has looked for the SKU in the shop
 * @param notWritten why no stock is written to the shop at present; null otherwise
 */
public record StockStory(
        ShopRef shop,
        String sku,
        List<Site> specter,
        BigDecimal unbooked,
        List<Sale> sales,
        List<Part> parts,
        List<Wanted> wanted,
        List<Told> told,
        @Nullable Variant variant,
        @Nullable Withheld withheld,
        @Nullable Gone gone,
        Trouble.@Nullable NotWritten notWritten) {

    /** Why nothing of an article goes to the shops. */
    public enum Withheld implements Word {
        MADE_BY_ORDER,
        PERHAPS_MADE_BY_ORDER,
        SPELLED_TWICE
    }

    /** Why a shop must not go on selling an article. */
    public enum Gone implements Word {
        DELETED,
        NOT_STOCKED
    }

    /**
     * What Specter has in a warehouse.
     *
     * @param site null for the only warehouse
     */
    public record Site(@Nullable String site, BigDecimal available, Instant changedAt) {

        private static Site of(StockBook.Site site) {
            return new Site(site.site().isEmpty() ? null : site.site(), site.available(), site.changedAt());
        }
    }

    /**
     * What an order has sold.
     *
     * @param sku may be that of a kit
     */
    public record Sale(OrderRef order, String sku, BigDecimal quantity) {

        private static Sale of(SoldGoodsBook.Sale sale) {
            return new Sale(sale.order(), sale.sku(), sale.quantity());
        }
    }

    /** A part of a kit. */
    public record Part(String articleNo, BigDecimal quantity) {

        private static Part of(StockBook.Part part) {
            return new Part(part.articleNo(), part.quantity());
        }
    }

    /**
     * What the shop should show.
     *
     * @param site the warehouse of the stock; null for all that count
     * @param location the shop's location; null for the only one
     * @param quantity null when nothing is written, because Specter has told no stock
     */
    public record Wanted(
            @Nullable String site,
            @Nullable String location,
            @Nullable BigDecimal quantity) {

        private static Wanted of(StockInquiry.Wanted wanted) {
            return new Wanted(wanted.site(), wanted.location(), wanted.quantity());
        }
    }

    /**
     * What was last written to the shop.
     *
     * @param location Starweb's number; null for the only location
     * @param quantity null when nothing was written yet
     * @param refusal code of the answer with which the shop refused {@code refused}; null when it did not
     */
    public record Told(
            @Nullable Long location,
            @Nullable BigDecimal quantity,
            @Nullable Instant at,
            @Nullable BigDecimal refused,
            @Nullable String refusal) {

        private static Told of(ShopStockBook.Sent sent) {
            return new Told(
                    sent.locationId() == 0 ? null : sent.locationId(),
                    sent.sent(),
                    sent.sentAt(),
                    sent.refusedValue(),
                    sent.refused());
        }
    }

    /**
     * The SKU's variant in the shop.
     *
     * @param productId null when the shop has no such variant
     */
    public record Variant(
            @Nullable Long productId, @Nullable Long variantId, Instant lookedAt) {}

    static StockStory of(ShopRef shop, StockInquiry.Answer answer, Trouble.@Nullable NotWritten notWritten) {
        ArticleBook.Article article = answer.article();
        return new StockStory(
                shop,
                answer.sku(),
                answer.specter().stream().map(Site::of).toList(),
                answer.unbooked(),
                answer.sales().stream().map(Sale::of).toList(),
                answer.parts().stream().map(Part::of).toList(),
                answer.wanted().stream().map(Wanted::of).toList(),
                answer.sent().stream().map(Told::of).toList(),
                variant(answer.variant()),
                article == null || article.withheld() == null ? null : Word.twin(Withheld.class, article.withheld()),
                article == null || article.gone() == null ? null : Word.twin(Gone.class, article.gone()),
                notWritten);
    }

    private static @Nullable Variant variant(VariantBook.@Nullable Entry entry) {
        return entry == null
                ? null
                : entry.ref() == null
                        ? new Variant(null, null, entry.lookedAt())
                        : new Variant(entry.ref().productId(), entry.ref().variantId(), entry.lookedAt());
    }
}
