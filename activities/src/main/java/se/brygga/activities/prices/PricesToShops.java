package se.brygga.activities.prices;

import java.util.List;
import se.brygga.activities.catalogue.ShopPush;
import se.brygga.activities.catalogue.Writers;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.PriceSetup;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.starweb.catalogue.StarwebCatalogue;
import se.brygga.workflows.ShopRef;

/** A shop's prices: pushed, and compared. */
public final class PricesToShops implements ShopPush {

    private final PriceParts parts;
    private final ShopReading reading;
    private final PricePush push;
    private final PriceComparison comparison;

    public PricesToShops(PriceParts parts) {
        this.parts = parts;
        this.reading = new ShopReading(parts.inShop(), parts.transactions(), parts.time());
        this.push = new PricePush(parts, reading);
        this.comparison = new PriceComparison(parts, reading);
    }

    @Override
    public Writers.Count push(ShopRef shop, ShopSetup setup) {
        PriceSetup prices = setup.prices();
        return prices == null ? NOTHING : push.push(shop, prices, catalogue(shop, setup));
    }

    @Override
    public void again(ShopRef shop) {
        parts.held().news(List.of(shop));
    }

    @Override
    public int compare(ShopRef shop, ShopSetup setup, Runnable done) {
        PriceSetup prices = setup.prices();
        if (prices == null) {
            done.run();
            return 0;
        }
        return comparison.compare(shop, prices, catalogue(shop, setup), done);
    }

    /**
     * Whether the shop's owner has activated one of the lists since its prices were read, which sets them to zero: a push must
     * look, although nothing is new in Specter. Costs one call. A shop that does not answer, or lacks a list, is the push's concern.
     */
    public boolean hasActivatedList(ShopRef shop, ShopSetup setup) {
        PriceSetup prices = setup.prices();
        if (prices == null || prices.lists().isEmpty()) {
            return false;
        }
        try {
            ShopLists lists = ShopLists.of(
                    prices,
                    catalogue(shop, setup).priceLists(),
                    parts.book().specter(shop.tenant(), "").lists());
            reading.noteClosed(shop, lists);
            return !reading.unread(shop, lists).isEmpty();
        } catch (RemoteFailure | UnknownName notNow) {
            return false;
        }
    }

    private StarwebCatalogue catalogue(ShopRef shop, ShopSetup setup) {
        return parts.starweb().catalogueOf(shop, setup.starweb());
    }
}
