package se.brygga.starter.desk.products;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.shop.ShopLineBook.Told;
import se.brygga.setup.products.ProductField;
import se.brygga.starter.desk.products.ProductGroups.ProductGroup;
import se.brygga.starter.desk.products.ProductStory.Master;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Detail;

/** What the books know of an article on its way to a shop. */
@Component
record ArticleStories(ShopLineBook lines, ArticleMasters masters, ArticleGroups groups) {

    /** Empty when nothing is known of the number. */
    Optional<ProductStory> of(ShopRef shop, String articleNo) {
        String sku = Sku.key(articleNo);
        Optional<Told> told = lines.find(shop, articleNo);
        Optional<ArticleMaster> article = Optional.ofNullable(
                masters.book().find(shop.tenant(), List.of(articleNo)).get(sku));
        Optional<ArticleGroup> group = groups.of(shop).stream()
                .filter(one -> one.skus().anyMatch(sku::equals))
                .findFirst();
        boolean gone = article.map(ArticleMaster::deleted).orElse(true);
        return told.map(Told::line)
                .map(line -> ProductLine.of(shop, line, gone))
                .or(() -> article.map(one -> unlooked(shop, one)))
                .map(line -> new ProductStory(
                        line,
                        Master.SPECTER,
                        told.map(one -> one.line().productId()).orElse(null),
                        told.map(one -> one.line().variantId()).orElse(null),
                        ProductStory.values(
                                article.map(one -> ProductField.read(one.told()))
                                        .orElse(Map.of()),
                                told.map(Told::sent).orElse(Map.of())),
                        group.filter(one -> one.standing() != ArticleGroup.Standing.ALONE)
                                .map(ProductGroup::of)
                                .orElse(null),
                        null));
    }

    /** Specter has told of the article, and no look has dealt with it: somebody has to confirm its group first. */
    private static ProductLine unlooked(ShopRef shop, ArticleMaster article) {
        return new ProductLine(
                shop,
                article.told().articleNo(),
                article.told().name(),
                ProductLine.State.PENDING,
                null,
                Detail.NONE.stored(),
                article.deleted(),
                false,
                article.toldAt());
    }
}
