package se.brygga.setup.products;

import se.brygga.clients.shop.catalogue.ShopProduct;

/** The article that stands for a whole product in Specter. The articles of its variants name its number. */
final class MainArticle {

    /** The longest key of a shop that stands in a number as it is. */
    private static final int WHOLE = 26;

    private static final int HEAD = 17;

    private MainArticle() {}

    /** Whether a product has one: it has several variants, or its only variant has a value. */
    static boolean isNeeded(ShopProduct product) {
        return product.kind() == ShopProduct.Kind.BASIC
                && product.variants().stream()
                        .anyMatch(variant -> !variant.sku().isBlank())
                && (product.variants().size() > 1
                        || product.variants().stream()
                                .anyMatch(variant -> !variant.values().isEmpty()));
    }

    /**
     * The number: {@code P1042-kajak-se}. It is made of what never changes, and no two shops of a tenant have the same.
     * No name or SKU is in it, so that it stays when these change.
     */
    static String number(String shop, long productId) {
        String unique =
                shop.length() <= WHOLE ? shop : shop.substring(0, HEAD) + "-" + Integer.toHexString(shop.hashCode());
        return "P" + productId + "-" + unique;
    }
}
