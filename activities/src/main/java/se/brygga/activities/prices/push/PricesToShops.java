package se.brygga.activities.prices.push;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.prices.HeldPriceBook;
import se.brygga.clients.starweb.StarwebClients;
import se.brygga.clients.starweb.catalogue.StarwebCatalogue;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;

/** A shop's prices: pushed, and compared. */
final class PricesToShops implements ShopPush {

    private final StarwebClients starweb;
    private final HeldPriceBook held;
    private final PricePush push;
    private final PriceComparison comparison;

    PricesToShops(StarwebClients starweb, HeldPriceBook held, PricePush push, PriceComparison comparison) {
        this.starweb = starweb;
        this.held = held;
        this.push = push;
        this.comparison = comparison;
    }

    @Override
    public ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served) {
        PriceSetup prices = setup.prices();
        return prices == null ? NOTHING : push.push(shop, prices, catalogue(shop, setup), served);
    }

    @Override
    public void markDirty(ShopRef shop) {
        held.markDirty(List.of(shop));
    }

    @Override
    public Found compare(ShopRef shop, ShopSetup setup, Consumer<Found> done) {
        PriceSetup prices = setup.prices();
        if (prices == null) {
            done.accept(Found.NOTHING);
            return Found.NOTHING;
        }
        return comparison.compare(shop, prices, catalogue(shop, setup), done);
    }

    private StarwebCatalogue catalogue(ShopRef shop, ShopSetup setup) {
        return starweb.catalogueOf(shop, setup.starweb());
    }
}
