package se.brygga.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.transfer.OrderTransferWorkflow;

class OrderRefTest {

    @Test
    void aWorkflowsIdLeadsBackToItsOrder() {
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", 10025);

        assertThat(OrderTransferWorkflow.idOf(order)).isEqualTo("order/nordkajak/kajak-se/10025");
        assertThat(OrderTransferWorkflow.orderOf(OrderTransferWorkflow.idOf(order)))
                .isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a/b/c", "a/b/0", "A/b/1", "a b/c/1", "a/b/1/2"})
    void refusesWhatIsNoOrder(String text) {
        assertThatThrownBy(() -> OrderRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
