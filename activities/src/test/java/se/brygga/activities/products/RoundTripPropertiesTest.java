package se.brygga.activities.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.InShop;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.workflows.Sku;

/**
 * An assortment that goes from a shop to Specter, and from Specter to an empty shop, is the same there: the same variants form
 * a product, and each field that the register carries both ways has the same value.
 */
@Tag("slow")
class RoundTripPropertiesTest {

    private static final SpecterSimulator SPECTER = SimulatorsAtWork.specter(7, Clock.systemUTC());

    private static final RoundTrip TRIP = new RoundTrip(SPECTER);

    private static final Set<ProductField> MET = EnumSet.noneOf(ProductField.class);

    private static final NameTemplate TEMPLATE = new NameTemplate("{product} - {values}");

    @AfterContainer
    static void everyFieldWasMet() {
        SPECTER.close();
        assertThat(MET).as("fields that some assortment had a value of").containsAll(carriedBothWays());
    }

    @Provide
    Arbitrary<List<RandomGoods>> assortments() {
        return RandomGoods.assortments();
    }

    @Property(tries = 500)
    void anAssortmentIsTheSameInTheSecondShop(@ForAll @From("assortments") List<RandomGoods> assortment) {
        ShopInMemory first = TRIP.emptyShop();
        RandomGoods.put(assortment, TRIP.next(), first);

        ShopInMemory second = TRIP.throughSpecter(first);

        assertThat(TRIP.waiting()).isEmpty();
        assertThat(values(second)).isEqualTo(values(first));
        assertThat(products(second)).isEqualTo(products(first));
    }

    /** The values of each variant, by SKU. */
    private static Map<String, Map<ProductField, String>> values(ShopInMemory shop) {
        Map<Long, String> manufacturers = shop.client().lists().manufacturers().stream()
                .collect(Collectors.toMap(
                        Entry::id, entry -> entry.names().values().iterator().next()));
        InShop.Names names = new InShop.Names("sv", new BigDecimal(25), manufacturers, true, "shop");
        Map<String, Map<ProductField, String>> all = new TreeMap<>();
        for (ShopProduct product : shop.client().catalogue().products(1).products()) {
            for (ShopVariant variant : product.variants()) {
                Map<ProductField, String> values = new TreeMap<>(
                        ProductField.read(new InShop(product, variant, names, BigDecimal.ZERO), TEMPLATE));
                values.keySet().retainAll(carriedBothWays());
                MET.addAll(values.keySet());
                all.put(Sku.key(variant.sku()), values);
            }
        }
        return all;
    }

    /** The SKUs of each product. */
    private static Set<String> products(ShopInMemory shop) {
        return shop.client().catalogue().products(1).products().stream()
                .map(product -> product.variants().stream()
                        .map(variant -> Sku.key(variant.sku()))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<ProductField> carriedBothWays() {
        return Arrays.stream(ProductField.values())
                .filter(field -> Arrays.stream(Direction.values())
                        .allMatch(way -> field.carriage(way).isPossible()))
                .collect(Collectors.toSet());
    }
}
