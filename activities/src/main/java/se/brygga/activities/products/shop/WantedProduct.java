package se.brygga.activities.products.shop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.Sku;

/**
 * What Specter says of the articles that form one product, in canonical values.
 *
 * @param key stays the same while the product does; becomes the product's externalId
 * @param values of the fields that a product has, without pictures
 * @param images in the order in which a shop shows them
 * @param articles at least one
 */
public record WantedProduct(String key, Map<ProductField, String> values, List<Image> images, List<Article> articles) {

    public WantedProduct {
        values = Map.copyOf(values);
        images = List.copyOf(images);
        articles = List.copyOf(articles);
    }

    /**
     * One article, which becomes a variant.
     *
     * @param articleNo as Specter spells it
     * @param former the number that the article had before; null when that is unknown
     * @param values of the fields that a variant has
     * @param deleted whether Specter has the article no more
     */
    public record Article(
            String articleNo, @Nullable String former, Map<ProductField, String> values, boolean deleted) {

        public Article {
            values = Map.copyOf(values);
        }

        String sku() {
            return Sku.key(articleNo);
        }

        @Nullable
        String formerSku() {
            return former == null ? null : Sku.key(former);
        }
    }

    /** The articles that Specter has. */
    List<Article> there() {
        return articles.stream().filter(article -> !article.deleted()).toList();
    }

    Set<String> skus() {
        return articles.stream().map(Article::sku).collect(Collectors.toSet());
    }

    /** Keys of the articles' numbers, and of those that they had before. */
    Set<String> numbers() {
        return articles.stream()
                .flatMap(article -> Stream.concat(Stream.of(article.sku()), Stream.ofNullable(article.formerSku())))
                .collect(Collectors.toSet());
    }

    WantedProduct with(List<Article> other) {
        return new WantedProduct(key, values, images, other);
    }
}
