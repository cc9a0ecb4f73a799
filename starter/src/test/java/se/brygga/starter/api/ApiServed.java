package se.brygga.starter.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.Caller;
import se.brygga.starter.desk.access.OnceDesk;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.audit.AuditDesk;
import se.brygga.starter.desk.bulk.BulkDesk;
import se.brygga.starter.desk.callbacks.CallbackDesk;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.feeds.Comparisons;
import se.brygga.starter.desk.feeds.Comparisons.Comparison;
import se.brygga.starter.desk.feeds.FeedDesk;
import se.brygga.starter.desk.feeds.FeedDesk.LoopList;
import se.brygga.starter.desk.feeds.ProductLoopDesk;
import se.brygga.starter.desk.initial.InitialDesk;
import se.brygga.starter.desk.jobs.JobDesk;
import se.brygga.starter.desk.jobs.JobDesk.Job;
import se.brygga.starter.desk.keys.KeyDesk;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.starter.desk.orders.OrderDesk.OrderList;
import se.brygga.starter.desk.orders.SearchDesk;
import se.brygga.starter.desk.orders.SearchDesk.Finds;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.PriceFilePreview;
import se.brygga.starter.desk.prices.WaitingPrices;
import se.brygga.starter.desk.products.ProductDesk;
import se.brygga.starter.desk.products.ProductGroupDesk;
import se.brygga.starter.desk.products.ProductGroups;
import se.brygga.starter.desk.stock.StockDesk;
import se.brygga.starter.desk.stock.StockDifference;
import se.brygga.starter.desk.sums.SumsDesk;
import se.brygga.starter.desk.tenants.Application;
import se.brygga.starter.desk.tenants.SetupVersion;
import se.brygga.starter.desk.tenants.TenantDesk;
import se.brygga.starter.desk.trouble.NoticeDesk;
import se.brygga.starter.desk.trouble.SystemDesk;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.starter.desk.trouble.Trouble.Standstill;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.starter.doors.RequestBody;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API with the real server, before desks that only note what they are asked. */
abstract class ApiServed {

    static final Trouble NO_TROUBLE = new Trouble(
            new Standstill(null, null, null, List.of()), List.of(), List.of(), List.of(), List.of(), List.of());

    static final OrderDesk ORDERS = mock(OrderDesk.class);
    static final SearchDesk SEARCH = mock(SearchDesk.class);
    static final DecisionDesk DECISIONS = mock(DecisionDesk.class);
    static final TroubleDesk TROUBLE = mock(TroubleDesk.class);
    static final TenantDesk TENANTS = mock(TenantDesk.class);
    static final KeyDesk KEYS = mock(KeyDesk.class);
    static final AuditDesk AUDIT = mock(AuditDesk.class);
    static final AccessDesk ACCESS = mock(AccessDesk.class);
    static final OnceDesk ONCE = mock(OnceDesk.class);
    static final FeedDesk FEEDS = mock(FeedDesk.class);
    static final Comparisons COMPARISONS = mock(Comparisons.class);
    static final StockDesk STOCK = mock(StockDesk.class);
    static final PriceDesk PRICES = mock(PriceDesk.class);
    static final ProductGroupDesk PRODUCT_GROUPS = mock(ProductGroupDesk.class);
    static final ProductDesk PRODUCTS = mock(ProductDesk.class);
    static final NoticeDesk NOTICES = mock(NoticeDesk.class);
    static final SystemDesk SYSTEMS = mock(SystemDesk.class);
    static final InitialDesk INITIAL = mock(InitialDesk.class);
    static final ProductLoopDesk PRODUCT_LOOPS = mock(ProductLoopDesk.class);

    private static final ShopRef SHOP = new ShopRef("nordkajak", "butik");

    static final CallbackDesk CALLBACKS = mock(CallbackDesk.class);
    static final BulkDesk BULK = mock(BulkDesk.class);
    static final SumsDesk SUMS = mock(SumsDesk.class);
    static final JobDesk JOBS = mock(JobDesk.class);

