package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.TemporalServer;

/**
 * The worker is killed before and after each call and each write on the way from Specter back to the shop: get, store and
 * acknowledge of a batch, the callback, stock, prices with and without approval, and price lists. Then another worker goes on. Needs the {@code temporal} program.
 */
class FeedCrashIT {

    /** So many that two rounds have room for all points. */
    private static final int SHOPS = 34;

    private static final int SHOPS_WITH_PRICE_LISTS = 17;

    @Test
    void noChangeIsLostAndNoShopperHearsTwiceWhereverTheWorkerDies() {
        assumeTrue(TemporalServer.program().isPresent(), "needs the program temporal-server: tools/temporal/build");
        Matrix matrix = new Matrix();
        List<Merchant> merchants = IntStream.rangeClosed(1, SHOPS + SHOPS_WITH_PRICE_LISTS)
                .mapToObj(i -> Merchant.of(i, i <= SHOPS ? Merchant.Use.FEEDS : Merchant.Use.PRICE_LISTS))
                .toList();
        try (Scene scene = new Scene(merchants)) {
            new Rounds(scene, matrix)
                    .run(List.of(
                            new DeliveryWay(scene),
                            GoodsWays.stock(scene),
                            GoodsWays.comparison(scene),
                            GoodsWays.price(scene),
                            new ApprovedPriceWay(scene),
                            new ListedPriceWay(scene)));
        }
        matrix.print("Crash matrix of feeds (kill -9 of the worker, real Temporal server):");
        assertThat(matrix.wrong()).isEmpty();
        assertThat(matrix.passed()).as("points that did not come again").isLessThan(matrix.met() / 10);
    }
}
