package se.brygga.starter.desk.stock;

import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.starter.desk.Word;

/**
 * An article of Specter that goes to no shop, or that a shop must not sell.
 *
 * @param article its number as Specter spells it
 * @param other the other one of two numbers that differ in case only; null for none
 */
public record HeldArticle(
        String article, @Nullable String other, StockStory.@Nullable Hold hold, StockStory.@Nullable Gone gone) {

    static HeldArticle of(ArticleBook.Article article) {
        return new HeldArticle(
                article.spelled(),
                article.hold() == ArticleBook.Hold.SPELLED_TWICE ? article.former() : null,
                article.hold() == null ? null : Word.twin(StockStory.Hold.class, article.hold()),
                article.gone() == null ? null : Word.twin(StockStory.Gone.class, article.gone()));
    }
}