    /** All that the controllers ask, but whom a token or a job belongs to. */
    private static final List<Object> DESKS = List.of(
            ORDERS,
            SEARCH,
            DECISIONS,
            TROUBLE,
            TENANTS,
            KEYS,
            AUDIT,
            ONCE,
            FEEDS,
            COMPARISONS,
            STOCK,
            PRICES,
            PRODUCT_GROUPS,
            PRODUCTS,
            NOTICES,
            SYSTEMS,
            INITIAL,
            PRODUCT_LOOPS,
            CALLBACKS,
            BULK,
            SUMS);

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = Gate.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|ApiServed).*"))
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocConfiguration.class,
        SpringDocWebMvcConfiguration.class,
        MultipleOpenApiSupportConfiguration.class
    })
    static class App {}

    /** Longer than a thread of a machine under load stands still. */
    private static final Duration LONGEST_BODY = Duration.ofSeconds(5);

    @AutoClose
    static ConfigurableApplicationContext app;

    static String base = "";

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        app = new SpringApplicationBuilder(App.class)
                .initializers(context -> Stream.concat(
                                DESKS.stream(),
                                Stream.of(ACCESS, JOBS, new RequestBody(LONGEST_BODY, InstantSource.system())))
                        .forEach(desk -> context.getBeanFactory()
                                .registerSingleton(desk.getClass().getName(), desk)))
                .properties("spring.config.name=brygga-starter")
                .run("--server.port=0", "--logging.level.root=OFF");
        base = "http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) app).getWebServer())
                        .getPort();
    }

    @BeforeEach
    void tokens() {
        DESKS.forEach(Mockito::reset);
        reset(ACCESS, JOBS);
        token("all", Set.of(Right.values()), Set.of());
        token("reads", Set.of(Right.READ), Set.of("nordkajak"));
        token("decides", Set.of(Right.DECIDE), Set.of("nordkajak"));
        token("both", Set.of(Right.values()), Set.of("nordkajak"));
        token("two", Set.of(Right.READ), Set.of("nordkajak", "tehuset"));
        when(TROUBLE.of(any(), any())).thenReturn(NO_TROUBLE);
        when(ORDERS.list(any())).thenReturn(new OrderList(List.of(), 0, null, NO_TROUBLE));
        when(SEARCH.find(any(), any())).thenReturn(new Finds(List.of()));
        when(TENANTS.setup(anyString()))
                .thenReturn(new SetupVersion("nordkajak", 5, Instant.EPOCH, "anna", "tenant: nordkajak\n"));
        when(TENANTS.apply(anyString(), any(), any(), any()))
                .thenReturn(new Application.Tried(
                        List.of(), new Outcome.Unknown<>("nordkajak", Reason.SYSTEM_FAILED.of("away"))));
        when(ORDERS.withNumber(anyLong(), any())).thenReturn(OrderRef.of("nordkajak", "butik", 7));
        goods();
        when(JOBS.find(anyString())).thenAnswer(call -> job(call.getArgument(0)));
        when(JOBS.stop(anyString(), any())).thenAnswer(call -> job(call.getArgument(0)));
        when(BULK.decide(any(), anyString())).thenReturn("17");
        when(SUMS.begin(any(), any(), any())).thenReturn("18");
        when(ONCE.once(any(), anyString(), anyString(), any()))
                .thenAnswer(call -> new OnceDesk.Answer.Given(
                        String.valueOf(call.<Supplier<String>>getArgument(3).get()), false));
    }

    private static void goods() {
        Comparisons.Kind<StockDifference> stock = new Comparisons.Kind<>(Feed.STOCK, _ -> List.of());
        Comparison<StockDifference> compared =
                new Comparison<>(SHOP, Feed.STOCK, Comparison.State.RUNNING, null, null, List.of(), null, null);
        when(STOCK.comparison()).thenReturn(stock);
        when(COMPARISONS.last(SHOP, stock)).thenReturn(compared);
        when(COMPARISONS.asked(eq(SHOP), eq(stock), any())).thenReturn(compared);
        when(COMPARISONS.ask(eq(SHOP), eq(stock), any())).thenReturn(new Outcome.Followed<>("x", compared));
        when(FEEDS.list(any())).thenReturn(new LoopList(List.of(), List.of(), NO_TROUBLE));
        when(PRODUCTS.list(any(), any(), anyInt())).thenReturn(new ProductDesk.ProductList(List.of(), 0, List.of()));
        when(PRODUCT_GROUPS.list(any(), any(), anyInt())).thenReturn(new ProductGroups(List.of(), 0));
        when(PRICES.waiting(any(), any())).thenReturn(new WaitingPrices(List.of(), 0, List.of()));
        PriceFilePreview preview =
                new PriceFilePreview(List.of(), 0, new PriceFilePreview.Sums(0, 0, 0), List.of(), List.of());
        when(PRICES.preview(any(), any())).thenReturn(preview);
        when(PRICES.load(any(), any(), any())).thenReturn(new Outcome.Followed<>("x", preview));
    }

    /** A job of the tenant that its id names. */
    private static Job job(String id) {
        return new Job(
                id,
                Job.Kind.DECISION,
                "retry no-rows",
                id,
                "anna",
                null,
                Job.State.RUNNING,
                Instant.EPOCH,
                null,
                39,
                12,
                null);
    }

    /** Each token of a test is new to the gate, so that no test uses up another's requests. */
    void token(String secret, Set<Right> rights, Set<String> tenants) {
        when(ACCESS.caller(secret))
                .thenReturn(Optional.of(new Caller(secret + System.identityHashCode(this), secret, rights, tenants)));
    }

    HttpResponse<String> send(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        return send(request.header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.copy().setHeader("Accept-Language", "en").build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static void desksWereNotAsked() {
        DESKS.forEach(Mockito::verifyNoInteractions);
    }
}
