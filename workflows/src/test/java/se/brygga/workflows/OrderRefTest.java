package se.brygga.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRefTest {

    @Test
    void whatIsWrittenIsReadAsTheSameOrder() {
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", 10025);

        assertThat(OrderRef.parse(order.toString())).isEqualTo(order);
    }

    @Test
    void eachQuestionAboutAnOrderHasItsOwnWorkflow() {
        OrderRef order = OrderRef.of("nordkajak", "kajak-se", 10025);

        assertThat(Question.transfer(order).workflowId()).isEqualTo("order/nordkajak/kajak-se/10025");
        assertThat(Question.change(order).workflowId()).isEqualTo("change/nordkajak/kajak-se/10025");
        assertThat(Question.callback(order).workflowId()).isEqualTo("status/nordkajak/kajak-se/10025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a/b/c", "a/b/0", "A/b/1", "a b/c/1", "a/b/1/2"})
    void refusesWhatIsNoOrder(String text) {
        assertThatThrownBy(() -> OrderRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
