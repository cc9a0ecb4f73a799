package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer.Done;
import se.brygga.workflows.Money;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;

/** An order of a shop that is not on Starweb goes all the way into Specter and back onto the shop's order. */
@Timeout(120)
class SecondShopTest extends TransferScene {

    private final ShopInMemory second = new ShopInMemory();

    @Override
    WebShop webShop() {
        return second.client();
    }

    @Test
    void itsOrderGoesIntoSpecterAndCarriesSpectersNumber() {
        ShopOrder placed = second.orders.placeAndPay();
        OrderRef order = new OrderRef(SHOP, placed.orderId());

        Fetched fetched = shopOrders.fetchOrder(order, false);
        specter.answers(new Done(CUSTOMER), new Done(0), new Done(5001));
        specterOrders.submitCustomer(order);
        specterOrders.createArticles(order);
        StepResult submitted = specterOrders.submitOrder(order, false);
        StepResult marked = shopOrders.markOrder(order, 5001);

        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Ready.class,
                        ready -> assertThat(ready.facts().amountToPay())
                                .isEqualTo(new Money(placed.amountToPay(), "SEK")));
        assertThat(submitted).isEqualTo(new StepResult.Done(5001));
        assertThat(marked).isEqualTo(new StepResult.Done(5001));
        assertThat(specter.orders).singleElement().satisfies(sent -> {
            assertThat(sent.order().externalOrderNo()).isEqualTo("K" + placed.orderId());
            assertThat(sent.order().rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.articleNo()).isEqualTo("MUGG"));
        });
        assertThat(second.client().orders().order(placed.orderId()).map(ShopOrder::externalId))
                .hasValue("5001");
        assertThat(books.orders.records().find(order).map(OrderRecord::state)).hasValue(OrderRecord.State.TRANSFERRED);
        assertNothingWaits();
    }
}
