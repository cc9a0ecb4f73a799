package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.TemporalServer;

/**
 * The worker is killed before and after each write of the sync of products, to Specter, to the shop and to the books, in
 * both directions. Then another worker goes on. Each article, product, variant, value and picture is there once in the
 * end. Needs the {@code temporal} program.
 */
class ProductCrashIT {

    private static final int TO_SPECTER = 14;
    private static final int TO_SHOP = 26;

    @Test
    void nothingIsDoubleAndNothingIsLostWhereverTheWorkerDies() {
        assumeTrue(TemporalServer.program().isPresent(), "needs the program temporal-server: tools/temporal/build");
        Matrix matrix = new Matrix();
        List<Merchant> merchants = IntStream.rangeClosed(1, TO_SPECTER + TO_SHOP)
                .mapToObj(i -> Merchant.of(
                        i, i <= TO_SPECTER ? Merchant.Use.PRODUCTS_TO_SPECTER : Merchant.Use.PRODUCTS_TO_SHOP))
                .toList();
        try (Scene scene = new Scene(merchants)) {
            new Rounds(scene, matrix)
                    .run(List.of(
                            ShopProductWays.create(scene),
                            ShopProductWays.change(scene),
                            ArticleWays.create(scene),
                            ArticleWays.change(scene)));
        }
        matrix.print("Crash matrix of products (kill -9 of the worker, real Temporal server):");
        assertThat(matrix.wrong()).isEmpty();
        assertThat(matrix.passed()).as("points that did not come again").isLessThan(matrix.met() / 10);
    }
}
