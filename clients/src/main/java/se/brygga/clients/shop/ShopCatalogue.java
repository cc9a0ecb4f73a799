package se.brygga.clients.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.VariantChange;

/**
 * A shop's products whole. The roles of stock and prices write what this role gives only at creation.
 *
 * <p>A change names only what shall change. A value that is absent from a change stays as it is in the shop.
 */
public interface ShopCatalogue {

    /**
     * One page of all products in ascending order of their ids, hidden products too, each with all its variants. Texts
     * are in one language only, and without their long part.
     *
     * @param page from 1; a page past the end is empty
     */
    ProductPage products(int page);

    /** As {@link #products}, of the products that the shop says have changed. A change of a variant may not count (O-28). */
    ProductPage productsChangedSince(Instant since, int page);

    /** One product with all its variants, languages, categories and images. Empty when the shop has no such product. */
    Optional<ShopProduct> product(long productId);

    /**
     * Creates a hidden product with its variants. Not idempotent: after a lost answer, look for the SKUs before a repeat.
     *
     * @return the new product's id; {@link #product} tells the ids of its variants
     * @throws se.brygga.clients.remote.RemoteFailure REFUSED when the shop has one of the SKUs already
     */
    long create(NewProduct product);

    /** Changes a product itself. Idempotent. */
    Written change(long productId, ProductChange change);

    /** Adds or changes the texts of one language, and no other language. A new language needs a name. Idempotent. */
    Written setText(long productId, ProductText text);

    /**
     * Adds a variant to a product. Not idempotent: after a lost answer, look at the product's variants first.
     *
     * @return empty when the shop has no such product
     */
    Optional<VariantRef> addVariant(long productId, NewVariant variant);

    /**
     * Changes a variant. Idempotent.
     *
     * @param sku the SKU that the variant should have before the change. A variant with another SKU gets no new SKU
     */
    Written changeVariant(VariantRef variant, String sku, VariantChange change);

    /** Puts a product into a category where it is not yet. Idempotent. */
    Written putInCategory(long productId, long categoryId);

    /**
     * Uploads a picture. Not idempotent: each call makes another file (reference section 7.2).
     *
     * @param fileName Latin letters, digits, dot, hyphen and underscore, with the ending of the file's kind
     * @return the file's id
     */
    long upload(String fileName, byte[] content);

    /** The id of an uploaded file with this name. A look at all files, for the case of a lost answer only. */
    Optional<Long> file(String fileName);

    /** Shows an uploaded picture with a product, after those that are there. Idempotent. */
    Written addImage(long productId, long mediaFileId);

    /**
     * One page of a shop's products.
     *
     * @param last whether this is the last page
     * @param unreadable ids of products that could not be read; 0 for a product without an id. They must neither hide
     *     the others nor count as deleted
     */
    record ProductPage(List<ShopProduct> products, boolean last, List<Long> unreadable) {

        public ProductPage {
            products = List.copyOf(products);
            unreadable = List.copyOf(unreadable);
        }
    }
}
