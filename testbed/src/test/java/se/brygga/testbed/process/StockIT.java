package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.brygga.activities.feed.FeedBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.stock.DriftBook;
import se.brygga.simulators.Fault;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.push.PushActivities;

/** What Specter has is what the shops show, less what they have sold and Specter has not booked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockIT {

    private static final String SE = "kajak-se";
    private static final String NO = "kajak-no";
    private static final long ACCOUNT = 9999;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private World world;

    @BeforeAll
    void open() {
        world = World.watched(72);
        awaitDrained();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void showsAChangedQuantityInBothShops() {
        world.specter.account(ACCOUNT).setStock("KAJ-003", 1, 41);
        poke();

        shows(SE, "KAJ-003", available("KAJ-003"));
        shows(NO, "KAJ-003", available("KAJ-003"));
    }

    @Test
    void writesNothingWhenNothingHasChanged() {
        world.specter.account(ACCOUNT).setStock("KAJ-004", 1, 17);
        poke();
        shows(SE, "KAJ-004", available("KAJ-004"));
        shows(NO, "KAJ-004", available("KAJ-004"));
        world.starweb.forgetWrites(SE);
        world.specter.account(ACCOUNT).setStock("KAJ-004", 1, 17);
        world.specter.account(ACCOUNT).markAllChanged(SimFeedKind.STOCK);

        awaitDrained();

        assertThat(world.starweb.writes(SE, "KAJ-004")).isEmpty();
    }

    @Test
    void sendsTheStatusWhenAnArticleIsSoldOutAndWhenItIsBack() {
        sellOut("KAJ-005");
        shows(SE, "KAJ-005", BigDecimal.ZERO);
        assertThat(world.starweb.goods(SE, "KAJ-005").status()).isEqualTo("Slut i lager");

        world.specter.account(ACCOUNT).setStock("KAJ-005", 1, 9);
        poke();

        shows(SE, "KAJ-005", BigDecimal.valueOf(9));
        assertThat(world.starweb.goods(SE, "KAJ-005").status()).isEqualTo("I lager");
    }

    @Test
    void subtractsWhatWasSoldAndSpecterHasNotBooked() {
        world.specter.faults().add(Fault.share("newOrderSubmit", Fault.Kind.DROP_BEFORE_COMMIT, 100));
        try {
            long id = world.starweb.placeAndPay(SE, Map.of("KAJ-006", 3)).orderId();
            OrderRef order = OrderRef.of("nordkajak", SE, id);
            await().atMost(PATIENCE).until(() -> world.line(order).isPresent());
            world.specter.account(ACCOUNT).changeStock("KAJ-006", 10);
            poke();

            shows(SE, "KAJ-006", available("KAJ-006").subtract(BigDecimal.valueOf(3)));
            shows(NO, "KAJ-006", available("KAJ-006").subtract(BigDecimal.valueOf(3)));
        } finally {
            world.specter.faults().clear();
        }
    }

    /** The trigger pokes the loop: nobody else does. */
    @Test
    void followsWhatIsSoldAndTakenBackAtTheTill() {
        Merchants.registerTriggers(world.apps, world.specter);
        BigDecimal before = available("KAJ-012");
        world.specter.account(ACCOUNT).atTheTill(till -> till.sell("KAJ-012", BigDecimal.valueOf(3)));
        assertThat(available("KAJ-012")).isEqualByComparingTo(before.subtract(BigDecimal.valueOf(3)));
        shows(SE, "KAJ-012", available("KAJ-012"));
        shows(NO, "KAJ-012", available("KAJ-012"));

        world.specter.account(ACCOUNT).atTheTill(till -> till.takeBack("KAJ-012", BigDecimal.ONE));

        shows(SE, "KAJ-012", before.subtract(BigDecimal.TWO));
        shows(NO, "KAJ-012", before.subtract(BigDecimal.TWO));
        assertThat(world.specter.triggers().deliveries())
                .anyMatch(delivery -> delivery.kind() == SimTriggerKind.STOCK && delivery.status() == 200);
        assertThat(world.specter.account(ACCOUNT).orders())
                .allMatch(order ->
                        order.rows().stream().noneMatch(row -> row.articleNo().equals("KAJ-012")));
    }

    @Test
    void goesOnAfterAShopThatDidNotAnswer() {
        world.starweb.faults().add(Fault.times("PATCH .*kajak-se.*/stocks/", Fault.Kind.DROP_BEFORE_COMMIT, 2));
        world.specter.account(ACCOUNT).setStock("KAJ-007", 1, 23);
        poke();

        shows(SE, "KAJ-007", available("KAJ-007"));
    }

    @Test
    void reportsAndMendsWhatSomebodyHasChangedInTheShop() {
        world.specter.account(ACCOUNT).setStock("KAJ-008", 1, 12);
        poke();
        shows(SE, "KAJ-008", available("KAJ-008"));
        world.starweb.setStock(SE, "KAJ-008", BigDecimal.valueOf(99));
        ShopRef shop = new ShopRef("nordkajak", SE);

        world.apps.bean(ComparisonBook.class).due(Feed.STOCK, List.of(shop));
        world.apps.workerBean(PushActivities.class).compareStock(shop);

        assertThat(world.apps.bean(DriftBook.class).drifts(shop))
                .filteredOn(drift -> drift.sku().equals("KAJ-008"))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.inShop()).isEqualByComparingTo("99");
                    assertThat(drift.wanted()).isEqualByComparingTo(available("KAJ-008"));
                    assertThat(drift.likely()).isEqualTo("changed-in-shop");
                });
        shows(SE, "KAJ-008", available("KAJ-008"));
    }

    private void sellOut(String sku) {
        world.specter
                .account(ACCOUNT)
                .article(sku)
                .sites()
                .forEach(site -> world.specter.account(ACCOUNT).setStock(sku, site.site(), 0));
        poke();
    }

    private BigDecimal available(String sku) {
        return world.specter.account(ACCOUNT).article(sku).total();
    }

    private void shows(String shop, String sku, BigDecimal quantity) {
        await(sku + " shows " + quantity + " in " + shop)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.starweb.onSale(shop, sku)).isEqualByComparingTo(quantity));
    }

    private void poke() {
        world.poke(Feed.STOCK, "nordkajak");
    }

    /** Until a poll that begins now has found the journal empty. */
    private void awaitDrained() {
        FeedBook book = world.apps.bean(FeedBook.class);
        await("the journal is empty").atMost(PATIENCE).until(() -> {
            poke();
            FeedBook.State state = book.state("nordkajak", Feed.STOCK);
            return state.polledAt() != null
                    && state.idle() > 0
                    && world.specter.account(ACCOUNT).pending(SimFeedKind.STOCK) == 0;
        });
    }
}
