package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.initial.InitialLine;
import se.brygga.activities.products.initial.InitialLineBook;
import se.brygga.activities.products.initial.InitialSync.State;
import se.brygga.activities.products.initial.InitialSyncs;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.SpecterToShop;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.SpecterClient;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.StarwebSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductField;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.products.InitialActivities;

/**
 * What a run would not get through is named by the plan, and nothing that the plan calls good is refused. A Specter that
 * shares no code with us refuses as the reference says.
 */
@Tag("slow")
class PlanPredictsRunTest {

    private static final ShopRef SHOP = SampleSetup.SHOP;
    private static final List<String> BOOKS = List.of(
            "product",
            "product_look",
            "product_heard",
            "product_begun",
            "initial_sync",
            "initial_line",
            "number_answer",
            "article",
            "article_master");

    private static final class Unlimited implements CallLimits {

        @Override
        public Permit acquire(String tenant, int maxConcurrent) {
            return () -> {};
        }

        @Override
        public void takeFromBudget(String key, int perMinute, Urgency urgency) {}
    }

    /** What all tries have in common, because it takes seconds to start. */
    private static final class Scene {

        private final MovableTime time = new MovableTime("2026-12-01T08:00:00Z");
        private final Books books = new Books(time);
        private final SpecterSimulator simulator = SimulatorsAtWork.specter(7, Clock.systemUTC());
        private final HttpClient http = HttpClient.newHttpClient();
        private final CallContext calls =
                new CallContext(http, new Unlimited(), Outages.IGNORED, _ -> {}, Clock.systemUTC());
        private final TenantSetup setup = SampleSetup.with(
                SampleSetup.withProducts(SampleSetup.products(Direction.TO_SPECTER)),
                Given.setup(simulator.uri(), 2, Duration.ofSeconds(60), Set.of("10", "11", "12"), false));
        private final SpecterClients clients = new SpecterClients(calls);
        private final SpecterClient specter = clients.forTenant(setup.tenant(), setup.specter());
        private final ArticleMasters masters = new ArticleMasters(books.database);
        private final ArticleSink sink = masters.sink(List.of(), _ -> {});
        private final ProductBook products = new ProductBook(books.database);
        private final InitialBook initial = new InitialBook(books.database);
        private final InitialLineBook lines = new InitialLineBook(books.database);
        private final InitialActivities activities = new InitialSyncs(
                        books.database,
                        books.setups,
                        new InitialSyncs.Systems(
                                products, new LookBook(books.database), books.articleFlow, masters, unused()),
                        new InitialSyncs.Pokes(_ -> {}, _ -> {}))
                .activities();

        private Scene() {
            books.setups.applying().apply(setup, "tenant: nordkajak", "test");
        }

        /** The other direction. */
        private SpecterToShop unused() {
            return new SpecterToShop(
                    books.database,
                    masters,
                    new ArticleGroups(books.database, masters),
                    books.variants,
                    new SpecterToShop.Outside(
                            (_, _) -> new ShopInMemory().client(),
                            (_, _, _) -> {
                                throw new AssertionError("nobody has pictures");
                            },
                            (_, _, _) -> true));
        }

        private void look(WebShops shops) {
            new ShopToSpecter(books.database, books.articleFlow, books.sold, shops, clients)
                    .look(setup, SHOP, () -> true);
        }

        private void advance() {
            try {
                activities.advance(SHOP);
            } catch (ApplicationFailure later) {
                // The engine looks again.
            }
        }

        private State state() {
            return initial.find(SHOP).orElseThrow().state();
        }

        private void has(List<SpecterArticle> articles) {
            if (articles.isEmpty()) {
                return;
            }
            assertThat(specter.submitArticles(articles, Existing.LEAVE, "there already"))
                    .isInstanceOf(SpecterAnswer.Done.class);
            List<ArticleChange> told = articles.stream()
                    .map(article -> new ArticleChange(
                            article.articleNo(),
                            article.name(),
                            article.priceExclVat(),
                            null,
                            false,
                            new BigDecimal(Objects.requireNonNull(article.vatPercent())),
                            "GW",
                            false,
                            List.of()))
                    .toList();
            books.transactions.executeWithoutResult(tx -> sink.take(setup, told, time.instant()));
        }

