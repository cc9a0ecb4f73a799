package se.brygga.activities.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.activities.StoredForms;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.setup.OrderSetup;

/** The orders in the books of a release are read by every later one. */
class StoredOrdersTest {

    private final OrderCodec codec = new OrderCodec();
    private final ShopOrder order = Orders.t1()
            .remarks("Stamkund", List.of("Portkod 1234"), new ShopOrder.OrderComment(1, "Ställ vid dörren", "customer"))
            .fee("29.00")
            .build();

    @Test
    void anOrderAsTheShopShowedIt() throws IOException {
        StoredForms.assertReadWhole(
                "order", text(codec.bytes(order)), stored -> text(codec.bytes(codec.order(stored.getBytes(UTF_8)))));
    }

    @Test
    void itsTranslation() throws IOException {
        Translation.Draft draft = draft();

        StoredForms.assertReadWhole(
                "draft", text(codec.bytes(draft)), stored -> text(codec.bytes(codec.draft(stored.getBytes(UTF_8)))));
    }

    @Test
    void whatWasSentToSpecter() throws IOException {
        StoredForms.assertReadWhole(
                "request",
                text(codec.bytes(draft().order())),
                stored -> text(codec.bytes(codec.request(stored.getBytes(UTF_8)))));
    }

    private Translation.Draft draft() {
        return new OrderTranslator()
                .translate(order, Orders.shop(false, OrderSetup.Bundles.PARENT_ONLY), Orders.specter(), Orders.NO_CARD)
                .sendable(false)
                .orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
