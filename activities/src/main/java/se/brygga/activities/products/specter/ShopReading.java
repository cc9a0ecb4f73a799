package se.brygga.activities.products.specter;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.specter.ProductRow.Seen;
import se.brygga.activities.products.specter.ProductRow.Traits;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.ShopCatalogue.ProductPage;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.setup.products.InShop;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.Sku;

/** Reads a shop's products into the books' form. Lives for one look. */
final class ShopReading {

    private final ShopCatalogue catalogue;
    private final CatalogueLists lists;
    private final NameTemplate template;
    private final Map<String, BigDecimal> sold;
    private final BooleanSupplier sameCurrency;
    private InShop.@Nullable Names names;

    /**
     * @param sold what the shop's orders have taken and Specter has not, by key. Known before anything is read: an order
     *     that comes meanwhile makes the opening stock too small, and never too large
     * @param sameCurrency whether the shop's amounts have the currency of the articles
     */
    ShopReading(
            ShopCatalogue catalogue,
            CatalogueLists lists,
            NameTemplate template,
            Map<String, BigDecimal> sold,
            BooleanSupplier sameCurrency) {
        this.catalogue = catalogue;
        this.lists = lists;
        this.template = template;
        this.sold = Map.copyOf(sold);
        this.sameCurrency = sameCurrency;
    }

    /** Reads pages until the last one. */
    void pages(IntFunction<ProductPage> read, Consumer<ProductPage> take) {
        for (int number = 1; ; number++) {
            ProductPage page = read.apply(number);
            take.accept(page);
            if (page.last()) {
                return;
            }
        }
    }

    /** The product; empty when the shop does not have it. */
    Optional<ShopProduct> product(long productId) {
        return catalogue.product(productId);
    }

    /** The variants of these products by key. Of two variants with one key, the first has the other as its twin. */
    Map<String, Seen> seen(List<ShopProduct> products) {
        return products.stream()
                .flatMap(product -> product.variants().stream().map(variant -> Map.entry(product, variant)))
                .collect(Collectors.toMap(
                        entry -> key(entry.getValue()),
                        entry -> seen(entry.getKey(), entry.getValue()),
                        (one, other) -> one.withTwin(other.ref()),
                        LinkedHashMap::new));
    }

    private Seen seen(ShopProduct product, ShopVariant variant) {
        InShop in = new InShop(product, variant, names(), sold.getOrDefault(key(variant), BigDecimal.ZERO));
        return new Seen(
                Sku.trimmed(variant.sku()),
                new VariantRef(product.productId(), variant.variantId()),
                ProductField.read(in, template),
                new Traits(template.cuts(in), product.kind() == ShopProduct.Kind.BUNDLE, false),
                null);
    }

    /** The key of a variant in the books. No SKU begins with #. */
    static String key(ShopVariant variant) {
        String key = Sku.key(variant.sku());
        return key.isEmpty() ? "#" + variant.variantId() : key;
    }

    /** Whether the shop still has a variant with this key. */
    boolean isThere(VariantRef ref, String key) {
        return catalogue.product(ref.productId()).stream()
                .flatMap(product -> product.variants().stream())
                .anyMatch(variant ->
                        variant.variantId() == ref.variantId() && key(variant).equals(key));
    }

    /** Read once, and only when there is a product to read. */
    private InShop.Names names() {
        InShop.Names known = names;
        if (known == null) {
            String language = lists.languages().stream().findFirst().orElse("");
            Map<Long, String> manufacturers = lists.manufacturers().stream()
                    .collect(Collectors.toMap(Entry::id, entry -> nameOf(entry, language), (one, other) -> one));
            known = new InShop.Names(language, lists.usualVatRate(), manufacturers, sameCurrency.getAsBoolean());
            names = known;
        }
        return known;
    }

    private static String nameOf(Entry entry, String language) {
        return Stream.concat(Stream.ofNullable(entry.names().get(language)), entry.names().values().stream())
                .findFirst()
                .orElse("");
    }
}
