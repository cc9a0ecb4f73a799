package se.brygga.activities.products.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.products.initial.InitialLine.Kind;
import se.brygga.activities.products.initial.InitialLine.Outcome;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.activities.products.shop.ToShopScene;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.sql.Sql;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.products.InitialActivities;
import se.brygga.workflows.products.InitialActivities.Next;

/** An initial sync from Specter to a shop: the plan writes nothing, and the run does what the plan says. */
class ToShopRunTest extends ToShopScene {

    private static final Pattern WRITE =
            Pattern.compile("(?:create|change|setText|addVariant|putInCategory|upload|addImage).*");

    private final InitialBook initial = new InitialBook(books.database);
    private final InitialLineBook lines = new InitialLineBook(books.database);
    private final InitialActivities activities = new InitialSyncs(
                    books.database,
                    books.setups,
                    new InitialSyncs.Systems(
                            new ProductBook(books.database),
                            new LookBook(books.database),
                            books.articleFlow,
                            masters,
                            toShop),
                    new InitialSyncs.Pokes(shop -> {}, tenant -> {}))
            .activities();

    @BeforeEach
    void notBegun() {
        initial.begun(SHOP, Direction.TO_SPECTER);
        books.setups.applying().apply(setup, "tenant: nordkajak", "test");
    }

    @Test
    void thePlanSaysWhatBecomesOfEachArticleAndWritesNothing() {
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"));
        told(plain("TROJA-S", "Tröja - Small"), plain("TROJA-M", "Tröja - Medium"), plain("B/1", "Skål"));
        there("KASA", "Kåsa");
        told(article("KASA", "Stor kåsa", null, Map.of()));

        plan();

        assertThat(shop.script.asked).noneMatch(asked -> WRITE.matcher(asked).matches());
        assertThat(kind("MUG")).isEqualTo(Kind.MAIN);
        assertThat(kind("MUG-R")).isEqualTo(Kind.CREATE);
        assertThat(kind("TROJA-S")).isEqualTo(Kind.UNDECIDED);
        assertThat(kind("B/1")).isEqualTo(Kind.IMPOSSIBLE);
        assertThat(line("B/1", Kind.IMPOSSIBLE).why().cause()).isEqualTo(Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED);
        assertThat(line("KASA", Kind.CHANGE).differences())
                .contains(new InitialLine.Difference(ProductField.NAME, "Kåsa", "Stor kåsa"));
        assertEachInOneLine();
    }

    @Test
    void theRunWritesWhatThePlanSaysAndASecondRunNothing() {
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"), article("SKAL", "Skål", null, Map.of()));
        there("KASA", "Kåsa");
        told(article("KASA", "Stor kåsa", null, Map.of()));

        plan();
        run();

        assertThat(outcomes()).containsEntry("MUG-R", Outcome.CREATED).containsEntry("SKAL", Outcome.CREATED);
        assertThat(outcomes()).containsEntry("KASA", Outcome.CHANGED).containsEntry("MUG", Outcome.LEFT);
        assertThat(initial.hasBegun(SHOP, Direction.TO_SHOP)).isTrue();
        shop.script.asked.clear();

        plan();
        assertThat(all()).extracting(InitialLine::kind).doesNotContain(Kind.CREATE, Kind.CHANGE);
        run();
        assertThat(outcomes()).containsEntry("MUG-R", Outcome.MATCHED).containsEntry("KASA", Outcome.MATCHED);
        assertThat(shop.script.asked).noneMatch(asked -> WRITE.matcher(asked).matches());
    }

    @Test
    void whatIsEqualIsTakenOverWithoutAWrite() {
        there("KASA", "Kåsa");
        told(plain("KASA", "Kåsa"));

        plan();
        assertThat(kind("KASA")).isEqualTo(Kind.MATCH);
        run();
        look();

        assertThat(outcomes()).containsEntry("KASA", Outcome.MATCHED);
        assertThat(shop.script.asked).noneMatch(asked -> WRITE.matcher(asked).matches());
    }

