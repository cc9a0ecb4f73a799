package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.AnswerBody;
import se.brygga.clients.specter.wire.XmlElement;

/**
 * {@code stockChanges} → {@code stock} per warehouse → {@code articles} → {@code article}, or lines of text
 * {@code articleId;articleNo;availableQuantity;batchNo} (reference section 6).
 */
final class StockReading extends FeedReading<StockChange> {

    /** The names under which a warehouse may have its id (O28), the likeliest first. */
    private static final List<String> SITE_NAMES = List.of("stockSiteId", "id", "stockId");

    /** The header's third column. The word may also be in a number's place. */
    private static final String LITERAL = "noItemsAvailable";

    private final String batchNo;
    /** The rows of the warehouse that is being read. Its id may come after its articles. */
    private final List<StockChange> ofThisSite = new ArrayList<>();

    private int sites;

    StockReading(String batchNo) {
        this.batchNo = batchNo;
    }

    @Override
    public boolean isList(String element) {
        return element.equals("stockchanges");
    }

    @Override
    public boolean isRow(String element) {
        return element.equals("article");
    }

    @Override
    void take(XmlElement row) {
        ofThisSite.add(change(row));
    }

    @Override
    @Nullable
    String id(XmlElement row) {
        return row.value("articleNo");
    }

    @Override
    public void around(XmlElement element) {
        switch (element.name()) {
            case "stock" -> {
                sites++;
                flush(site(element));
            }
            case "articles" -> {}
            default -> super.around(element);
        }
    }

    @Override
    public void end(XmlElement root) {
        flush(null);
        super.end(root);
    }

    /**
     * The third column identifies the header. A row ends with the batch number, which tells it from an error, half a
     * row, and an answer without a list.
     */
    @Override
    public AnswerBody text(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> rows = isHeader(lines.getFirst()) ? lines.subList(1, lines.size()) : lines;
        if (!rows.stream().allMatch(this::isTextRow)) {
            return super.text(text);
        }
        rows.forEach(line -> row(element(line)));
        flush(null);
        return new AnswerBody.Success("");
    }

    /** Without a header, the first row may have the same word in the number's place. */
    private boolean isHeader(String line) {
        String[] fields = line.split(";");
        return fields.length > 2 && fields[2].strip().equalsIgnoreCase(LITERAL) && !isTextRow(line);
    }

    private boolean isTextRow(String line) {
        String[] fields = line.split(";");
        return fields.length >= 4
                && !fields[0].strip().equals("0")
                && fields[fields.length - 1].strip().equalsIgnoreCase(batchNo);
    }

    /** The number of an article may hold semicolons. */
    private static XmlElement element(String line) {
        List<String> fields = List.of(line.split(";"));
        int quantity = fields.size() - 2;
        return new XmlElement(
                "article",
                Map.of(
                        "articleno",
                                String.join(";", fields.subList(1, quantity)).strip(),
                        "noitemsav", fields.get(quantity)),
                List.of(),
                "");
    }

    private StockChange change(XmlElement row) {
        String articleNo = row.required("articleNo");
        if (row.required("noItemsAv").equalsIgnoreCase(LITERAL)) {
            return new StockChange(articleNo, null, BigDecimal.ZERO, true);
        }
        return new StockChange(articleNo, null, row.requiredDecimal("noItemsAv"));
    }

    private String site(XmlElement stock) {
        return SITE_NAMES.stream()
                .map(stock::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("#" + sites);
    }

    private void flush(@Nullable String site) {
        ofThisSite.forEach(
                change -> add(new StockChange(change.articleNo(), site, change.available(), change.literal())));
        ofThisSite.clear();
    }
}
