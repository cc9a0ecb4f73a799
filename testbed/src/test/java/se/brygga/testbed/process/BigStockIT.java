package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FeedWatch;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.feed.Feed;

/** Many changed SKUs in two shops of one merchant: what is written is what differs, once, also when the worker stops. */
@ExtendWith(SimulatorsAtWork.class)
class BigStockIT {

    private static final String SE = "kajak-se";
    private static final String NO = "kajak-no";
    private static final long ACCOUNT = 9999;
    private static final int SKUS = 600;
    private static final BigDecimal IN_SPECTER = BigDecimal.valueOf(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So that writing takes some seconds, and can be stopped in the middle. */
    private static final int BUDGET = 3_000;

    /** Rows that a shop is sent at a time: so many may be written whose answer the stopped worker never booked. */
    private static final int IN_FLIGHT = 16;

    private StarwebSimulator starweb;
    private SpecterSimulator specter;
    private Database database;
    private TemporalServer temporal;
    private Apps apps;
    private FeedWatch stock;

    @BeforeEach
    void open(StarwebSimulator starweb, SpecterSimulator specter) throws Exception {
        Path folder = Files.createTempDirectory("brygga-big-stock");
        this.starweb = starweb;
        this.specter = specter;
        database = Database.embedded(folder.resolve("postgres"));
        temporal = World.temporal(folder);
        apps = Apps.start(
                database, temporal, 0, Map.of("logging.level.root", "WARN", "brygga.worker.stop-within", "1s"));
        starweb.limit(1_000_000);
        Merchants.setUp(
                apps,
                Merchants.file().replaceAll("maxRequestsPerMinute: \\d+", "maxRequestsPerMinute: " + BUDGET),
                Merchants.environment(starweb, specter),
                starweb.clock().instant());
        Merchants.registerTriggers(apps, specter);
        stock = new FeedWatch(apps, specter, Feed.STOCK, "nordkajak", ACCOUNT);
        stock.awaitRest(PATIENCE);
    }

    @AfterEach
    void close() {
        try {
            apps.close();
        } finally {
            temporal.close();
            database.close();
        }
    }

    @Test
    void writesEachDifferenceOnceAndNothingWhenEverythingIsToldAgain() throws Exception {
        int equal = 50;
        addToTheShops();
        IntStream.rangeClosed(1, equal).forEach(n -> starweb.setStock(SE, sku(n), IN_SPECTER));
        specter.account(ACCOUNT).addArticles(SKUS);
        assertThat(differences(SE)).isEqualTo(SKUS - equal);
        assertThat(differences(NO)).isEqualTo(SKUS);

        stock.awaitRest(PATIENCE);

        assertThat(starweb.stockWrites(SE)).isEqualTo(SKUS - equal);
        assertThat(starweb.stockWrites(NO)).isEqualTo(SKUS);
        assertShopsShowWhatSpecterHas();
        assertThat(specter.triggers().deliveries()).isNotEmpty().allMatch(call -> call.status() == 200);

        forgetWrites();
        specter.account(ACCOUNT).markAllChanged(SimFeedKind.STOCK);
        stock.awaitRest(PATIENCE);

        assertThat(starweb.stockWrites(SE)).isZero();
        assertThat(starweb.stockWrites(NO)).isZero();
    }

    @Test
    void goesOnWhereAStoppedWorkerWasAndWritesAgainAtMostWhatWasUnderWay() throws Exception {
        addToTheShops();
        specter.account(ACCOUNT).addArticles(SKUS);
        stock.poke();
        await("some are written").atMost(PATIENCE).until(() -> starweb.stockWrites(SE) > 20);

        apps.stopWorker();
        assertThat(starweb.stockWrites(SE)).as("it is in the middle").isLessThan(SKUS);
        apps.startWorker();
        stock.awaitRest(PATIENCE);

        assertShopsShowWhatSpecterHas();
        assertThat(writtenAgain(SE)).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(writtenAgain(NO)).isLessThanOrEqualTo(IN_FLIGHT);
    }

    private void addToTheShops() {
        starweb.addProducts(SE, SKUS);
        starweb.addProducts(NO, SKUS);
        forgetWrites();
    }

    private void forgetWrites() {
        starweb.forgetWrites(SE);
        starweb.forgetWrites(NO);
    }

    private static String sku(int number) {
        return "LOAD-%05d".formatted(number);
    }

    private static List<String> skus() {
        return IntStream.rangeClosed(1, SKUS).mapToObj(BigStockIT::sku).toList();
    }

    private long differences(String shop) {
        return skus().stream()
                .filter(sku -> starweb.onSale(shop, sku).compareTo(IN_SPECTER) != 0)
                .count();
    }

    private void assertShopsShowWhatSpecterHas() {
        assertThat(specter.account(ACCOUNT).article(sku(SKUS)).total()).isEqualByComparingTo(IN_SPECTER);
        assertThat(differences(SE)).isZero();
        assertThat(differences(NO)).isZero();
    }

    private long writtenAgain(String shop) {
        Map<String, Long> writes = starweb.writes(shop).stream()
                .filter(write -> write.kind() == CatalogueWrite.Kind.STOCK)
                .collect(Collectors.groupingBy(CatalogueWrite::sku, Collectors.counting()));
        assertThat(writes.keySet()).containsAll(skus());
        return writes.values().stream()
                .mapToLong(count -> Objects.requireNonNull(count) - 1)
                .sum();
    }
}
