package se.brygga.activities.stock;

import java.util.function.BooleanSupplier;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ComparisonBook.Run;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.StockSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;

/** A shop's stock: pushed, and compared. */
final class StockToShops implements ShopPush {

    private final WebShops shops;
    private final StockPush push;
    private final StockComparison comparison;

    StockToShops(WebShops shops, StockPush push, StockComparison comparison) {
        this.shops = shops;
        this.push = push;
        this.comparison = comparison;
    }

    @Override
    public ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served) {
        StockSetup stock = setup.stock();
        return stock == null ? NOTHING : push.push(shop, stock, shops.shop(shop, setup), served);
    }

    @Override
    public Found compare(ShopRef shop, ShopSetup setup, Run run) {
        StockSetup stock = setup.stock();
        if (stock == null) {
            run.done(Found.NOTHING);
            return Found.NOTHING;
        }
        return comparison.compare(shop, stock, shops.shop(shop, setup), run);
    }
}
