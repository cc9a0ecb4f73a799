package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.shop.ShopCatalogue.ProductPage;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.feeds.FeedDesk;
import se.brygga.starter.desk.feeds.ProductLoop;
import se.brygga.starter.desk.feeds.ProductLoopDesk;
import se.brygga.starter.desk.initial.InitialDesk;
import se.brygga.starter.desk.initial.InitialLine;
import se.brygga.starter.desk.initial.InitialStory;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.refusal.RequestRefused;

/** What changes among a shop's products changes in Specter, over real web hooks and workflows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductsIT {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");
    private static final long ACCOUNT = 9999;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Operator ANNA = new Operator("anna", null);

    private World world;
    private InitialDesk desk;
    private InitialStory planned;
    private InitialStory carriedOut;
    private InitialStory plannedAgain;
    private List<SimArticle.Card> atFirst;
    private List<SimArticle.Card> afterPlan;
    /** Writes to the shop as its owner does. */
    private WebShop shop;

    @BeforeAll
    void open() {
        world = World.watched(131, Merchants.fileWithProducts());
        TenantSetup setup =
                world.apps.workerBean(SetupStore.class).find(SHOP.tenant()).orElseThrow();
        shop = world.apps.workerBean(WebShops.class).shop(SHOP, setup.shop(SHOP.shop()));
        desk = world.apps.bean(InitialDesk.class);
        atFirst = List.copyOf(world.specter.account(ACCOUNT).cards());
        planned = plan();
        afterPlan = List.copyOf(world.specter.account(ACCOUNT).cards());
        desk.say(SHOP, InitialDesk.Order.RUN, ANNA);
        await("the run").atMost(PATIENCE).until(() -> desk.show(SHOP).state() == InitialStory.State.ENDED);
        carriedOut = desk.show(SHOP);
        plannedAgain = plan();
    }

    private InitialStory plan() {
        desk.plan(SHOP, ANNA);
        await("the plan").atMost(PATIENCE).until(() -> desk.show(SHOP).state() == InitialStory.State.PLANNED);
        return desk.show(SHOP);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aPlanCountsAllOfBothSystemsAndWritesNothing() {
        assertThat(planned.whole()).isTrue();
        assertThat(planned.sums().stream()
                        .mapToInt(sum -> sum.count().ofMaster())
                        .sum())
                .isEqualTo(planned.read().ofMaster());
        assertThat(planned.sums().stream()
                        .mapToInt(sum -> sum.count().ofOther())
                        .sum())
                .isEqualTo(planned.read().ofOther())
                .isEqualTo(atFirst.size());
        assertThat(written(planned)).isPositive();
        assertThat(afterPlan).isEqualTo(atFirst);
        assertThat(world.specter.account(ACCOUNT).cards()).as("after the run").isNotEqualTo(atFirst);
    }

    @Test
    void aRunDoesWhatWasPlannedAndASecondOneHasNothingToWrite() {
        assertThat(carriedOut.sums())
                .allMatch(sum -> sum.outcome() != null)
                .noneMatch(sum -> sum.outcome() == InitialLine.Outcome.WAITS);
        assertThat(written(plannedAgain)).isZero();
        assertThat(plannedAgain.read().ofOther()).isEqualTo(planned.read().ofOther() + created(carriedOut));
    }

    private static int written(InitialStory story) {
        return story.sums().stream()
                .filter(sum -> sum.kind() == InitialLine.Kind.CREATE || sum.kind() == InitialLine.Kind.CHANGE)
                .mapToInt(InitialStory.Sum::lines)
                .sum();
    }

    private static int created(InitialStory story) {
        return story.sums().stream()
                .filter(sum -> sum.outcome() == InitialLine.Outcome.CREATED)
                .mapToInt(InitialStory.Sum::lines)
                .sum();
    }

    @Test
    void aRenamedProductIsRenamedInSpecter() {
        long product = product("KAJ-002").productId();

        shop.catalogue().setText(product, new ProductText("sv", "Havskajak Vilda", null, null));

        await().atMost(PATIENCE).until(() -> nameOf("KAJ-002").startsWith("Havskajak Vilda"));
    }

    @Test
    void aNewProductIsAnArticleWithoutAChangeOfWhatIsThere() {
        SimArticle.Card before = world.specter.account(ACCOUNT).card("KAJ-003");
        shop.catalogue()
                .create(new NewProduct(
                        "NY-1",
                        new BigDecimal(12),
                        null,
                        null,
                        new ProductText("sv", "Termos", null, null),
                        List.of(new NewVariant(
                                "NY-1",
                                List.of(),
                                shop.stock().stockStatuses().getFirst().stockStatusId(),
                                null,
                                new BigDecimal("0.4"),
                                null))));

        await().atMost(PATIENCE).until(() -> hasArticle("NY-1"));

        assertThat(nameOf("NY-1")).isEqualTo("Termos");
        assertThat(world.specter.account(ACCOUNT).card("KAJ-003")).isEqualTo(before);
    }

    @Test
    void whatSpecterCannotHoldWaitsWithItsCauseAndGoesOnWhenItIsMended() {
        long product = product("KAJ-005").productId();
        String name = nameOf("KAJ-005");
        shop.catalogue().setText(product, new ProductText("sv", "Paddel 🎁", null, null));

        await().atMost(PATIENCE).until(() -> row("KAJ-005").standing().cause() == Cause.PRODUCT_VALUE_NOT_ALLOWED);
        assertThat(nameOf("KAJ-005")).isEqualTo(name);

        shop.catalogue().setText(product, new ProductText("sv", "Paddel", null, null));
        await().atMost(PATIENCE).until(() -> nameOf("KAJ-005").startsWith("Paddel"));
        await().atMost(PATIENCE).until(() -> isSettled("KAJ-005"));
    }

    @Test
    void anArticleIsMarkedWhenItsProductIsRemoved() {
        world.starweb.removeProduct(SHOP.shop(), "KAJ-006");

        await().atMost(PATIENCE).until(() -> nameOf("KAJ-006").startsWith("UTGÅTT "));
        assertThat(row("KAJ-006").seen().traits().gone()).isTrue();
    }

    @Test
    void whatChangesDuringAPauseIsWrittenAfterIt() {
        ProductLoopDesk loops = world.apps.bean(ProductLoopDesk.class);
        FeedDesk feeds = world.apps.bean(FeedDesk.class);
        Operator why = new Operator("anna", "new names");
        loops.say(SHOP, ProductLoopDesk.Order.PAUSE, why);
        String name = nameOf("KAJ-004");

        shop.catalogue().setText(product("KAJ-004").productId(), new ProductText("sv", "Paddeljacka", null, null));

        await().atMost(PATIENCE)
                .until(() -> world.apps.workerBean(LookBook.class).waiting(SHOP) > 0);
        assertThat(feeds.list(SHOP.tenant()).products())
                .filteredOn(loop -> loop.shop().equals(SHOP))
                .singleElement()
                .satisfies(loop -> assertThat(loop.pause())
                        .extracting(ProductLoop.ProductPause::by, ProductLoop.ProductPause::reason)
                        .containsExactly("anna", "new names"));
        assertThatThrownBy(() -> loops.say(SHOP, ProductLoopDesk.Order.POKE, why))
                .isInstanceOf(RequestRefused.class);
        assertThat(nameOf("KAJ-004")).isEqualTo(name);

        loops.say(SHOP, ProductLoopDesk.Order.RESUME, why);
        await().atMost(PATIENCE).until(() -> nameOf("KAJ-004").startsWith("Paddeljacka"));
    }

    private ShopProduct product(String sku) {
        for (int number = 1; ; number++) {
            ProductPage page = shop.catalogue().products(number);
            Optional<ShopProduct> found = page.products().stream()
                    .filter(product -> product.variants().stream()
                            .anyMatch(variant -> variant.sku().equals(sku)))
                    .findFirst();
            if (found.isPresent() || page.last()) {
                return found.orElseThrow();
            }
        }
    }

    private ProductRow row(String sku) {
        return find(sku).orElseThrow();
    }

    private Optional<ProductRow> find(String sku) {
        return world.apps.workerBean(ProductBook.class).find(SHOP, sku);
    }

    private boolean isSettled(String sku) {
        return find(sku)
                .filter(row -> row.standing().state() == ProductRow.State.SETTLED)
                .isPresent();
    }

    private boolean hasArticle(String sku) {
        return world.specter.account(ACCOUNT).cards().stream()
                .anyMatch(card -> card.articleNo().equals(sku));
    }

    private String nameOf(String sku) {
        return world.specter.account(ACCOUNT).card(sku).text(SimArticleField.NAME);
    }
}
