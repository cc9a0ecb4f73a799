package se.brygga.starter.desk.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.master.ArticleMasterBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.SetupFile;
import se.brygga.starter.desk.products.ProductDesk.ProductList;
import se.brygga.starter.desk.products.ProductDesk.Which;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** Where Specter is master, the list shows its articles on their way to the shop. */
class ProductDeskTest {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "butik");

    private final ShopLineBook articles = mock(ShopLineBook.class);
    private final SetupStore setups = mock(SetupStore.class);
    private final ProductDesk desk = new ProductDesk(
            mock(ProductBook.class), articles, setups, mock(ArticleStories.class), mock(ProductRetries.class));

    @Test
    void anArticleThatWaitsOnItsWayToTheShopIsListedWithItsCause() {
        when(setups.named(SHOP.tenant())).thenReturn(setup());
        when(articles.count(SHOP, State.WAITING)).thenReturn(1);
        when(articles.count(SHOP, State.SETTLED)).thenReturn(41);
        when(articles.list(SHOP, State.WAITING, 10))
                .thenReturn(List.of(new ShopLineBook.Line(
                        "KAJ 1",
                        "Kajak",
                        null,
                        null,
                        State.WAITING,
                        Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED,
                        Detail.value("KAJ 1"),
                        Instant.EPOCH)));

        ProductList list = desk.list(SHOP, Which.WAITING, 10);

        assertThat(list.total()).isEqualTo(1);
        assertThat(list.products()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo("KAJ 1");
            assertThat(line.name()).isEqualTo("Kajak");
            assertThat(line.cause()).isEqualTo(Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED);
        });
        assertThat(list.counts()).extracting(ProductDesk.Count::number).contains(1, 41);
    }

    @Test
    void noArticleIsGoneOnItsWayToTheShop() {
        when(setups.named(SHOP.tenant())).thenReturn(setup());
        when(articles.count(any(), any())).thenReturn(3);

        assertThat(desk.list(SHOP, Which.GONE, 10).products()).isEmpty();
        assertThat(desk.list(SHOP, Which.GONE, 10).total()).isZero();
    }

    @Test
    void theStoryOfAnArticleThatWaitsForItsGroupNamesTheGroup() {
        ArticleMasters masters = mock(ArticleMasters.class);
        ArticleMasterBook told = mock(ArticleMasterBook.class);
        ArticleGroups groups = mock(ArticleGroups.class);
        ArticleChange article = new ArticleChange(
                "MUGG-R", "Mugg röd", null, null, false, new BigDecimal("25"), "GW", false, List.of());
        when(masters.book()).thenReturn(told);
        when(told.find(SHOP.tenant(), List.of("mugg-r")))
                .thenReturn(Map.of("MUGG-R", new ArticleMaster("MUGG-R", article, null, false, Instant.EPOCH)));
        when(groups.of(SHOP))
                .thenReturn(List.of(new ArticleGroup(
                        "MUGG",
                        "Mugg",
                        ArticleGroup.Standing.PROPOSED,
                        List.of("Färg"),
                        List.of(new ArticleGroup.Member("MUGG-R", "MUGG-R", List.of("röd"))))));

        ProductStory story =
                new ArticleStories(articles, masters, groups).of(SHOP, "mugg-r").orElseThrow();

        assertThat(story.product().state()).isEqualTo(ProductLine.State.PENDING);
        assertThat(story.productId()).isNull();
        assertThat(story.values()).contains(new ProductStory.Value("name", "Mugg röd", null));
        assertThat(story.group())
                .extracting(ProductGroups.ProductGroup::standing)
                .isEqualTo(ProductGroups.Standing.PROPOSED);
    }

    private static TenantSetup setup() {
        return SetupFile.read("""
                tenant: nordkajak
                package: 400
                flow: specter
                specter: { baseUrl: "http://127.0.0.1/", sbmId: 1, apiUserId: 7, apiUserKey: 0123456789abcdef0123456789abcdef, integrationKey: 11111111-2222-3333-4444-555555555555 }
                shops:
                  - shop: butik
                    webshopId: 1
                    starweb: { baseUrl: "http://127.0.0.1/1/api/v2", clientId: a.b, clientSecret: s }
                    orders:
                      transferWhen: [created]
                      payments: { klarna: { code: KG } }
                      shipping: { postnord: { article: FRAKT } }
                      articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
                    stock: { publish: available }
                    products: {}
                """, name -> Optional.empty()).setups().getFirst();
    }
}
