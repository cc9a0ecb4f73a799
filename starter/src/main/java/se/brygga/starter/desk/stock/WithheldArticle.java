package se.brygga.starter.desk.stock;

import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.starter.desk.Word;

/**
 * An article of Specter that goes to no shop, or that a shop must not sell.
 *
 * @param article the number in Specter's spelling
 * @param other the other of two numbers that differ in case only; null for none
 */
record WithheldArticle(
        String article,
        @Nullable String other,
        StockStory.@Nullable Withheld withheld,
        StockStory.@Nullable Gone gone) {

    static WithheldArticle of(ArticleBook.Article article) {
        return new WithheldArticle(
                article.spelled(),
                article.withheld() == ArticleBook.Withheld.SPELLED_TWICE ? article.former() : null,
                article.withheld() == null ? null : Word.twin(StockStory.Withheld.class, article.withheld()),
                article.gone() == null ? null : Word.twin(StockStory.Gone.class, article.gone()));
    }
}
