package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant.VariantRef;

/** What {@link ShopStock} promises. */
interface ShopStockContract extends ContractedShop {

    @Test
    default void aQuantityThatIsWrittenTwiceIsWrittenOnce() {
        VariantRef ref = ref();

        assertThat(write(ref, 7)).isEqualTo(Written.DONE);
        assertThat(write(ref, 7)).isEqualTo(Written.DONE);

        assertThat(shown(ref)).isEqualByComparingTo("7");
    }

    @Test
    default void theQuantityOnTheVariantIsThatOfThePlaceThatWebOrdersAreSoldFrom() {
        VariantRef ref = ref();

        assertThat(stock().setVariantStock(ref, sku(), 4, null)).isEqualTo(Written.DONE);

        assertThat(shown(ref)).isEqualByComparingTo("4");
        assertThat(stock().stockLocations())
                .filteredOn(StockLocation::ecommerce)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    default void aStatusThatIsNamedIsSet() {
        VariantRef ref = ref();
        long soldOut = stock().stockStatuses().stream()
                .filter(status -> !status.inStock())
                .mapToLong(StockStatus::stockStatusId)
                .findFirst()
                .orElseThrow();

        assertThat(stock().setVariantStock(ref, sku(), 0, soldOut)).isEqualTo(Written.DONE);

        assertThat(client().products().variant(ref).map(Variant::stockStatusId)).hasValue(soldOut);
        assertThat(stock().stockStatuses())
                .filteredOn(status -> "inStock".equals(status.idCode()))
                .singleElement()
                .extracting(StockStatus::buyable)
                .isEqualTo(true);
    }

    @Test
    default void stockOfAVariantThatIsGoneIsNoFailure() {
        VariantRef ref = ref();
        remove(sku());

        assertThat(stock().stocks(ref)).isEmpty();
        assertThat(stock().setVariantStock(ref, sku(), 1, null)).isEqualTo(Written.VARIANT_GONE);
        assertThat(write(ref, 1)).isEqualTo(Written.VARIANT_GONE);
    }

    @Test
    default void aPlaceThatIsNotThereIsARefusal() {
        RemoteFailure failure = catchThrowableOfType(
                RemoteFailure.class, () -> stock().putStock(ref(), 999_999, BigDecimal.ONE, null, inStock()));

        assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
        assertThat(failure.why()).isEqualTo(RemoteFailure.Why.STOCK_LOCATION_GONE);
    }

    private Written write(VariantRef ref, int quantity) {
        return stock().stockLocations().stream()
                .filter(StockLocation::ecommerce)
                .findFirst()
                .map(place ->
                        stock().putStock(ref, place.stockLocationId(), BigDecimal.valueOf(quantity), null, inStock()))
                .orElseGet(() -> stock().setVariantStock(ref, sku(), quantity, null));
    }

    private long inStock() {
        return stock().stockStatuses().stream()
                .filter(StockStatus::inStock)
                .mapToLong(StockStatus::stockStatusId)
                .findFirst()
                .orElseThrow();
    }

    private BigDecimal shown(VariantRef ref) {
        return Objects.requireNonNull(
                client().products().variant(ref).orElseThrow().stockQuantity());
    }

    private VariantRef ref() {
        return client().products().findBySku(sku()).map(Variant::ref).orElseThrow();
    }

    private ShopStock stock() {
        return client().stock();
    }
}
