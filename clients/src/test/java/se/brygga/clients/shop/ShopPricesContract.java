package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.Variant.VariantRef;

/** What {@link ShopPrices} promises. */
interface ShopPricesContract extends ContractedShop {

    BigDecimal PRICE = new BigDecimal("94.34");

    @Test
    default void oneListIsTheMaster() {
        assertThat(prices().priceLists()).filteredOn(PriceList::master).hasSize(1);
    }

    @Test
    default void aPriceThatIsWrittenTwiceIsWrittenOnce() {
        VariantRef ref = ref();

        assertThat(put(ref, new SpecialPrice.Untouched())).isEqualTo(Written.DONE);
        assertThat(put(ref, new SpecialPrice.Untouched())).isEqualTo(Written.DONE);

        assertThat(row(ref).priceExVat()).isEqualByComparingTo(PRICE);
        assertThat(prices().prices(ref).orElseThrow())
                .filteredOn(row -> row.priceListId() == master())
                .hasSize(1);
    }

    @Test
    default void anOfferStaysUntilItIsEnded() {
        VariantRef ref = ref();
        put(ref, new SpecialPrice.At(BigDecimal.TEN));

        put(ref, new SpecialPrice.Untouched());
        assertThat(Objects.requireNonNull(row(ref).specialPriceExVat())).isEqualByComparingTo("10");

        put(ref, new SpecialPrice.None());
        assertThat(row(ref).specialPriceExVat()).isNull();
    }

    @Test
    default void aTierIsSetAndTakenAwayAndMayBeSoTwice() {
        VariantRef ref = ref();
        put(ref, new SpecialPrice.None());

        assertThat(prices().putTier(ref, master(), new Tier(5, BigDecimal.TWO))).isEqualTo(Written.DONE);
        assertThat(prices().putTier(ref, master(), new Tier(5, BigDecimal.TEN))).isEqualTo(Written.DONE);
        assertThat(prices().tiers(ref, master()))
                .filteredOn(tier -> tier.quantity() == 5)
                .singleElement()
                .extracting(Tier::priceExVat)
                .satisfies(price -> assertThat(price).isEqualByComparingTo("10"));

        prices().deleteTier(ref, master(), 5);
        prices().deleteTier(ref, master(), 5);
        assertThat(prices().tiers(ref, master())).noneMatch(tier -> tier.quantity() == 5);
    }

    @Test
    default void aTierWithoutItsPriceRowIsARefusal() {
        VariantRef ref = ref();
        put(ref, new SpecialPrice.None());
        prices().deletePrice(ref, master());
        prices().deletePrice(ref, master());

        RemoteFailure failure = catchThrowableOfType(
                RemoteFailure.class, () -> prices().putTier(ref, master(), new Tier(5, BigDecimal.TEN)));

        assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
        assertThat(failure.why()).isEqualTo(RemoteFailure.Why.PRICE_ROW_GONE);
        assertThat(prices().tiers(ref, master())).isEmpty();
    }

    @Test
    default void pricesOfAVariantThatIsGoneAreNoFailure() {
        VariantRef ref = ref();
        remove(sku());

        assertThat(prices().prices(ref)).isEmpty();
        assertThat(put(ref, new SpecialPrice.None())).isEqualTo(Written.VARIANT_GONE);
        assertThat(prices().putTier(ref, master(), new Tier(5, BigDecimal.TEN))).isEqualTo(Written.VARIANT_GONE);
        prices().deletePrice(ref, master());
        assertThat(prices().tiers(ref, master())).isEmpty();
    }

    private Written put(VariantRef ref, SpecialPrice special) {
        return prices().putPrice(ref, master(), PRICE, special);
    }

    private PriceRow row(VariantRef ref) {
        return prices().prices(ref).orElseThrow().stream()
                .filter(row -> row.priceListId() == master())
                .findFirst()
                .orElseThrow();
    }

    private long master() {
        return prices().priceLists().stream()
                .filter(PriceList::master)
                .mapToLong(PriceList::priceListId)
                .findFirst()
                .orElseThrow();
    }

    private VariantRef ref() {
        return client().products().findBySku(sku()).map(Variant::ref).orElseThrow();
    }

    private ShopPrices prices() {
        return client().prices();
    }
}
