package se.brygga.activities.prices.push;

import java.util.function.BooleanSupplier;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ComparisonBook.Run;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.clients.shop.WebShop;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.WebShops;
import se.brygga.workflows.ShopRef;

/** A shop's prices: pushed, and compared. */
final class PricesToShops implements ShopPush {

    private final WebShops shops;
    private final PricePush push;
    private final PriceComparison comparison;

    PricesToShops(WebShops shops, PricePush push, PriceComparison comparison) {
        this.shops = shops;
        this.push = push;
        this.comparison = comparison;
    }

    @Override
    public ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served) {
        PriceSetup prices = setup.prices();
        return prices == null ? NOTHING : push.push(shop, prices, webShop(shop, setup), served);
    }

    @Override
    public Found compare(ShopRef shop, ShopSetup setup, Run run) {
        PriceSetup prices = setup.prices();
        if (prices == null) {
            run.done(Found.NOTHING);
            return Found.NOTHING;
        }
        return comparison.compare(shop, prices, webShop(shop, setup), run);
    }

    private WebShop webShop(ShopRef shop, ShopSetup setup) {
        return shops.shop(shop, setup);
    }
}
