package se.brygga.clients.shop.catalogue;

/** Where a variant lies in its shop. Both numbers are needed for every call, and neither means anything in another shop. */
public record VariantRef(long productId, long variantId) {

    @Override
    public String toString() {
        return productId + "/" + variantId;
    }
}
