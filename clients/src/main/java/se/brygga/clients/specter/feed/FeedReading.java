package se.brygga.clients.specter.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure.Why;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.AnswerBody.AnswerList;
import se.brygga.clients.specter.wire.AnswerBody.AnswerText;
import se.brygga.clients.specter.wire.SpecterReply;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.clients.specter.wire.XmlElement.UnreadableValue;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * One answer to one pull, read into a batch. Each row is in the batch or noted as unreadable, or the whole answer is
 * unreadable: nothing may be acknowledged that nobody has seen.
 */
public abstract class FeedReading<T> implements AnswerList {

    static final AnswerBody UNREADABLE = new AnswerBody.Unreadable(Why.UNREADABLE_BODY);

    private static final int LONGEST_ID = 200;

    /** How long the answer may be at most; the journal may hold more (O25). */
    private static final String LIMIT = "responseMaxLimit";

    /** What may stand in a list besides its rows; the root may be the list. */
    private static final Set<String> BESIDE =
            Set.of("responsemaxlimit", "apiresponse", "result", "code", "message", "id");

    /**
     * {@code 1;…;words} alone on its line is a success without a list. What may be a row, of stock or of a list that we
     * know as XML only, or the beginning of one, is not.
     */
    private static final Pattern NOTHING_PENDING =
            Pattern.compile("1\\s*;[^;\\r\\n]*;\\s*(?!no?$|noi)\\p{L}[^;\\r\\n]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ERROR = Pattern.compile("0\\s*;.*", Pattern.DOTALL);

    private final List<T> rows = new ArrayList<>();
    private final List<PullAnswer.Unreadable> unreadable = new ArrayList<>();
    private long seen;
    private long limit;
    private boolean strange;

    FeedReading() {}

    /** @param batchNo the one that was asked with; each row of a text answer ends with it */
    public static FeedReading<StockChange> stock(String batchNo) {
        return new StockReading(batchNo);
    }

    public static FeedReading<ArticleChange> articles(AssumedParts assumed) {
        return new ArticleReading(assumed);
    }

    public static FeedReading<OrderChange> orders(AssumedParts assumed) {
        return new OrderReading(assumed);
    }

    public static FeedReading<PriceListChange> priceLists(AssumedParts assumed) {
        return new PriceListReading(assumed);
    }

    /** Reads the answer; to be called once. Never throws: what cannot be read says so. */
    public final AnswerBody read(SpecterReply reply) {
        AnswerBody body = AnswerBody.read(reply, this);
        // A list of nothing but strangers is not empty: its rows have a name that we do not know.
        return body instanceof AnswerBody.Success && seen == 0 && strange ? UNREADABLE : body;
    }

    /** What was read; means something only after {@link AnswerBody.Success}. */
    public final PullAnswer.Batch<T> batch() {
        return new PullAnswer.Batch<>(rows, limit > 0 && seen >= limit, unreadable);
    }

    @Override
    public final void row(XmlElement row) {
        seen++;
        try {
            take(row);
        } catch (UnreadableValue why) {
            unreadable.add(
                    new PullAnswer.Unreadable(shortened(id(row)), Phrase.UNREADABLE_FIELD.with(name(row), why.name())));
        }
    }

    @Override
    public void around(XmlElement element) {
        strange |= !BESIDE.contains(element.name());
    }

    @Override
    public void end(XmlElement root) {
        limit = Stream.concat(Stream.of(root), root.all())
                .map(element -> element.value(LIMIT))
                .filter(Objects::nonNull)
                .filter(value -> value.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    @Override
    public AnswerBody text(String text) {
        boolean understood =
                ERROR.matcher(text).matches() || NOTHING_PENDING.matcher(text).matches();
        return understood ? AnswerText.read(text) : UNREADABLE;
    }

    /** @throws UnreadableValue the row lacks something without which it means nothing */
    abstract void take(XmlElement row);

    /** What the operator knows the row by; null when it does not say. */
    abstract @Nullable String id(XmlElement row);

    final void add(T row) {
        rows.add(row);
    }

    /**
     * @param id what is heard of again when the part is
     * @param part as in <code>invoice 7</code>
     */
    final void notePart(XmlElement row, @Nullable String id, Detail part, UnreadableValue why) {
        unreadable.add(
                new PullAnswer.Unreadable(shortened(id), Phrase.UNREADABLE_PART.with(name(row), part, why.name())));
    }

    private Detail name(XmlElement row) {
        String id = id(row);
        return id == null ? Phrase.ROW.with(seen) : Detail.value(id.substring(0, Math.min(id.length(), 50)));
    }

    /** What is longer is no number of anything, and no index would hold it. */
    private static @Nullable String shortened(@Nullable String id) {
        return id == null || id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }
}
