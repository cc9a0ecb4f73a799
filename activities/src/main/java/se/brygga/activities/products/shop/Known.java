package se.brygga.activities.products.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.setup.products.ProductField;

/**
 * What the books know of a product in the shop.
 *
 * @param productId null when the shop has no such product as far as anybody knows
 * @param sent values as last written, or as first read
 * @param variants those of its variants that articles have become
 */
record Known(@Nullable Long productId, Stage stage, Map<ProductField, String> sent, List<Variant> variants) {

    /** How far a product has come. */
    enum Stage {
        /** We have created the product, and it gets what it gets once. */
        FILLING,
        /** The product has all that it gets once, or the shop had it before. */
        SETTLED
    }

    static final Known NOTHING = new Known(null, Stage.SETTLED, Map.of(), List.of());

    Known {
        sent = Map.copyOf(sent);
        variants = List.copyOf(variants);
    }

    /**
     * A variant that an article has become, or is about to.
     *
     * @param sku key of the SKU
     * @param variantId null when a creation was begun, and nobody knows whether the shop has the variant
     */
    record Variant(String sku, @Nullable Long variantId, boolean active, Map<ProductField, String> sent) {

        Variant {
            sent = Map.copyOf(sent);
        }
    }

    /**
     * The variant of an article, also under the number that the article had before.
     *
     * @param now the SKUs of all articles; a number that another article has now is nobody's former number
     */
    Optional<Variant> of(Article article, Set<String> now) {
        return find(article.sku())
                .or(() -> Optional.ofNullable(article.formerSku())
                        .filter(former -> !now.contains(former))
                        .flatMap(this::find));
    }

    private Optional<Variant> find(String sku) {
        return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
    }

    /** Whether a creation was begun whose end nobody knows. */
    boolean isUncertain() {
        return variants.stream().anyMatch(variant -> variant.variantId() == null);
    }
}
