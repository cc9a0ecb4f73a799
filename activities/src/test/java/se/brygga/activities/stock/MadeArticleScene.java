package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.clients.specter.feed.ArticleChange;

/** An article that an order has made in Specter, or may have made again. */
abstract class MadeArticleScene extends StockScene {

    static final ArticleChange NEW = article("A", "Paddelset", BigDecimal.ZERO, "GW", false);
    static final ArticleChange OLD = article("A", "Paddel", BigDecimal.TEN, "GW", false);
    static final ArticleChange DELETED = article("A", "Paddel", null, "GW", true);

    final void firstLife() {
        shelf.put("A", 12);
        journal(OLD);
        specter("A", 12);
        push();
        shelf.writes.clear();
    }

    final void refused(String articleNo) {
        books.articles.doubt(TENANT, List.of(articleNo));
    }

    final void refusedAndMade(String articleNo) {
        refused(articleNo);
        making(articleNo);
        answered();
    }

    /** As the step of a transfer does it: the books know of it before Specter is asked. */
    final void making(String articleNo) {
        later();
        books.articles.making(TENANT, List.of(articleNo));
        later();
    }

    final void answered() {
        later();
        books.articles.made(TENANT, List.of("A"));
        books.articles.tellOfMade(TENANT, List.of("A"));
        later();
    }

    /** Both sinks of the journal of articles, in their order. */
    final void journal(ArticleChange... changes) {
        told(changes);
        books.transactions.executeWithoutResult(tx -> books.prices.articles(TENANT, List.of(changes)));
    }

    final Instant later() {
        time.advance(Duration.ofSeconds(10));
        return time.instant();
    }

    final @Nullable BigDecimal basePrice() {
        return books.prices.specter(TENANT).rows("A").stream()
                .filter(row -> row.list().isEmpty())
                .map(row -> row.price())
                .findFirst()
                .orElse(null);
    }

    final @Nullable Withheld withheld() {
        Article article = books.articles.find(TENANT, List.of("A")).get("A");
        return article == null ? null : article.withheld();
    }
}
