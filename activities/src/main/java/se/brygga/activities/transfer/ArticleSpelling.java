package se.brygga.activities.transfer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.mapping.Translation;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Spells an order's article numbers as Specter does. A shop that writes {@code kaj-009} means Specter's KAJ-009, and
 * must not cause a second article. The same holds for the number that a variant had before it got its article's.
 *
 * @param accepted articles' numbers of which a person has said that they are the same, by the key of the shop's
 */
record ArticleSpelling(Map<String, Article> known, Map<String, String> accepted, List<Detail> unclear) {

    static ArticleSpelling of(ArticleBook articles, ShopRef shop, Translation.Draft draft) {
        List<String> asShop = Stream.concat(
                        draft.articles().stream().map(SpecterArticle::articleNo),
                        draft.order().rows().stream().map(row -> row.articleNo()))
                .distinct()
                .toList();
        Map<String, String> accepted = articles.accepted(shop, asShop);
        List<String> named = asShop.stream()
                .map(no -> accepted.getOrDefault(Sku.key(no), no))
                .distinct()
                .toList();
        Map<String, Article> known = articles.find(shop.tenant(), named);
        return new ArticleSpelling(
                known,
                accepted,
                named.stream()
                        .map(no -> unclear(no, known.get(Sku.key(no))))
                        .filter(text -> !text.isNone())
                        .toList());
    }

    private static Detail unclear(String articleNo, @Nullable Article known) {
        return known == null || known.meant(articleNo).findFirst().isPresent()
                ? Detail.NONE
                : Phrase.TWO_SPELLINGS_OF.with(articleNo, known.spelled(), String.valueOf(known.former()));
    }

    Translation.Draft of(Translation.Draft draft) {
        return new Translation.Draft(
                draft.customer(),
                draft.order().withArticleNos(this::spelled),
                draft.articles().stream()
                        .map(article -> article.spelled(spelled(article.articleNo())))
                        .toList(),
                draft.specterTotal(),
                draft.otherTotals());
    }

    private String spelled(String asShop) {
        String articleNo = accepted.getOrDefault(Sku.key(asShop), asShop);
        Article article = known.get(Sku.key(articleNo));
        return article == null
                ? articleNo
                : article.meant(articleNo).findFirst().orElse(articleNo);
    }
}
