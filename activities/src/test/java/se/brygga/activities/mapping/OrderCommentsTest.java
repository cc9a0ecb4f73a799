package se.brygga.activities.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.setup.OrderSetup;

class OrderCommentsTest {

    @Test
    void tellsTheMerchantsStaffWhatShopperAndShopWroteTheShopperFirst() {
        SpecterOrder order = translated(Orders.t1()
                .remarks(
                        "Stamkund",
                        List.of("Portkod 1234"),
                        new OrderComment(1, "Vi skickar på måndag", "admin"),
                        new OrderComment(2, " Ställ vid dörren ", "customer"),
                        new OrderComment(3, "Tack!", null),
                        new OrderComment(4, " ", "customer")));

        assertThat(order.internalComment()).isEqualTo("""
                Webborder 10025
                Kunden: Ställ vid dörren
                Kunden: Tack!
                Kassan: Portkod 1234
                Butiken: Vi skickar på måndag
                Internt: Stamkund""");
        assertThat(order.publishedComment()).isNull();
    }

    @Test
    void sendsAnOrderWhoseCommentIsFarTooLong() {
        SpecterOrder order =
                translated(Orders.t1().remarks(null, List.of(), new OrderComment(1, "å".repeat(20_000), "customer")));

        assertThat(SpecterLimits.violations(order).all()).isEmpty();
    }

    private static SpecterOrder translated(Orders order) {
        Translation translation = new OrderTranslator()
                .translate(
                        order.build(),
                        Orders.shop(false, OrderSetup.Bundles.PARENT_ONLY),
                        Orders.specter(),
                        Orders.NO_CARD);
        return translation.sendable(false).orElseThrow().order();
    }
}
