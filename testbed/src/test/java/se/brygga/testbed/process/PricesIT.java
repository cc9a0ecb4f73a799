package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.simulators.starweb.goods.ListPrice;
import se.brygga.simulators.starweb.goods.ShopPriceList;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.prices.PriceDesk;
import se.brygga.starter.desk.prices.WaitingPrice;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.push.PushActivities;
import tools.jackson.databind.json.JsonMapper;

/** Prices in Specter reach the shops: what changed and nothing else, and nothing large unasked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PricesIT {

    private static final String SHOP = "kajak-se";
    private static final ShopRef REF = new ShopRef("nordkajak", SHOP);
    private static final long ACCOUNT = 9999;
    private static final long DEALERS = 2;
    private static final long EU = 3;

    private World world;
    private Commands commands;

    @BeforeAll
    void open() {
        world = World.watched(72);
        String file = Merchants.file().replace("\"2\": Återförsäljare }", "\"2\": Återförsäljare, \"3\": EU }");
        assertThat(file).contains("\"3\": EU");
        Merchants.setUp(world.apps, file, Merchants.environment(world.starweb, world.specter), Instant.now());
        world.specter.account(ACCOUNT).markAllChanged(SimFeedKind.ARTICLES);
        commands = new Commands(world);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void showsAChangedPriceInTheMasterListAndWritesNothingElse() {
        String sku = "KAJ-004";
        BigDecimal before = master(sku).price();
        BigDecimal after = times(before, "1.1");

        world.specter.account(ACCOUNT).setPrice(sku, after);

        shown("the new price", () -> master(sku).price().compareTo(after) == 0);
        assertThat(priceWrites(sku)).hasSize(1);
        assertThat(world.starweb.writes(SHOP)).filteredOn(PricesIT::isPrice).allMatch(CatalogueWrite::changed);
    }

    @Test
    void letsALargeChangeWaitUntilAPersonSaysYes() {
        String sku = "KAJ-005";
        BigDecimal before = master(sku).price();
        BigDecimal after = times(before, "1.5");

        world.specter.account(ACCOUNT).setPrice(sku, after);

        shown("the change is listed", () -> waiting(sku).size() == 1);
        WaitingPrice waiting = waiting(sku).getFirst();
        assertThat(waiting.changePercent()).isEqualByComparingTo("50.0");
        assertThat(Objects.requireNonNull(waiting.before()).price()).isEqualByComparingTo(before);
        assertThat(master(sku).price()).isEqualByComparingTo(before);
        assertThat(notices()).contains(Cause.PRICES_WAIT_FOR_APPROVAL);

        PriceDesk desk = world.apps.bean(PriceDesk.class);
        assertThat(desk.decide(
                        List.of(waiting), WaitingPrice.Verdict.APPROVED, new Operator("anna", "ny inköpskostnad")))
                .allMatch(Outcome.Followed.class::isInstance);
        assertThat(desk.decide(List.of(waiting), WaitingPrice.Verdict.REJECTED, new Operator("bo", "för sent")))
                .as("it was decided")
                .allMatch(Outcome.Refused.class::isInstance);

        await("the approved price")
                .atMost(Duration.ofMinutes(3))
                .until(() -> master(sku).price().compareTo(after) == 0);
        await("nothing is listed")
                .atMost(Duration.ofMinutes(3))
                .until(() -> waiting(sku).isEmpty());
    }

    @Test
    void showsTheOrdinaryPriceDuringASaleAndNoOfferAfterIt() {
        String sku = "KAJ-006";
        BigDecimal ordinary = master(sku).price();
        BigDecimal sale = times(ordinary, "0.8");
        world.specter.account(ACCOUNT).setSale(sku, ordinary, sale);

        shown("the sale", () -> special(sku, sale));
        assertThat(master(sku).price()).isEqualByComparingTo(ordinary);

        world.specter.account(ACCOUNT).endSale(sku);

        shown("the end of the sale", () -> master(sku).special() == null);
        assertThat(master(sku).price()).isEqualByComparingTo(ordinary);
    }

    @Test
    void fillsACustomerListWithItsTiersAndTakesThemAwayAgain() {
        String sku = "KAJ-007";
        BigDecimal base = master(sku).price();
        BigDecimal row = times(base, "0.85");
        BigDecimal tier = times(base, "0.75");
        world.specter.account(ACCOUNT).putPrice(DEALERS, "SEK", sku, 1, row);
        world.specter.account(ACCOUNT).putPrice(DEALERS, "SEK", sku, 5, tier);

        shown("row and tier", () -> {
            ListPrice price = inList(sku, "Återförsäljare");
            BigDecimal five = price == null ? null : price.tiers().get(5L);
            return price != null && five != null && price.price().compareTo(row) == 0 && five.compareTo(tier) == 0;
        });

        world.specter.account(ACCOUNT).removePrice(DEALERS, sku, 5);

        shown("no tier", () -> {
            ListPrice price = inList(sku, "Återförsäljare");
            return price != null && !price.tiers().containsKey(5L);
        });
    }

    @Test
    void countsADiscountOffTheArticlesOwnPrice() {
        String sku = "KAJ-010";
        BigDecimal expected = times(master(sku).price(), "0.75");

        world.specter.account(ACCOUNT).putDiscount(DEALERS, "SEK", sku, 1, new BigDecimal("25"));

        shown("the discounted price", () -> {
            ListPrice price = inList(sku, "Återförsäljare");
            return price != null && price.price().compareTo(expected) == 0;
        });
    }

    @Test
    void mendsAListThatTheShopsOwnerHasActivated() {
        String sku = "KAJ-011";
        BigDecimal price = new BigDecimal("44.50");
        BigDecimal tier = new BigDecimal("40.00");
        world.specter.account(ACCOUNT).putPrice(EU, "EUR", sku, 1, price);
        world.specter.account(ACCOUNT).putPrice(EU, "EUR", sku, 10, tier);
        shown("the list is filled", () -> isInEu(sku, price, tier));
        assertThat(list("EU").active()).isFalse();

        world.starweb.activatePriceList(SHOP, list("EU").id());
        assertThat(isInEu(sku, BigDecimal.ZERO, null)).isTrue();

        shown("the list is filled again", () -> isInEu(sku, price, tier));

        world.starweb.switchOffPriceList(SHOP, list("EU").id());
        world.starweb.activatePriceList(SHOP, list("EU").id());

        shown("the list is filled although no poll saw it out of use", () -> isInEu(sku, price, tier));
        assertThat(waiting(sku)).isEmpty();
    }

    @Test
    void writesNothingWhenNothingHasChanged() {
        world.specter
                .account(ACCOUNT)
                .setPrice("KAJ-012", times(master("KAJ-012").price(), "0.9"));
        shown(
                "the books are up to date",
                () -> world.specter.account(ACCOUNT).pending(SimFeedKind.ARTICLES) == 0
                        && world.specter.account(ACCOUNT).pending(SimFeedKind.PRICE_LISTS) == 0
                        && priceWrites("KAJ-012").size() == 1);
        comparePrices();
        world.starweb.forgetWrites(SHOP);

        world.specter.account(ACCOUNT).markAllChanged(SimFeedKind.ARTICLES);
        shown("everything is told again", () -> world.specter.account(ACCOUNT).pending(SimFeedKind.ARTICLES) == 0);

        assertThat(world.apps.workerBean(PushActivities.class).pushPrices(REF).written())
                .isZero();
        assertThat(comparePrices().written()).isZero();
        assertThat(world.starweb.priceWrites(SHOP)).isZero();
    }

    @Test
    void mendsAtNightWhatSomebodyHasChangedInTheShop() {
        String sku = "KAJ-014";
        BigDecimal price = times(master(sku).price(), "1.05");
        world.specter.account(ACCOUNT).setPrice(sku, price);
        shown("the price", () -> master(sku).price().compareTo(price) == 0);

        world.starweb.setPrice(SHOP, sku, list("Standard").id(), times(price, "1.2"), null);
        comparePrices();

        assertThat(master(sku).price()).isEqualByComparingTo(price);
    }

    @Test
    void aPriceThatWaitsIsListedAndApproved() {
        world.specter.account(ACCOUNT).setPrice("KAJ-008", new BigDecimal("900.00"));
        await("the price is listed").atMost(Duration.ofMinutes(3)).until(() -> {
            world.poke(Feed.PRICES, "nordkajak");
            return commands.brygga("prices", "waiting", "nordkajak")
                    .out()
                    .lines()
                    .anyMatch(line -> line.startsWith("nordkajak/kajak-se") && line.contains("KAJ-008"));
        });
        assertThat(commands.brygga("prices", "waiting").out())
                .contains("nordkajak/kajak-se", "Standard (", "900", "över gränsen")
                .doesNotContainPattern("(?i)\\b(shop|list|before|after|change|above|none)\\b");
        assertThat(JsonMapper.shared()
                        .readTree(commands.brygga("prices", "waiting", "nordkajak", "--json")
                                .out())
                        .findValuesAsString("sku"))
                .contains("KAJ-008");

        Said other = commands.brygga("prices", "reject", "nordkajak/kajak-se", "--sku", "KAJ-999", "--reason", "fel");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("inget sådant pris");
        Said approved = commands.brygga(
                "prices",
                "approve",
                "nordkajak/kajak-se",
                "--sku",
                "KAJ-008",
                "--reason",
                "ny kurs",
                "--by",
                "anna",
                "--lang",
                "en");
        assertThat(approved.out()).contains("KAJ-008 from 1 in Standard", "900 is approved");

        await("the approved price")
                .atMost(Duration.ofMinutes(3))
                .until(() -> world.starweb.goods(SHOP, "KAJ-008").price().compareTo(new BigDecimal("900")) == 0);
        assertThat(audited("price-approved")).isOne();
    }

    @Test
    void aFileWithPricesIsTakenWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        Path prices = Files.writeString(folder.resolve("prices.csv"), "A;SEK;TE-001;1;79,50\nA;SEK;TE-001;x;70\n");
        Said wrong = commands.brygga("prices", "load", "tehuset", prices.toString(), "--yes", "--lang", "en");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("line 2", "fromQty", "Nothing was changed");

        Files.writeString(prices, "A;SEK;TE-001;1;79,50\nA;SEK;TE-001;10;70\n");
        Said taken = commands.brygga("prices", "load", "tehuset", prices.toString(), "--yes", "--lang", "en");
        assertThat(taken.out()).contains("2 new, 0 changed, 0 gone", "No shop of tehuset shows list A", "Taken");
        assertThat(taken.exit()).isZero();
        assertThat(audited("prices-loaded")).isOne();
        assertThat(commands.brygga("prices", "load", "tehuset", prices.toString(), "--lang", "en")
                        .out())
                .contains("0 new, 0 changed, 0 gone");

        Said notByFile = commands.brygga("prices", "load", "nordkajak", prices.toString(), "--yes");
        assertThat(notByFile.exit()).isEqualTo(1);
        assertThat(notByFile.err()).contains("specter.priceLists: file");
    }

    private PushActivities.Pushed comparePrices() {
        world.apps.bean(ComparisonBook.class).due(Feed.PRICES, List.of(REF));
        return world.apps.workerBean(PushActivities.class).comparePrices(REF);
    }

    private int audited(String what) {
        return world.apps
                .bean(JdbcClient.class)
                .sql("select count(*) from audit where what = :what")
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    /** Lets the loop look, and waits. */
    private void shown(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    world.poke(Feed.PRICES, REF.tenant());
                    return condition.call();
                });
    }

    private List<CatalogueWrite> priceWrites(String sku) {
        return world.starweb.writes(SHOP, sku).stream()
                .filter(PricesIT::isPrice)
                .toList();
    }

    private static boolean isPrice(CatalogueWrite write) {
        return write.kind() != CatalogueWrite.Kind.STOCK;
    }

    private Goods master(String sku) {
        return world.starweb.goods(SHOP, sku);
    }

    private boolean special(String sku, BigDecimal offer) {
        BigDecimal special = master(sku).special();
        return special != null && special.compareTo(offer) == 0;
    }

    private boolean isInEu(String sku, BigDecimal price, @Nullable BigDecimal tier) {
        ListPrice shown = inList(sku, "EU");
        return shown != null
                && shown.price().compareTo(price) == 0
                && same(shown.tiers().get(10L), tier);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private @Nullable ListPrice inList(String sku, String name) {
        return world.starweb.price(SHOP, sku, list(name).id()).orElse(null);
    }

    private ShopPriceList list(String name) {
        return world.starweb.priceLists(SHOP).stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<WaitingPrice> waiting(String sku) {
        return world.apps.bean(PriceDesk.class).waiting(REF.tenant(), null).prices().stream()
                .filter(waiting -> waiting.shop().equals(REF) && waiting.sku().equals(sku))
                .toList();
    }

    private List<Cause> notices() {
        return world.apps.bean(NoticeBook.class).open(REF.tenant()).stream()
                .map(NoticeBook.Notice::cause)
                .toList();
    }

    private static BigDecimal times(BigDecimal price, String factor) {
        return price.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP);
    }
}
