package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.simulators.Fault;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.feed.Feed;

/** What Specter says of an article counts for the shops, unless it only says what an order said, or nobody knows which article is meant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticlesIT {

    private static final String TENANT = "nordkajak";
    private static final String SE = "kajak-se";
    private static final String NO = "kajak-no";
    private static final long ACCOUNT = 9999;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private World world;

    @BeforeAll
    void open() {
        world = World.watched(91);
        shows("KAJ-011", available("KAJ-011"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void whatOneOrderSaysOfAnArticleBecomesNobodysPriceAndNobodysStock() {
        Goods before = world.starweb.goods(SE, "KAJ-100");
        world.awaitTransferred(order("KAJ-100", "130", 2));
        assertThat(world.specter.account(ACCOUNT).article("KAJ-100").price()).isEqualByComparingTo("0");
        await("it is named")
                .atMost(PATIENCE)
                .until(() -> named(Cause.ARTICLE_MADE_BY_ORDER)
                        .filter(names -> names.contains("KAJ-100"))
                        .isPresent());
        awaitPushesSince("KAJ-100");

        Goods after = world.starweb.goods(SE, "KAJ-100");
        assertThat(after.price()).isEqualByComparingTo(before.price());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.quantity()).isEqualByComparingTo(before.quantity().subtract(BigDecimal.valueOf(2)));

        world.specter.account(ACCOUNT).setPrice("KAJ-100", new BigDecimal("150"));
        world.specter.account(ACCOUNT).setStock("KAJ-100", 1, 50);
        poke();
        await("its price")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(world.starweb.goods(SE, "KAJ-100").price()).isEqualByComparingTo("150"));
        shows("KAJ-100", BigDecimal.valueOf(48));
        assertThat(named(Cause.ARTICLE_MADE_BY_ORDER).orElse("")).doesNotContain("KAJ-100");
    }

    /** No journal tells that it was deleted: the first that anybody hears is that Specter refuses the order. */
    @Test
    void norDoesWhatOneOrderSaysOfAnArticleThatSpecterHasDeletedWithoutAWord() {
        shows("KAJ-016", available("KAJ-016"));
        world.specter.account(ACCOUNT).quirks().set("gap.identity", "off");
        try {
            world.specter.account(ACCOUNT).removeArticle("KAJ-016");
            Goods before = world.starweb.goods(SE, "KAJ-016");
            world.awaitTransferred(order("KAJ-016", "130", 2));
            assertThat(world.specter.account(ACCOUNT).article("KAJ-016").price())
                    .isEqualByComparingTo("0");
            await("it is named").atMost(PATIENCE).until(() -> {
                poke();
                return named(Cause.ARTICLE_MADE_BY_ORDER)
                        .filter(names -> names.contains("KAJ-016"))
                        .isPresent();
            });
            awaitPushesSince("KAJ-016");

            Goods after = world.starweb.goods(SE, "KAJ-016");
            assertThat(after.price()).isEqualByComparingTo(before.price());
            assertThat(after.quantity()).isEqualByComparingTo(before.quantity().subtract(BigDecimal.valueOf(2)));
        } finally {
            world.specter.account(ACCOUNT).quirks().set("gap.identity", "on");
        }
    }

    @Test
    void anArticleNumberInAnotherCaseIsTheSameArticle() {
        world.specter.account(ACCOUNT).renameArticle("KAJ-012", "kaj-012");
        world.specter.account(ACCOUNT).setStock("kaj-012", 1, 3);
        poke();
        shows("KAJ-012", available("kaj-012"));

        BigDecimal had = available("KAJ-009");
        world.awaitTransferred(order("kaj-009", "100", 2));

        assertThat(available("KAJ-009")).isEqualByComparingTo(had.subtract(BigDecimal.valueOf(2)));
        assertThat(world.specter.account(ACCOUNT).stock())
                .extracting(SimStock::articleNo)
                .doesNotContain("kaj-009");
    }

    @Test
    void anArticleThatIsDeletedInSpecterIsSoldNoMore() {
        shows("KAJ-013", available("KAJ-013"));

        world.specter.account(ACCOUNT).removeArticle("KAJ-013");
        poke();

        shows("KAJ-013", BigDecimal.ZERO);
        assertThat(named(Cause.ARTICLE_GONE))
                .hasValueSatisfying(names -> assertThat(names).contains("KAJ-013 (deleted)"));
        assertThat(world.starweb.goods(SE, "KAJ-013").shown()).as("zero").isTrue();
        isSeen("KAJ-013", false);
    }

    @Test
    void anArticleThatIsNotStockedForAWhileIsHiddenForAsLong() {
        world.specter.account(ACCOUNT).byHand(articles -> articles.setType("KAJ-015", "EL"));
        poke();
        isSeen("KAJ-015", false);
        assertThat(world.starweb.goods(NO, "KAJ-015").buyable()).isFalse();

        world.specter.account(ACCOUNT).byHand(articles -> articles.setType("KAJ-015", "GW"));
        world.specter.account(ACCOUNT).setStock("KAJ-015", 1, 4);
        poke();

        isSeen("KAJ-015", true);
    }

    /** In the shop whose set-up says {@code hide}. */
    private void isSeen(String sku, boolean seen) {
        await(sku + " is seen: " + seen)
                .atMost(PATIENCE)
                .until(() -> world.starweb.goods(NO, sku).shown() == seen);
    }

    @Test
    void everyUnreadableRowIsNamedUntilItIsHeardOfAgain() {
        world.specter
                .faults()
                .add(Fault.times("getArticleExternalNeedUpdate.*sbmId=9999", Fault.Kind.STATUS, 1)
                        .withStatus(200, """
                        <response><APIresponse><result>1</result></APIresponse><stockChanges><stock stockSiteId="1"><articles>
                         <article><articleNo>KAJ-020</articleNo><noItemsAv>7</noItemsAv></article>
                         <article><articleNo>KAJ-021</articleNo><noItemsAv>tolv</noItemsAv></article>
                         <article><articleNo>KAJ-022</articleNo><noItemsAv>1 234,5</noItemsAv></article>
                         <article><articleNo>KAJ-023</articleNo><noItemsAv>x</noItemsAv></article></articles></stock></stockChanges></response>"""));
        poke();
        await("both are named")
                .atMost(PATIENCE)
                .until(() -> named(Cause.FEED_ROW_UNREADABLE)
                        .filter("KAJ-021 (noItemsAv), KAJ-023 (noItemsAv)"::equals)
                        .isPresent());
        shows("KAJ-022", BigDecimal.valueOf(1234));

        world.specter.account(ACCOUNT).setStock("KAJ-021", 1, 12);
        poke();

        await("one is left")
                .atMost(PATIENCE)
                .until(() -> named(Cause.FEED_ROW_UNREADABLE)
                        .filter("KAJ-023 (noItemsAv)"::equals)
                        .isPresent());
    }

    /** The journals are empty, and a push of each kind that began afterwards has written what came last. */
    private void awaitPushesSince(String sku) {
        await("Specter's news are stored").atMost(PATIENCE).until(() -> {
            poke();
            return world.specter.account(ACCOUNT).pending(SimFeedKind.STOCK) == 0
                    && world.specter.account(ACCOUNT).pending(SimFeedKind.ARTICLES) == 0;
        });
        assertThat(world.apps.bean(ArticleBook.class).find(TENANT, List.of(sku)).get(sku))
                .satisfies(article -> assertThat(article.withheld()).isEqualTo(ArticleBook.Withheld.MADE_BY_ORDER));
        BigDecimal more = available("KAJ-014").add(BigDecimal.ONE);
        world.specter.account(ACCOUNT).changeStock("KAJ-014", 1);
        BigDecimal price =
                world.starweb.goods(SE, "KAJ-014").price().add(BigDecimal.ONE).setScale(2, java.math.RoundingMode.DOWN);
        world.specter.account(ACCOUNT).setPrice("KAJ-014", price);
        poke();
        shows("KAJ-014", more);
        await("a later price")
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(world.starweb.goods(SE, "KAJ-014").price()).isEqualByComparingTo(price));
    }

    private OrderRef order(String sku, String price, int quantity) {
        long id = world.starweb.place(SE, """
                {"email":"d1@example.se","paymentMethod":"klarna","shippingMethod":"postnord",
                 "address":{"firstName":"Lena","lastName":"Provsson","address":"Testgatan 1","postalCode":"411 01","city":"Göteborg","countryCode":"SE"},
                 "items":[{"sku":"%s","description":"Paddelset","unitPrice":%s,"quantity":%d,"vatRate":25}]}""".formatted(sku, price, quantity)).orderId();
        world.starweb.pay(SE, id);
        world.lookNow(SE);
        return Merchants.order(SE, id);
    }

    private Optional<String> named(Cause cause) {
        return world.apps.bean(NoticeBook.class).open(TENANT).stream()
                .filter(notice -> notice.cause() == cause)
                .map(notice -> CauseTexts.in(Locale.ENGLISH).detail(notice.detail()))
                .findFirst();
    }

    private BigDecimal available(String sku) {
        return world.specter.account(ACCOUNT).article(sku).total();
    }

    private void shows(String sku, BigDecimal quantity) {
        await(sku + " shows " + quantity).atMost(PATIENCE).untilAsserted(() -> {
            assertThat(world.starweb.onSale(SE, sku)).isEqualByComparingTo(quantity);
        });
    }

    private void poke() {
        world.poke(Feed.STOCK, TENANT);
        world.poke(Feed.PRICES, TENANT);
    }
}
