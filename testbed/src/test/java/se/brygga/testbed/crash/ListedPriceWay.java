package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.ListPrice;
import se.brygga.simulators.starweb.goods.ShopPriceList;
import se.brygga.workflows.feed.Feed;

/** A price list of Specter's gets another price and another tier for an article. */
final class ListedPriceWay extends FeedWay {

    private static final String SKU = "TE-005";
    private static final long LIST = 2;
    private static final int TIER = 10;

    ListedPriceWay(Scene scene) {
        super(
                scene,
                "a price list that changes",
                Feed.PRICES,
                Set.of("getPriceListsExternalNeedUpdate", "updatePriceListsFromBatch"),
                List.of(SimFeedKind.PRICE_LISTS));
    }

    @Override
    Merchant.Use use() {
        return Merchant.Use.PRICE_LISTS;
    }

    @Override
    Optional<String> shopCall(Victim victim, String request) {
        return onlyOf(request, "price");
    }

    @Override
    void change(Victim victim) {
        scene.starweb.forgetWrites(victim.merchant.name());
        long account = victim.merchant.account();
        scene.specter.account(account).putPrice(LIST, "SEK", SKU, 1, price(victim, "92.00"));
        scene.specter.account(account).putPrice(LIST, "SEK", SKU, TIER, price(victim, "80.00"));
    }

    // Near the one before, so that it need not be approved.
    private static BigDecimal price(Victim victim, String about) {
        return new BigDecimal(about).add(new BigDecimal(victim.number).movePointLeft(2));
    }

    @Override
    boolean isSettled(Victim victim) {
        return super.isSettled(victim)
                && scene.specter.account(victim.merchant.account()).pending(SimFeedKind.PRICE_LISTS) == 0;
    }

    @Override
    String shown(Victim victim) {
        String shop = victim.merchant.name();
        long list = scene.starweb.priceLists(shop).stream()
                .filter(one -> one.name().equals("Återförsäljare"))
                .map(ShopPriceList::id)
                .findFirst()
                .orElseThrow();
        Optional<ListPrice> written = scene.starweb.price(shop, SKU, list);
        assertThat(written).isPresent();
        ListPrice row = written.get();
        assertThat(row.price()).isEqualByComparingTo(price(victim, "92.00"));
        assertThat(row.tiers().get((long) TIER)).isEqualByComparingTo(price(victim, "80.00"));
        GoodsWays.changes(scene, victim, SKU, CatalogueWrite.Kind.PRICE);
        GoodsWays.changes(scene, victim, SKU, CatalogueWrite.Kind.TIER);
        return "shop shows " + row.price() + ", from " + TIER + " "
                + row.tiers().get((long) TIER) + ", by one write each";
    }
}
