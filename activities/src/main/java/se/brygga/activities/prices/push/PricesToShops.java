package se.brygga.activities.prices.push;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.starweb.catalogue.StarwebCatalogue;
import se.brygga.setup.PriceSetup;
import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;

/** A shop's prices: pushed, and compared. */
public final class PricesToShops implements ShopPush {

    private final PriceParts parts;
    private final ListWatch watch;
    private final PricePush push;
    private final PriceComparison comparison;

    public PricesToShops(PriceParts parts) {
        this.parts = parts;
        this.watch = new ListWatch(parts.inShop(), parts.transactions(), parts.time());
        ShopReading reading = new ShopReading(parts.inShop(), parts.transactions(), parts.time());
        this.push = new PricePush(parts, reading, watch);
        this.comparison = new PriceComparison(parts, reading, watch);
    }

    @Override
    public ShopRounds.Count push(ShopRef shop, ShopSetup setup, BooleanSupplier served) {
        PriceSetup prices = setup.prices();
        return prices == null ? NOTHING : push.push(shop, prices, catalogue(shop, setup), served);
    }

    @Override
    public void markDirty(ShopRef shop) {
        parts.held().markDirty(List.of(shop));
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

    /**
     * Whether a push must look at the shop, although nothing is new in Specter: a list was made, or came into use, or has lost its
     * prices. Costs a call for the lists, and a few for prices. A shop that does not answer, or lacks a list, is the push's concern.
     */
    public boolean mustLook(ShopRef shop, ShopSetup setup) {
        PriceSetup prices = setup.prices();
        // The master list alone cannot be switched off.
        if (prices == null || prices.lists().isEmpty()) {
            return false;
        }
        try {
            StarwebCatalogue catalogue = catalogue(shop, setup);
            ShopLists lists = watch.lists(
                    shop,
                    prices,
                    catalogue,
                    parts.book().specter(shop.tenant(), "").lists());
            return !watch.unread(shop, lists).isEmpty() || watch.hasLost(shop, lists, catalogue);
        } catch (RemoteFailure | UnknownName notNow) {
            return false;
        }
    }

    private StarwebCatalogue catalogue(ShopRef shop, ShopSetup setup) {
        return parts.starweb().catalogueOf(shop, setup.starweb());
    }
}
