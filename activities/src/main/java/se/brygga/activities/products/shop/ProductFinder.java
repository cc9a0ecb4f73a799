package se.brygga.activities.products.shop;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.ShopProductBook.Known;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.activities.products.shop.ShopProductBook.Known.Variant;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.Values;
import se.brygga.setup.products.VariantValues;
import se.brygga.workflows.Sku;

/**
 * Finds the product that articles have become: by our book, else by SKU. After a creation without an answer the shop is
 * looked at before anything is repeated.
 */
record ProductFinder(ServedShop shop, ShopProductBook book) {

    /** What a page tells of a product, where the product has it. */
    private static final Set<ProductField> TOLD = EnumSet.of(
            ProductField.NAME,
            ProductField.SHORT_TEXT,
            ProductField.VAT_RATE,
            ProductField.UNIT,
            ProductField.SUPPLIER,
            ProductField.VISIBILITY);

    /** The articles lie in several products of the shop, or in one that has other articles too. */
    static final class Split extends Exception {

        private static final long serialVersionUID = 1L;

        Split(Set<Long> products) {
            super(products.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    /**
     * What is known of the product, with all variants that the shop has been asked for.
     *
     * @param ofProduct keys of all articles of the product, also of those that cannot go to the shop
     */
    Known find(WantedProduct product, Set<String> ofProduct) throws Split {
        Set<String> skus = product.numbers();
        Set<String> all = Stream.concat(skus.stream(), ofProduct.stream()).collect(Collectors.toSet());
        Long productId = one(book.productsOf(shop.ref(), skus));
        Known known = book.known(shop.ref(), productId, skus);
        if (productId == null) {
            productId = inShop(product, known);
        } else if (!all.containsAll(book.skusOf(shop.ref(), productId))) {
            throw new Split(Set.of(productId));
        } else if (known.isUncertain()) {
            look(productId, product, known);
        }
        return productId == null && !known.isUncertain() ? known : book.known(shop.ref(), productId, skus);
    }

    private static @Nullable Long one(Set<Long> products) throws Split {
        if (products.size() > 1) {
            throw new Split(products);
        }
        return products.stream().findFirst().orElse(null);
    }

    private @Nullable Long inShop(WantedProduct product, Known known) throws Split {
        Set<VariantRef> refs = book.mapped(shop.ref(), product.there());
        if (refs.isEmpty() && known.isUncertain()) {
            refs = bySku(product.there());
            book.notMade(shop.ref(), product.skus());
        }
        Long productId = one(products(refs.isEmpty() ? accepted(product) : refs));
        return productId != null && adopt(productId, product) ? productId : null;
    }

    /** The variants that have another number than their article, and of which a person has said that they are the same. */
    private Set<VariantRef> accepted(WantedProduct product) {
        Map<String, String> numbers = book.accepted(shop.ref());
        return product.there().stream()
                .flatMap(article -> Stream.ofNullable(numbers.get(article.sku())))
                .flatMap(number -> shop.web().products().findBySku(number).stream())
                .map(se.brygga.clients.shop.Variant::ref)
                .collect(Collectors.toSet());
    }

    private static Set<Long> products(Set<VariantRef> refs) {
        return refs.stream().map(VariantRef::productId).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<VariantRef> bySku(List<Article> articles) {
        return articles.stream()
                .flatMap(article -> shop.web().products().findBySku(article.articleNo()).stream())
                .map(se.brygga.clients.shop.Variant::ref)
                .collect(Collectors.toSet());
    }

    /** Takes over a product that the shop has some of the SKUs in, after it has refused to create them. */
    boolean adoptRefused(WantedProduct product) throws Split {
        Long productId = one(products(bySku(product.there())));
        return productId != null && adopt(productId, product);
    }

    /** Stores the product as the shop has it, so that only what differs is written. */
    private boolean adopt(long productId, WantedProduct product) {
        Optional<ShopProduct> found = shop.web().catalogue().product(productId);
        found.ifPresent(there -> {
            book.product(shop.ref(), productId, isOurs(there, product) ? Stage.FILLING : Stage.SETTLED, values(there));
            for (Article article : product.articles()) {
                variant(there, article)
                        .ifPresent(variant -> book.variant(
                                shop.ref(),
                                new VariantRef(productId, variant.variantId()),
                                as(variant),
                                new Variant(
                                        Sku.key(variant.sku()),
                                        variant.variantId(),
                                        variant.active(),
                                        values(variant))));
            }
        });
        return found.isPresent();
    }

    /**
     * Stores the product as the shop has it, for a plan. What we have written and a page does not tell stays. What the
     * shop's staff has made inactive stays so.
     */
    void note(ShopProduct there, WantedProduct product) {
        Known known = book.known(shop.ref(), there.productId(), product.numbers());
        Map<ProductField, String> now = new TreeMap<>(known.sent());
        now.keySet().removeAll(TOLD);
        now.putAll(values(there));
        boolean stillHidden = ShopPlan.HIDDEN.equals(now.get(ProductField.VISIBILITY))
                && ShopPlan.HIDDEN_AS_GONE.equals(known.sent().get(ProductField.VISIBILITY));
        if (stillHidden) {
            now.put(ProductField.VISIBILITY, ShopPlan.HIDDEN_AS_GONE);
        }
        Stage unknown = isOurs(there, product) ? Stage.FILLING : Stage.SETTLED;
        book.product(shop.ref(), there.productId(), known.productId() == null ? unknown : known.stage(), now);
        for (Article article : product.articles()) {
            variant(there, article).ifPresent(variant -> note(there.productId(), variant, article, known));
        }
    }

    /** The variant of an article, also under the number that the article had before. */
    private static Optional<ShopVariant> variant(ShopProduct there, Article article) {
        return variant(there, article.sku())
                .or(() -> Optional.ofNullable(article.formerSku()).flatMap(former -> variant(there, former)));
    }

    /** The article that a variant is by its own number, before the variant gets another one. */
    private static Article as(ShopVariant variant) {
        return new Article(Sku.trimmed(variant.sku()), null, Map.of(), false);
    }

    private static Optional<ShopVariant> variant(ShopProduct there, String sku) {
        return there.variants().stream()
                .filter(variant -> Sku.key(variant.sku()).equals(sku))
                .findFirst();
    }

    private void note(long productId, ShopVariant variant, Article article, Known known) {
        Optional<Variant> before = known.of(article, Set.of());
        Map<ProductField, String> now = new TreeMap<>(values(variant));
        before.ifPresent(one -> Stream.of(ProductField.WEIGHT, ProductField.BUY_PRICE)
                .filter(one.sent()::containsKey)
                .forEach(field -> now.putIfAbsent(field, one.sent().get(field))));
        boolean active = before.map(Variant::active).orElse(true);
        Article as = as(variant);
        book.noted(
                shop.ref(),
                new VariantRef(productId, variant.variantId()),
                as,
                new Variant(as.sku(), variant.variantId(), active, now));
    }

    private boolean isOurs(ShopProduct there, WantedProduct product) {
        ShopProduct.ExternalId mark = there.externalId();
        return mark != null
                && mark.type().equals(shop.externalIdType())
                && mark.id().equals(ProductWriter.externalId(product));
    }

    /** Stores those variants that the shop was asked for and has. */
    private void look(long productId, WantedProduct product, Known known) {
        List<se.brygga.clients.shop.Variant> there = shop.web().products().variants(productId);
        List<String> missing = new ArrayList<>();
        for (Article article : product.articles()) {
            boolean asked = known.of(article, product.skus())
                    .filter(variant -> variant.variantId() == null)
                    .isPresent();
            Optional<VariantRef> ref = there.stream()
                    .filter(variant -> Sku.same(variant.sku(), article.articleNo()))
                    .map(se.brygga.clients.shop.Variant::ref)
                    .findFirst();
            if (asked && ref.isPresent()) {
                Variant variant = new Variant(article.sku(), ref.get().variantId(), true, article.values());
                book.variant(shop.ref(), ref.get(), article, variant);
            } else if (asked) {
                missing.add(article.sku());
            }
        }
        book.notMade(shop.ref(), missing);
    }

    private Map<ProductField, String> values(ShopProduct product) {
        Map<ProductField, String> values = new TreeMap<>();
        product.texts().stream()
                .filter(text -> text.language().equals(shop.names().language()))
                .findFirst()
                .ifPresent(text -> putTexts(values, text));
        var vatRate = Objects.requireNonNullElseGet(
                product.vatRate(), () -> shop.web().lists().usualVatRate());
        values.put(ProductField.VAT_RATE, Values.number(vatRate));
        put(values, ProductField.UNIT, shop.names().nameOfUnit(product.unitId()));
        put(values, ProductField.SUPPLIER, shop.names().nameOfManufacturer(product.manufacturerId()));
        values.put(
                ProductField.VISIBILITY,
                switch (product.shown()) {
                    case HIDDEN -> ShopPlan.HIDDEN;
                    case VISIBLE -> ShopPlan.VISIBLE;
                    case PRICE_LISTS -> ShopPlan.PRICE_LISTS;
                });
        return values;
    }

    private static void putTexts(Map<ProductField, String> values, ProductText text) {
        put(values, ProductField.NAME, text.name() == null ? null : Values.text(text.name()));
        put(values, ProductField.SHORT_TEXT, text.shortText());
        put(values, ProductField.LONG_TEXT, text.longText());
    }

    private static Map<ProductField, String> values(ShopVariant variant) {
        Map<ProductField, String> values = new TreeMap<>();
        put(values, ProductField.BARCODE, variant.ean());
        put(values, ProductField.WEIGHT, number(variant.weight(), 3));
        put(values, ProductField.BUY_PRICE, number(variant.costPrice(), 2));
        put(
                values,
                ProductField.VARIANT_VALUES,
                VariantValues.written(variant.values().stream()
                        .collect(Collectors.toMap(
                                ShopVariant.Value::attribute,
                                ShopVariant.Value::value,
                                (one, other) -> one,
                                java.util.LinkedHashMap::new))));
        return values;
    }

    private static @Nullable String number(java.math.@Nullable BigDecimal number, int decimals) {
        return number == null ? null : Values.number(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    private static void put(Map<ProductField, String> values, ProductField field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(field, value);
        }
    }
}
