package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.prices.push.ScriptedCatalogue.MASTER;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.PlayedShop;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** A shop, what Specter says of its prices, and what lies between them. */
abstract class PriceScene {

    static final ShopRef SHOP = SampleSetup.SHOP;
    static final String TENANT = SHOP.tenant();

    final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    final Books books = new Books(time);
    final ScriptedCatalogue shop = new ScriptedCatalogue();
    final Prices all = new Prices(books.database, books.priceBooks, (_, _) -> PlayedShop.of(shop));
    final ShopPush prices = all.push(new SkuMap(books.variants, books.transactions, time), books.notices);

    PriceSetup setup = new PriceSetup(true, Map.of("D", "dealers", "N", "Norway"), BigDecimal.valueOf(30), true, "SEK");

    PriceScene() {
        shop.has("A");
        shop.has("B");
        shop.shows("A", MASTER, "100");
        shop.shows("B", MASTER, "50");
    }

    ShopRounds.Count push() {
        time.advance(Duration.ofSeconds(1));
        return prices.push(SHOP, shopSetup(), () -> true);
    }

    /** What each poll asks. */
    boolean mustLook() {
        time.advance(Duration.ofSeconds(1));
        return all.mustLook(SHOP, shopSetup());
    }

    int compare() {
        return prices.compare(SHOP, shopSetup(), found -> {}).different();
    }

    ShopSetup shopSetup() {
        return SampleSetup.shop(null, null, setup);
    }

    void base(String articleNo, String price) {
        article(articleNo, price, null);
    }

    void sale(String articleNo, String ordinary, String price) {
        article(articleNo, price, ordinary);
    }

    void article(String articleNo, String price, @Nullable String ordinary) {
        books.prices.articles(
                TENANT,
                List.of(new ArticleChange(
                        articleNo,
                        null,
                        new BigDecimal(price),
                        ordinary == null ? null : new BigDecimal(ordinary),
                        ordinary != null,
                        BigDecimal.valueOf(25),
                        "GW",
                        false,
                        List.of())));
    }

    void list(String list, String currency, PriceListChange.Price... rows) {
        books.prices.lists(TENANT, List.of(new PriceListChange(list, null, currency, false, List.of(rows))));
    }

    static PriceListChange.Price price(String articleNo, String fromQty, String price) {
        return new PriceListChange.Price(articleNo, new BigDecimal(fromQty), false, new BigDecimal(price), null);
    }

    static PriceListChange.Price gone(String articleNo, String fromQty) {
        return new PriceListChange.Price(articleNo, new BigDecimal(fromQty), true, null, null);
    }

    List<Request> waiting() {
        return books.approvals.waiting(TENANT);
    }

    void decide(String sku, Decision decision) {
        for (Request request : waiting()) {
            if (request.key().sku().equals(sku)) {
                assertThat(books.approvals.decide(request, decision, "anna")).isTrue();
            }
        }
    }

    List<Cause> notices() {
        return books.notices.open(TENANT).stream().map(NoticeBook.Notice::cause).toList();
    }
}
