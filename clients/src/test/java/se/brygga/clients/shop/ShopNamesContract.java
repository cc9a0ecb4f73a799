package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link ShopNames} promises. */
interface ShopNamesContract extends ContractedShop {

    @Test
    default void aConnectedShopTellsOfItself() {
        assertThat(client().names().shop().baseCurrency()).matches("[A-Z]{3}");
    }

    @Test
    default void theFourStatusesThatEveryShopHasAreThereOnce() {
        assertThat(client().names().orderStatuses())
                .extracting(ShopNames.OrderStatus::idCode)
                .containsOnlyOnce("created", "picking", "completed", "canceled");
    }

    @Test
    default void everyEntryIsFoundByItsNumberAndByEachOfItsNames() {
        ShopNames names = client().names();
        for (List<Named> list : List.of(
                names.orderStatuses().stream().map(Named::of).toList(),
                names.paymentMethods().stream().map(Named::of).toList(),
                names.shippingMethods().stream().map(Named::of).toList(),
                names.trackingTypes().stream().map(Named::of).toList())) {
            assertThat(list).isNotEmpty().extracting(Named::id).doesNotHaveDuplicates();
            assertThat(list)
                    .allSatisfy(entry -> assertThat(
                                    Stream.concat(Stream.of(Long.toString(entry.id())), entry.names().stream()))
                            .allSatisfy(
                                    text -> assertThat(Named.find(text, list)).contains(entry)));
        }
    }
}
