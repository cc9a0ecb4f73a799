package se.brygga.activities.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.ScriptedFeeds;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;

class ArticleJournalTest {

    private static final TenantSetup ASSUMED = SampleSetup.with(SampleSetup.tenant(), SampleSetup.specter(9999, true));
    private static final String TENANT = ASSUMED.tenant();

    private final Books books = new Books(new MovableTime("2026-11-24T08:00:00Z"));
    private final ScriptedFeeds feeds = new ScriptedFeeds();
    private final List<String> taken = new ArrayList<>();
    private final ArticleJournal journal = books.articleFlow.journal(
            new SpecterClients(
                    (tenant, setup) -> {
                        throw new IllegalStateException("articles are no orders");
                    },
                    (tenant, setup) -> feeds),
            books.feedLoops.puller(),
            List.of((TenantSetup setup, List<ArticleChange> rows, Instant openedAt) ->
                    rows.forEach(row -> taken.add(row.articleNo()))));

    /** The reading of everything continues in ordinary batches. A batch that was open before comes first. */
    @Test
    void readsEveryArticleInBatchesAfterWhatWasPending() {
        feeds.articles(article("PENDING"));
        feeds.everyArticle(List.of(List.of(article("A"), article("B")), List.of(article("C"))));

        books.articleFlow.askForAll(TENANT);
        journal.drain(ASSUMED);

        assertThat(taken).containsExactly("PENDING", "A", "B", "C");
        assertThat(feeds.asked.stream().filter(call -> call.startsWith("pull every")))
                .hasSize(1);
    }

    /** Specter answers with a batch that somebody else has open, so everything is asked for once more. */
    @Test
    void asksForEveryArticleAgainAfterTheBatchOfAnother() {
        feeds.everyArticle(List.of(List.of(article("A"))));
        feeds.anotherHasOpen(article("THEIRS"));

        books.articleFlow.askForAll(TENANT);
        journal.drain(ASSUMED);

        assertThat(taken).containsExactly("THEIRS", "A");
    }

    @Test
    void oneAskingLeadsToOneReadingOfEveryArticle() {
        feeds.everyArticle(List.of(List.of(article("A"))));
        Instant asked = books.time.instant();
        books.articleFlow.askForAll(TENANT);
        assertThat(books.articleFlow.allReadSince(TENANT, asked)).isFalse();

        journal.drain(ASSUMED);
        journal.drain(ASSUMED);

        assertThat(taken).containsExactly("A");
        assertThat(books.articleFlow.allReadSince(TENANT, asked)).isTrue();
    }

    @Test
    void asksForNoListOfEveryArticleWithoutTheAssumedAdapter() {
        feeds.everyArticle(List.of(List.of(article("A"))));
        books.articleFlow.askForAll(TENANT);

        journal.drain(SampleSetup.tenant());

        assertThat(taken).isEmpty();
    }

    private static ArticleChange article(String articleNo) {
        return new ArticleChange(articleNo, null, null, null, false, null, null, false, List.of());
    }
}
