package se.brygga.activities.products;

import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.products.shop.SpecterToShop;
import se.brygga.activities.products.specter.ShopToSpecter;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.workflows.products.ProductActivities;

/** Keeps a shop's products and Specter's articles equal. The front door of this package. */
public final class Products {

    private final ProductActivities activities;

    public Products(
            SetupStore setups,
            ShopToSpecter toSpecter,
            SpecterToShop toShop,
            SyncBook syncs,
            NoticeBook notices,
            LoopBook loops) {
        this.activities = new WatchedProducts(
                new ProductActivitiesImpl(setups, toSpecter, toShop, syncs, new ProductNotices(notices)), loops);
    }

    /** The activities of the loop that keeps products equal. */
    public ProductActivities activities() {
        return activities;
    }
}
