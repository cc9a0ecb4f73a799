package se.brygga.activities.stock;

import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.PlayedShop;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** A shop, what Specter says of its stock, and what lies between them. */
abstract class StockScene {

    static final String TENANT = SHOP.tenant();
    static final OrderRef ORDER = new OrderRef(SHOP, 10025);

    final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    final Books books = new Books(time);
    final ShelfInMemory shelf = new ShelfInMemory();
    final SkuMap skus = new SkuMap(books.variants, books.transactions, time);
    final HiddenBook hidden = books.stockFlow.hidden();
    final StockPush push = books.stockFlow.push(skus, books.notices);
    final StockComparison comparison = books.stockFlow.comparison(skus, books.notices);
    StockSetup setup = SampleSetup.stock();

    @Nullable
    VariantRef refOfA() {
        return Objects.requireNonNull(books.variants.all(SHOP).get("A")).ref();
    }

    ShopRounds.Count push() {
        return push.push(SHOP, setup, PlayedShop.of(shelf), () -> true);
    }

    int compare() {
        return comparison
                .compare(SHOP, setup, PlayedShop.of(shelf), found -> {})
                .different();
    }

    void specter(String sku, int available) {
        specter(sku, "1", available);
    }

    void specter(String sku, String site, int available) {
        books.transactions.executeWithoutResult(tx -> books.stock.changed(
                TENANT, List.of(new StockChange(sku, site, BigDecimal.valueOf(available))), time.instant()));
    }

    void sold(int quantity) {
        books.orders.seen(ORDER);
        books.transactions.executeWithoutResult(
                tx -> books.sold.sold(ORDER, Map.of("A", BigDecimal.valueOf(quantity))));
    }

    void booked() {
        books.orders.transferred(ORDER, 5001, "hash");
        books.transactions.executeWithoutResult(
                tx -> books.sold.release(TENANT, time.instant().plusSeconds(1)));
    }

    List<Cause> notices() {
        return books.notices.open(TENANT).stream().map(NoticeBook.Notice::cause).toList();
    }

    /** As the step of a transfer does it. */
    void madeByOrder(String articleNo) {
        books.articles.making(TENANT, List.of(articleNo));
        books.articles.made(TENANT, List.of(articleNo));
        books.articles.tellOfMade(TENANT, List.of(articleNo));
    }

    void told(ArticleChange... changes) {
        books.transactions.executeWithoutResult(tx -> books.stock.articles(TENANT, List.of(changes), time.instant()));
    }

    static ArticleChange article(
            String articleNo, String name, @Nullable BigDecimal price, String type, boolean deleted) {
        return new ArticleChange(articleNo, name, price, null, false, BigDecimal.valueOf(25), type, deleted, List.of());
    }

    String named(Cause cause) {
        return books.notices.open(TENANT).stream()
                .filter(notice -> notice.cause() == cause)
                .map(NoticeBook.Notice::detail)
                .findFirst()
                .orElse("");
    }
}
