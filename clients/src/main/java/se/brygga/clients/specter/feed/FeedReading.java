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
 * Reads one answer to one pull into a batch. Each row is either in the batch or noted as unreadable, or the whole
 * answer is unreadable. Nothing may be acknowledged that nobody has seen.
 */
public abstract class FeedReading<T> implements AnswerList {

    static final AnswerBody UNREADABLE = new AnswerBody.Unreadable(Why.UNREADABLE_BODY);

    private static final int LONGEST_ID = 200;

    /** The largest length of the answer; the journal may hold more (O25). */
    private static final String LIMIT = "responseMaxLimit";

    /** The elements that a list may have besides its rows. The root may itself be the list. */
    private static final Set<String> BESIDE =
            Set.of("responsemaxlimit", "apiresponse", "result", "code", "message", "id");

    /**
     * A line {@code 1;…;words} alone is a success without a list. A line that may be a row, or the beginning of one, is
     * not. Such rows are those of stock, and of lists that we know as XML only.
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

    /** @param batchNo the number of the request; each row of a text answer ends with it */
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

    /** Reads the answer. Call this once. Never throws: an unreadable answer is a result. */
    public final AnswerBody read(SpecterReply reply) {
        AnswerBody body = AnswerBody.read(reply, this);
        // A list with nothing but unknown elements is not empty: its rows have a name that we do not know.
        return body instanceof AnswerBody.Success && seen == 0 && strange ? UNREADABLE : body;
    }

    /** What was read. Valid only after {@link AnswerBody.Success}. */
    public final PullAnswer.Batch<T> batch() {
        return new PullAnswer.Batch<>(rows, limit > 0 && seen >= limit, unreadable);
    }

    @Override
    public final void row(XmlElement row) {
        seen++;
        try {
            take(row);
        } catch (UnreadableValue why) {
            noteField(row, why);
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

    /**
     * Reads one row into the batch.
     *
     * @throws UnreadableValue the row lacks something without which it means nothing
     */
    abstract void take(XmlElement row);

    /** The id by which an operator knows the row; null when the row has none. */
    abstract @Nullable String id(XmlElement row);

    final void add(T row) {
        rows.add(row);
    }

    /**
     * Notes a part of a row that could not be read.
     *
     * @param id of the part; the note is closed when Specter tells of this id again
     * @param part as in <code>invoice 7</code>
     */
    final void notePart(XmlElement row, @Nullable String id, Detail part, UnreadableValue why) {
        unreadable.add(
                new PullAnswer.Unreadable(shortened(id), Phrase.UNREADABLE_PART.with(name(row), part, why.name())));
    }

    /** Notes a value of a row that could not be read, while the rest of the row is read. */
    final void noteField(XmlElement row, UnreadableValue why) {
        unreadable.add(
                new PullAnswer.Unreadable(shortened(id(row)), Phrase.UNREADABLE_FIELD.with(name(row), why.name())));
    }

    private Detail name(XmlElement row) {
        String id = id(row);
        return id == null ? Phrase.ROW.with(seen) : Detail.value(id.substring(0, Math.min(id.length(), 50)));
    }

    /** Cuts the id. A longer one is the number of nothing, and no index would hold it. */
    private static @Nullable String shortened(@Nullable String id) {
        return id == null || id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }
}
