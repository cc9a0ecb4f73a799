package se.brygga.workflows.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

class OrderIntakeTest {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void sweepsAtItsFirstStartAndOnlyScansAfterwards() {
        stage.startIntake();
        stage.letPass(Duration.ofMinutes(10));

        assertThat(stage.calls.made().getFirst()).isEqualTo("scanShop with sweep");
        assertThat(stage.calls.countOf("scanShop with sweep")).isEqualTo(1);
        assertThat(stage.calls.countOf("scanShop")).isGreaterThan(2);
    }

    @Test
    void looksAtOnceWhenPoked() {
        WorkflowStub intake = stage.startIntake();
        await().until(() -> stage.calls.made().size() == 1);

        intake.signal("poke");

        await().until(() -> stage.calls.made().size() == 2);
    }

    @Test
    void goesOnAfterAFailingScan() {
        stage.intake.scan.fails(Trouble.ourFault());

        stage.startIntake();
        stage.letPass(Duration.ofMinutes(5));

        assertThat(stage.calls.made().size()).isGreaterThan(1);
    }

    @Test
    void waitsLongerTheLongerNothingIsFound() {
        assertThat(IntakePace.pauseAfter(0, SHOP)).isLessThan(IntakePace.pauseAfter(1, SHOP));
        assertThat(IntakePace.pauseAfter(50, SHOP))
                .isBetween(
                        IntakePace.LONGEST, IntakePace.LONGEST.multipliedBy(6).dividedBy(5));
    }
}
