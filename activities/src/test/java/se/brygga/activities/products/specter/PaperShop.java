package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;
import se.brygga.clients.shop.catalogue.CatalogueLists;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.shop.catalogue.VariantChange;

/** A shop whose products a test writes down. Only the SKU of a variant can be changed. */
final class PaperShop implements ShopCatalogue, CatalogueLists {

    private static final int PAGE = 3;

    final TreeMap<Long, ShopProduct> products = new TreeMap<>();
    final List<String> asked = new ArrayList<>();
    final List<Long> unreadable = new ArrayList<>();
    /** Numbers that the shop gives to no variant. */
    final List<String> refused = new ArrayList<>();
    /** The answers of so many changes are lost after they had their effect. */
    int lostAnswers;

    /** A product with one variant, whose ids are the product's. */
    void put(long id, String name, String sku) {
        put(id, name, variant(id, sku));
    }

    void put(long id, String name, ShopVariant... variants) {
        put(id, name, ShopProduct.Kind.BASIC, null, variants);
    }

    void put(long id, String name, ShopProduct.Kind kind, @Nullable BigDecimal vat, ShopVariant... variants) {
        products.put(
                id,
                new ShopProduct(
                        id,
                        null,
                        kind,
                        ShopProduct.Shown.VISIBLE,
                        vat,
                        null,
                        7L,
                        List.of(new ProductText("sv", name, null, null)),
                        List.of(),
                        List.of(),
                        List.of(variants)));
    }

    static ShopVariant variant(long id, String sku, String... values) {
        List<ShopVariant.Value> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            all.add(new ShopVariant.Value(i, i, "Attribut " + i, values[i]));
        }
        return new ShopVariant(
                id,
                sku,
                true,
                all,
                "735000000001" + id,
                new BigDecimal("0.350"),
                new BigDecimal("31.5"),
                new BigDecimal("79.2"),
                new BigDecimal(12));
    }

    @Override
    public ProductPage products(int page) {
        asked.add("products " + page);
        return page(List.copyOf(products.values()), page);
    }

    @Override
    public ProductPage productsChangedSince(Instant since, int page) {
        asked.add("changes " + page);
        return new ProductPage(List.of(), true, List.of());
    }

    private ProductPage page(List<ShopProduct> all, int page) {
        int from = Math.min(all.size(), (page - 1) * PAGE);
        int to = Math.min(all.size(), from + PAGE);
        List<ShopProduct> readable = all.subList(from, to).stream()
                .filter(product -> !unreadable.contains(product.productId()))
                .toList();
        return new ProductPage(readable, to == all.size(), unreadable);
    }

    @Override
    public Optional<ShopProduct> product(long productId) {
        asked.add("product " + productId);
        if (unreadable.contains(productId)) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB,
                    RemoteFailure.Kind.OUR_FAULT,
                    RemoteFailure.Why.UNREADABLE_ANSWER,
                    "an odd number");
        }
        return Optional.ofNullable(products.get(productId));
    }

    @Override
    public List<String> languages() {
        return List.of("sv");
    }

    @Override
    public BigDecimal usualVatRate() {
        return new BigDecimal(25);
    }

    @Override
    public List<Entry> manufacturers() {
        return List.of(new Entry(7, Map.of("", "Gustavsberg")));
    }

    @Override
    public List<Entry> units() {
        throw new AssertionError("nobody asks for units here");
    }

    @Override
    public List<Category> categories() {
        throw new AssertionError("nobody asks for categories here");
    }

    @Override
    public List<Attribute> attributes() {
        throw new AssertionError("nobody asks for attributes here");
    }

    @Override
    public long createManufacturer(String name) {
        throw written();
    }

    @Override
    public long createUnit(String name) {
        throw written();
    }

    @Override
    public long createCategory(String name, @Nullable Long parentId) {
        throw written();
    }

    @Override
    public long createAttribute(String name) {
        throw written();
    }

    @Override
    public long createAttributeValue(long attributeId, String name) {
        throw written();
    }

    @Override
    public long create(NewProduct product) {
        throw written();
    }

    @Override
    public Written change(long productId, ProductChange change) {
        throw written();
    }

    @Override
    public Written setText(long productId, ProductText text) {
        throw written();
    }

    @Override
    public Optional<VariantRef> addVariant(long productId, NewVariant variant) {
        throw written();
    }

    @Override
    public Written changeVariant(VariantRef variant, String sku, VariantChange change) {
        String wanted = change.sku();
        assertThat(change).isEqualTo(new VariantChange(wanted, null, null, null, null, null));
        asked.add("renumber " + sku + " " + wanted);
        ShopProduct product = products.get(variant.productId());
        if (product == null || wanted == null) {
            return Written.VARIANT_GONE;
        }
        if (refused.contains(wanted)) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB, RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST, "duplicate SKU");
        }
        put(
                product.productId(),
                Objects.requireNonNull(product.texts().getFirst().name()),
                product.variants().stream()
                        .map(one -> one.variantId() == variant.variantId() ? renumbered(one, wanted) : one)
                        .toArray(ShopVariant[]::new));
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new RemoteFailure(
                    RemoteSystem.STARWEB,
                    RemoteFailure.Kind.OUTCOME_UNKNOWN,
                    RemoteFailure.Why.CONNECTION_LOST,
                    "the answer is lost");
        }
        return Written.DONE;
    }

    private static ShopVariant renumbered(ShopVariant old, String sku) {
        return new ShopVariant(
                old.variantId(),
                sku,
                old.active(),
                old.values(),
                old.ean(),
                old.weight(),
                old.costPrice(),
                old.price(),
                old.stock());
    }

    @Override
    public Written putInCategory(long productId, long categoryId) {
        throw written();
    }

    @Override
    public long upload(String fileName, byte[] content) {
        throw written();
    }

    @Override
    public Optional<Long> file(String fileName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Written addImage(long productId, long mediaFileId) {
        throw written();
    }

    private static AssertionError written() {
        return new AssertionError("the shop is master: nothing is written to it");
    }
}