    @Test
    void aProductIsNotMadeWhileAPersonHasToAnswerForOneOfItsArticles() {
        there("MUGR", "Röd mugg");
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"));

        plan();

        assertThat(kind("MUG-R")).isEqualTo(Kind.PROPOSED);
        assertThat(kind("MUG-B")).isEqualTo(Kind.UNDECIDED);
        run();
        look();
        assertThat(skus()).doesNotContain("MUG-B", "MUG-R");
    }

    @Test
    void anAcceptedNumberIsGivenToTheShopsVariant() {
        there("KASA 1", "Kåsa");
        told(plain("KASA1", "Kåsa"));
        plan();
        assertThat(kind("KASA1")).isEqualTo(Kind.PROPOSED);

        books.transactions.executeWithoutResult(tx -> lines.say(SHOP, null, true, "anna"));
        run();

        assertThat(outcomes()).containsEntry("KASA1", Outcome.CHANGED);
        assertThat(skus()).contains("KASA1").doesNotContain("KASA 1");
    }

    @Test
    void articlesThatTheShopHasInOneProductAndSpecterHasApartAreImpossible() {
        long product = there("KASA", "Kåsa");
        shop.client().catalogue().addVariant(product, new NewVariant("FATET", List.of(), status(), null, null, null));
        shop.script.asked.clear();
        told(article("KASA", "Stor kåsa", null, Map.of()), article("FATET", "Fat", null, Map.of()));

        plan();

        assertThat(line("KASA", Kind.IMPOSSIBLE).why().cause()).isEqualTo(Cause.SHOP_PRODUCT_SPLIT);
        assertThat(line("FATET", Kind.IMPOSSIBLE).why().cause()).isEqualTo(Cause.SHOP_PRODUCT_SPLIT);
    }

    @Test
    void aPausedRunWritesNothingAndAStoppedOneEnds() {
        told(article("SKAL", "Skål", null, Map.of()));
        plan();
        initial.begin(SHOP, "anna");
        advance();
        initial.move(SHOP, java.util.Set.of(State.RUNNING), State.PAUSED);

        assertThat(activities.advance(SHOP)).isEqualTo(Next.WAITS);
        look();
        assertThat(skus()).doesNotContain("SKAL");

        initial.move(SHOP, java.util.Set.of(State.PAUSED), State.RUNNING);
        carryOut();
        assertThat(skus()).contains("SKAL");
    }

    @Test
    void aFlowThatIsTurnedStopsTheRun() {
        told(article("SKAL", "Skål", null, Map.of()));
        plan();
        initial.begin(SHOP, "anna");
        books.setups
                .applying()
                .apply(
                        SampleSetup.withProducts(SampleSetup.products(Direction.TO_SPECTER)),
                        "tenant: nordkajak",
                        "test");

        assertThat(activities.advance(SHOP)).isEqualTo(Next.ENDS);

        assertThat(initial.find(SHOP).orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(skus()).doesNotContain("SKAL");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void eachArticleIsInOneLineAndNothingThatThePlanCallsGoodIsRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            String number = number(random);
            if (!skus().contains(number)) {
                there(number, "Namn " + random.nextInt(3));
            }
        }
        for (int i = 0; i < 12; i++) {
            boolean variant = random.nextBoolean();
            String number = number(random) + (random.nextInt(9) == 0 ? "/1" : "");
            told(
                    variant
                            ? article(number, "Namn", "HUVUD", Map.of("Färg", "f" + random.nextInt(4)))
                            : article(number, "Namn " + random.nextInt(3), null, Map.of()));
        }
        told(article("HUVUD", "Huvud", null, Map.of()));

        plan();
        assertEachInOneLine();
        run();

        assertSumsAreThoseOfThePlan();
        assertThat(all()).filteredOn(line -> line.outcome() == Outcome.WAITS).isEmpty();
        shop.script.asked.clear();
        plan();
        assertThat(all()).extracting(InitialLine::kind).doesNotContain(Kind.CREATE, Kind.CHANGE);
        assertThat(shop.script.asked).noneMatch(asked -> WRITE.matcher(asked).matches());
    }

