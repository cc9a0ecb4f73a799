package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.TemporalServer;

/**
 * The worker is killed before and after each call and each write of an order's way into Specter, on the real Temporal server,
 * and the starter around each write of a web hook; then another one goes on. Each time the order is in Specter exactly once, or left where a person said so. Needs the
 * {@code temporal} program.
 */
class CrashMatrixIT {

    private static final int SHOPS = 22;
    private static final int INVOICING_SHOPS = 6;

    @Test
    void nothingIsLostAndNothingIsDoubleWhereverTheWorkerDies() {
        assumeTrue(TemporalServer.program().isPresent(), "needs the program temporal-server: tools/temporal/build");
        Matrix matrix = new Matrix();
        try (Scene scene = new Scene(merchants())) {
            new Rounds(scene, matrix)
                    .run(List.of(
                            OtherOrderWays.paid(scene),
                            DecidedWay.retried(scene),
                            DecidedWay.skipped(scene),
                            DecidedWay.sentAnyway(scene),
                            DecidedWay.doneByHand(scene),
                            OtherOrderWays.duplicate(scene),
                            OtherOrderWays.found(scene),
                            OtherOrderWays.changed(scene),
                            OtherOrderWays.invoiced(scene)));
            new StarterRound(scene, matrix).run();
        }
        matrix.print("Crash matrix of orders (kill -9 of the worker or the starter, real Temporal server):");
        assertThat(matrix.wrong()).isEmpty();
        assertThat(matrix.passed()).as("points that did not come again").isLessThan(matrix.met() / 10);
    }

    private static List<Merchant> merchants() {
        return Stream.concat(
                        IntStream.rangeClosed(1, SHOPS).mapToObj(i -> Merchant.of(i, Merchant.Use.ORDERS)),
                        IntStream.rangeClosed(SHOPS + 1, SHOPS + INVOICING_SHOPS)
                                .mapToObj(i -> Merchant.of(i, Merchant.Use.INVOICES)))
                .toList();
    }
}
