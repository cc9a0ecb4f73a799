package se.brygga.clients.specter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.SpecterRequest.Wants;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.FeedReading;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.AckAnswer;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.wire.AnswerBody;

/** {@link SpecterFeeds} by GET on getInfo.asp. */
final class HttpSpecterFeeds implements SpecterFeeds {

    /** How a message of error 99 quotes the open batch (reference section 5). */
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final SpecterCalls calls;
    private final SpecterGapAdapter gaps;

    HttpSpecterFeeds(SpecterSetup setup, SpecterCalls calls) {
        this.calls = calls;
        this.gaps = new SpecterGapAdapter(setup.assumedAdapter());
    }

    /** Always asks for all warehouses: the default warehouse alone would hide the stock of the others. */
    @Override
    public PullAnswer<StockChange> pullStock(String batchNo) {
        SpecterForm form = form(batchNo).flag("getMultipleStocksites", true);
        return pull(FeedKind.STOCK, "getArticleExternalNeedUpdate", batchNo, form, FeedReading.stock(batchNo));
    }

    @Override
    public PullAnswer<ArticleChange> pullArticles(String batchNo) {
        return articles(batchNo, form(batchNo));
    }

    @Override
    public PullAnswer<ArticleChange> pullEveryArticle(String batchNo) {
        return articles(batchNo, gaps.fullRead(form(batchNo)));
    }

    private PullAnswer<ArticleChange> articles(String batchNo, SpecterForm form) {
        return pull(FeedKind.ARTICLES, "getArticleInfoExternalNeedUpdate", batchNo, form, FeedReading.articles(gaps));
    }

    @Override
    public PullAnswer<OrderChange> pullOrders(String batchNo) {
        return pull(FeedKind.ORDERS, "getOrdersExternalNeedUpdate", batchNo, form(batchNo), FeedReading.orders(gaps));
    }

    @Override
    public PullAnswer<PriceListChange> pullPriceLists(String batchNo) {
        return pull(FeedKind.PRICE_LISTS, gaps.priceListPull(), batchNo, form(batchNo), FeedReading.priceLists(gaps));
    }

    @Override
    public AckAnswer ack(FeedKind kind, String batchNo) {
        String action = switch (kind) {
            case STOCK -> "updateArticlesFromBatch";
            case ARTICLES -> "updateArticleInfosFromBatch";
            case ORDERS -> "updateOrdersFromBatch";
            case PRICE_LISTS -> gaps.priceListAck();
        };
        SpecterAnswer answer = calls.send(request(kind, action, batchNo, form(batchNo), Wants.NOTHING));
        String open = openBatch(answer, batchNo);
        if (open != null) {
            return new AckAnswer.OtherBatchOpen(open);
        }
        return switch (answer) {
            case SpecterAnswer.Done _ -> new AckAnswer.Acked();
            case SpecterAnswer.Duplicate duplicate -> new AckAnswer.Refused(duplicate.code());
            case SpecterAnswer.Refused refused -> new AckAnswer.Refused(refused.code());
        };
    }

    private <T> PullAnswer<T> pull(
            FeedKind kind, String action, String batchNo, SpecterForm form, FeedReading<T> reading) {
        SpecterRequest request = request(kind, action, batchNo, form, Wants.CHANGES);
        SpecterAnswer answer = calls.send(
                request,
                reading::read,
                it -> it instanceof SpecterAnswer.Done ? summary(reading.batch()) : SpecterMask.answer(request, it));
        String open = openBatch(answer, batchNo);
        if (open != null) {
            return new PullAnswer.OtherBatchOpen<>(open);
        }
        return switch (answer) {
            case SpecterAnswer.Done _ -> reading.batch();
            case SpecterAnswer.Duplicate duplicate -> new PullAnswer.Refused<>(duplicate.code());
            case SpecterAnswer.Refused refused -> new PullAnswer.Refused<>(refused.code());
        };
    }

    private static SpecterRequest request(FeedKind kind, String action, String batchNo, SpecterForm form, Wants wants) {
        return SpecterRequest.get(action, kind.key() + " " + batchNo, form.batch(), form, wants);
    }

    private static SpecterForm form(String batchNo) {
        return new SpecterForm().code("batchNo", batchNo).require("batchNo");
    }

    /**
     * The batch number that error 99 quotes. Null without error 99, or when the quoted number cannot be used; the
     * answer is then an ordinary refusal.
     */
    private static @Nullable String openBatch(SpecterAnswer answer, String asked) {
        if (!(answer instanceof SpecterAnswer.Refused refused)
                || !refused.code().equals(AnswerBody.OPEN_BATCH)) {
            return null;
        }
        Matcher quoted = QUOTED.matcher(refused.message());
        if (!quoted.find() || quoted.group(1).equals(asked)) {
            return null;
        }
        return form(quoted.group(1)).violations().all().isEmpty() ? quoted.group(1) : null;
    }

    private static String summary(PullAnswer.Batch<?> batch) {
        return "1;%d rows, %d unreadable%s"
                .formatted(batch.rows().size(), batch.unreadable().size(), batch.more() ? ", more to come" : "");
    }
}