        /** Plans, says yes to what is proposed, and carries the plan out. */
        private List<InitialLine> run(WebShops shops, PlanFigures figures) {
            initial.ask(SHOP, Direction.TO_SPECTER, "anna");
            look(shops);
            advance();
            assertThat(state()).isEqualTo(State.PLANNED);
            books.transactions.executeWithoutResult(tx -> lines.say(SHOP, null, true, "anna"));
            List<InitialLine> planned = all();
            assertThat(initial.begin(SHOP, "anna")).isTrue();
            for (int looks = 0; looks < 20 && state() != State.ENDED; looks++) {
                advance();
                look(shops);
            }
            assertThat(state()).isEqualTo(State.ENDED);
            figures.count(planned, all(), alone(planned));
            return planned;
        }

        private List<InitialLine> all() {
            return lines.lines(SHOP, null, null, 0, Integer.MAX_VALUE);
        }

        /** The numbers of the lines whose article Specter does not take when it is sent without any look at a plan. */
        private Set<String> alone(List<InitialLine> planned) {
            Map<String, ProductRow> rows =
                    products.there(SHOP).stream().collect(Collectors.toMap(ProductRow::sku, Function.identity()));
            return planned.stream()
                    .map(InitialLine::number)
                    .filter(number -> {
                        ProductRow row = rows.get(Sku.key(number));
                        return row != null && isRefused(row);
                    })
                    .collect(Collectors.toUnmodifiableSet());
        }

        private boolean isRefused(ProductRow row) {
            try {
                SpecterArticle article =
                        ProductField.article(row.seen().spelled(), row.seen().values());
                return !(specter.submitArticles(List.of(article), Existing.OVERWRITE, "alone")
                        instanceof SpecterAnswer.Done);
            } catch (ArithmeticException | RemoteFailure cannotBeSent) {
                return true;
            }
        }

        private void forget() {
            BOOKS.forEach(table -> books.jdbc.sql("delete from " + table).update());
            time.advance(Duration.ofMinutes(1));
        }

        private void close() {
            simulator.close();
            http.close();
        }
    }

    private static final Scene SCENE = new Scene();
    private static final PlanFigures RANDOM = new PlanFigures();
    private static int tries;

    @AfterContainer
    static void stop() {
        SCENE.close();
        RANDOM.hold("random assortments");
    }

    @Property(tries = 400)
    void ofRandomAssortments(@ForAll long seed) {
        DirtyShop dirty = new DirtyShop(seed, "T%d".formatted(++tries));
        PaperShop shop = new PaperShop();
        dirty.fill(shop);
        SCENE.has(dirty.articles());

        SCENE.run((ref, of) -> paper(shop), RANDOM);

        SCENE.forget();
    }

    @Example
    void ofADirtyAssortmentOfTheSimulator() {
        PlanFigures figures = new PlanFigures();
        try (StarwebSimulator starweb = SimulatorsAtWork.starweb(7, Clock.systemUTC())) {
            starweb.limit(1_000_000);
            starweb.fill(SHOP.shop(), 7, 600, 1_500, 50);
            StarwebSetup setup = new StarwebSetup(
                    URI.create(starweb.apiBase(SHOP.shop())),
                    "sim." + SHOP.shop(),
                    new Secret("secret-" + SHOP.shop()),
                    1_000_000,
                    "SpecterSync");

            SCENE.run((ref, of) -> new StarwebClients(SCENE.calls).shop(ref, setup), figures);
        }

        SCENE.forget();
        figures.hold("dirty assortment");
    }

    private static WebShop paper(PaperShop shop) {
        WebShop memory = new ShopInMemory().client();
        return new WebShop(
                memory.orders(),
                memory.marks(),
                memory.names(),
                memory.hooks(),
                memory.products(),
                memory.stock(),
                memory.prices(),
                shop,
                shop);
    }
}
