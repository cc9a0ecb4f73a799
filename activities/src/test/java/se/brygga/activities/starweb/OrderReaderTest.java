package se.brygga.activities.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.remote.RemoteFailure;
import tools.jackson.databind.json.JsonMapper;

class OrderReaderTest {

    private static final String HEAD = """
            "orderId":10025,"createdAt":"2026-11-02T10:00:00+01:00","modifiedAt":"2026-11-02T10:00:00+01:00",
            "currencyCode":"SEK","amountToPay":804.10""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"items\":{\"data\":[{\"itemId\":1,\"sku\":\"A\",\"unitPrice\":\"94.3396\"}]}",
                "\"items\":[{\"itemId\":1,\"sku\":\"A\",\"unitPrice\":94.3396}]"
            })
    void readsChildrenWrappedOrNotAndNumbersAsStringsToo(String items) {
        StarwebOrder order = read("{" + HEAD + "," + items + "}");

        assertThat(order.items()).singleElement().satisfies(item -> {
            assertThat(item.sku()).isEqualTo("A");
            assertThat(item.unitPrice()).isEqualByComparingTo("94.3396");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"items\":null,\"addresses\":[],\"customer\":null",
                ",\"items\":[],\"addresses\":{\"data\":[]}"
            })
    void toleratesWhatIsMissing(String rest) {
        StarwebOrder order = read("{" + HEAD + rest + ",\"unknown\":{\"a\":1}}");

        assertThat(order.items()).isEmpty();
        assertThat(order.addresses().originalInvoice()).isNull();
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    }

    @Test
    void namesTheFieldThatAnOrderCannotLack() {
        assertThatThrownBy(
                        () -> read(
                                "{\"orderId\":1,\"createdAt\":\"2026-11-02T10:00:00Z\",\"modifiedAt\":\"2026-11-02T10:00:00Z\"}"))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("unreadable-answer"))
                .hasMessageContaining("currencyCode");
    }

    private static StarwebOrder read(String json) {
        return OrderReader.read(JsonMapper.shared().readTree(json), "GET /orders/{id}");
    }
}
