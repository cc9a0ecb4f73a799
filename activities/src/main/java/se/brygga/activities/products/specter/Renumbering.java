package se.brygga.activities.products.specter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.activities.products.specter.RenumberBook.Due;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.shop.Written;
import se.brygga.clients.shop.catalogue.VariantChange;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Gives variants of a shop the numbers of their articles, where a person has said that both are the same. A change of a
 * variant's SKU may be repeated, and is surely not made where the variant has a third SKU meanwhile.
 */
final class Renumbering {

    private static final int AT_A_TIME = 100;

    private final ShopRef shop;
    private final ShopCatalogue catalogue;
    private final RenumberBook book;
    private final ProductLook.Books books;

    Renumbering(ShopRef shop, ShopCatalogue catalogue, RenumberBook book, ProductLook.Books books) {
        this.shop = shop;
        this.catalogue = catalogue;
        this.book = book;
        this.books = books;
    }

    /**
     * Renumbers what a person has accepted.
     *
     * @param until no call begins after this
     * @param goesOn whether the next call may begin
     * @return how many variants have another number
     */
    int write(InstantSource time, Instant until, BooleanSupplier goesOn) {
        int written = 0;
        String after = "";
        List<Due> some;
        do {
            some = book.due(shop, after, AT_A_TIME);
            for (Due due : some) {
                if (!time.instant().isBefore(until) || !goesOn.getAsBoolean()) {
                    return written;
                }
                written += renumber(due) ? 1 : 0;
                after = due.sku();
            }
        } while (some.size() == AT_A_TIME);
        return written;
    }

    private boolean renumber(Due due) {
        if (book.isTaken(shop, due)) {
            waits(due, Phrase.NUMBER_TAKEN.with(due.articleNo()));
            return false;
        }
        VariantChange change = new VariantChange(due.articleNo(), null, null, null, null, null);
        try {
            if (catalogue.changeVariant(due.ref(), due.spelled(), change) == Written.DONE) {
                books.transactions().executeWithoutResult(tx -> book.renumbered(shop, due));
                return true;
            }
            // What was read of the product is stale.
            books.looks().heard(shop, due.ref().productId());
        } catch (RemoteFailure failure) {
            if (failure.kind() != Kind.REFUSED) {
                throw failure;
            }
            waits(due, failure.told());
        }
        return false;
    }

    private void waits(Due due, Detail detail) {
        books.products().stands(shop, due.sku(), State.WAITING, Cause.PRODUCT_NUMBER_NOT_TAKEN, detail);
    }
}
