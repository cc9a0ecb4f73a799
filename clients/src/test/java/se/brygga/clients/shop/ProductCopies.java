package se.brygga.clients.shop;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopVariant;

/** Products that differ from another one in what a change names. */
final class ProductCopies {

    private ProductCopies() {}

    static ProductText merged(ProductText old, ProductText change) {
        BiFunction<@Nullable String, @Nullable String, @Nullable String> newest = (was, is) -> is == null ? was : is;
        return new ProductText(
                old.language(),
                newest.apply(old.name(), change.name()),
                newest.apply(old.shortText(), change.shortText()),
                newest.apply(old.longText(), change.longText()));
    }

    static ShopProduct lists(ShopProduct old, List<ProductText> texts, List<Long> categoryIds, List<Long> images) {
        return new ShopProduct(
                old.productId(),
                old.externalId(),
                old.kind(),
                old.shown(),
                old.vatRate(),
                old.unitId(),
                old.manufacturerId(),
                texts,
                categoryIds,
                images,
                old.variants());
    }

    static ShopProduct with(ShopProduct old, List<ShopVariant> variants) {
        return new ShopProduct(
                old.productId(),
                old.externalId(),
                old.kind(),
                old.shown(),
                old.vatRate(),
                old.unitId(),
                old.manufacturerId(),
                old.texts(),
                old.categoryIds(),
                old.images(),
                variants);
    }

    static <T> T or(@Nullable T changed, T old) {
        return changed == null ? old : changed;
    }

    static ShopProduct with(ShopProduct old, ProductChange change) {
        return new ShopProduct(
                old.productId(),
                old.externalId(),
                old.kind(),
                or(change.shown(), old.shown()),
                change.vatRate() == null ? old.vatRate() : change.vatRate(),
                change.unitId() == null ? old.unitId() : change.unitId(),
                change.manufacturerId() == null ? old.manufacturerId() : change.manufacturerId(),
                old.texts(),
                old.categoryIds(),
                old.images(),
                old.variants());
    }
}
