package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Stock and articles' own prices on their way to the shop. */
final class GoodsWays {

    private static final String SKU = "TE-003";

    private GoodsWays() {}

    /** An article is counted anew in Specter. */
    static Way stock(Scene scene) {
        return new FeedWay(
                scene,
                "a stock that changes",
                Feed.STOCK,
                Set.of("getArticleExternalNeedUpdate", "updateArticlesFromBatch"),
                List.of(SimFeedKind.STOCK)) {
            @Override
            Optional<String> shopCall(Victim victim, String request) {
                return onlyOf(request, "variants");
            }

            @Override
            void change(Victim victim) {
                scene.starweb.forgetWrites(victim.merchant.name());
                scene.specter.account(victim.merchant.account()).setStock(SKU, 1, 1_000 + victim.number);
            }

            @Override
            String shown(Victim victim) {
                return showsStock(scene, victim);
            }
        };
    }

    /** Somebody has changed the stock in the shop by hand, and the shop is compared. */
    static Way comparison(Scene scene) {
        return new FeedWay(scene, "a shop that is compared", Feed.STOCK, Set.of(), List.of()) {
            @Override
            Optional<String> shopCall(Victim victim, String request) {
                return onlyOf(request, "products");
            }

            @Override
            void change(Victim victim) {
                scene.starweb.forgetWrites(victim.merchant.name());
                scene.starweb.setStock(victim.merchant.name(), SKU, BigDecimal.valueOf(5_000 + victim.number));
                comparisons().due(Feed.STOCK, List.of(victim.merchant.shop()));
            }

            @Override
            boolean isSettled(Victim victim) {
                List<ShopRef> shop = List.of(victim.merchant.shop());
                return super.isSettled(victim)
                        && comparisons()
                                .due(victim.merchant.name(), Feed.STOCK, shop, true)
                                .isEmpty();
            }

            private ComparisonBook comparisons() {
                return scene.apps.bean(ComparisonBook.class);
            }

            @Override
            String shown(Victim victim) {
                return showsStock(scene, victim);
            }
        };
    }

    /** An article gets another price in Specter. */
    static Way price(Scene scene) {
        return new FeedWay(
                scene,
                "a price that changes",
                Feed.PRICES,
                Set.of("getArticleInfoExternalNeedUpdate", "updateArticleInfosFromBatch"),
                List.of(SimFeedKind.ARTICLES)) {
            @Override
            Optional<String> shopCall(Victim victim, String request) {
                return onlyOf(request, "price");
            }

            @Override
            void change(Victim victim) {
                scene.starweb.forgetWrites(victim.merchant.name());
                scene.specter.account(victim.merchant.account()).setPrice(SKU, price(victim));
            }

            // Near the one before, so that it need not be approved.
            private BigDecimal price(Victim victim) {
                return new BigDecimal("100.00").add(new BigDecimal(victim.number).movePointLeft(2));
            }

            @Override
            String shown(Victim victim) {
                BigDecimal inShop =
                        scene.starweb.goods(victim.merchant.name(), SKU).price();
                assertThat(inShop).isEqualByComparingTo(price(victim));
                return "shop shows " + inShop + changes(scene, victim, SKU, CatalogueWrite.Kind.PRICE);
            }
        };
    }

    /** Nothing is unbooked at rest, so the shop shows what Specter has. */
    private static String showsStock(Scene scene, Victim victim) {
        BigDecimal inSpecter =
                scene.specter.account(victim.merchant.account()).article(SKU).available();
        assertThat(scene.starweb.onSale(victim.merchant.name(), SKU)).isEqualByComparingTo(inSpecter);
        return "shop shows " + inSpecter + changes(scene, victim, SKU, CatalogueWrite.Kind.STOCK);
    }

    /** A write is absolute, so a second one of the same value changes nothing; and only one may change something. */
    static String changes(Scene scene, Victim victim, String sku, CatalogueWrite.Kind kind) {
        assertThat(scene.starweb.writes(victim.merchant.name()))
                .filteredOn(write -> write.kind() == kind && write.changed())
                .as("writes that changed the shop")
                .hasSize(1)
                .allMatch(write -> write.sku().equals(sku));
        return ", changed by one write";
    }
}
