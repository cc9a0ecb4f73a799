package se.brygga.clients.specter.feed;

import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.XmlElement;

/** {@code articles} → {@code article} (reference section 7). */
final class ArticleReading extends FeedReading<ArticleChange> {

    private final AssumedParts assumed;

    ArticleReading(AssumedParts assumed) {
        this.assumed = assumed;
    }

    @Override
    public boolean isList(String element) {
        return element.equals("articles");
    }

    @Override
    public boolean isRow(String element) {
        return element.equals("article");
    }

    @Override
    void take(XmlElement row) {
        add(new ArticleChange(
                row.required("articleNo"),
                row.value("name"),
                row.decimal("priceExclVat"),
                row.decimal("standardOldPrice"),
                row.flag("showStandardOldPrice"),
                row.decimal("vatPercent"),
                row.value("articleType"),
                assumed.deleted(row),
                assumed.kitRows(row)));
    }

    @Override
    @Nullable
    String id(XmlElement row) {
        return row.value("articleNo");
    }
}
