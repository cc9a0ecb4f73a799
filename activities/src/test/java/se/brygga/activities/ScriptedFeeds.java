package se.brygga.activities;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.AckAnswer;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.clients.specter.feed.StockChange;

/** A Specter whose journals answer as a test says, in that order; afterwards they are empty, and are acknowledged. */
public final class ScriptedFeeds implements SpecterFeeds {

    /** What was asked, in order: {@code pull <number>}, {@code ack <number>}. */
    public final List<String> asked = new ArrayList<>();

    /** What is looked at just before each answer. */
    public Runnable before = () -> {};

    private final Deque<Function<String, PullAnswer<StockChange>>> pulls = new ArrayDeque<>();
    private final Deque<List<ArticleChange>> articles = new ArrayDeque<>();
    private final Deque<List<ArticleChange>> every = new ArrayDeque<>();
    private final Deque<List<ArticleChange>> anothers = new ArrayDeque<>();

    /** Whether the journal of price lists does not answer. */
    public boolean priceListsFail;

    private final Deque<Supplier<AckAnswer>> acks = new ArrayDeque<>();

    public ScriptedFeeds batch(StockChange... rows) {
        return answers(new PullAnswer.Batch<>(List.of(rows), false));
    }

    public ScriptedFeeds batchWithMore(StockChange... rows) {
        return answers(new PullAnswer.Batch<>(List.of(rows), true));
    }

    public ScriptedFeeds open(String batchNo) {
        return answers(new PullAnswer.OtherBatchOpen<>(batchNo));
    }

    public ScriptedFeeds answers(PullAnswer<StockChange> answer) {
        pulls.add(number -> answer);
        return this;
    }

    public ScriptedFeeds failsToPull(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return failsToPull(failure(kind, why));
    }

    public ScriptedFeeds failsToPull(RemoteFailure failure) {
        pulls.add(number -> {
            throw failure;
        });
        return this;
    }

    public ScriptedFeeds acks(AckAnswer answer) {
        acks.add(() -> answer);
        return this;
    }

    public ScriptedFeeds failsToAck(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        acks.add(() -> {
            throw failure(kind, why);
        });
        return this;
    }

    /** The next batch of the journal of articles. */
    public void articles(ArticleChange... rows) {
        articles.add(List.of(rows));
    }

    /** What Specter lists when it is asked for every article, in these batches. */
    public void everyArticle(List<List<ArticleChange>> batches) {
        every.addAll(batches);
    }

    /** Another integration has a batch open when Specter is asked for every article. */
    public void anotherHasOpen(ArticleChange... rows) {
        anothers.add(List.of(rows));
    }

    public static StockChange row(String sku, int available) {
        return new StockChange(sku, "1", BigDecimal.valueOf(available));
    }

    public static RemoteFailure failure(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.SPECTER, kind, why, "scripted " + why.key());
    }

    /** The numbers that were pulled with, in order. */
    public List<String> pulled() {
        return numbers("pull ");
    }

    public List<String> acked() {
        return numbers("ack ");
    }

    private List<String> numbers(String verb) {
        return asked.stream()
                .filter(call -> call.startsWith(verb))
                .map(call -> call.substring(verb.length()))
                .toList();
    }

    @Override
    public PullAnswer<StockChange> pullStock(String batchNo) {
        before.run();
        asked.add("pull " + batchNo);
        Function<String, PullAnswer<StockChange>> next = pulls.poll();
        return next == null ? new PullAnswer.Batch<>(List.of(), false) : next.apply(batchNo);
    }

    @Override
    public AckAnswer ack(FeedKind kind, String batchNo) {
        before.run();
        asked.add("ack " + batchNo);
        Supplier<AckAnswer> next = acks.poll();
        return next == null ? new AckAnswer.Acked() : next.get();
    }

    @Override
    public PullAnswer<ArticleChange> pullArticles(String batchNo) {
        List<ArticleChange> rows = articles.poll();
        return new PullAnswer.Batch<>(rows == null ? List.of() : rows, !articles.isEmpty());
    }

    @Override
    public PullAnswer<ArticleChange> pullEveryArticle(String batchNo) {
        if (!anothers.isEmpty()) {
            articles.addAll(anothers);
            anothers.clear();
            return new PullAnswer.OtherBatchOpen<>("OTHER");
        }
        asked.add("pull every article " + batchNo);
        articles.addAll(every);
        every.clear();
        return pullArticles(batchNo);
    }

    @Override
    public PullAnswer<OrderChange> pullOrders(String batchNo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PullAnswer<PriceListChange> pullPriceLists(String batchNo) {
        if (priceListsFail) {
            throw failure(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_ANSWER_IN_TIME);
        }
        return new PullAnswer.Batch<>(List.of(), false);
    }
}
