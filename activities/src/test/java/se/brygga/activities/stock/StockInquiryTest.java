package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.clients.MovableTime;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.OrderRef;

/** Why a shop shows what it shows. */
class StockInquiryTest {

    private static final String TENANT = SampleSetup.SHOP.tenant();

    private final MovableTime time = new MovableTime("2026-03-02T08:00:00Z");
    private Books books;
    private StockInquiry inquiry;

    @BeforeEach
    void empty() {
        books = new Books(time);
        books.setups.applying().apply(SampleSetup.withEverything(), "tenant: nordkajak", "test");
        inquiry = new StockInquiry(books.setups, books.stockBooks, books.variants, books.articles);
    }

    @Test
    void explainsWhatTheShopShouldShowAndWhatItWasTold() {
        books.stock.changed(TENANT, List.of(stock("KAJ-001", "1", 9), stock("KAJ-001", "2", 30)), books.time.instant());
        OrderRef order = new OrderRef(SampleSetup.SHOP, 10025);
        books.transactions.executeWithoutResult(tx -> books.sold.sold(order, Map.of("KAJ-001", BigDecimal.TWO)));
        books.shopStock.sent(SampleSetup.SHOP, "KAJ-001", 4, BigDecimal.valueOf(8), null, BigDecimal.ZERO);
        books.shopStock.refused(SampleSetup.SHOP, "KAJ-001", 4, BigDecimal.valueOf(7), "422");
        books.transactions.executeWithoutResult(
                tx -> books.variants.put(SampleSetup.SHOP, "KAJ-001", new VariantRef(11, 12)));

        StockInquiry.Answer answer = inquiry.about(SampleSetup.SHOP, "KAJ-001");

        assertThat(answer.specter()).extracting(StockBook.Site::site).containsExactly("1", "2");
        assertThat(answer.unbooked()).isEqualByComparingTo("2");
        assertThat(answer.sales()).extracting(SoldGoodsBook.Sale::order).containsExactly(order);
        assertThat(answer.wanted()).containsExactly(new StockInquiry.Wanted("1", "Butik", BigDecimal.valueOf(7)));
        assertThat(answer.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.sent()).isEqualByComparingTo("8");
            assertThat(sent.sentAt()).isEqualTo(time.instant());
            assertThat(sent.refusedValue()).isEqualByComparingTo("7");
        });
        assertThat(answer.variant()).isNotNull();
        assertThat(answer.isUnknown()).isFalse();
    }

    @Test
    void tellsLocationsInTheOrderOfTheSetUp() {
        Map<String, String> locations = new LinkedHashMap<>();
        locations.put("2", "Butik");
        locations.put("10", "Lager");
        StockSetup sample = SampleSetup.stock();
        books.setups
                .applying()
                .apply(
                        SampleSetup.withStock(new StockSetup(
                                sample.sites(),
                                locations,
                                sample.refillStatus(),
                                null,
                                sample.shown(),
                                List.of(),
                                Map.of(),
                                false,
                                StockSetup.Gone.ZERO)),
                        "tenant: nordkajak",
                        "test");
        StockInquiry afterwards =
                new StockInquiry(books.setupsOfANewProcess(), books.stockBooks, books.variants, books.articles);

        assertThat(afterwards.about(SampleSetup.SHOP, "KAJ-001").wanted())
                .extracting(StockInquiry.Wanted::site)
                .containsExactly("2", "10");
    }

    @Test
    void countsWhatWasSoldInKits() {
        books.stock.changed(TENANT, List.of(stock("KAJ-001", "1", 9)), books.time.instant());
        books.transactions.executeWithoutResult(tx -> books.stock.structure(TENANT, packageOf("PAKET", "KAJ-001", 2)));
        books.transactions.executeWithoutResult(
                tx -> books.sold.sold(new OrderRef(SampleSetup.SHOP, 10025), Map.of("PAKET", BigDecimal.TWO)));

        StockInquiry.Answer answer = inquiry.about(SampleSetup.SHOP, "KAJ-001");

        assertThat(answer.unbooked()).isEqualByComparingTo("4");
        assertThat(answer.sales()).extracting(SoldGoodsBook.Sale::sku).containsExactly("PAKET");
        assertThat(inquiry.about(SampleSetup.SHOP, "PAKET").parts()).hasSize(1);
    }

    @Test
    void knowsNothingOfASkuThatNobodyHasNamed() {
        assertThat(inquiry.about(SampleSetup.SHOP, "KAJ-404").isUnknown()).isTrue();
    }

    @Test
    void refusesAShopThatGetsNoStock() {
        books.setups.applying().apply(SampleSetup.tenant(), "tenant: nordkajak", "test");
        StockInquiry afterwards =
                new StockInquiry(books.setupsOfANewProcess(), books.stockBooks, books.variants, books.articles);

        assertThatThrownBy(() -> afterwards.about(SampleSetup.SHOP, "KAJ-001")).hasMessageContaining("gets no stock");
    }

    private static StockChange stock(String sku, String site, long available) {
        return new StockChange(sku, site, BigDecimal.valueOf(available));
    }

    private static ArticleChange packageOf(String sku, String part, long quantity) {
        return new ArticleChange(
                sku,
                null,
                null,
                null,
                false,
                null,
                null,
                false,
                List.of(new ArticleChange.KitRow(part, BigDecimal.valueOf(quantity))));
    }

    @Test
    void saysThatAnOrderHadTheArticleMadeInWhateverCaseItIsAskedFor() {
        books.articles.making(TENANT, List.of("MUGG"));

        assertThat(inquiry.about(SampleSetup.SHOP, "mugg ").article())
                .isNotNull()
                .satisfies(article -> assertThat(article.withheld()).isEqualTo(ArticleBook.Withheld.MADE_BY_ORDER));
    }
}
