package se.brygga.clients.shop;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.CatalogueLists.Attribute;
import se.brygga.clients.shop.catalogue.CatalogueLists.Entry;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopProduct.ExternalId;
import se.brygga.clients.shop.catalogue.ShopProduct.Kind;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.shop.catalogue.VariantChange;
import se.brygga.workflows.Sku;

/** The products of {@link ShopInMemory}. Their variants have stock and prices in {@link GoodsInMemory}. */
public final class CatalogueInMemory implements ShopCatalogue {

    /** The pictures that were uploaded, by their ids. */
    public final Map<Long, String> files = new TreeMap<>();

    private final Script script;
    private final GoodsInMemory goods;
    private final ListsInMemory lists;
    private final Map<Long, ShopProduct> products = new TreeMap<>();

    CatalogueInMemory(Script script, GoodsInMemory goods, ListsInMemory lists) {
        this.script = script;
        this.goods = goods;
        this.lists = lists;
        Stream.of("FAT", GoodsInMemory.SKU).forEach(sku -> {
            VariantRef ref = goods.ref(sku);
            ProductText text = new ProductText(ListsInMemory.LANGUAGE, sku, null, null);
            ShopVariant only = new ShopVariant(ref.variantId(), sku, true, List.of(), null, null, null, null, null);
            products.put(
                    ref.productId(),
                    new ShopProduct(
                            ref.productId(),
                            null,
                            Kind.BASIC,
                            Shown.VISIBLE,
                            null,
                            null,
                            null,
                            List.of(text),
                            List.of(),
                            List.of(),
                            List.of(only)));
        });
    }

    @Override
    public synchronized ProductPage products(int page) {
        script.play("products " + page);
        List<ShopProduct> all = page > 1
                ? List.of()
                : products.keySet().stream().flatMap(id -> shown(id).stream()).toList();
        return new ProductPage(all, true, List.of());
    }

    /** The shop cannot tell. */
    @Override
    public ProductPage productsChangedSince(Instant since, int page) {
        script.play("productsChangedSince");
        return new ProductPage(List.of(), true, List.of());
    }

    @Override
    public synchronized Optional<ShopProduct> product(long productId) {
        script.play("product " + productId);
        return shown(productId);
    }

    /** The product without the variants that the shop's staff has removed; empty when none is left. */
    private Optional<ShopProduct> shown(long productId) {
        return Optional.ofNullable(products.get(productId))
                .map(product -> ProductCopies.with(
                        product,
                        product.variants().stream()
                                .flatMap(variant -> shown(productId, variant).stream())
                                .toList()))
                .filter(product -> !product.variants().isEmpty());
    }

    private Optional<ShopVariant> shown(long productId, ShopVariant variant) {
        VariantRef ref = new VariantRef(productId, variant.variantId());
        return goods.variant(ref)
                .map(now -> new ShopVariant(
                        variant.variantId(),
                        goods.sku(ref).orElseThrow(),
                        now.visibility() == Variant.Visibility.VISIBLE,
                        variant.values(),
                        variant.ean(),
                        variant.weight(),
                        variant.costPrice(),
                        now.prices().isEmpty() ? null : now.prices().getFirst().priceExVat(),
                        now.stockQuantity()));
    }

    @Override
    public synchronized long create(NewProduct product) {
        script.play("create " + product.externalId());
        product.variants().forEach(variant -> refuseIfTaken(variant.sku()));
        long productId = goods.newProduct();
        products.put(
                productId,
                new ShopProduct(
                        productId,
                        new ExternalId(product.externalId(), "SpecterSync"),
                        Kind.BASIC,
                        Shown.HIDDEN,
                        product.vatRate(),
                        product.unitId(),
                        product.manufacturerId(),
                        List.of(product.text()),
                        List.of(),
                        List.of(),
                        product.variants().stream()
                                .map(variant -> make(productId, variant))
                                .toList()));
        return productId;
    }

    private void refuseIfTaken(String sku) {
        if (goods.findBySku(sku).isPresent()) {
            throw new RemoteFailure(
                    RemoteSystem.STARWEB, RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST, "SKU taken");
        }
    }

    private ShopVariant make(long productId, NewVariant variant) {
        return new ShopVariant(
                goods.make(productId, variant.sku()).variantId(),
                variant.sku(),
                true,
                variant.values().stream().map(this::value).toList(),
                variant.ean(),
                variant.weight(),
                variant.costPrice(),
                null,
                null);
    }