    private static String number(Random random) {
        return "K" + (random.nextInt(6) == 0 ? "-" : "") + random.nextInt(15);
    }

    private void assertEachInOneLine() {
        InitialSync sync = initial.find(SHOP).orElseThrow();
        long articles = masters.book().page(SHOP.tenant(), "", 999).stream()
                .filter(article -> !article.deleted())
                .count();
        assertThat(sync.ofMaster()).isEqualTo((int) articles);
        assertThat(sync.ofOther()).isEqualTo(skus().size());
        assertSumsAreThoseOfThePlan();
    }

    private void assertSumsAreThoseOfThePlan() {
        InitialSync sync = initial.find(SHOP).orElseThrow();
        assertThat(all().stream().mapToInt(line -> line.count().ofMaster()).sum())
                .isEqualTo(sync.ofMaster());
        assertThat(all().stream().mapToInt(line -> line.count().ofOther()).sum())
                .isEqualTo(sync.ofOther());
    }

    private void plan() {
        assertThat(initial.ask(SHOP, Direction.TO_SHOP, "anna")).isTrue();
        books.jdbc
                .sql("""
                    insert into article_full_read (tenant, asked_at, done_at) values (:tenant, :now, :now)
                    on conflict (tenant) do update set done_at = excluded.done_at""")
                .param("tenant", SHOP.tenant())
                .param("now", Sql.at(time.instant()))
                .update();
        assertThat(activities.advance(SHOP)).isEqualTo(Next.WAITS);
    }

    private void run() {
        assertThat(initial.begin(SHOP, "anna")).isTrue();
        carryOut();
    }

    private void carryOut() {
        for (int tries = 0; tries < 20; tries++) {
            if (advance()) {
                assertThat(initial.find(SHOP).orElseThrow().state()).isEqualTo(State.ENDED);
                return;
            }
            look();
        }
        throw new AssertionError("not done: " + all());
    }

    /** Whether the run has ended. */
    private boolean advance() {
        try {
            return activities.advance(SHOP) == Next.ENDS;
        } catch (ApplicationFailure later) {
            return false;
        }
    }

    private List<InitialLine> all() {
        return lines.lines(SHOP, null, null, 0, 999);
    }

    private InitialLine line(String number, Kind kind) {
        return all().stream()
                .filter(line -> line.number().equals(number) && line.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(all().toString()));
    }

    private Kind kind(String number) {
        return all().stream()
                .filter(line -> line.number().equals(number))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new java.util.TreeMap<>();
        all().forEach(line -> outcomes.put(line.number(), java.util.Objects.requireNonNull(line.outcome())));
        return outcomes;
    }

    private List<String> skus() {
        List<String> skus = new ArrayList<>();
        boolean last = false;
        for (int page = 1; !last; page++) {
            var products = shop.client().catalogue().products(page);
            products.products().stream()
                    .flatMap(product -> product.variants().stream())
                    .map(ShopVariant::sku)
                    .forEach(skus::add);
            last = products.last();
        }
        return skus;
    }

    private long status() {
        return shop.client().stock().stockStatuses().getFirst().stockStatusId();
    }

    /** A product of the shop's own. */
    private long there(String sku, String name) {
        long product = shop.client()
                .catalogue()
                .create(new NewProduct(
                        "egen",
                        new BigDecimal("25"),
                        null,
                        null,
                        new ProductText("sv", name, null, null),
                        List.of(new NewVariant(sku, List.of(), status(), null, null, null))));
        shop.script.asked.clear();
        return product;
    }

    private static ArticleChange plain(String no, String name) {
        return new ArticleChange(no, name, null, null, false, new BigDecimal("25"), "GW", false, List.of());
    }
}