    private ShopVariant.Value value(long valueId) {
        for (Attribute attribute : lists.attributes()) {
            for (Entry value : attribute.values()) {
                if (value.id() == valueId) {
                    return new ShopVariant.Value(attribute.id(), valueId, name(attribute.names()), name(value.names()));
                }
            }
        }
        throw new AssertionError("no such value: " + valueId);
    }

    private static String name(Map<String, String> names) {
        return Objects.requireNonNull(names.get(ListsInMemory.LANGUAGE));
    }

    @Override
    public synchronized Written change(long productId, ProductChange change) {
        script.play("change " + productId);
        return write(productId, old -> ProductCopies.with(old, change));
    }

    private Written write(long productId, UnaryOperator<ShopProduct> change) {
        if (shown(productId).isEmpty()) {
            return Written.VARIANT_GONE;
        }
        products.computeIfPresent(productId, (_, old) -> change.apply(old));
        return Written.DONE;
    }

    @Override
    public synchronized Written setText(long productId, ProductText text) {
        script.play("setText " + productId + " " + text.language());
        return write(productId, old -> {
            Map<String, ProductText> texts = new LinkedHashMap<>();
            old.texts().forEach(known -> texts.put(known.language(), known));
            texts.merge(text.language(), text, ProductCopies::merged);
            return ProductCopies.lists(old, List.copyOf(texts.values()), old.categoryIds(), old.images());
        });
    }

    @Override
    public synchronized Optional<VariantRef> addVariant(long productId, NewVariant variant) {
        script.play("addVariant " + variant.sku());
        refuseIfTaken(variant.sku());
        ShopProduct old = products.get(productId);
        if (old == null) {
            return Optional.empty();
        }
        ShopVariant made = make(productId, variant);
        products.put(productId, ProductCopies.with(old, plus(old.variants(), made)));
        return Optional.of(new VariantRef(productId, made.variantId()));
    }

    @Override
    public synchronized Written changeVariant(VariantRef variant, String sku, VariantChange change) {
        script.play("changeVariant " + sku);
        Optional<String> now = goods.sku(variant);
        if (now.isEmpty()) {
            return Written.VARIANT_GONE;
        }
        boolean other = !Sku.same(now.get(), sku);
        String wanted = change.sku();
        if (wanted != null && !Sku.same(now.get(), wanted)) {
            if (other) {
                return Written.OTHER_SKU;
            }
            refuseIfTaken(wanted);
            goods.rename(now.get(), wanted);
        }
        if (change.active() != null) {
            goods.setVisibility(variant, sku, change.active() ? Variant.Visibility.VISIBLE : Variant.Visibility.HIDDEN);
        }
        products.computeIfPresent(
                variant.productId(),
                (_, product) -> ProductCopies.with(
                        product,
                        product.variants().stream()
                                .map(old -> old.variantId() == variant.variantId() ? changed(old, change) : old)
                                .toList()));
        return other && wanted == null ? Written.OTHER_SKU : Written.DONE;
    }

    private ShopVariant changed(ShopVariant old, VariantChange change) {
        return new ShopVariant(
                old.variantId(),
                old.sku(),
                old.active(),
                change.values() == null
                        ? old.values()
                        : change.values().stream().map(this::value).toList(),
                change.ean() == null ? old.ean() : change.ean(),
                change.weight() == null ? old.weight() : change.weight(),
                change.costPrice() == null ? old.costPrice() : change.costPrice(),
                null,
                null);
    }

    @Override
    public synchronized Written putInCategory(long productId, long categoryId) {
        script.play("putInCategory " + productId);
        return write(
                productId,
                old -> ProductCopies.lists(old, old.texts(), plus(old.categoryIds(), categoryId), old.images()));
    }

    @Override
    public synchronized long upload(String fileName, byte[] content) {
        script.play("upload " + fileName);
        long fileId = files.size() + 1L;
        files.put(fileId, fileName);
        return fileId;
    }

    @Override
    public synchronized Optional<Long> file(String fileName) {
        script.play("file " + fileName);
        return files.entrySet().stream()
                .filter(file -> file.getValue().equals(fileName))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized Written addImage(long productId, long mediaFileId) {
        script.play("addImage " + productId);
        return write(
                productId,
                old -> ProductCopies.lists(old, old.texts(), old.categoryIds(), plus(old.images(), mediaFileId)));
    }

    private static <T> List<T> plus(List<T> known, T more) {
        return Stream.concat(known.stream(), Stream.of(more)).distinct().toList();
    }
}
